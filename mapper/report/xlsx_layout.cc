#include "mapper/report/xlsx_layout.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr std::size_t kMeasured = 300;  // rows that decide the width
constexpr std::size_t kMostLines = 30;  // 409 points are the most
constexpr double kLineHeight = 13.5;
constexpr double kNarrow = 6;
constexpr double kWide = 48;
constexpr double kFilterButton = 3;
// Half-width characters across A4 landscape at six tenths of their size.
constexpr double kPageWidth = 240;

}  // namespace

double XlsxWidth(const Sheet& sheet, std::size_t column) {
  const SheetColumn& c = sheet.columns[column];
  if (c.width > 0) return c.width;
  double width = static_cast<double>(DisplayWidth(c.title)) +
                 (sheet.autofilter ? kFilterButton : 0);
  const std::size_t rows = std::min(sheet.rows.size(), kMeasured);
  for (std::size_t row = 0; row < rows && width < kWide; ++row) {
    if (column >= sheet.rows[row].size()) continue;
    const std::string_view text = sheet.rows[row][column];
    // A longer one is wide whatever its characters are.
    const double cells =
        text.size() > 200 ? kWide : static_cast<double>(DisplayWidth(text));
    width = std::max(width, cells + 2);
  }
  return std::clamp(width, kNarrow, kWide);
}

double XlsxHeight(const std::vector<std::string>& cells,
                  const std::vector<double>& widths) {
  std::size_t most = 1;
  for (std::size_t i = 0; i < cells.size() && i < widths.size(); ++i) {
    if (most >= kMostLines) break;
    const auto room = static_cast<std::size_t>(std::max(widths[i] - 1, 2.0));
    if (cells[i].size() <= room && cells[i].find('\n') == std::string::npos) {
      continue;  // a cell takes a byte at least
    }
    std::size_t lines = 0;
    for (const std::string_view line : Split(cells[i], '\n')) {
      lines += std::max<std::size_t>(
          1, line.size() > kMostLines * room * 3
                 ? kMostLines
                 : (DisplayWidth(line) + room - 1) / room);
    }
    most = std::max(most, std::min(lines, kMostLines));
  }
  return most > 1 ? static_cast<double>(most) * kLineHeight + 2 : 0;
}

std::uint16_t XlsxPagesAcross(const std::vector<double>& widths,
                              std::size_t columns) {
  double width = 0;
  for (std::size_t i = 0; i < columns && i < widths.size(); ++i) {
    width += widths[i];
  }
  return static_cast<std::uint16_t>(
      std::clamp(std::ceil(width / kPageWidth), 1.0, 9.0));
}

}  // namespace mapper
