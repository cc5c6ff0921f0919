#include "mapper/report/oscal_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mapper {
namespace {

TEST(OscalLineTest, FitsTheStringDatatype) {
  static const struct {
    const char* text;
    const char* line;
  } kCases[] = {
      {"a", "a"},
      {"  a b\t", "a b"},
      {"a\nb\r\nc", "a b  c"},
      {"\xE3\x80\x80水道\xE3\x80\x80局\xE3\x80\x80", "水道\xE3\x80\x80局"},
      {"a\xE2\x80\xA8"
       "b\xE2\x80\xA9",
       "a b"},  // U+2028, U+2029
      {"\xEF\xBB\xBF"
       "a\xC2\xA0",
       "a"},
      {"a\x01"
       "b",
       "a b"},
      {"", ""},
      {" \n\xE3\x80\x80", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(OscalLine(c.text), c.line) << c.text;
}

TEST(OscalUriTest, EncodesWhatAUriMayNotHold) {
  static const struct {
    const char* address;
    const char* uri;
  } kCases[] = {
      {"https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"},
      {"https://example.org/%E6%B0%B4", "https://example.org/%E6%B0%B4"},
      {"https://example.org/水", "https://example.org/%E6%B0%B4"},
      {"a b<c>\"d\"\\^`{|}", "a%20b%3Cc%3E%22d%22%5C%5E%60%7B%7C%7D"},
      {"", ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(OscalUri(c.address), c.uri) << c.address;
  }
}

TEST(OscalTimeTest, TakesTheNewestDay) {
  static const struct {
    const char* epoch;
    std::vector<std::string> days;
    const char* time;
  } kCases[] = {
      {"", {"2026-11-22", "2027-01-01", "2025-12-31"}, "2027-01-01T00:00:00Z"},
      {"", {"", "2024", "2024-02-30", "soon"}, "1970-01-01T00:00:00Z"},
      {"", {}, "1970-01-01T00:00:00Z"},
      {"2020-01-01T01:02:03Z", {"2026-11-22"}, "2020-01-01T01:02:03Z"},
  };
  for (const auto& c : kCases) EXPECT_EQ(OscalTime(c.epoch, c.days), c.time);
}

TEST(OscalJsonTest, NamesTheDocumentByItsContent) {
  const auto write = [](const char* title) {
    OscalJson json;
    json.StartDocument("catalog");
    json.Line("title", title);
    json.Props({{"x", "", "", "", ""}});  // without a value: left out
    return json.Finish();
  };
  EXPECT_EQ(write("a"), write("a"));
  EXPECT_NE(write("a").substr(0, 64), write("b").substr(0, 64));
  EXPECT_EQ(write("a").find("00000000-0000"), std::string::npos);
  EXPECT_EQ(write("a").find("props"), std::string::npos);
}

TEST(OscalJsonTest, KeepsATextThatLooksLikeTheUuidToBe) {
  OscalJson json;
  json.StartDocument("catalog");
  json.Line("title", "00000000-0000-0000-0000-000000000000");
  EXPECT_NE(
      json.Finish().find("\"title\": \"00000000-0000-0000-0000-000000000000\""),
      std::string::npos);
}

}  // namespace
}  // namespace mapper
