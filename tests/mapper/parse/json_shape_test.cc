#include "mapper/parse/json_shape.h"

#include <gtest/gtest.h>

#include <string>

#include "mapper/base/diagnostic.h"
#include "tests/mapper/parse/outline_text.h"

namespace mapper {
namespace {

TEST(JsonShapeTest, GivesWhatHasTheShapeAndReportsTheRest) {
  static const struct {
    const char* text;
    const char* list;  // paths of the objects in "list", optional
    const char* name;  // the string "name", required
    const char* note;  // the string "note", optional
    const char* diagnostics;
  } kCases[] = {
      {R"({"list":[{},{}],"name":"n","note":""})", "/list/0 /list/1 ", "n", "",
       ""},
      {R"({"name":"n","note":"o"})", "", "n", "o", ""},
      {"[]", "", "", "",
       "1:1: [json-shape] /: expected a member \"name\", a string\n"},
      {"{\n\"list\":{}}", "", "", "",
       "2:8: [json-shape] /list: expected an array, found an object\n"
       "1:1: [json-shape] /: expected a member \"name\", a string\n"},
      {"{\"list\":null,\n \"name\":\"\",\"note\":1}", "", "", "",
       "1:9: [json-shape] /list: expected an array, found null\n"
       "2:9: [json-shape] /name: expected a string that is not empty\n"
       "2:19: [json-shape] /note: expected a string, found a number\n"},
      {"{\"list\":[{},1,\n true],\"name\":[]}", "/list/0 ", "", "",
       "1:13: [json-shape] /list/1: expected an object, found a number\n"
       "2:2: [json-shape] /list/2: expected an object, found a boolean\n"
       "2:15: [json-shape] /name: expected a string, found an array\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    Diagnostics diagnostics;
    FileDiagnostics errors("f.json", c.text, diagnostics);
    const JsonDocument document(c.text, errors);
    const JsonShape shape(errors);
    ASSERT_TRUE(document.root());
    std::string list;
    for (const JsonValue& value : shape.Objects(document.root(), "list")) {
      list += value.Path() + ' ';
    }
    EXPECT_EQ(list, c.list);
    EXPECT_EQ(shape.Required(document.root(), "name"), c.name);
    EXPECT_EQ(shape.Optional(document.root(), "note"), c.note);
    EXPECT_EQ(DumpDiagnostics(diagnostics), c.diagnostics);
  }
}

}  // namespace
}  // namespace mapper
