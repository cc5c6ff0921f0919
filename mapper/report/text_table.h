// Aligned tables for a terminal, by East Asian cell widths.

#ifndef MAPPER_REPORT_TEXT_TABLE_H_
#define MAPPER_REPORT_TEXT_TABLE_H_

#include <cstddef>
#include <string>
#include <vector>

namespace mapper {

class TextTable {
 public:
  enum class Align { kLeft, kRight };

  // `widest` cells at most; longer text is wrapped.  0: as wide as needed.
  void AddColumn(std::string title, std::size_t widest = 0,
                 Align align = Align::kLeft);
  void AddRow(std::vector<std::string> cells);
  // A line between what is above and a row of totals.
  void AddRule();
  bool empty() const { return rows_.empty(); }

  // Every line begins with `indent` spaces and ends without spaces.  Text is
  // shown through Visible(): nothing in it reaches the terminal as control.
  std::string Render(std::size_t indent = 0) const;

 private:
  struct ColumnSpec {
    std::string title;
    std::size_t widest;
    Align align;
  };

  std::vector<ColumnSpec> columns_;
  std::vector<std::vector<std::string>> rows_;  // an empty row is a rule
};

}  // namespace mapper

#endif  // MAPPER_REPORT_TEXT_TABLE_H_
