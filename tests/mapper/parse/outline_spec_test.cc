#include "mapper/parse/outline_spec.h"

#include <gtest/gtest.h>

#include "mapper/base/file.h"

namespace mapper {
namespace {

constexpr const char* kMark =
    "mark = [{ name = \"章\", form = \"第n章\", depth = 1, id = \"{n}\" }]\n";

std::string Complaints(const std::string& text) {
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec("f.toml", text, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += std::to_string(d.where.line) + ':' + std::to_string(d.where.column) +
           ": " + d.message + " [" + d.id + "]\n";
  }
  EXPECT_EQ(spec.has_value(),
            out.empty() && text.find("outline") != std::string::npos)
      << text;
  return out;
}

TEST(ReadOutlineSpecTest, FillsIn) {
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec("f.toml",
                                    R"(id = "x"
[outline]
prefix = "P"
catalogue_depth = 2
skip = "頁*"
mark = [
  { name = "章", form = ["第n章", "n."], depth = 1, first = "any", title = "line", gaps = false, id = "{prefix}{n}" },
  { name = "条", form = "第n条", depth = 2, first = [1, 2], under = "章", restart_in = [], space = true, title = "caption", id = "{parent}.{last}" },
]
[outline.ids]
"章/条" = "{parent}-{n}"
[outline.rename]
P1 = "Q"
[[outline.block]]
begin = ["解説"]
until_marks = ["章"]
[[outline.variant]]
name = "law"
when = "法律"
decoration = "markdown"
prefix = "L"
)",
                                    diagnostics);
  ASSERT_TRUE(spec.has_value()) << ToString(diagnostics.all()[0]);
  const OutlineRules& rules = spec->rules;
  EXPECT_EQ(rules.prefix, "P");
  EXPECT_EQ(rules.catalogue_depth, 2);
  EXPECT_FALSE(rules.markdown);
  ASSERT_EQ(rules.marks.size(), 2U);
  EXPECT_EQ(rules.marks[0].forms.size(), 2U);
  EXPECT_TRUE(rules.marks[0].first.empty());
  EXPECT_EQ(rules.marks[0].gaps, false);
  EXPECT_EQ(rules.marks[0].title, OutlineTitle::kLine);
  EXPECT_FALSE(rules.marks[0].through);
  EXPECT_EQ(rules.marks[1].first, (std::vector<unsigned>{1, 2}));
  EXPECT_TRUE(rules.marks[1].through);
  EXPECT_TRUE(rules.marks[1].space);
  EXPECT_EQ(rules.marks[1].gaps, std::nullopt);
  EXPECT_EQ(IdTemplate(rules, rules.marks[1], "章"), "{parent}-{n}");
  EXPECT_EQ(IdTemplate(rules, rules.marks[1], ""), "{parent}.{last}");
  EXPECT_EQ(rules.rename.at("P1"), "Q");
  ASSERT_EQ(spec->variants.size(), 1U);
  EXPECT_EQ(spec->variants[0].rules.prefix, "L");
  EXPECT_TRUE(spec->variants[0].rules.markdown);
  EXPECT_EQ(spec->variants[0].rules.marks.size(), 2U);
  EXPECT_EQ(spec->variants[0].rules.blocks.size(), 1U);
}

TEST(ReadOutlineSpecTest, LeavesFilesWithoutOutlineAlone) {
  EXPECT_EQ(Complaints("id = \"x\"\n"), "");
  EXPECT_EQ(Complaints(""), "");
}

struct Case {
  const char* text;  // after "[outline]\n"
  const char* complaint;
};

TEST(ReadOutlineSpecTest, RejectsAndLocates) {
  static const Case kCases[] = {
      {"",
       "1:1: [outline] names no mark: expected [[outline.mark]] "
       "[outline-spec]\n"},
      {"prefx = \"x\"\n",
       "2:1: unknown key 'prefx' in [outline]; did you mean 'prefix'? "
       "[toml-unknown-key]\n"},
      {"prefix = 1\n", "2:1: 'prefix' must be a string [toml-type]\n"},
      {"catalogue_depth = 99\n",
       "2:1: 'catalogue_depth' must be a number from 0 to 20 "
       "[outline-spec]\n"},
      {"catalogue_depth = \"a\"\n",
       "2:1: 'catalogue_depth' must be a whole number [toml-type]\n"},
      {"decoration = \"markdwn\"\n",
       "2:1: unknown value 'markdwn' of 'decoration'; did you mean "
       "'markdown'? [toml-value]\n"},
      {"skip = [1]\n", "2:9: 'skip' holds only strings [toml-type]\n"},
      {"skip = [\" \"]\n",
       "2:1: 'skip' holds an empty pattern [outline-spec]\n"},
      {"ids = { \"節\" = \"{n}\" }\n",
       "2:9: no mark is named '節'; did you mean '章'? [outline-spec]\n"},
      {"ids = { \"章\" = \"{m}\" }\n",
       "2:9: unknown '{m}' in an id; known: {prefix} {parent} {n} {ascii} "
       "{last} "
       "[outline-spec]\n"},
      {"ids = { \"章\" = \"{n\" }\n",
       "2:9: unknown '{n' in an id; known: {prefix} {parent} {n} {ascii} "
       "{last} "
       "[outline-spec]\n"},
      {"prefix = \"#\"\n",
       "2:1: an id that begins with '#', or holds a control character "
       "[outline-spec]\n"},
      {"ids = { \"章\" = \"A\\t{n}\" }\n",
       "2:9: an id that begins with '#', or holds a control character "
       "[outline-spec]\n"},
      {"ids = { \"章\" = \"{parent}{parent}\" }\n",
       "2:9: '{parent}' twice in an id [outline-spec]\n"},
      {"rename = { A = \"\" }\n", "2:12: an empty id [outline-spec]\n"},
      {"rename = { A = \"x\\ny\" }\n",
       "2:12: an id that begins with '#', or holds a control character "
       "[outline-spec]\n"},
      {"rename = { A = 1 }\n", "2:12: 'A' must be a string [toml-type]\n"},
      {"block = [{ until_heading = true }]\n",
       "2:10: a block needs 'begin', the line it begins with, or "
       "'begin_marks' [outline-spec]\n"},
      {"block = [{ begin = \"x\", until_mark = \"章\" }]\n",
       "2:25: unknown key 'until_mark' in [[outline.block]]; did you mean "
       "'until_marks'? [toml-unknown-key]\n"},
      {"block = [{ begin = \"x\", until_marks = \"節\" }]\n",
       "2:25: no mark is named '節'; did you mean '章'? [outline-spec]\n"},
      {"variant = [{ name = \"x\" }]\n",
       "2:12: a variant needs 'when', a text of the document's first lines "
       "[outline-spec]\n"},
      {"variant = [{ when = \"x\" }]\n",
       "2:12: missing 'name' in [[outline.variant]] [toml-missing]\n"},
      {"variant = [{ name = \"x\", when = \"y\", perfix = \"z\" }]\n",
       "2:38: unknown key 'perfix' in [[outline.variant]]; did you mean "
       "'prefix'? [toml-unknown-key]\n"},
      {"a = \n", "2:5: "},
  };
  for (const Case& c : kCases) {
    const bool needs_mark = *c.text != '\0';
    const std::string got = Complaints("[outline]\n" + std::string(c.text) +
                                       (needs_mark ? kMark : ""));
    if (c.text == std::string("a = \n")) {
      EXPECT_NE(got.find("[toml-syntax]"), std::string::npos) << got;
      continue;
    }
    EXPECT_EQ(got, c.complaint) << c.text;
  }
}

TEST(ReadOutlineSpecTest, RejectsMarks) {
  static const Case kCases[] = {
      {"form = \"n\", depth = 1, id = \"{n}\"",
       "2:9: missing 'name' in [[outline.mark]] [toml-missing]\n"},
      {"name = \"a\", depth = 1, id = \"{n}\"",
       "2:9: missing 'form' in [[outline.mark]] [toml-missing]\n"},
      {"name = \"a\", form = \"n\", id = \"{n}\"",
       "2:9: missing 'depth' in [[outline.mark]] [toml-missing]\n"},
      {"name = \"a\", form = \"n\", depth = 1",
       "2:9: missing 'id' in [[outline.mark]] [toml-missing]\n"},
      {"name = \"a\", form = \"第ｎ条\", depth = 1, id = \"{n}\"",
       "2:22: unknown form of mark '第ｎ条'; did you mean '第n条'? "
       "[outline-form]\n"},
      {"name = \"a\", form = \"n\", depth = 0, id = \"{n}\"",
       "2:34: 'depth' must be a number from 1 to 20 [outline-spec]\n"},
      {"name = \"a\", form = \"n\", depth = 1, id = \"{x}\"",
       "2:45: unknown '{x}' in an id; known: {prefix} {parent} {n} {ascii} "
       "{last} "
       "[outline-spec]\n"},
      {"name = \"a\", form = \"n\", depth = 1, id = \"\", first = \"all\"",
       "2:62: 'first' must be \"any\", a number or a list of numbers "
       "[toml-type]\n"},
      {"name = \"a\", form = \"n\", depth = 1, id = \"\", first = [0]",
       "2:63: 'first' must be \"any\", a number or a list of numbers "
       "[toml-type]\n"},
      {"name = \"a\", form = \"n\", depth = 1, id = \"\", title = \"lines\"",
       "2:54: unknown value 'lines' of 'title'; did you mean 'line'? "
       "[toml-value]\n"},
      {"name = \"a\", form = \"n\", depth = 1, id = \"\", under = \"b\"",
       "2:1: no mark is named 'b'; did you mean 'a'? [outline-spec]\n"},
      {"name = \"a\", form = \"n\", depth = 1, id = \"\", spaces = true",
       "2:54: unknown key 'spaces' in [[outline.mark]]; did you mean "
       "'space'? [toml-unknown-key]\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Complaints("[outline]\nmark = [{" + std::string(c.text) + "}]\n"),
              c.complaint)
        << c.text;
  }
}

TEST(ReadOutlineSpecTest, ReportsEverythingInOneRun) {
  EXPECT_EQ(Complaints("[outline]\nprefx = 1\nskip = 2\n" + std::string(kMark)),
            "3:1: 'skip' must be a string or a list of strings [toml-type]\n"
            "2:1: unknown key 'prefx' in [outline]; did you mean 'prefix'? "
            "[toml-unknown-key]\n");
}

TEST(ReadOutlineSpecTest, ReadsTheShippedFrameworks) {
  const std::string root = KAKEHASHI_ROOT "/frameworks/";
  for (const char* id : {"gov-unified-2025", "lar-16-3", "water-law",
                         "mic-lg-2026", "mhlw-mis-6.0"}) {
    const std::string file = root + id + "/framework.toml";
    Diagnostics diagnostics;
    EXPECT_TRUE(ReadOutlineSpec(file, ReadFile(file), diagnostics).has_value())
        << id;
    EXPECT_TRUE(diagnostics.empty()) << ToString(diagnostics.all()[0]);
  }
}

}  // namespace
}  // namespace mapper
