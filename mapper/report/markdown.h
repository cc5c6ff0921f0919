// A listing as a table of GitHub-flavoured Markdown.

#ifndef MAPPER_REPORT_MARKDOWN_H_
#define MAPPER_REPORT_MARKDOWN_H_

#include <string>
#include <string_view>

#include "mapper/report/records.h"

namespace mapper {

// Text that is shown as it is, in a cell or in a line: what Markdown or HTML
// would act on is escaped, control characters and line feeds are made visible.
std::string MarkdownText(std::string_view text);

// Header, rule and rows; ends in a line feed.
std::string MarkdownTable(const Records& records, Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_MARKDOWN_H_
