#include "mapper/report/text_table.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

using Align = TextTable::Align;
using Row = std::vector<std::string>;

TEST(TextTableTest, AlignsByTerminalCells) {
  TextTable table;
  table.AddColumn("課");
  table.AddColumn("n", 0, Align::kRight);
  table.AddColumn("note");
  table.AddRow({"水道局", "5", "a"});
  table.AddRow({"ict", "12", "ｶﾅ"});
  table.AddRow({"か\xE3\x82\x99", "", "①"});  // a combining mark has no width
  EXPECT_EQ(table.Render(),
            "課       n  note\n"
            "----------------\n"
            "水道局   5  a\n"
            "ict     12  ｶﾅ\n"
            "か\xE3\x82\x99          ①\n");
}

TEST(TextTableTest, EndsLinesWithoutSpacesAndIndents) {
  TextTable table;
  table.AddColumn("a");
  table.AddColumn("b");
  table.AddRow({"x", ""});
  table.AddRow({"", ""});
  EXPECT_EQ(table.Render(2), "  a  b\n  ----\n  x\n\n");
}

TEST(TextTableTest, WrapsWithinItsColumn) {
  TextTable table;
  table.AddColumn("項目", 6);
  table.AddColumn("title");
  table.AddRow({"水道局の話", "one"});
  table.AddRow({"longword", "two"});
  table.AddRow({"水。道", "three"});
  EXPECT_EQ(table.Render(),
            "項目    title\n"
            "-------------\n"
            "水道局  one\n"
            "の話\n"
            "longwo  two\n"
            "rd\n"
            "水。道  three\n");
}

TEST(TextTableTest, NeverWrapsNarrowerThanOneWideCharacter) {
  TextTable table;
  table.AddColumn("", 1);
  table.AddColumn("x");
  table.AddRow({"水道", "y"});
  const std::string text = table.Render();
  EXPECT_NE(text.find("水"), std::string::npos);
  EXPECT_NE(text.find("道"), std::string::npos);
  EXPECT_NE(text.find('y'), std::string::npos);
}

TEST(TextTableTest, FillsAndCutsRowsToItsColumns) {
  TextTable table;
  table.AddColumn("a");
  table.AddColumn("b");
  table.AddRow({"1"});
  table.AddRow({"1", "2", "3"});
  EXPECT_EQ(table.Render(), "a  b\n----\n1\n1  2\n");
}

TEST(TextTableTest, DrawsARuleWhereAsked) {
  TextTable table;
  table.AddColumn("a");
  table.AddRow({"1"});
  table.AddRule();
  table.AddRow({"2"});
  EXPECT_EQ(table.Render(), "a\n-\n1\n-\n2\n");
}

TEST(TextTableTest, IsEmptyUntilARowCame) {
  TextTable table;
  table.AddColumn("a");
  EXPECT_TRUE(table.empty());
  EXPECT_EQ(table.Render(), "a\n-\n");
  table.AddRow(Row{"1"});
  EXPECT_FALSE(table.empty());
  EXPECT_EQ(TextTable().Render(), "\n\n");
}

// Nothing from a file reaches the terminal as control, and what cannot be seen
// takes the room that it is shown with.
TEST(TextTableTest, ShowsHostileText) {
  struct Case {
    const char* cell;
    const char* shown;
  };
  static const Case kCases[] = {
      {"\x1b[2J", "<U+001B>[2J"},   {"a\nb", "a<U+000A>b"},
      {"\r", "<U+000D>"},           {"\xE2\x80\xAE", "<U+202E>"},
      {"\xE2\x81\xA6", "<U+2066>"}, {"\xE2\x80\x8B", "<U+200B>"},
      {"\xC2\x9B", "<U+009B>"},     {"\xFF", "<FF>"},
  };
  for (const Case& c : kCases) {
    TextTable table;
    table.AddColumn("a");
    table.AddColumn("b");
    table.AddRow({c.cell, "|"});
    const std::string shown = c.shown;
    std::string want = "a" + std::string(shown.size() + 1, ' ');
    want += "b\n" + std::string(shown.size() + 3, '-') + "\n";
    want += shown + "  |\n";
    EXPECT_EQ(table.Render(), want);
  }
}

}  // namespace
}  // namespace mapper
