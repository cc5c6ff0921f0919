#include "mapper/base/text.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"

namespace mapper {
namespace {

using Lines = std::vector<std::string>;

TEST(DisplayWidthTest, CountsTerminalCells) {
  struct Case {
    const char* text;
    std::size_t width;
  };
  static const Case kCases[] = {
      {"", 0},
      {"abc", 3},
      {"水道局", 6},
      {"ｱｲｳ", 3},
      {"ＡＢ", 4},
      {"①α’", 3},             // ambiguous ones are narrow
      {"か\xE3\x82\x99", 2},  // combining voiced mark
      {"e\xCC\x81", 1},
      {"\t\n\x7F", 0},
      {"　", 2},
      {"\xF0\x9F\x92\xA7", 2},  // U+1F4A7
  };
  for (const Case& c : kCases)
    EXPECT_EQ(DisplayWidth(c.text), c.width) << c.text;
}

TEST(TruncateTest, KeepsWithinTheCells) {
  struct Case {
    const char* text;
    std::size_t cells;
    const char* cut;
  };
  static const Case kCases[] = {
      {"abc", 3, "abc"},
      {"abcd", 3, "ab…"},
      {"abcd", 1, "…"},
      {"", 5, ""},
      {"水道局", 6, "水道局"},
      {"水道局", 5, "水道…"},
      {"水道局", 4, "水…"},  // never half a character
      {"水道局", 2, "…"},
      {"か\xE3\x82\x99き", 3, "か\xE3\x82\x99…"},
      {"か\xE3\x82\x99き", 4, "か\xE3\x82\x99き"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Truncate(c.text, c.cells), c.cut) << c.text << ' ' << c.cells;
    EXPECT_LE(DisplayWidth(Truncate(c.text, c.cells)), c.cells) << c.text;
  }
}

TEST(WrapTest, BreaksAtSpacesAndBetweenJapaneseCharacters) {
  struct Case {
    const char* text;
    std::size_t cells;
    Lines lines;
  };
  const Case cases[] = {
      {"", 10, {""}},
      {"   ", 10, {""}},
      {"short", 10, {"short"}},
      {"two words", 5, {"two", "words"}},
      {"two  words", 5, {"two", "words"}},
      {"水道局の話", 6, {"水道局", "の話"}},
      {"水道局の話", 7, {"水道局", "の話"}},
      {"水道局。次", 6, {"水道", "局。次"}},  // not before 。
      {"水道局」、次", 6, {"水道", "局」、", "次"}},
      {"水道ABCDEF", 8, {"水道", "ABCDEF"}},  // the word stays whole
      {"abcdefgh", 3, {"abc", "def", "gh"}},  // no place: anywhere
      {"a;b;c", 3, {"a;", "b;c"}},
      {"水", 1, {"水"}},  // at least one a line
      {"水道", 1, {"水", "道"}},
      {"ab", 0, {"a", "b"}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Wrap(c.text, c.cells), c.lines) << c.text << ' ' << c.cells;
  }
}

TEST(WrapTest, LosesNothingOfALongText) {
  const std::string text = Repeat("水道局の。word ", 2000);
  std::string joined;
  for (const std::string& line : Wrap(text, 20)) {
    EXPECT_LE(DisplayWidth(line), 20U);
    joined += line;
  }
  EXPECT_EQ(ComparisonKey(joined), ComparisonKey(text));
}

TEST(ComparisonKeyTest, UnifiesForms) {
  struct Case {
    const char* text;
    const char* key;
  };
  static const Case kCases[] = {
      {"ＡＢＣ－１", "abc-1"},
      {"a B\tc\n", "abc"},
      {"水道　局", "水道局"},
      {"ｶﾞｲﾄﾞ", "ガイド"},
      {"か\xE3\x82\x99", "が"},
      {"㈱", "(株)"},
      {"第１条", "第1条"},
      {"", ""},
      {"É", "É"},  // only ASCII is folded
      {"a\xE2\x80\x8B"
       "b",
       "ab"},  // zero-width space
      {"a\xFF"
       "B",
       "a\xFF"
       "b"},  // not UTF-8: only ASCII is folded
  };
  for (const Case& c : kCases)
    EXPECT_EQ(ComparisonKey(c.text), c.key) << c.text;
}

TEST(VisibleTest, ShowsWhatCannotBeSeen) {
  struct Case {
    std::string text;
    const char* shown;
  };
  const Case cases[] = {
      {"plain 水道", "plain 水道"},
      {"", ""},
      {std::string("a\0b", 3), "a<U+0000>b"},
      {"\t\r\n", "<U+0009><U+000D><U+000A>"},
      {"\x1b[2J", "<U+001B>[2J"},
      {"\x7F", "<U+007F>"},
      {"\xC2\x9B", "<U+009B>"},  // C1: a control sequence
      {"\xC2\xAD", "<U+00AD>"},  // soft hyphen
      {"\xE2\x80\xAA\xE2\x80\xAE", "<U+202A><U+202E>"},
      {"\xE2\x81\xA6\xE2\x81\xA9", "<U+2066><U+2069>"},
      {"\xE2\x80\x8B\xE2\x80\x8F", "<U+200B><U+200F>"},
      {"\xD8\x9C", "<U+061C>"},  // Arabic letter mark
      {"\xE2\x80\xA8", "<U+2028>"},
      {"\xEF\xBB\xBF", "<U+FEFF>"},
      {"\xF3\xA0\x81\x81", "<U+E0041>"},  // tag character
      {"\xFF\xC0\x80", "<FF><C0><80>"},
      {"\xE6\xB0", "<E6><B0>"},
      {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},  // U+FFFD itself is shown
  };
  for (const Case& c : cases) EXPECT_EQ(Visible(c.text), c.shown);
}

TEST(NearestTest, FindsWhatWasMeant) {
  const Lines known = {"lgwan", "cloud", "wireless", "水道", "x"};
  struct Case {
    std::string word;
    const char* nearest;
  };
  const Case cases[] = {
      {"lgwan", "lgwan"},
      {"lgwam", "lgwan"},
      {"lgwna", "lgwan"},
      {"glwna", ""},
      {"xxoudc", ""},
      {"lcoud", "cloud"},
      {"wirelss", "wireless"},
      {"wirles", "wireless"},
      {"cloudy", "cloud"},
      {"banana", ""},
      {"", "x"},
      {"水", "水道"},
      {"水道局", "水道"},
      {"火災", ""},
      {Repeat("a", 1000000), ""},
      {"\xFF\xFE", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Nearest(c.word, known), c.nearest) << c.word.substr(0, 20);
  }
  EXPECT_EQ(Nearest("abc", {}), "");
  EXPECT_EQ(Nearest("ab", {"ax", "ay"}), "ax");  // the first of equals
}

TEST(TrimTest, TakesAsciiSpaceOnly) {
  EXPECT_EQ(Trim(" \t\r\na b\n"), "a b");
  EXPECT_EQ(Trim(""), "");
  EXPECT_EQ(Trim(" \n"), "");
  EXPECT_EQ(Trim("　a"), "　a");
}

TEST(SplitTest, KeepsEmptyParts) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(Split("a,b", ','), (Parts{"a", "b"}));
  EXPECT_EQ(Split("", ','), (Parts{""}));
  EXPECT_EQ(Split(",", ','), (Parts{"", ""}));
  EXPECT_EQ(Split("a,,b,", ','), (Parts{"a", "", "b", ""}));
}

TEST(JoinTest, PutsTheSeparatorBetween) {
  EXPECT_EQ(Join({}, ", "), "");
  EXPECT_EQ(Join({"a"}, ", "), "a");
  EXPECT_EQ(Join({"a", "", "b"}, ", "), "a, , b");
}

TEST(StartsWithTest, ComparesBytes) {
  EXPECT_TRUE(StartsWith("abc", "ab"));
  EXPECT_TRUE(StartsWith("abc", ""));
  EXPECT_FALSE(StartsWith("ab", "abc"));
  EXPECT_FALSE(StartsWith("", "a"));
  EXPECT_TRUE(EndsWith("abc", "bc"));
  EXPECT_TRUE(EndsWith("abc", ""));
  EXPECT_FALSE(EndsWith("bc", "abc"));
  EXPECT_FALSE(EndsWith("abc", "ab"));
}

// The ellipsis was written even where there is no cell for it.
TEST(TruncateTest, KeepsNothingInNoCells) {
  EXPECT_EQ(Truncate("abc", 0), "");
  EXPECT_EQ(Truncate("水", 0), "");
  EXPECT_EQ(Truncate("", 0), "");
}

}  // namespace
}  // namespace mapper
