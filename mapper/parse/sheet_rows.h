// What the readers of crosswalk sheets do alike.  Private to parse/.

#ifndef MAPPER_PARSE_SHEET_ROWS_H_
#define MAPPER_PARSE_SHEET_ROWS_H_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "mapper/parse/grid.h"
#include "mapper/parse/import_rows.h"

namespace mapper::sheet_rows {

template <std::size_t N>
std::vector<std::string> Names(const std::array<const char*, N>& columns) {
  return {columns.begin(), columns.end()};
}

inline bool MissesHeader(bool found, const char* format, const Grid& grid,
                         Diagnostics& diagnostics) {
  if (found) return false;
  diagnostics.Error("import-header", grid.Start(),
                    std::string("no row names the columns of ") + format);
  return true;
}

// What stands in columns that the format does not know.
inline void LoseOthers(const Grid& grid, std::size_t row, ImportRows& rows) {
  for (const auto& [name, place] : grid.others()) {
    if (grid.OtherText(row, place).empty()) continue;
    rows.Loss(grid.Where(row, 0),
              "column " + Quoted(ImportRows::OneLine(name)));
  }
}

inline void LoseCell(const Grid& grid, std::size_t row, std::size_t column,
                     const char* what, ImportRows& rows) {
  if (!grid.Text(row, column).empty()) rows.Loss(grid.Where(row, column), what);
}

}  // namespace mapper::sheet_rows

#endif  // MAPPER_PARSE_SHEET_ROWS_H_
