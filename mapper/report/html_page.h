// report.html: one file that opens from disk and asks the network for nothing.
//
// It holds a plain report, complete and printable without a script.  With a
// bundle it also holds the data and the script that shows them, and the plain
// report is what people see who do not run scripts.  A content security policy
// allows that one script and those styles, by their digests, and no request.

#ifndef MAPPER_REPORT_HTML_PAGE_H_
#define MAPPER_REPORT_HTML_PAGE_H_

#include <string>
#include <string_view>

#include "mapper/report/html_data.h"

namespace mapper {

// Script and styles; the texts must outlive the value.  Neither "</script" nor
// "</style" may occur in them.
struct HtmlBundle {
  std::string_view plain_style;
  std::string_view app_style;
  std::string_view script;  // empty: the plain report alone
};

// What the program was built with.
HtmlBundle BuiltBundle();

std::string WriteHtmlPage(const HtmlInput& input, const HtmlBundle& bundle);

// The plain report: what stands in the body, in the language of the input.
std::string PlainReport(const HtmlInput& input);

// Text as HTML shows it, in an element or a quoted attribute.  Hidden
// characters are made visible.
std::string EscapeHtml(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_REPORT_HTML_PAGE_H_
