#include "mapper/parse/json_document.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "tests/mapper/parse/outline_text.h"

namespace mapper {
namespace {

constexpr std::size_t kDeep = 100'000;

std::string Repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// Each value as "path kind@offset text", one a line.
void DumpValues(const JsonValue& value, std::string& out) {
  out += value.Path() + ' ' + ToString(value.kind()) + '@' +
         std::to_string(value.offset());
  if (value.kind() == JsonKind::kString) {
    out += " '" + std::string(value.text()) + '\'';
  }
  out += '\n';
  for (JsonValue v = value.First(); v; v = v.Next()) DumpValues(v, out);
}

struct Read {
  explicit Read(std::string_view text) {
    FileDiagnostics errors("f.json", text, diagnostics);
    const JsonDocument document(text, errors);
    if (document.root()) DumpValues(document.root(), values);
  }
  Diagnostics diagnostics;
  std::string values;
};

TEST(JsonDocumentTest, ReadsValuesWithTheirPlaces) {
  static const struct {
    const char* text;
    const char* values;
  } kCases[] = {
      {"null", "/ null@0\n"},
      {" true ", "/ a boolean@1\n"},
      {"\n-1.5e3", "/ a number@1\n"},
      {R"("a\u3042\n")", "/ a string@0 'aあ\n'\n"},
      {R"("\ud83d\ude00")", "/ a string@0 '😀'\n"},
      {"[]", "/ an array@0\n"},
      {"{ }", "/ an object@0\n"},
      {"[1 , \"x\",\n [ ] ]",
       "/ an array@0\n/0 a number@1\n/1 a string@5 'x'\n/2 an array@11\n"},
      {R"({"a" : {"b": [null, {}]}, "c":false})",
       "/ an object@0\n/a an object@7\n/a/b an array@13\n/a/b/0 null@14\n"
       "/a/b/1 an object@20\n/c a boolean@30\n"},
      // RFC 6901 escapes; an empty name.
      {R"({"a/b~":1,"":2})",
       "/ an object@0\n/a~1b~0 a number@8\n/ a number@13\n"},
      {R"([{"x":[",:"]},0])",
       "/ an array@0\n/0 an object@1\n/0/x an array@6\n"
       "/0/x/0 a string@7 ',:'\n/1 a number@14\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const Read read(c.text);
    EXPECT_EQ(DumpDiagnostics(read.diagnostics), "");
    EXPECT_EQ(read.values, c.values);
  }
}

TEST(JsonDocumentTest, RejectsAndLocates) {
  using std::string_view_literals::operator""sv;
  static const struct {
    std::string_view text;
    const char* diagnostics;
  } kCases[] = {
      {"", "1:1: [json-syntax] expected a JSON value; the file ends here\n"},
      {" \n ",
       "2:2: [json-syntax] expected a JSON value; the file ends here\n"},
      {"{\"a\":1",
       "1:7: [json-syntax] expected ',' or '}' after the member; "
       "the file ends here\n"},
      {"{\"a\":",
       "1:6: [json-syntax] expected a JSON value; the file ends "
       "here\n"},
      {"{\"a\"",
       "1:5: [json-syntax] expected ':' after the member name; the "
       "file ends here\n"},
      {"[1,\n",
       "2:1: [json-syntax] expected a JSON value; the file ends "
       "here\n"},
      {"[1",
       "1:3: [json-syntax] expected ',' or ']' after the element; the "
       "file ends here\n"},
      {"\"あ",
       "1:3: [json-syntax] expected '\"' at the end of the string; the "
       "file ends here\n"},
      {"[1,]", "1:4: [json-syntax] expected a JSON value\n"},
      {"{\"a\":1,}",
       "1:8: [json-syntax] expected a member name in double "
       "quotes\n"},
      {"{a:1}", "1:2: [json-syntax] expected a member name in double quotes\n"},
      {"{\"a\" 1}", "1:6: [json-syntax] expected ':' after the member name\n"},
      {"{\"a\":1 \"b\":2}",
       "1:8: [json-syntax] expected ',' or '}' after the "
       "member\n"},
      {"[1 2]", "1:4: [json-syntax] expected ',' or ']' after the element\n"},
      {"[\"あ\", // note\n1]", "1:7: [json-syntax] expected a JSON value\n"},
      {"NaN", "1:1: [json-syntax] expected a JSON value\n"},
      {"01",
       "1:2: [json-syntax] expected nothing after the end of the JSON "
       "value\n"},
      {"{} {}",
       "1:4: [json-syntax] expected nothing after the end of the JSON "
       "value\n"},
      {"{}\0x"sv,
       "1:3: [json-syntax] expected nothing after the end of the "
       "JSON value\n"},
      {"1.",
       "1:3: [json-syntax] expected a digit after the decimal point; the "
       "file ends here\n"},
      {"1e+",
       "1:4: [json-syntax] expected a digit in the exponent; the file "
       "ends here\n"},
      {"[1e999]",
       "1:2: [json-syntax] expected a number in the range of a "
       "double\n"},
      {"\"\\x\"",
       "1:2: [json-syntax] expected one of \" \\ / b f n r t u "
       "after \\\n"},
      {"\"\\u12g4\"",
       "1:2: [json-syntax] expected four hexadecimal digits "
       "after \\u\n"},
      {"\"\\ud83d!\"",
       "1:2: [json-syntax] expected the second half of a "
       "surrogate pair after this \\u\n"},
      {"\"a\tb\"",
       "1:3: [json-syntax] expected no control character inside a "
       "string\n"},
      {"[\"\\udc00\"]",
       "1:2: [json-encoding] expected characters: the string "
       "holds an escape of half a surrogate pair\n"},
      {"[1,\n\"\xE3\x81\"]", "2:2: [json-encoding] expected UTF-8\n"},
      {"{\"a\":1,\n \"b\":2, \"a\":3}",
       "2:9: [json-duplicate-member] expected "
       "each member once: \"a\" is given "
       "again\n"},
      {"[{\"a\":{\"a\":1},\"\\u0061\":3}]",
       "1:15: [json-duplicate-member] expected each member once: \"a\" is "
       "given again\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(DumpDiagnostics(Read(c.text).diagnostics), c.diagnostics);
  }
}

TEST(JsonDocumentTest, BoundsDepth) {
  const std::string message =
      "[json-depth] expected at most 256 levels of "
      "nesting\n";
  const struct {
    std::string name;
    std::string text;
    std::string diagnostics;
  } cases[] = {
      {"256 arrays", Repeat("[", 256) + Repeat("]", 256), ""},
      {"257 arrays", Repeat("[", 257) + Repeat("]", 257), "1:257: " + message},
      {"deep arrays", Repeat("[", kDeep) + Repeat("]", kDeep),
       "1:257: " + message},
      {"deep, never closed", Repeat("[\n", kDeep), "257:1: " + message},
      {"deep objects", Repeat("{\"a\":", kDeep) + "1" + Repeat("}", kDeep),
       "1:1281: " + message},
      {"many side by side", "[" + Repeat("[[]],", kDeep) + "[]]", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(DumpDiagnostics(Read(c.text).diagnostics), c.diagnostics);
  }
}

TEST(JsonDocumentTest, BoundsTheNumberOfValues) {
  const std::string text = "[" + Repeat("0,", JsonDocument::kMaxValues) + "0]";
  EXPECT_EQ(DumpDiagnostics(Read(text).diagnostics),
            "1:8000000: [json-size] expected at most 4000000 JSON values\n");
}

TEST(JsonDocumentTest, StopsReportingAfterALimit) {
  const std::string text = "[" + Repeat("1,\n", 1000) + "1]";
  Diagnostics diagnostics;
  FileDiagnostics errors("f.json", text, diagnostics);
  const JsonDocument document(text, errors);
  ASSERT_TRUE(document.root());
  for (JsonValue v = document.root().First(); v; v = v.Next()) {
    errors.Error("json-shape", v.offset(), "wrong");
  }
  ASSERT_EQ(diagnostics.all().size(), FileDiagnostics::kLimit + 1);
  EXPECT_EQ(diagnostics.all().back().id, "too-many-problems");
  EXPECT_EQ(diagnostics.all().back().where.line, 101U);
  EXPECT_EQ(diagnostics.all().back().message,
            "more than 100 problems in this file; those from here on are not "
            "shown");
}

TEST(JsonDocumentTest, CutsLongNamesAndLinesInReports) {
  const std::string name(5000, 'n');
  const std::string text = "{\"" + name + "\":1}";
  Diagnostics diagnostics;
  FileDiagnostics errors("f.json", text, diagnostics);
  const JsonDocument document(text, errors);
  errors.Error("json-shape", document.root().First().offset(),
               document.root().First().Path());
  EXPECT_EQ(DumpDiagnostics(diagnostics),
            "1:5005: [json-shape] /" + std::string(39, 'n') + "…\n");
  EXPECT_EQ(diagnostics.all().front().source_line, "");
}

}  // namespace
}  // namespace mapper
