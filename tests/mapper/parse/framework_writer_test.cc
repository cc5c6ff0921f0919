#include "mapper/parse/framework_writer.h"

#include <gtest/gtest.h>

#include "mapper/parse/framework_files.h"
#include "mapper/parse/outline_spec.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

TEST(FrameworkWriterTest, WritesWhatItsReaderReads) {
  Framework framework;
  framework.id = "own";
  framework.title_ja = "「市」の\"方針\"\\\n\t\x01";
  framework.title_en = "Policy";
  framework.publisher_ja = "市";
  framework.publisher_en = "City";
  framework.kind = "guideline";
  framework.edition = "第1版";
  framework.status = "current";
  framework.licence = "-";
  framework.sourcing_en = "Imported.";
  framework.binding = Binding::kLaw;
  const std::string toml =
      WriteFrameworkToml(framework, "two\nlines",
                         "[outline]\nmark = [{ name = \"n\", form = \"n\", "
                         "depth = 1, id = \"X{n}\" }]\n");
  Diagnostics diagnostics;
  Framework read = ReadFrameworkToml("f.toml", toml, "own", diagnostics);
  EXPECT_EQ(read.title_ja, framework.title_ja);
  EXPECT_EQ(read.binding, Binding::kLaw);
  EXPECT_TRUE(ReadOutlineSpec("f.toml", toml, diagnostics));

  Outline outline;
  const auto add = [&](const char* id, int parent, const char* title) {
    OutlineControl control;
    control.id = id;
    control.parent = parent;
    control.label = "(1)\tx";
    control.title = title;
    outline.controls.push_back(control);
    return &outline.controls.back();
  };
  add("A1", -1, "\x01見出し\n二行\f");
  add("A2", 0, "English")->withdrawn = true;
  add("A3", 1, "English");
  add("A4", 2, "")->below_catalogue = true;
  ReadControls("c.tsv", WriteControls(outline, "made", "注"), read,
               diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  ASSERT_EQ(read.controls.size(), 2U);
  EXPECT_EQ(read.controls[0].title_ja, "見出し 二行");
  EXPECT_EQ(read.controls[0].label, "(1) x");
  EXPECT_EQ(read.controls[1].parent, "A1");  // the one between is withdrawn
  EXPECT_EQ(read.controls[1].title_en, "English");
  EXPECT_EQ(read.controls[1].title_ja, "");
  EXPECT_EQ(read.controls[1].note, "注");
  EXPECT_FALSE(read.controls[1].has_gist());
  EXPECT_EQ(read.controls[1].evidence, Evidence::kSeen);
}

TEST(FrameworkWriterTest, TakesTheOutlineOutOfAFile) {
  static const struct {
    const char* toml;
    const char* expected;
  } kCases[] = {
      {"", ""},
      {"id = 'x'\n", ""},
      {"id = 'x'\n[outline]\nprefix = 'A'\nmark = [\n  { name = 'a' },\n]\n",
       "[outline]\nprefix = 'A'\nmark = [\n  { name = 'a' },\n]\n"},
      {"[outline]\na = 1\n[[outline.block]]\nb = 2\n[transition]\nc = 3\n"
       "[outline.ids]\nd = 4\n",
       "[outline]\na = 1\n[[outline.block]]\nb = 2\n[outline.ids]\nd = 4\n"},
      {"[outlines]\na = 1\n", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(OutlineTablesOf(c.toml), c.expected);
}

}  // namespace
}  // namespace mapper
