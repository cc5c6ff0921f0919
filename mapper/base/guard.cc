#include "mapper/base/guard.h"

#include "mapper/base/text.h"

namespace mapper {

bool NeedsGuard(std::string_view text) {
  while (!text.empty() && text.front() == '\'') text.remove_prefix(1);
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r").find(text.front()) !=
      std::string_view::npos) {
    return true;
  }
  for (const char* wide : {"＝", "＋", "－", "＠"}) {
    if (StartsWith(text, wide)) return true;
  }
  return false;
}

}  // namespace mapper
