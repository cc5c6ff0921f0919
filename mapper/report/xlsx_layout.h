// How wide columns, how high rows and how many pages a sheet needs.  Private to
// report/.

#ifndef MAPPER_REPORT_XLSX_LAYOUT_H_
#define MAPPER_REPORT_XLSX_LAYOUT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mapper/report/xlsx_writer.h"

namespace mapper {

// In half-width characters: what the column says, else from its first rows.
double XlsxWidth(const Sheet& sheet, std::size_t column);

// Points of a row whose cells wrap in columns of these widths; 0: one line.
// Excel would find out by itself, other programs do not.
double XlsxHeight(const std::vector<std::string>& cells,
                  const std::vector<double>& widths);

// Pages of A4 side by side, so that the first `columns` are printed at six
// tenths of their size at least: smaller ones are hard to read.
std::uint16_t XlsxPagesAcross(const std::vector<double>& widths,
                              std::size_t columns);

}  // namespace mapper

#endif  // MAPPER_REPORT_XLSX_LAYOUT_H_
