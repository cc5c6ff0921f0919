#include "mapper/base/guard.h"

#include "mapper/base/invisible.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {

bool NeedsGuard(std::string_view text) {
  static const std::u32string kTriggers = U"=+-@|%＝＋－＠｜％\t\r\n";
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    if (kTriggers.find(c.value) != std::u32string::npos) return true;
    if (c.value != '\'' && !IsSpace(c.value) && !IsInvisible(c.value)) break;
    i += c.length;
  }
  return false;
}

std::string Guarded(std::string_view text) {
  return (NeedsGuard(text) ? "'" : "") + std::string(text);
}

std::string StripGuard(std::string_view text) {
  if (StartsWith(text, "'") && NeedsGuard(text)) text.remove_prefix(1);
  return std::string(text);
}

}  // namespace mapper
