#include "mapper/base/text.h"
#include "mapper/report/department_sheet.h"
#include "mapper/report/markdown.h"
#include "mapper/report/text_table.h"

namespace mapper {

std::string SheetText(const DepartmentSheet& sheet) {
  std::string out = Visible(sheet.title) + "\n";
  for (const SheetSection& section : sheet.sections) {
    out += "\n■ " + Visible(section.title) + "\n";
    for (const std::string& line : section.lines) {
      out += " " + Visible(line) + "\n";
    }
    if (section.columns.empty()) continue;
    TextTable table;
    for (const SectionColumn& column : section.columns) {
      table.AddColumn(column.title, column.widest);
    }
    for (const auto& row : section.rows) table.AddRow(row);
    out += table.Render(1);
  }
  return out;
}

std::string SheetMarkdown(const DepartmentSheet& sheet) {
  std::string out = "# " + MarkdownText(sheet.title) + "\n";
  for (const SheetSection& section : sheet.sections) {
    out += "\n## " + MarkdownText(section.title) + "\n\n";
    for (const std::string& line : section.lines) {
      // Lines that belong to the one above them are indented by two spaces.
      out += std::string(StartsWith(line, "  ") ? "  * " : "* ") +
             MarkdownText(std::string(Trim(line))) + "\n";
    }
    if (section.columns.empty()) continue;
    out += section.lines.empty() ? "|" : "\n|";
    for (const SectionColumn& column : section.columns) {
      out += " " + MarkdownText(column.title) + " |";
    }
    out += "\n|";
    for (std::size_t i = 0; i < section.columns.size(); ++i) out += "---|";
    out += "\n";
    for (const auto& row : section.rows) {
      out += "|";
      for (const std::string& cell : row)
        out += " " + MarkdownText(cell) + " |";
      out += "\n";
    }
  }
  return out;
}

}  // namespace mapper
