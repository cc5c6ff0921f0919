// What the lines of a paged text (form feeds between pages, as pdftotext gives
// it) are besides the text itself: running heads and feet, footnotes, wrapped
// entries of a table of contents, and vertical text in single characters.

#ifndef MAPPER_PARSE_OUTLINE_PAGES_H_
#define MAPPER_PARSE_OUTLINE_PAGES_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace mapper {

enum class LineRole {
  kText,
  kRunning,   // at the edge of successive pages, the same but for the page's
              // number
  kContents,  // wrapped entry: its dots and page number are on the next line
  kFragment,  // one of three or more lines of one character each
  kNote,  // footnote: ＊1, 注1 or ※1 and what follows, to the page's foot
};

// The role of each line, line 1 first; empty when the text has no form feed.
// Lines that begin with 第n条 and the like are never running: the first of
// them may be the heading itself.
std::vector<LineRole> FindLineRoles(std::string_view text);

// The role of a line by its number, from 1.
LineRole RoleOf(const std::vector<LineRole>& roles, std::size_t number);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_PAGES_H_
