#include "mapper/report/xlsx_layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mapper {
namespace {

TEST(XlsxHeightTest, CountsWrappedLines) {
  static const struct {
    std::vector<std::string> cells;
    double height;
  } kCases[] = {
      {{}, 0},
      {{"", ""}, 0},
      {{"123456789"}, 0},
      {{"1234567890"}, 29},
      {{"水道水道水"}, 29},  // ten half-width characters in nine
      {{"水道水道", "", "more cells than widths are not looked at"}, 0},
      {{"a\nb"}, 29},  // short, and of two lines
      {{"a", "b\n\nc"}, 42.5},
      {{std::string(100'000, 'x')}, 407},
      {{std::string(100'000, '\n')}, 407},
  };
  for (const auto& c : kCases) {
    EXPECT_DOUBLE_EQ(XlsxHeight(c.cells, {10, 10}), c.height)
        << (c.cells.empty() ? "" : c.cells[0].substr(0, 20));
  }
  EXPECT_DOUBLE_EQ(XlsxHeight({"水道"}, {0}), 29);
}

TEST(XlsxWidthTest, IsThatOfTheColumnOrItsContent) {
  Sheet sheet;
  sheet.columns.resize(5);
  sheet.columns[0].width = 33;
  sheet.columns[1].title = "項目";
  sheet.columns[4].title = "番号";
  sheet.rows = {{"long enough to be wide", "水道局", "x"},
                {"", "水道局総務課", "", std::string(500, 'x')}};
  static const double kWidths[] = {33, 14, 6, 48, 7};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_DOUBLE_EQ(XlsxWidth(sheet, i), kWidths[i]) << i;
  }
  sheet.autofilter = false;
  EXPECT_DOUBLE_EQ(XlsxWidth(sheet, 4), 6);
}

TEST(XlsxPagesAcrossTest, KeepsThePrintReadable) {
  static const struct {
    std::vector<double> widths;
    std::size_t columns;
    int pages;
  } kCases[] = {
      {{}, 0, 1},       {{240}, 1, 1},
      {{240, 1}, 2, 2}, {{240, 240}, 1, 1},  // the second is not printed
      {{240}, 9, 1},    {std::vector<double>(16'384, 48), 16'384, 9},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(XlsxPagesAcross(c.widths, c.columns), c.pages);
  }
}

}  // namespace
}  // namespace mapper
