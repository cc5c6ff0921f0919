#include "mapper/parse/table.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

constexpr const char kHeader[] = "#a|b|c\n";

// Rows and comments, one a line, then what was reported.
std::string Read(const std::string& text) {
  Diagnostics diagnostics;
  const Table table("t.tsv", Tabs(text), {"a", "b", "c"}, diagnostics);
  std::string out;
  for (const auto& [line, comment] : table.comments()) {
    out += std::to_string(line) + " # " + std::string(comment) + '\n';
  }
  for (const TableRow& row : table.rows()) {
    out += std::to_string(row.line) + " =";
    for (const std::string_view cell : row.cells) {
      out += " [" + std::string(cell) + ']';
    }
    out += '\n';
  }
  return out + Dump(diagnostics);
}

TEST(TableTest, ReadsRowsAndComments) {
  struct Case {
    std::string text;
    const char* read;
  };
  const Case cases[] = {
      {kHeader, ""},
      {"#a|b|c", ""},
      {"# Title\n#Complete: no\n#\n#a|b|c\n1|2|3\n",
       "1 # Title\n2 # Complete: no\n3 # \n5 = [1] [2] [3]\n"},
      {"#a|b|c\n1|2|3", "2 = [1] [2] [3]\n"},  // no line feed at the end
      {"#a|b|c\n水道|-|a b\n", "2 = [水道] [-] [a b]\n"},
      {"#a|b|c\n1|2|3\n# between\n4|5|6\n",
       "3 # between\n2 = [1] [2] [3]\n4 = [4] [5] [6]\n"},
      {"#a|b|c\n　1|2|3\n", "2 = [　1] [2] [3]\n"},  // not ASCII space
      {"#a|b|c\n=1+1|\"x\"|'y\n", "2 = [=1+1] [\"x\"] ['y]\n"},
      {"#a|b|c\n#d|e|f\n1|2|3\n", "2 # d\te\tf\n3 = [1] [2] [3]\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.text), c.read) << c.text;
}

TEST(TableTest, RejectsAndLocates) {
  struct Case {
    std::string text;
    const char* read;
  };
  const Case cases[] = {
      {"", "1:1 table-columns no line '#a b c' (tabs between)\n"},
      {"# x\n# y\n",
       "1 # x\n2 # y\n2:1 table-columns no line '#a b c' (tabs between)\n"},
      {"1|2|3\n4|5|6\n",
       "1 = [1] [2] [3]\n2 = [4] [5] [6]\n"
       "1:1 table-columns expected a line '#a b c' (tabs between) before the "
       "first row\n"},
      {"#a|b\n1|2|3\n",
       "2 = [1] [2] [3]\n1:1 table-columns expected the columns a b c\n"},
      {"#a|c|b\n", "1:1 table-columns expected the columns a b c\n"},
      {"# a|b|c\n", "1:1 table-columns expected the columns a b c\n"},
      {"#a|b|c \n", "1:1 table-columns expected the columns a b c\n"},
      {"#a|b|c\n1|2\n4|5|6\n",
       "3 = [4] [5] [6]\n2:1 table-width expected 3 columns, got 2\n"},
      {"#a|b|c\n1|2|3|\n", "2:1 table-width expected 3 columns, got 4\n"},
      {"#a|b|c\n1 2 3\n", "2:1 table-width expected 3 columns, got 1\n"},
      {"#a|b|c\n\n1|2|3\n\n",
       "3 = [1] [2] [3]\n2:1 table-empty-line an empty line\n"
       "4:1 table-empty-line an empty line\n"},
      {"#a|b|c\n水||3\n",
       "2 = [水] [] [3]\n"
       "2:3 table-empty-cell an empty cell; write '-' where there is "
       "nothing\n"},
      {"#a|b|c\n||\n",
       "2 = [] [] []\n"
       "2:1 table-empty-cell an empty cell; write '-' where there is nothing\n"
       "2:2 table-empty-cell an empty cell; write '-' where there is nothing\n"
       "2:3 table-empty-cell an empty cell; write '-' where there is "
       "nothing\n"},
      {"#a|b|c\n水道| 2|3 \n",
       "2 = [水道] [ 2] [3 ]\n2:4 table-space spaces around a cell\n"
       "2:7 table-space spaces around a cell\n"},
      {"#a|b|c\n1|2\r|3\n",
       "2 = [1] [2\r] [3]\n2:3 table-space spaces around a cell\n"},
      {"#a|b|c\r\n水|2|3\r\n",
       "2 = [水] [2] [3]\n"
       "1:7 table-line-end a carriage return: tables end lines with LF alone\n"
       "2:6 table-line-end a carriage return: tables end lines with LF "
       "alone\n"},
      {"\xEF\xBB\xBF#a|b|c\n1|2|3\n",
       "2 = [1] [2] [3]\n"
       "1:1 table-bom a byte order mark: tables are UTF-8 without one\n"},
      {"#a|b|c\n水|\xFF|3\n",
       "2:3 encoding-invalid not UTF-8: tables are UTF-8 without byte order "
       "mark\n"},
      {"#a|b|c\n\xED\xA0\x80|2|3\n",
       "2:1 encoding-invalid not UTF-8: tables are UTF-8 without byte order "
       "mark\n"},
      {"\xFF\xFE#\0a\0",
       "1:1 encoding-invalid not UTF-8: tables are UTF-8 without byte order "
       "mark\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.text), c.read) << c.text;
}

TEST(TableTest, BearsHostileInput) {
  EXPECT_EQ(Read(kHeader + Repeat("x|", 20000) + "x\n"),
            "2:1 table-width expected 3 columns, got 20001\n");
  const std::string large = Repeat("水", 20000);
  EXPECT_EQ(Read(kHeader + large + "|2|3\n"), "2 = [" + large + "] [2] [3]\n");
  EXPECT_EQ(Read(kHeader + large + "||3\n"),
            "2 = [" + large +
                "] [] [3]\n2:20002 table-empty-cell an empty cell; write '-' "
                "where there is nothing\n");
  EXPECT_EQ(Read(kHeader + std::string("a\0b|2|3\n", 8)),
            std::string("2 = [a\0b] [2] [3]\n", 18));
  EXPECT_EQ(Read(kHeader + std::string("\xE2\x80\xAEx|2|3\n")),
            "2 = [\xE2\x80\xAEx] [2] [3]\n");
  EXPECT_EQ(Split(Read(kHeader + Repeat("\n", 100000)), '\n').size(), 1002U);
}

TEST(CellTextTest, TurnsADashIntoNothing) {
  EXPECT_EQ(CellText("-"), "");
  EXPECT_EQ(CellText("--"), "--");
  EXPECT_EQ(CellText(""), "");
  EXPECT_EQ(CellText("水"), "水");
}

TEST(UnknownWordTest, NamesTheNearestOrAll) {
  const std::vector<std::string> few = {"must", "should", "inform"};
  EXPECT_EQ(UnknownWord("level", "mus", few),
            "unknown level 'mus'; did you mean 'must'?");
  EXPECT_EQ(UnknownWord("level", "banana", few),
            "unknown level 'banana'; known: must should inform");
  EXPECT_EQ(UnknownWord("role", "banana", MachineNames(kRoles)),
            "unknown role 'banana'");
}

TEST(ReadWordTest, ReadsOrReportsAtItsCell) {
  Diagnostics diagnostics;
  const Table table("t.tsv", Tabs("#a|b|c\n水|must|Must\n"), {"a", "b", "c"},
                    diagnostics);
  Level level = Level::kInform;
  const TableRow& row = table.rows()[0];
  EXPECT_TRUE(ReadWord(table, row, 1, kLevels, "level", level, diagnostics));
  EXPECT_EQ(level, Level::kMust);
  level = Level::kShould;
  EXPECT_FALSE(ReadWord(table, row, 2, kLevels, "level", level, diagnostics));
  EXPECT_EQ(level, Level::kShould);  // left alone
  EXPECT_EQ(Dump(diagnostics),
            "2:8 unknown-word unknown level 'Must'; did you mean 'must'?\n");
  EXPECT_EQ(diagnostics.all()[0].where.file, "t.tsv");
  EXPECT_EQ(diagnostics.all()[0].source_line, "水\tmust\tMust");
}

}  // namespace
}  // namespace mapper
