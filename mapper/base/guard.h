// What a spreadsheet would take for a formula, decided once for the writer
// that guards it and the readers that take the guard off again.

#ifndef MAPPER_BASE_GUARD_H_
#define MAPPER_BASE_GUARD_H_

#include <string_view>

namespace mapper {

// True for text that matches ^'*[=+\-@\t\r＝＋－＠]: the writer puts one
// apostrophe in front, and a reader takes one away, so that any text comes
// back as it was.
bool NeedsGuard(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_BASE_GUARD_H_
