// A sheet or CSV file whose columns are found by the names in a header row.

#ifndef MAPPER_PARSE_GRID_H_
#define MAPPER_PARSE_GRID_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/csv.h"

namespace mapper {

class Grid {
 public:
  // `file` names the rows in reports; of a sheet it is "FILE!SHEET", and line
  // and column are those of the sheet.
  Grid(std::string file, std::vector<CsvRow> rows)
      : file_(std::move(file)), rows_(std::move(rows)) {}

  // Looks for the header in the first rows: that which names all of the
  // `required` columns (numbers in `names`).  Names are compared without case,
  // width, spaces, "$", "*" and what stands in parentheses; alternatives are
  // parted by "|".  False when there is none.
  bool FindHeader(const std::vector<std::string>& names,
                  const std::vector<std::size_t>& required);

  // After FindHeader: rows below the header.
  std::size_t size() const { return rows_.size() - first_; }
  // Trimmed text of a column, or "".
  std::string Text(std::size_t row, std::size_t column) const;
  SourceLocation Where(std::size_t row, std::size_t column) const;
  bool Has(std::size_t column) const { return places_[column] >= 0; }

  // Header cells that name no column, with their place in the sheet.
  const std::vector<std::pair<std::string, std::size_t>>& others() const {
    return others_;
  }
  // The text in a place of the sheet that is no column of ours, or "".
  std::string OtherText(std::size_t row, std::size_t place) const;
  SourceLocation Start() const { return {file_, 1, 1}; }

 private:
  std::string file_;
  std::vector<CsvRow> rows_;
  std::size_t first_ = 0;
  std::vector<int> places_;
  std::vector<std::pair<std::string, std::size_t>> others_;
};

}  // namespace mapper

#endif  // MAPPER_PARSE_GRID_H_
