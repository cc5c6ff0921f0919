#include "mapper/report/markdown.h"

#include "mapper/base/text.h"

namespace mapper {

std::string MarkdownText(std::string_view text) {
  // GitHub also acts on "$" (mathematics), "~" (struck out), "@" and "#" with a
  // word (mentions), and on addresses, which the colon is needed for.
  constexpr std::string_view kSpecial = "\\|`*_[]<>&$~@#!";
  std::string out;
  for (const char c : Visible(text)) {
    if (kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  for (std::size_t at = 0; (at = out.find("://", at)) != std::string::npos;) {
    out.insert(at, "\\");
    at += 4;
  }
  // "www." is a link without it.
  for (std::size_t at = 0; at + 4 <= out.size(); ++at) {
    const auto is_w = [&](std::size_t i) { return (out[i] | 0x20) == 'w'; };
    if (is_w(at) && is_w(at + 1) && is_w(at + 2) && out[at + 3] == '.') {
      out.insert(at + 3, "\\");
    }
  }
  return out;
}

std::string MarkdownTable(const Records& records, Language language) {
  std::string out = "|";
  std::string rule = "|";
  for (const Column& column : records.columns) {
    out += " " + MarkdownText(column.title.in(language)) + " |";
    rule += " --- |";
  }
  out += "\n" + rule + "\n";
  for (const auto& row : records.rows) {
    out += "|";
    for (const std::string& cell : row) out += " " + MarkdownText(cell) + " |";
    out += "\n";
  }
  return out;
}

}  // namespace mapper
