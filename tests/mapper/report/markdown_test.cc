#include "mapper/report/markdown.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

TEST(MarkdownTextTest, IsShownAsItIs) {
  struct Case {
    const char* text;
    const char* markdown;
  };
  static const Case kCases[] = {
      {"水道 4.1(1)", "水道 4.1(1)"},
      {"a|b", "a\\|b"},
      {"a\\|b", "a\\\\\\|b"},
      {"<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"},
      {"[x](y) ![z]", "\\[x\\](y) \\!\\[z\\]"},
      {"*a* _b_ ~~c~~ `d` $e$",
       "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\$e\\$"},
      {"https://x.example", "https\\://x.example"},
      {"a\nb", "a\\<U+000A\\>b"},
  };
  for (const Case& c : kCases) EXPECT_EQ(MarkdownText(c.text), c.markdown);
}

TEST(MarkdownTableTest, IsOneLineARow) {
  Records records;
  records.columns = {{"a", {"あ", "a"}}, {"b", {"い", "b|"}}};
  records.rows = {{"1", "|"}, {"", "x\ny"}};
  EXPECT_EQ(
      MarkdownTable(records, Language::kEn),
      "| a | b\\| |\n| --- | --- |\n| 1 | \\| |\n|  | x\\<U+000A\\>y |\n");
}

}  // namespace
}  // namespace mapper
