#include "mapper/base/line_index.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"

namespace mapper {
namespace {

std::string Place(const LineIndex& index, std::size_t offset) {
  const SourceLocation place = index.Locate(offset);
  return place.file + ':' + std::to_string(place.line) + ':' +
         std::to_string(place.column);
}

TEST(LineIndexTest, LocatesBytesByCodePoint) {
  struct Case {
    const char* text;
    std::size_t offset;
    const char* place;
  };
  static const Case kCases[] = {
      {"", 0, "f:1:1"},
      {"abc", 0, "f:1:1"},
      {"abc", 2, "f:1:3"},
      {"abc", 3, "f:1:4"},
      {"abc", 99, "f:1:4"},  // past the end: the end
      {"a\nb", 1, "f:1:2"},  // the line feed is the end of its line
      {"a\nb", 2, "f:2:1"},
      {"a\n", 2, "f:2:1"},
      {"\n\n\n", 2, "f:3:1"},
      {"水道\n局", 3, "f:1:2"},
      {"水道\n局", 6, "f:1:3"},
      {"水道\n局", 7, "f:2:1"},
      {"a\r\nb", 3, "f:2:1"},
      {"\xFF\xFE", 1, "f:1:2"},  // bytes that are no characters count as such
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Place(LineIndex("f", c.text), c.offset), c.place)
        << c.text << " at " << c.offset;
  }
}

TEST(LineIndexTest, GivesLines) {
  const std::string text = "first\n\n水道局\nlast";
  const LineIndex index("f", text);
  EXPECT_EQ(index.Line(1), "first");
  EXPECT_EQ(index.Line(2), "");
  EXPECT_EQ(index.Line(3), "水道局");
  EXPECT_EQ(index.Line(4), "last");
  EXPECT_EQ(index.lines(), 4U);
  const LineIndex ended("f", "a\n");
  EXPECT_EQ(ended.Line(1), "a");
  EXPECT_EQ(ended.Line(2), "");
}

TEST(LineIndexTest, CountsMillionsOfLinesAndColumns) {
  const std::string text = Repeat("\n", 1000000) + Repeat("水", 300000);
  const LineIndex index("f", text);
  EXPECT_EQ(Place(index, text.size()), "f:1000001:300001");
}

// A caret line under a TOML file with CR LF ended in <U+000D>.
TEST(LineIndexTest, GivesLinesWithoutCarriageReturn) {
  const LineIndex index("f", "a\r\n\r\nb\rc\r\nd\r");
  EXPECT_EQ(index.Line(1), "a");
  EXPECT_EQ(index.Line(2), "");
  EXPECT_EQ(index.Line(3), "b\rc");
  EXPECT_EQ(index.Line(4), "d");
}

}  // namespace
}  // namespace mapper
