#include "mapper/report/department_sheet.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

DepartmentSheet Sheet() {
  DepartmentSheet sheet;
  sheet.title = "係|表";
  SheetSection points;
  points.title = "要点";
  points.lines = {"一つ", "  二つ*"};
  SheetSection table;
  table.title = "表";
  table.columns = {{"項目", 0}, {"見出し", 0}};
  table.rows = {{"a:1", "縦|棒\n改行"}, {"a:2", "\x1b[31m赤<b>"}};
  sheet.sections = {points, table};
  return sheet;
}

TEST(SheetTextTest, AlignsAndShowsWhatWouldSteerATerminal) {
  EXPECT_EQ(SheetText(Sheet()),
            "係|表\n\n■ 要点\n 一つ\n   二つ*\n\n■ 表\n"
            " 項目  見出し\n"
            " -----------------------\n"
            " a:1   縦|棒<U+000A>改行\n"
            " a:2   <U+001B>[31m赤<b>\n");
}

TEST(SheetMarkdownTest, EscapesMarkup) {
  EXPECT_EQ(SheetMarkdown(Sheet()),
            "# 係\\|表\n\n## 要点\n\n* 一つ\n  * 二つ\\*\n\n## 表\n\n"
            "| 項目 | 見出し |\n|---|---|\n"
            "| a:1 | 縦\\|棒\\<U+000A\\>改行 |\n"
            "| a:2 | \\<U+001B\\>\\[31m赤\\<b\\> |\n");
}

}  // namespace
}  // namespace mapper
