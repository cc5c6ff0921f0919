// Pages in HTML: whatever stands in one, its text is UTF-8, and each line is
// one of the page.

#include <algorithm>
#include <string>

#include "mapper/base/utf8.h"
#include "mapper/parse/html_text.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(html) {
  mapper::LooksLikeHtml("page", bytes);
  mapper::Diagnostics diagnostics;
  const mapper::HtmlText page =
      mapper::ReadHtml("page.html", bytes, diagnostics);
  fuzz::CheckReports(diagnostics);
  fuzz::Require(mapper::FindInvalidUtf8(page.utf8) == std::string_view::npos,
                "the text of a page is not UTF-8");
  const auto feeds = std::count(page.utf8.begin(), page.utf8.end(), '\n');
  const bool open = !page.utf8.empty() && page.utf8.back() != '\n';
  fuzz::Require(
      page.lines.size() == static_cast<std::size_t>(feeds) + (open ? 1 : 0),
      "not a place for each line");
  for (const std::size_t line : page.lines) {
    fuzz::Require(line >= 1 && line <= bytes.size() + 1,
                  "a line past the end of the page");
  }
}
