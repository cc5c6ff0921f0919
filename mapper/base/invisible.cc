#include "mapper/base/invisible.h"

#include <utf8proc.h>

#include <algorithm>

#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiStyle = 0xFE0F;

bool In(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

const utf8proc_property_t& PropertyOf(char32_t c) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
}

bool IsPictograph(char32_t c) {
  const auto bound = PropertyOf(c).boundclass;
  return bound == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
         In(c, 0x1F3FB, 0x1F3FF);  // shades of skin
}

bool IsIdeograph(char32_t c) {
  return In(c, 0x3400, 0x4DBF) || In(c, 0x4E00, 0x9FFF) ||
         In(c, 0xF900, 0xFAFF) || In(c, 0x20000, 0x3FFFF);
}

// Arabic to Myanmar: the scripts whose letters are joined and parted.
bool IsJoinedLetter(char32_t c) {
  return In(c, 0x0620, 0x109F) && !IsInvisible(c);
}

// ASCII has variants of digits, # and * (keycaps) alone.
bool HasStyles(char32_t c) {
  return In(c, '0', '9') || c == '#' || c == '*' ||
         (c >= 0xA0 && !IsInvisible(c) && !IsSpace(c));
}

}  // namespace

bool IsInvisible(char32_t c) {
  if (c < 0xA0) return c < ' ' || c >= 0x7F;
  // Kana, ideographs and most of what there is.
  if (In(c, 0x3000, 0x9FFF)) return c == 0x3164;
  if (In(c, 0x2028, 0x2029) || In(c, 0xFFF0, 0xFFFB)) return true;
  if ((c & 0xFFFEU) == 0xFFFEU || In(c, 0xFDD0, 0xFDEF)) return true;
  return In(c, 0xE0000, 0xE0FFF) || PropertyOf(c).ignorable != 0;
}

bool IsSpace(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x1680 || In(c, 0x2000, 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool BelongsTo(char32_t before, char32_t c, char32_t after) {
  if (In(c, 0xE0100, 0xE01EF)) return IsIdeograph(before);
  if (In(c, 0xFE00, kEmojiStyle)) return HasStyles(before);
  if (c != kJoiner && c != kNonJoiner) return false;
  if (IsJoinedLetter(before) && IsJoinedLetter(after)) return true;
  return c == kJoiner && (IsPictograph(before) || before == kEmojiStyle) &&
         IsPictograph(after);
}

std::string VisibleLines(std::string_view text) {
  std::string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    out += Visible(text.substr(start, end - start));
    if (end < text.size()) out += '\n';
    start = end + 1;
  }
  return out;
}

}  // namespace mapper
