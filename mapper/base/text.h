// Text as people see it: cell widths on a terminal (Unicode East Asian Width,
// through utf8proc), comparison keys, and characters that must be made visible
// before they are shown.

#ifndef MAPPER_BASE_TEXT_H_
#define MAPPER_BASE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mapper {

// Terminal cells of valid UTF-8 text: 2 for wide characters, 0 for combining.
// Ambiguous ones (①, α, ’) count 1, as most terminals draw them.
std::size_t DisplayWidth(std::string_view text);

// Cut to at most `cells` cells, ending in "…" when something was cut.
std::string Truncate(std::string_view text, std::size_t cells);

// Lines of at most `cells` cells.  Breaks at spaces of Latin text and between
// Japanese characters, never before closing punctuation.  An empty text is one
// empty line.
std::vector<std::string> Wrap(std::string_view text, std::size_t cells);

// NFKC (utf8proc): full-width letters as ASCII, half-width kana as full; what
// Unicode ignores by default is left out.  A text that is not UTF-8 stays.
std::string CompatibilityForm(std::string_view text);

// Key for comparing headings and ids: NFKC (utf8proc), lower case of ASCII,
// white space removed.  Never used to recognise marks: NFKC would turn ①5
// into 15.
std::string ComparisonKey(std::string_view text);

// The text with control characters, bidirectional controls and zero-width
// characters written as <U+XXXX>, so that no terminal or reader acts on them.
// Line feeds too.  Invalid bytes become <XX>.
std::string Visible(std::string_view text);

std::string_view Trim(std::string_view text);
std::vector<std::string_view> Split(std::string_view text, char separator);
std::string Join(const std::vector<std::string>& parts,
                 std::string_view separator);
bool StartsWith(std::string_view text, std::string_view prefix);
bool EndsWith(std::string_view text, std::string_view suffix);

// The known word nearest to `word` by edit distance over code points (a
// swap of two neighbours is one edit), or empty
// when none is near enough (more than a third of the word would change).
std::string Nearest(std::string_view word,
                    const std::vector<std::string>& known);

}  // namespace mapper

#endif  // MAPPER_BASE_TEXT_H_
