#include "mapper/base/encoding.h"

#include <gtest/gtest.h>

#include "mapper/base/utf8.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

using std::string_literals::operator""s;

constexpr const char kUtf8Mark[] = "\xEF\xBB\xBF";
constexpr const char kLeMark[] = "\xFF\xFE";
constexpr const char kBeMark[] = "\xFE\xFF";

std::string Utf16(const std::u16string& text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

TEST(EncodingTest, HasNames) {
  EXPECT_STREQ(ToString(Encoding::kUtf8), "UTF-8");
  EXPECT_STREQ(ToString(Encoding::kUtf16Le), "UTF-16LE");
  EXPECT_STREQ(ToString(Encoding::kUtf16Be), "UTF-16BE");
  EXPECT_STREQ(ToString(Encoding::kCp932), "CP932");
}

TEST(DetectEncodingTest, GoesByMarkThenByBytes) {
  struct Case {
    std::string bytes;
    Encoding encoding;
  };
  const Case cases[] = {
      {"", Encoding::kUtf8},
      {"plain", Encoding::kUtf8},
      {"水道局", Encoding::kUtf8},
      {kUtf8Mark + "a"s, Encoding::kUtf8},
      {kLeMark + "a\0"s, Encoding::kUtf16Le},
      {kBeMark + "\0a"s, Encoding::kUtf16Be},
      {Utf16(u"a,水道\n", true), Encoding::kUtf16Le},
      {Utf16(u"a,水道\n", false), Encoding::kUtf16Be},
      {"\x90\x85\x93\xB9", Encoding::kCp932},        // 水道
      {"\xB1\xB2\xB3", Encoding::kCp932},            // half-width kana
      {kUtf8Mark + "\xFF"s, Encoding::kUtf8},        // damaged, but marked
      {"水道\xFF", Encoding::kCp932},                // too short to tell
      {Repeat("水", 16) + "\xFF", Encoding::kUtf8},  // damaged UTF-8
      {"a\0b"s, Encoding::kUtf8},    // odd length: a NUL in text
      {"ab\0\0"s, Encoding::kUtf8},  // zeros at both parities
  };
  for (const Case& c : cases) {
    EXPECT_STREQ(ToString(DetectEncoding(c.bytes)), ToString(c.encoding))
        << testing::PrintToString(c.bytes);
  }
}

TEST(DecodeTextTest, ReadsEveryEncodingAlike) {
  const std::u16string wide = u"名称,値\r\n水道局,①\r\n";
  const std::string text = "名称,値\n水道局,①\n";
  const std::string cp932 =
      "\x96\xBC\x8F\xCC,\x92\x6C\r\n\x90\x85\x93\xB9\x8B\xC7,\x87\x40\r\n";
  const std::string cases[] = {
      "名称,値\r\n水道局,①\r\n",    kUtf8Mark + "名称,値\n水道局,①\n"s,
      "名称,値\r水道局,①\r",        kLeMark + Utf16(wide, true),
      kBeMark + Utf16(wide, false), Utf16(wide, true),
      Utf16(wide, false),           cp932,
  };
  for (const std::string& bytes : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(DecodeText("f", bytes, diagnostics), text)
        << testing::PrintToString(bytes);
    EXPECT_EQ(Dump(diagnostics), "");
  }
}

TEST(DecodeTextTest, UnifiesLineEnds) {
  struct Case {
    const char* bytes;
    const char* text;
  };
  static const Case kCases[] = {
      {"", ""},         {"\r\n", "\n"},     {"\r", "\n"},
      {"\n\r", "\n\n"}, {"\r\r\n", "\n\n"}, {"a\rb\r\nc\n", "a\nb\nc\n"},
  };
  for (const Case& c : kCases) {
    Diagnostics diagnostics;
    EXPECT_EQ(DecodeText("f", c.bytes, diagnostics), c.text);
  }
}

TEST(DecodeTextTest, ReportsDamageOnceWithItsPlace) {
  struct Case {
    std::string bytes;
    const char* text;
    const char* dump;
  };
  const std::string many = Repeat("水", 16);
  const Case cases[] = {
      {kUtf8Mark + "a\nb\xFF"
                   "c\xFE"s,
       "a\nb\xEF\xBF\xBD"
       "c\xEF\xBF\xBD",
       "2:2 encoding-invalid bytes that are not UTF-8\n"},
      {kUtf8Mark + "水\xE6\xB0"s, "水\xEF\xBF\xBD\xEF\xBF\xBD",
       "1:2 encoding-invalid bytes that are not UTF-8\n"},
      {kUtf8Mark + "\xED\xA0\x80"s, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
       "1:1 encoding-invalid bytes that are not UTF-8\n"},
      // A byte short, a surrogate alone.
      {kLeMark + Utf16(u"ab\nc", true) + "x", "ab\nc\xEF\xBF\xBD",
       "2:2 encoding-invalid bytes that are not UTF-16LE\n"},
      {kLeMark + Utf16(u"a", true) + "\x00\xD8"s + Utf16(u"b", true),
       "a\xEF\xBF\xBD"
       "b",
       "1:2 encoding-invalid bytes that are not UTF-16LE\n"},
      {kBeMark + "\xDC\x00"s + Utf16(u"b", false),
       "\xEF\xBF\xBD"
       "b",
       "1:1 encoding-invalid bytes that are not UTF-16BE\n"},
      // A lead byte at the end.
      {"\x90\x85\r\n\x93", "水\n\xEF\xBF\xBD",
       "2:1 encoding-invalid bytes that are not CP932\n"},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(DecodeText("f", c.bytes, diagnostics), c.text)
        << testing::PrintToString(c.bytes);
    EXPECT_EQ(Dump(diagnostics), c.dump) << testing::PrintToString(c.bytes);
  }
}

TEST(DecodeTextTest, AlwaysYieldsUtf8) {
  std::uint32_t state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < round % 50; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += static_cast<char>(state >> 24U);
    }
    Diagnostics diagnostics;
    const std::string text = DecodeText("f", bytes, diagnostics);
    EXPECT_EQ(FindInvalidUtf8(text), std::string::npos);
    EXPECT_EQ(text.find('\r'), std::string::npos);
  }
}

TEST(DecodeTextTest, ReadsLargeFiles) {
  Diagnostics diagnostics;
  const std::string text = DecodeText(
      "f", Utf16(u"a,\x6C34", true) + Repeat(Utf16(u"\x6C34", true), 500000),
      diagnostics);
  EXPECT_EQ(text.size(), 2 + 3 * 500001U);
  EXPECT_EQ(Dump(diagnostics), "");
}

TEST(EncodeCp932Test, EncodesAndNamesWhatItCannot) {
  struct Case {
    std::string utf8;
    const char* cp932;
    const char* unmappable;
  };
  const Case cases[] = {
      {"", "", ""},
      {"abc\r\n", "abc\r\n", ""},
      {"水道", "\x90\x85\x93\xB9", ""},
      {"①㈱", "\x87\x40\x87\x8A", ""},  // of NEC's row, not of Shift_JIS
      {"ｱ", "\xB1", ""},
      {"～", "\x81\x60", ""},
      {"\\", "\\", ""},
      {"\xF0\x9F\x92\xA7", "?", "\xF0\x9F\x92\xA7"},
      {"aéb", "a?b", "é"},
      {"éüé", "???", "éü"},
      {"水é道", "\x90\x85?\x93\xB9", "é"},
      {"a\xFF"
       "b",
       "a?b", "\xFF"},
      {"a\xE6\xB0", "a??", "\xE6\xB0"},
  };
  for (const Case& c : cases) {
    std::string unmappable;
    EXPECT_EQ(EncodeCp932(c.utf8, unmappable), c.cp932) << c.utf8;
    EXPECT_EQ(unmappable, c.unmappable) << c.utf8;
  }
}

TEST(EncodeCp932Test, ComesBack) {
  const std::string text = "自治体機密性２以上の情報（ソ・表・能）を扱う～①";
  std::string unmappable;
  const std::string bytes = EncodeCp932(Repeat(text, 1000), unmappable);
  EXPECT_EQ(unmappable, "");
  Diagnostics diagnostics;
  EXPECT_EQ(DecodeText("f", bytes, diagnostics), Repeat(text, 1000));
  EXPECT_EQ(Dump(diagnostics), "");
}

// The place of damage was counted in LF alone, though lone CR become LF.
TEST(DecodeTextTest, CountsLoneCarriageReturnsAsLines) {
  Diagnostics diagnostics;
  DecodeText("f", kUtf8Mark + "a\rb\r\nc\r\xFF"s, diagnostics);
  EXPECT_EQ(Dump(diagnostics),
            "4:1 encoding-invalid bytes that are not UTF-8\n");
}

// After the mark of UTF-8, that of UTF-16 was dropped without a word.
TEST(DecodeTextTest, TakesOneByteOrderMarkOnly) {
  Diagnostics diagnostics;
  EXPECT_EQ(DecodeText("f", std::string(kUtf8Mark) + kLeMark, diagnostics),
            "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(Dump(diagnostics),
            "1:1 encoding-invalid bytes that are not UTF-8\n");
}

}  // namespace
}  // namespace mapper
