// What a spreadsheet would take for a formula, decided once for the writers
// that guard it and the readers that take the guard off again.

#ifndef MAPPER_BASE_GUARD_H_
#define MAPPER_BASE_GUARD_H_

#include <string>
#include <string_view>

namespace mapper {

// True when the first character that is no apostrophe, no space and can be seen
// is one of = + - @ | % or one of ＝ ＋ － ＠ ｜ ％, or when a tab or a line
// end comes before it: spreadsheets trim, and East Asian ones read full width
// as half width.
bool NeedsGuard(std::string_view text);

// The text with one apostrophe in front when it needs one.
std::string Guarded(std::string_view text);

// Takes that one apostrophe away, so that any text comes back as it was.
std::string StripGuard(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_BASE_GUARD_H_
