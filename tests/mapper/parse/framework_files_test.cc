#include "mapper/parse/framework_files.h"

#include <gtest/gtest.h>

#include "mapper/base/limits.h"
#include "mapper/base/text.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

Framework ReadToml(const std::string& text, Diagnostics& diagnostics) {
  return ReadFrameworkToml("aa/framework.toml", text, "aa", diagnostics);
}

TEST(ReadFrameworkTomlTest, ReadsTheLeast) {
  Diagnostics diagnostics;
  const Framework f = ReadToml(LeastFrameworkToml("aa"), diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  EXPECT_EQ(f.id, "aa");
  EXPECT_EQ(f.title_ja, "題");
  EXPECT_EQ(f.publisher_en, "MIC");
  EXPECT_EQ(f.kind, "law");
  EXPECT_EQ(f.status, "current");
  EXPECT_EQ(f.binding, Binding::kLaw);
  EXPECT_FALSE(f.topic_list);
  EXPECT_TRUE(f.source.empty());
}

TEST(ReadFrameworkTomlTest, ReadsEverything) {
  Diagnostics diagnostics;
  const Framework f = ReadToml(LeastFrameworkToml("aa") + R"(short_ja = "短"
short_en = "short"
published = "2026-03-31"
in_force = "2027-07-01"
superseded_by = "bb"
source = ["https://a.example/", "b"]
topic_list = true
closed = [1, "A1", 2]
[[transition]]
controls = ["A1", "A2"]
on = 2027-07-01
note_ja = "経過措置"
[[transition]]
controls = "A3"
on = "2028-01-01"
note_ja = "別"
note_en = "other"
[outline]
anything = "goes"
)",
                               diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  EXPECT_EQ(f.short_en, "short");
  EXPECT_EQ(f.published, "2026-03-31");
  EXPECT_EQ(Join(f.source, " "), "https://a.example/ b");
  EXPECT_TRUE(f.topic_list);
  EXPECT_EQ(f.closed_depths, (std::set<int>{1, 2}));
  EXPECT_EQ(f.closed_ids, (std::set<std::string>{"A1"}));
  ASSERT_EQ(f.transitions.size(), 2U);
  EXPECT_EQ(Join(f.transitions[0].controls, " "), "A1 A2");
  EXPECT_EQ(ToIso(f.transitions[0].on), "2027-07-01");
  EXPECT_EQ(f.transitions[0].note_ja, "経過措置");
  EXPECT_EQ(Join(f.transitions[1].controls, " "), "A3");
  EXPECT_EQ(ToIso(f.transitions[1].on), "2028-01-01");
  EXPECT_EQ(f.transitions[1].note_en, "other");
}

// `from` in the least file becomes `to`; an empty `from` means the end.
std::string Changed(const std::string& from, const std::string& to) {
  std::string text = LeastFrameworkToml("aa");
  const std::size_t at = from.empty() ? text.size() : text.find(from);
  Diagnostics diagnostics;
  ReadToml(text.replace(at, from.size(), to), diagnostics);
  return Dump(diagnostics);
}

TEST(ReadFrameworkTomlTest, RejectsAndLocates) {
  struct Case {
    const char* from;
    std::string to;
    const char* dump;
  };
  const Case cases[] = {
      {"\"aa\"", "\"bb\"", "1:1 framework-id id 'bb' in the directory 'aa'\n"},
      {"licence = \"none\"\n", "",
       "1:1 toml-missing missing 'licence' in framework.toml\n"},
      {"\"題\"", "1", "2:1 toml-type 'title_ja' must be a string\n"},
      {"\"current\"", "\"curent\"",
       "8:1 toml-value unknown value 'curent' of 'status'; did you mean "
       "'current'?\n"},
      {"kind = \"law\"", "kind = \"banana\"",
       "6:1 toml-value unknown value 'banana' of 'kind'; known: law ordinance "
       "standard guideline framework\n"},
      {"", "published = 2026-03-31\n",
       "12:1 toml-type 'published' must be a string\n"},
      {"", "topic_list = \"yes\"\n",
       "12:1 toml-type 'topic_list' must be true or false\n"},
      {"", "source = 3\n",
       "12:1 toml-type 'source' must be a string or a list of strings\n"},
      {"", "source = [\"水\", 3]\n",
       "12:16 toml-type 'source' holds only strings\n"},
      {"", "closed = \"A1\"\n", "12:1 toml-type 'closed' must be a list\n"},
      {"", "closed = [0, 1, 33, 1.5]\n",
       "12:11 toml-type 'closed' holds ids and depths (1 is the top)\n"
       "12:17 toml-type 'closed' holds ids and depths (1 is the top)\n"
       "12:21 toml-type 'closed' holds ids and depths (1 is the top)\n"},
      {"", "transition = 3\n",
       "12:1 toml-type 'transition' must be a list of tables, [[...]]\n"},
      {"", "[[transition]]\nnote_ja = \"x\"\n",
       "12:1 toml-missing missing 'on' in [[transition]]\n"},
      {"", "[[transition]]\non = 2027-07-01\nnot_ja = \"x\"\n",
       "12:1 toml-missing missing 'note_ja' in [[transition]]\n"
       "14:1 toml-unknown-key unknown key 'not_ja' in [[transition]]; did you "
       "mean 'note_ja'?\n"},
      {"", "outline = 3\n", "12:1 toml-type 'outline' must be a table\n"},
      {"", "titel_ja = \"x\"\n",
       "12:1 toml-unknown-key unknown key 'titel_ja' in framework.toml; did "
       "you mean 'title_ja'?\n"},
      {"", "\"水道\" = 1\n",
       "12:1 toml-unknown-key unknown key '水道' in framework.toml\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Changed(c.from, c.to), c.dump) << c.to;
}

constexpr const char kColumns[] =
    "#id|parent|label|title_ja|title_en|gist_ja|gist_en|level|lead|support|"
    "applies|evidence|note\n";
constexpr const char kFirst[] =
    "A1|-|第1|題|title|要旨|gist|must|ict|hr|"
    "cloud|seen|備考\n";  // line 2

// The ids that were read, with "<parent", then what was reported.
std::string ReadRows(const std::string& rows, Framework framework = {}) {
  Diagnostics diagnostics;
  ReadControls("c.tsv", Tabs(kColumns + rows), framework, diagnostics);
  EXPECT_EQ(framework.controls_file, "c.tsv");
  std::string out;
  for (const Control& c : framework.controls) {
    EXPECT_EQ(
        framework.controls[static_cast<std::size_t>(framework.Find(c.id))].id,
        c.id);
    out += c.id + (c.parent.empty() ? "" : "<" + c.parent) + '\n';
  }
  return out + Dump(diagnostics);
}

TEST(ReadControlsTest, ReadsARow) {
  Framework framework;
  Diagnostics diagnostics;
  ReadControls("c.tsv",
               Tabs(kColumns + std::string(kFirst) +
                    "A1(1)|A1|-|-|-|-|-|inform|exec|-|-|unseen|-\n"),
               framework, diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  ASSERT_EQ(framework.controls.size(), 2U);
  const Control& a = framework.controls[0];
  EXPECT_EQ(a.id + a.parent + a.label + a.title_ja + a.title_en + a.gist_ja +
                a.gist_en + a.note,
            "A1第1題title要旨gist備考");
  EXPECT_EQ(a.level, Level::kMust);
  EXPECT_EQ(a.lead, Role::kIct);
  EXPECT_EQ(a.support, std::vector<Role>{Role::kHr});
  EXPECT_EQ(ToString(a.applies), "cloud");
  EXPECT_EQ(a.evidence, Evidence::kSeen);
  EXPECT_EQ(a.line, 2U);
  EXPECT_EQ(a.children, std::vector<int>{1});
  const Control& b = framework.controls[1];
  EXPECT_EQ(b.parent_index, 0);
  EXPECT_EQ(b.depth, 2);
  EXPECT_EQ(b.label + b.title_ja + b.gist_ja + b.note, "");
  EXPECT_EQ(ToString(b.applies), "-");
}

TEST(ReadControlsTest, RejectsBadIds) {
  struct Case {
    std::string id;
    const char* message;  // after "3:1 "
  };
  static const char* const kForm =
      "control-id an id is printable ASCII without space, + ; : , or quotes";
  const Case cases[] = {
      {"水1", kForm},
      {"A 2", kForm},
      {"A+2", kForm},
      {"A;2", kForm},
      {"A:2", kForm},
      {"A,2", kForm},
      {"A\"2", kForm},
      {"A'2", kForm},
      {"A\x7F", kForm},
      {"A\x1b[m", kForm},
      {"Ａ2", kForm},
      {"A\xE2\x80\xAE", kForm},
      {std::string("A\0", 2), kForm},
      {"1.1",
       "control-id a spreadsheet would take '1.1' for a number, a date or a "
       "formula; prefix a letter"},
      {"=A1",
       "control-id a spreadsheet would take '=A1' for a number, a date or a "
       "formula; prefix a letter"},
      {"-",
       "control-id a spreadsheet would take '-' for a number, a date or a "
       "formula; prefix a letter"},
      {"@A",
       "control-id a spreadsheet would take '@A' for a number, a date or a "
       "formula; prefix a letter"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(ReadRows(kFirst + c.id + "|-|-|-|-|-|-|must|ict|-|-|seen|-\n"),
              "A1\n" + c.id + "\n3:1 " + c.message + "\n");
  }
  EXPECT_EQ(ReadRows(std::string(kFirst) + kFirst),
            "A1\n3:1 control-duplicate id 'A1' stands in line 2 already\n");
  for (const char* id : {"R16-3(1)", "GV.OC-01", "MIC4.1(1)", "a_b/c"}) {
    EXPECT_EQ(ReadRows(std::string(id) + "|-|-|-|-|-|-|must|ict|-|-|seen|-\n"),
              std::string(id) + "\n");
  }
}

TEST(ReadControlsTest, RejectsBadParents) {
  struct Case {
    std::vector<const char*> ids;  // "id|parent", from line 2
    const char* read;
  };
  const Case cases[] = {
      {{"A1|-", "A2|A9"},
       "A1\nA2<A9\n3:4 unknown-control unknown parent 'A9'; did you mean "
       "'A1'?\n"},
      {{"A1|水道"}, "A1<水道\n2:4 unknown-control unknown parent '水道'\n"},
      {{"A1|A1"},
       "A1<A1\n2:4 control-cycle 'A1' is its own ancestor through 'A1'\n"},
      {{"A1|A2", "A2|-"},
       "A1<A2\nA2\n2:4 control-order parent 'A2' comes later, in line 3: rows "
       "are in document order\n"},
      {{"A1|A2", "A2|A3", "A3|A1"},
       "A1<A2\nA2<A3\nA3<A1\n"
       "2:4 control-cycle 'A1' is its own ancestor through 'A2'\n"
       "3:4 control-cycle 'A2' is its own ancestor through 'A3'\n"},
      // Leads into a circle, and is not in it.
      {{"A0|A1", "A1|A2", "A2|A1"},
       "A0<A1\nA1<A2\nA2<A1\n"
       "2:4 control-order parent 'A1' comes later, in line 3: rows are in "
       "document order\n"
       "3:4 control-cycle 'A1' is its own ancestor through 'A2'\n"},
  };
  for (const Case& c : cases) {
    std::string rows;
    for (const char* id : c.ids) {
      rows += std::string(id) + "|-|-|-|-|-|must|ict|-|-|seen|-\n";
    }
    EXPECT_EQ(ReadRows(rows), c.read) << rows;
  }
}

TEST(ReadControlsTest, RejectsBadCells) {
  struct Case {
    const char* row;
    const char* dump;
  };
  static const Case kCases[] = {
      {"A2|-|-|-|-|要旨|-|must|ict|-|-|seen|-",
       "3:15 control-gist a gist in one language only\n"},
      {"A2|-|-|-|-|-|gist|must|ict|-|-|seen|-",
       "3:12 control-gist a gist in one language only\n"},
      {"A2|-|-|-|-|-|-|mus|ict|-|-|seen|-",
       "3:16 unknown-word unknown level 'mus'; did you mean 'must'?\n"},
      {"A2|-|-|題|-|-|-|must|banana|-|-|seen|-",
       "3:21 unknown-word unknown role 'banana'\n"},
      {"A2|-|-|-|-|-|-|must|ict|-|-|sen|-",
       "3:29 unknown-word unknown evidence 'sen'; did you mean 'seen'?\n"},
      {"A2|-|-|-|-|-|-|must|ict|ict|-|seen|-",
       "3:25 control-support 'ict' leads and supports the same row\n"},
      {"A2|-|-|-|-|-|-|must|ict|hr,legal,hr|-|seen|-",
       "3:25 control-support 'hr' is named twice\n"},
      {"A2|-|-|-|-|-|-|must|ict|hr, pr|-|seen|-",
       "3:25 unknown-word unknown role ' pr'; did you mean 'pr'?\n"},
      {"A2|-|-|-|-|-|-|must|ict|hr,|-|seen|-",
       "3:25 unknown-word unknown role ''\n"},
      {"A2|-|-|-|-|-|-|must|ict|-|cloud and clowd|seen|-",
       "3:37 unknown-fact unknown fact 'clowd'; did you mean 'cloud'?\n"},
      {"A2|-|題|-|-|-|-|must|ict|-|(cloud|seen|-",
       "3:33 expression-syntax expected ')'\n"},
      {"A2|-|-|-|-|-|-|-|-|-|-|-|-",
       "3:16 unknown-word unknown level '-'; known: must should inform\n"
       "3:18 unknown-word unknown role '-'\n"
       "3:24 unknown-word unknown evidence '-'; known: seen draft heading "
       "inferred unseen topic\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(ReadRows(kFirst + std::string(c.row) + "\n"),
              std::string("A1\nA2\n") + c.dump)
        << c.row;
  }
}

TEST(ReadControlsTest, ChecksWhatTheMetadataNames) {
  Framework framework;
  framework.closed_ids = {"A1", "A7"};
  framework.transitions.push_back({{"A1", "A8"}, {2027, 7, 1}, "", ""});
  EXPECT_EQ(ReadRows(kFirst, framework),
            "A1\n1:1 unknown-control 'closed' of framework.toml names 'A7', "
            "which is not in this table\n"
            "1:1 unknown-control [[transition]] of framework.toml names 'A8', "
            "which is not in this table\n");
}

TEST(ReadControlsTest, BearsHostileInput) {
  const std::string tail = "|-|-|-|-|-|-|must|ict|-|-|seen|-\n";
  const std::string id = Repeat("A", 60000);
  EXPECT_EQ(ReadRows(id + tail), id + "\n");
  EXPECT_EQ(ReadRows(Repeat("x|", 20000) + "x\n"),
            "2:1 table-width expected 13 columns, got 20001\n");
  std::string chain = "c0" + tail;
  for (int i = 1; i < limits::kControlDepth; ++i) {
    chain += "c" + std::to_string(i) + "|c" + std::to_string(i - 1) +
             "|-|-|-|-|-|must|ict|-|-|seen|-\n";
  }
  Framework framework;
  Diagnostics diagnostics;
  ReadControls("c.tsv", Tabs(kColumns + chain), framework, diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  EXPECT_EQ(framework.controls.back().depth, limits::kControlDepth);
  ReadControls("c.tsv",
               Tabs(kColumns + std::string("A1|-|-|-|-|-|-|must|ict|") +
                    Repeat(",", 20000) + "|-|seen|-\n"),
               framework, diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 20001U);
}

// An empty word passed, and an empty 'binding' meant voluntary.
TEST(ReadFrameworkTomlTest, RejectsAnEmptyWord) {
  EXPECT_EQ(Changed("kind = \"law\"", "kind = \"\""),
            "6:1 toml-value unknown value '' of 'kind'; known: law ordinance "
            "standard guideline framework\n");
  EXPECT_EQ(Changed("binding = \"law\"", "binding = \"\""),
            "11:1 toml-value unknown value '' of 'binding'; known: law "
            "guidance voluntary\n");
}

// A date of a wrong type was also called missing.
TEST(ReadFrameworkTomlTest, DoesNotCallABadDateMissing) {
  for (const char* on : {"5", "\"2027-02-30\"", "2027-07-01T00:00:00"}) {
    EXPECT_EQ(Changed("", "[[transition]]\nnote_ja = \"x\"\non = " +
                              std::string(on) + "\n"),
              "14:1 toml-type 'on' must be a date such as 2027-07-01\n")
        << on;
  }
}

}  // namespace
}  // namespace mapper
