#include "mapper/base/invisible.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

TEST(IsInvisibleTest, KnowsWhatCannotBeSeen) {
  for (const char32_t c :
       U"\x01\x09\x1B\x7F\u0085\u009B\u00AD\u034F\u061C\u115F\u1160\u17B4\u180B"
       U"\u180E\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u202A\u202E\u2060"
       U"\u2064\u2066\u2069\u206F\u3164\uFDD0\uFE00\uFE0F\uFEFF\uFFA0\uFFF9"
       U"\uFFFB\uFFFE\uFFFF\U0001D173\U0001FFFE\U000E0001\U000E0041\U000E007F"
       U"\U000E0100\U000E01EF\U0010FFFF") {  // and the zero at the end
    EXPECT_TRUE(IsInvisible(c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(IsInvisibleTest, LeavesWhatIsSeenAlone) {
  for (const char32_t c : std::u32string(
           U" !~\u00A0¡αאا\u2003\u2010\u202F\u3000あ\u3099一葛\uE000\uF8FF！＝"
           U"\uFFFD👨𠮷\U0002FA1D\U000F0000")) {
    EXPECT_FALSE(IsInvisible(c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(VisibleTest, KeepsWhatBelongsToAName) {
  struct Case {
    const char32_t* text;
    const char32_t* shown;
  };
  static const Case kCases[] = {
      {U"葛\U000E0100城市", U"葛\U000E0100城市"},
      {U"𠮷\U000E0101", U"𠮷\U000E0101"},
      {U"神\uFE00", U"神\uFE00"},
      {U"1\uFE0F\u20E3", U"1\uFE0F\u20E3"},
      {U"☎\uFE0F", U"☎\uFE0F"},
      {U"👨\u200D👩\u200D👧", U"👨\u200D👩\u200D👧"},
      {U"❤\uFE0F\u200D🔥", U"❤\uFE0F\u200D🔥"},
      {U"می\u200Cخواهم", U"می\u200Cخواهم"},
      // The same characters where they belong to nothing.
      {U"\U000E0100", U"<U+E0100>"},
      {U"か\U000E0100", U"か<U+E0100>"},
      {U"葛\U000E0100\U000E0101", U"葛\U000E0100<U+E0101>"},
      {U"a\uFE0F", U"a<U+FE0F>"},
      {U" \uFE0F", U" <U+FE0F>"},
      {U"水\u200D道", U"水<U+200D>道"},
      {U"か\u200Cな", U"か<U+200C>な"},
      {U"👨\u200D", U"👨<U+200D>"},
      {U"\u200D👨", U"<U+200D>👨"},
      {U"👨\u200Da", U"👨<U+200D>a"},
      {U"می\u200C", U"می<U+200C>"},
  };
  const auto utf8 = [](const char32_t* text) {
    std::string out;
    for (; *text != 0; ++text) AppendUtf8(out, *text);
    return out;
  };
  for (const Case& c : kCases) EXPECT_EQ(Visible(utf8(c.text)), utf8(c.shown));
}

TEST(VisibleTest, GivesTheSameAgain) {
  for (const char* text : {"\x1b[2J", "\xFF", "a\nb", "\xE2\x80\xAE"}) {
    EXPECT_EQ(Visible(Visible(text)), Visible(text));
  }
}

TEST(VisibleLinesTest, KeepsLineFeedsAlone) {
  struct Case {
    const char* text;
    const char* shown;
  };
  static const Case kCases[] = {
      {"", ""},
      {"\n", "\n"},
      {"a\nb", "a\nb"},
      {"a\n\n", "a\n\n"},
      {"\r\n", "<U+000D>\n"},
      {"a\tb\n\x1b[1A", "a<U+0009>b\n<U+001B>[1A"},
  };
  for (const Case& c : kCases) EXPECT_EQ(VisibleLines(c.text), c.shown);
}

// A selector has no width; a line must not end before it.
TEST(WrapTest, KeepsASelectorWithItsCharacter) {
  const std::string name = "葛\xF3\xA0\x84\x80";
  EXPECT_EQ(Wrap(name + name + name, 4),
            (std::vector<std::string>{name + name, name}));
}

}  // namespace
}  // namespace mapper
