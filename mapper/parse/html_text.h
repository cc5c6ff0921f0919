// The text of an HTML page, a line for each block, as its readers see it: for
// the outline reader, like a text file.
//
// Scripts, styles, navigation, forms, readings (ruby) and what is hidden are
// left out.  Items of numbered lists get the number a browser prints, others
// "・", unless their text begins with a mark of its own; cells of a row stand
// beside each other.  Parsed by gumbo (docs/decisions/0016-gumbo-for-html.md).

#ifndef MAPPER_PARSE_HTML_TEXT_H_
#define MAPPER_PARSE_HTML_TEXT_H_

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/base/limits.h"

namespace mapper {

// By the name of the file, or how it begins.
bool LooksLikeHtml(const std::string& path, std::string_view bytes);

struct HtmlText {
  std::string utf8;
  std::vector<std::size_t> lines;  // of the file, for each line of the text
};

struct HtmlLimits {
  std::size_t bytes = limits::kHtmlBytes;
  std::size_t tree_bytes = limits::kHtmlTree;
  std::chrono::milliseconds time = limits::kHtmlTime;  // of the parser
};

// Encoding: byte order mark, else UTF-8 when it is valid, else as the page
// declares (UTF-8, Shift_JIS, EUC-JP; others: [html-charset]), else as
// base/encoding.h finds.  A page past the limits, or with tags more than
// limits::kHtmlDepth deep, is not read: [html-too-large], [html-too-deep].
HtmlText ReadHtml(const std::string& path, std::string_view bytes,
                  Diagnostics& diagnostics, const HtmlLimits& limits = {});

}  // namespace mapper

#endif  // MAPPER_PARSE_HTML_TEXT_H_
