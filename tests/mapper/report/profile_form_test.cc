#include "mapper/report/profile_form.h"

#include <gtest/gtest.h>

#include <string>

#include "mapper/base/file.h"
#include "mapper/parse/profile_form.h"
#include "mapper/parse/profile_toml.h"
#include "mapper/report/profile_toml_writer.h"

namespace mapper {
namespace {

Profile Example(const char* name) {
  Diagnostics d;
  const std::string file = std::string(KAKEHASHI_ROOT "/docs/examples/") + name;
  Profile profile = ReadProfile(file, ReadFile(file), d);
  EXPECT_TRUE(d.empty());
  return profile;
}

void ExpectEqual(const Profile& a, const Profile& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.name_en, b.name_en);
  EXPECT_EQ(a.attributes, b.attributes);
  EXPECT_EQ(a.stated_facts, b.stated_facts);
  EXPECT_EQ(a.departments, b.departments);
  ASSERT_EQ(a.holdings.size(), b.holdings.size());
  for (std::size_t i = 0; i < a.holdings.size(); ++i) {
    const Holding& x = a.holdings[i];
    const Holding& y = b.holdings[i];
    EXPECT_EQ(x.kind, y.kind);
    EXPECT_EQ(x.name, y.name);
    EXPECT_EQ(x.segment, y.segment);
    EXPECT_EQ(x.in_use_since, y.in_use_since);
    EXPECT_EQ(x.contract_from, y.contract_from);
    EXPECT_EQ(x.contract_to, y.contract_to);
    EXPECT_EQ(x.next_renewal, y.next_renewal);
  }
}

Profile RoundTrip(const Profile& profile, Language language) {
  Diagnostics d;
  const std::string form = WriteXlsx(ProfileForm(&profile, language), d);
  const Profile read = ReadProfileForm("f.xlsx", form, d);
  ExpectEqual(profile, read);
  Profile again = ReadProfile("p.toml", WriteProfileToml(read, language), d);
  for (const Diagnostic& found : d.all()) ADD_FAILURE() << ToString(found);
  return again;
}

TEST(ProfileForm, ComesBackEqual) {
  for (const char* name : {"midori-water.toml", "midori-hospital.toml"}) {
    for (const Language language : {Language::kJa, Language::kEn}) {
      const Profile profile = Example(name);
      ExpectEqual(profile, RoundTrip(profile, language));
    }
  }
}

TEST(ProfileForm, KeepsHostileTexts) {
  static const char* const kTexts[] = {
      "=1+1",   "+81",        "-40", "@SUM(A1)",
      "＝1",    "\"引用\"\\", "😀𠮷", "\xE2\x80\xAE逆",
      "#x = 1", "[facts]"};
  for (const char* text : kTexts) {
    Profile profile = Example("midori-water.toml");
    profile.name = text;
    profile.name_en = text;
    profile.departments[Role::kIct] = {text, "二つ目"};
    profile.holdings[0].name = text;
    ExpectEqual(profile, RoundTrip(profile, Language::kJa));
  }
}

TEST(ProfileForm, NamesTheCellOfEachError) {
  const Profile profile = Example("midori-water.toml");
  const auto set = [](Workbook& book, std::size_t sheet, std::size_t row,
                      std::size_t column, const char* text) {
    book.sheets[sheet].rows[row][column] = text;
  };
  static const struct {
    std::size_t sheet, row, column;
    const char* text;
    const char* id;
    const char* address;
  } kCases[] = {
      {0, 0, 2, "", "form-value", "団体"},
      {0, 3, 2, "国", "form-value", "団体!C7"},
      {0, 3, 0, "bodi", "form-key", "団体!A7"},
      {0, 3, 0, "name", "form-key", "団体!A7"},
      {1, 0, 2, "たぶん", "form-value", "事実!C4"},
      {1, 0, 0, "lgwann", "form-key", "事実!A4"},
      {1, 0, 2, "いいえ", "facts-contradict", "事実!C6"},
      {2, 0, 2, "甲;乙", "form-value", "課!C4"},
      {3, 0, 0, "", "form-value", "システム!A3"},
      {3, 0, 1, "月面", "form-value", "システム!B3"},
      {3, 0, 2, "いつか", "date-invalid", "システム!C3"},
      {4, 0, 3, "2024-01-01", "date-order", "契約!D3"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.address);
    Workbook book = ProfileForm(&profile, Language::kJa);
    set(book, c.sheet, c.row, c.column, c.text);
    Diagnostics d;
    const std::string bytes = WriteXlsx(book, d);
    ReadProfileForm("f.xlsx", bytes, d);
    ASSERT_EQ(d.all().size(), 1U);
    EXPECT_EQ(d.all()[0].id, c.id);
    EXPECT_NE(d.all()[0].message.find(c.address), std::string::npos)
        << d.all()[0].message;
  }
  Workbook book = ProfileForm(&profile, Language::kJa);
  book.sheets.pop_back();
  book.sheets[3].columns[0].title = "x";
  Diagnostics d;
  ReadProfileForm("f.xlsx", WriteXlsx(book, d), d);
  ASSERT_EQ(d.all().size(), 2U);
  EXPECT_EQ(d.all()[0].id, "form-header");
  EXPECT_EQ(d.all()[1].id, "form-sheet");
}

}  // namespace
}  // namespace mapper
