// Characters that are there and cannot be seen, decided once: for what is made
// visible (base/text.h) and for what is passed over when a spreadsheet looks
// for a formula (base/guard.h).  From Unicode's Default_Ignorable_Code_Point
// (utf8proc), controls, separators of lines and non-characters.

#ifndef MAPPER_BASE_INVISIBLE_H_
#define MAPPER_BASE_INVISIBLE_H_

#include <string>
#include <string_view>

namespace mapper {

// Controls (C0, DEL, C1), bidirectional controls, zero-width characters,
// fillers, variation selectors, tags, line and paragraph separators and
// non-characters.  Not spaces, not combining marks, not private use (外字).
bool IsInvisible(char32_t c);

// Spaces of any width, from U+0020 to U+3000.
bool IsSpace(char32_t c);

// Whether an invisible `c` belongs to the writing of the character before it:
// a variation selector after what it can vary (異体字 IVS after an ideograph,
// a style after a symbol), a joiner between two pictographs or two letters of
// a script that joins them.  `before` and `after` are 0 at an end; a selector
// after a selector belongs to nothing.
bool BelongsTo(char32_t before, char32_t c, char32_t after);

// Visible() of base/text.h for a text of several lines: line feeds stay.
std::string VisibleLines(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_BASE_INVISIBLE_H_
