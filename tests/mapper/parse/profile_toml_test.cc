#include "mapper/parse/profile_toml.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

constexpr const char kLeast[] = "[organization]\nid = \"x\"\nname = \"水道\"\n";

std::string Reported(const std::string& text) {
  Diagnostics diagnostics;
  ReadProfile("p.toml", text, diagnostics);
  for (const Diagnostic& d : diagnostics.all()) {
    EXPECT_EQ(d.where.file, "p.toml");
  }
  return Dump(diagnostics);
}

TEST(ReadProfileTest, ReadsEverything) {
  Diagnostics diagnostics;
  const Profile p = ReadProfile("p.toml", R"([organization]
id = "midori"
name = "みどり市水道局"
name_en = "Midori"
body = "city"
organ = "mayor"
unit = "suido"
has_manager = true
sectors = ["water", "medical"]
network_model = "alpha-prime"
[facts]
lgwan = true
cloud = false
[departments]
ict = "情報政策課"
ot = ["浄水課", "配水課"]
[[systems]]
name = "監視制御"
segment = "control"
in_use_since = 2020-04-01
next_renewal = "2029-04-01"
[[contracts]]
name = "保守"
contract_from = 2026-04-01
contract_to = 2026-04-01
)",
                                diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  EXPECT_EQ(p.file, "p.toml");
  EXPECT_EQ(p.id + p.name + p.name_en, "midoriみどり市水道局Midori");
  std::string attributes;
  for (const auto& [name, values] : p.attributes) {
    attributes += name + '=' + Join(values, ",") + ' ';
  }
  EXPECT_EQ(attributes,
            "body=city has_manager=yes network_model=alpha-prime organ=mayor "
            "sectors=water,medical unit=suido ");
  EXPECT_EQ(p.Fact("lgwan"), Truth::kTrue);
  EXPECT_EQ(p.Fact("body_lgwan_or_connected"), Truth::kTrue);
  EXPECT_EQ(p.Fact("cloud_confidential"), Truth::kFalse);
  EXPECT_EQ(p.Fact("wireless"), Truth::kUnknown);
  EXPECT_EQ(Join(p.Departments(Role::kOt), " "), "浄水課 配水課");
  EXPECT_EQ(Join(p.Departments(Role::kIct), " "), "情報政策課");
  ASSERT_EQ(p.holdings.size(), 2U);
  EXPECT_EQ(p.holdings[0].kind, Holding::Kind::kSystem);
  EXPECT_EQ(p.holdings[0].name, "監視制御");
  EXPECT_EQ(p.holdings[0].segment, Segment::kControl);
  EXPECT_EQ(ToIso(*p.holdings[0].in_use_since), "2020-04-01");
  EXPECT_EQ(ToIso(*p.holdings[0].next_renewal), "2029-04-01");
  EXPECT_EQ(p.holdings[0].line, 17U);
  EXPECT_EQ(p.holdings[1].kind, Holding::Kind::kContract);
  EXPECT_FALSE(p.holdings[1].segment);
  EXPECT_EQ(ToIso(*p.holdings[1].contract_to), "2026-04-01");
}

TEST(ReadProfileTest, ReadsTheLeast) {
  EXPECT_EQ(Reported(kLeast), "");
  EXPECT_EQ(Reported("organization = { id = 'x', name = 'y' }"), "");
  EXPECT_EQ(Reported("[organization]\r\nid = \"x\"\r\nname = \"y\"\r\n"), "");
  EXPECT_EQ(Reported(std::string("\xEF\xBB\xBF") + kLeast), "");
}

TEST(ReadProfileTest, RejectsAndLocates) {
  struct Case {
    std::string more;  // from line 4
    const char* dump;
  };
  const Case cases[] = {
      {"body = \"cty\"\n",
       "4:1 toml-value unknown value 'cty' of 'body'; did you mean 'city'?\n"},
      {"body = \"国\"\n",
       "4:1 toml-value unknown value '国' of 'body'; known: city town village "
       "prefecture enterprise-body union local-incorporated-agency\n"},
      {"body = [\"city\"]\n", "4:1 toml-type 'body' must be a string\n"},
      {"sectors = [\"watr\", \"water\"]\n",
       "4:1 toml-value unknown sector 'watr'; did you mean 'water'?\n"},
      {"sectors = \"banana\"\n",
       "4:1 toml-value unknown sector 'banana'; known: government water "
       "medical police education\n"},
      {"sectors = [\"water\", 1]\n",
       "4:21 toml-type 'sectors' holds only strings\n"},
      {"has_manager = \"yes\"\n",
       "4:1 toml-type 'has_manager' must be true or false\n"},
      {"nam_en = \"x\"\n",
       "4:1 toml-unknown-key unknown key 'nam_en' in [organization]; did you "
       "mean 'name_en'?\n"},
      {"\"水\" = 1\nbanana = 2\n",
       "5:1 toml-unknown-key unknown key 'banana' in [organization]\n"
       "4:1 toml-unknown-key unknown key '水' in [organization]\n"},
      {"[facts]\nclowd = true\n",
       "5:1 toml-unknown-key unknown key 'clowd' in [facts]; did you mean "
       "'cloud'?\n"},
      {"[facts]\ncloud = \"true\"\nlgwan = 1\n",
       "6:1 toml-type 'lgwan' must be true or false\n"
       "5:1 toml-type 'cloud' must be true or false\n"},
      {"[facts]\nlgwan = true\nbody_lgwan_or_connected = false\n",
       "5:1 facts-contradict these facts contradict each other: lgwan -> "
       "body_lgwan_or_connected (the first being true makes the second "
       "true)\n"},
      {"[departments]\nitc = \"x\"\nict = 3\n",
       "6:1 toml-type 'ict' must be a string or a list of strings\n"
       "5:1 toml-unknown-key unknown key 'itc' in [departments]; did you "
       "mean 'ict'?\n"},
      // A list in a cell is joined with ';': JSON made two departments of it.
      {"[departments]\nict = [\"a\", \"b;c\"]\n",
       "5:1 toml-value a department may not have ';' in its name, which "
       "separates the values of a cell: 'b;c'\n"},
      {"[[systems]]\nsegment = \"lan\"\n",
       "4:1 toml-missing missing 'name' in [[systems]]\n"
       "5:1 toml-value unknown value 'lan' of 'segment'; known: office lgwan "
       "mynumber internet control medical\n"},
      {"[[systems]]\nname = \"x\"\nin_use_since = \"2026/01/01\"\n",
       "6:1 toml-type 'in_use_since' must be a date such as 2027-07-01\n"},
      {"[[contracts]]\nname = \"x\"\nin_use_since = 2026-01-01\n",
       "6:1 toml-unknown-key unknown key 'in_use_since' in [[contracts]]\n"},
      {"[[contracts]]\nname = \"x\"\ncontract_from = 2026-04-02\n"
       "contract_to = 2026-04-01\n",
       "7:1 date-order contract_to is before contract_from\n"},
      {"[systems]\nname = \"x\"\n",
       "4:2 toml-type 'systems' must be a list of tables, [[...]]\n"},
      {"[[facts]]\n", "4:3 toml-type 'facts' must be a table\n"},
      {"[system]\n",
       "4:2 toml-unknown-key unknown key 'system' in the profile; did you mean "
       "'systems'?\n"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(Reported(kLeast + c.more), c.dump) << c.more;
}

TEST(ReadProfileTest, RejectsWhatIsNotAProfile) {
  struct Case {
    std::string text;
    const char* dump;
  };
  const Case cases[] = {
      {"", "1:1 toml-missing missing [organization]\n"},
      {"organization = 1",
       "1:1 toml-type 'organization' must be a table\n"
       "1:1 toml-missing missing [organization]\n"},
      {"[organization]\n",
       "1:1 toml-missing missing 'id' in [organization]\n"
       "1:1 toml-missing missing 'name' in [organization]\n"},
      {"a",
       "1:2 toml-syntax Error while parsing key-value pair: encountered "
       "end-of-file\n"},
      {"水 = 1",
       "1:1 toml-syntax Error while parsing root table: expected "
       "keys, tables, whitespace or comments, saw '水'\n"},
      {"[organization]\nid = \"水道\" x",
       "2:11 toml-syntax Error while parsing key-value pair: expected a "
       "comment or whitespace, saw 'x'\n"},
      {"[organization]\nid = 1\nid = 2\n",
       "3:6 toml-syntax Error while parsing key-value pair: cannot redefine "
       "existing integer 'id'\n"},
      {"[a]\n[a]\n",
       "2:1 toml-syntax Error while parsing table header: cannot redefine "
       "existing table 'a'\n"},
      {"x = 2027-02-30",
       "1:15 toml-syntax Error while parsing date: expected day between 1 and "
       "28 (inclusive), saw 30\n"},
      {"a = \"\xFF\"",
       "1:6 encoding-invalid not UTF-8: TOML files are UTF-8\n"},
      {"[organization]\nid = \"水\x90\"\n",
       "2:8 encoding-invalid not UTF-8: TOML files are UTF-8\n"},
      {"\xFF\xFEi", "1:1 encoding-invalid not UTF-8: TOML files are UTF-8\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Reported(c.text), c.dump) << c.text;
}

TEST(ReadProfileTest, BearsHostileInput) {
  const auto id_of_first = [](const std::string& text) {
    Diagnostics diagnostics;
    ReadProfile("p.toml", text, diagnostics);
    return diagnostics.empty() ? "" : diagnostics.all()[0].id;
  };
  EXPECT_EQ(id_of_first("a = " + Repeat("[", 100000)), "toml-syntax");
  EXPECT_EQ(id_of_first("a = " + Repeat("{a=", 100000)), "toml-syntax");
  EXPECT_EQ(id_of_first("a = " + Repeat("[\n", 100000)), "toml-syntax");
  EXPECT_EQ(id_of_first(std::string("id = \"\0\"", 8)), "toml-syntax");
  EXPECT_EQ(id_of_first("id = \"\x1b[31m\""), "toml-syntax");
  EXPECT_EQ(id_of_first("[organization]\nid = \"" + Repeat("水", 340000) +
                        "\"\nname = \"=1+1\"\n"),
            "");
  EXPECT_EQ(id_of_first("[organization]\nid = \"x\"\nname = "
                        "\"\xE2\x80\xAEx\"\n"),
            "");
  std::string keys = kLeast;
  for (int i = 0; i < 2000; ++i) keys += "k" + std::to_string(i) + " = 1\n";
  EXPECT_EQ(id_of_first(keys), "toml-unknown-key");
}

// Each part of a dotted key is a table in a table: a long one overflowed the
// stack when they were destroyed.
TEST(ReadProfileTest, RefusesEndlesslyDottedKeys) {
  const std::string dots = Repeat("a.", 500000) + "a";
  const char* const kTooMany =
      "1:130 toml-depth more than 64 dots on one line\n";
  EXPECT_EQ(Reported(dots + " = 1\n"), kTooMany);
  EXPECT_EQ(Reported("[" + dots + "]\n"),
            "1:131 toml-depth more than 64 dots on one line\n");
  EXPECT_EQ(Reported("\n" + Repeat("'水' . ", 100) + "a = 1"),
            "2:389 toml-depth more than 64 dots on one line\n");
  // Dots in a row are a leader, and no key.
  EXPECT_EQ(
      Reported(kLeast + std::string("unit = \"") + Repeat(".", 1000) + "\"\n"),
      "");
  // As deep as the bounds on dots and on values together allow.
  EXPECT_EQ(Reported("a = " + Repeat("[\n{" + Repeat("a.", 64) + "a = ", 127)),
            "128:134 toml-syntax Error while parsing key-value pair: "
            "encountered end-of-file\n");
}

// The caret stood five cells left of its place, under the mark made visible.
TEST(ReadProfileTest, LeavesTheByteOrderMarkOutOfTheLine) {
  Diagnostics diagnostics;
  ReadProfile("p.toml", "\xEF\xBB\xBFx = 1\r\n", diagnostics);
  ASSERT_FALSE(diagnostics.empty());
  for (const Diagnostic& d : diagnostics.all()) {
    EXPECT_EQ(d.source_line, "x = 1");
  }
}

// 'body = ""' was taken for not stated.
TEST(ReadProfileTest, RejectsAnEmptyWord) {
  EXPECT_EQ(Reported(kLeast + std::string("organ = \"\"\n")),
            "4:1 toml-value unknown value '' of 'organ'; known: mayor assembly "
            "board-of-education public-safety-commission other-commission\n");
}

}  // namespace
}  // namespace mapper
