#include "mapper/parse/yaml_document.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

std::string Ids(std::string_view text) {
  Diagnostics diagnostics;
  FileDiagnostics errors("f.yaml", text, diagnostics);
  ReadYaml(text, errors);
  std::string ids;
  for (const Diagnostic& d : diagnostics.all()) {
    ids += std::to_string(d.where.line) + ":" + std::to_string(d.where.column) +
           " " + d.id + "\n";
  }
  return ids;
}

TEST(ReadYamlTest, KeepsKeysValuesAndPlaces) {
  const std::string text = "水: {a: 1, b: [x, ~]}\nc: \"d\\n\"\n";
  Diagnostics diagnostics;
  FileDiagnostics errors("f.yaml", text, diagnostics);
  const YamlNode root = ReadYaml(text, errors);
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(root.keys.size(), 2U);
  const YamlNode* water = root.Find("水");
  ASSERT_NE(water, nullptr);
  EXPECT_EQ(water->Text("a"), "1");
  EXPECT_EQ(water->Text("b"), "");
  ASSERT_EQ(water->Find("b")->items.size(), 2U);
  EXPECT_EQ(water->Find("b")->items[1].kind, YamlNode::Kind::kNull);
  EXPECT_EQ(root.Text("c"), "d\n");
  EXPECT_EQ(root.Find("e"), nullptr);
}

TEST(ReadYamlTest, RejectsAndLocates) {
  struct Case {
    std::string text;
    const char* ids;
  };
  const Case kCases[] = {
      {"", ""},
      {"a: 1", ""},
      {"水: &x 1", "1:4 yaml-alias\n"},
      {"a: 1\nb: *x", "2:4 yaml-syntax\n"},
      {"a: [1, }", "1:8 yaml-syntax\n"},
      {"a: 1\na: 2", "2:1 yaml-duplicate-key\n"},
      {"? [a]\n: b", "1:3 yaml-syntax\n"},
      {std::string(65, '[') + std::string(65, ']'), "1:65 yaml-depth\n"},
      {std::string(100000, '['), "1:257 yaml-depth\n"},
      // Nine lists of nine references, each to the list before.
      {"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "1:4 yaml-alias\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Ids(c.text), c.ids) << c.text.substr(0, 80);
  }
}

TEST(ReadYamlTest, TooManyValuesAreRefused) {
  std::string text = "[";
  for (std::size_t i = 0; i < kMaxYamlNodes; ++i) text += "a,";
  EXPECT_EQ(Ids(text + "a]").substr(0, 2), "1:");
  EXPECT_NE(Ids(text + "a]").find("yaml-size"), std::string::npos);
}

}  // namespace
}  // namespace mapper
