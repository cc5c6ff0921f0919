// Pages of two columns, as pdftotext -layout gives them (the columns side by
// side in one line), put into the order in which they are read.

#ifndef MAPPER_PARSE_PAGE_COLUMNS_H_
#define MAPPER_PARSE_PAGE_COLUMNS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mapper {

struct ReadingOrder {
  std::string utf8;
  std::vector<std::size_t> lines;  // of the text as given, by line from 1
};

// The left column of a page before its right one; lines that go across divide
// the page.  Only where at least half of the pages are two columns of full
// lines: a table or a slide stays as it is.  Both fields are empty when nothing
// was changed.
ReadingOrder SplitColumns(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_PARSE_PAGE_COLUMNS_H_
