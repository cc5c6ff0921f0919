#include "mapper/base/utf8.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"

namespace mapper {
namespace {

TEST(DecodeUtf8Test, DecodesTheWholeRange) {
  struct Case {
    std::string bytes;
    char32_t value;
    std::size_t length;
  };
  const Case cases[] = {
      {std::string(1, '\0'), 0x0, 1},
      {"A", 0x41, 1},
      {"\x7F", 0x7F, 1},
      {"\xC2\x80", 0x80, 2},
      {"\xDF\xBF", 0x7FF, 2},
      {"\xE0\xA0\x80", 0x800, 3},
      {"\xE6\xB0\xB4", 0x6C34, 3},
      {"\xED\x9F\xBF", 0xD7FF, 3},
      {"\xEE\x80\x80", 0xE000, 3},
      {"\xEF\xBF\xBD", 0xFFFD, 3},
      {"\xEF\xBF\xBF", 0xFFFF, 3},
      {"\xF0\x90\x80\x80", 0x10000, 4},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
  };
  for (const Case& c : cases) {
    const Utf8Char got = DecodeUtf8(c.bytes, 0);
    EXPECT_TRUE(got.valid) << std::hex << c.value;
    EXPECT_EQ(got.value, c.value);
    EXPECT_EQ(got.length, c.length) << std::hex << c.value;
    std::string back;
    AppendUtf8(back, c.value);
    EXPECT_EQ(back, c.bytes) << std::hex << c.value;
    EXPECT_EQ(FindInvalidUtf8(c.bytes), std::string::npos);
  }
}

TEST(DecodeUtf8Test, RejectsWhatIsNotUtf8) {
  static const char* const kCases[] = {
      "\x80",  // a continuation alone
      "\xBF",
      "\xC0\x80",          // overlong NUL
      "\xC1\xBF",          // overlong
      "\xE0\x80\x80",      // overlong
      "\xE0\x9F\xBF",      // overlong U+07FF
      "\xF0\x80\x80\x80",  // overlong
      "\xF0\x8F\xBF\xBF",  // overlong U+FFFF
      "\xED\xA0\x80",      // high surrogate
      "\xED\xBF\xBF",      // low surrogate
      "\xF4\x90\x80\x80",  // U+110000
      "\xF5\x80\x80\x80",
      "\xF8\x88\x80\x80\x80",
      "\xFE",
      "\xFF",
      "\xC3",  // truncated
      "\xE6\xB0",
      "\xF0\x9F\x92",
      "\xC3(",  // broken off by ASCII
      "\xE6\xB0(",
      "\xF0\x9F\x92(",
      "\xE6(\xB4",
  };
  for (const char* bytes : kCases) {
    const Utf8Char got = DecodeUtf8(bytes, 0);
    EXPECT_FALSE(got.valid) << testing::PrintToString(std::string(bytes));
    EXPECT_EQ(got.value, 0xFFFDU);
    EXPECT_EQ(got.length, 1U) << testing::PrintToString(std::string(bytes));
    EXPECT_EQ(FindInvalidUtf8(bytes), 0U);
    const std::string after = "ascii ascii 水 " + std::string(bytes);
    EXPECT_EQ(FindInvalidUtf8(after), 16U);
  }
}

TEST(FindInvalidUtf8Test, FindsTheFirstAtAnyAlignment) {
  EXPECT_EQ(FindInvalidUtf8(""), std::string::npos);
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(40, 'a');
    EXPECT_EQ(FindInvalidUtf8(text), std::string::npos);
    text[at] = '\xFF';
    EXPECT_EQ(FindInvalidUtf8(text), at);
  }
  const std::string large = Repeat("水道", 200000);
  EXPECT_EQ(FindInvalidUtf8(large), std::string::npos);
  EXPECT_EQ(FindInvalidUtf8(large.substr(0, large.size() - 1)),
            large.size() - 3);
}

}  // namespace
}  // namespace mapper
