#include "mapper/report/json_writer.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

using Type = Column::Type;

// One row of one cell, as it stands in the output.
std::string CellOf(Type type, const std::string& text) {
  Records records;
  records.columns = {{"x", {"x", "x"}, type}};
  records.rows = {{text}};
  const std::string json = WriteJson(records, {});
  const std::string before = "{\n \"rows\": [\n  {\n   \"x\": ";
  const std::string after = "\n  }\n ],\n \"totals\": {}\n}\n";
  EXPECT_EQ(json.substr(0, before.size()), before);
  EXPECT_EQ(json.substr(json.size() - after.size()), after);
  return json.substr(before.size(), json.size() - before.size() - after.size());
}

TEST(WriteJsonTest, WritesCellsByTheirType) {
  struct Case {
    Type type;
    std::string text;
    const char* json;
  };
  const Case cases[] = {
      {Type::kText, "水道局", "\"水道局\""},
      {Type::kText, "12", "\"12\""},
      {Type::kText, "", "null"},
      {Type::kText, "=1", "\"=1\""},  // no guard: nothing runs JSON
      {Type::kText, "a\"\\b", "\"a\\\"\\\\b\""},
      {Type::kText, "a\nb\tc", "\"a\\nb\\tc\""},
      {Type::kText, "\x1b[2J", "\"\\u001B[2J\""},
      {Type::kText, std::string("a\0b", 3), "\"a\\u0000b\""},
      {Type::kNumber, "12", "12"},
      {Type::kNumber, "0", "0"},
      {Type::kNumber, "", "null"},
      {Type::kNumber, "-1", "\"-1\""},
      {Type::kNumber, "1.5", "\"1.5\""},
      {Type::kNumber, "12345678901234567890", "\"12345678901234567890\""},
      {Type::kList, "", "[]"},
      {Type::kList, "a", "[\n    \"a\"\n   ]"},
      {Type::kList, "a;b", "[\n    \"a\",\n    \"b\"\n   ]"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(CellOf(c.type, c.text), c.json) << c.text;
}

TEST(WriteJsonTest, KeepsTheOrderOfColumnsAndTotals) {
  Records records;
  records.columns = {{"b", {"B", "B"}}, {"a", {"A", "A"}}};
  records.rows = {{"1", "2"}};
  EXPECT_EQ(
      WriteJson(records, {{"z", {"Z", "Z"}, 3}, {"y", {"Y", "Y"}, 0}}),
      "{\n \"rows\": [\n  {\n   \"b\": \"1\",\n   \"a\": \"2\"\n  }\n ],\n"
      " \"totals\": {\n  \"z\": 3,\n  \"y\": 0\n }\n}\n");
}

TEST(WriteJsonTest, WritesNothingAsEmptyLists) {
  EXPECT_EQ(WriteJson({}, {}), "{\n \"rows\": [],\n \"totals\": {}\n}\n");
}

TEST(JsonStringTest, Quotes) {
  EXPECT_EQ(JsonString(""), "\"\"");
  EXPECT_EQ(JsonString("水\"\\\n"), "\"水\\\"\\\\\\n\"");
}

}  // namespace
}  // namespace mapper
