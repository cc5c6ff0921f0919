#include "mapper/model/words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "mapper/model/relation.h"

namespace mapper {
namespace {

// Every enumerator from the first to `last` stands in its table, in order,
// with names that are its own.
template <typename Table, typename Enum>
void ExpectComplete(const Table& table, Enum last) {
  ASSERT_EQ(table.size(), static_cast<std::size_t>(last) + 1);
  std::set<std::string> machine;
  std::set<std::string> ja;
  std::set<std::string> en;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto& name = table[i];
    EXPECT_EQ(static_cast<std::size_t>(name.value), i) << name.machine;
    EXPECT_TRUE(machine.insert(name.machine).second) << name.machine;
    EXPECT_TRUE(ja.insert(name.words.ja).second) << name.words.ja;
    EXPECT_TRUE(en.insert(name.words.en).second) << name.words.en;
    EXPECT_STREQ(ToString(name.value), name.machine);
    EXPECT_EQ(FindName(table, name.machine), name.value);
    EXPECT_EQ(MachineNames(table)[i], name.machine);
    EXPECT_EQ(std::string(name.machine)
                  .find_first_not_of("abcdefghijklmnopqrstuvwxyz-"),
              std::string::npos)
        << name.machine;
    EXPECT_STRNE(name.words.ja, "");
    EXPECT_STRNE(name.words.en, "");
  }
  for (const char* unknown : {"", "-", " ", "MUST", "no-such-word", "水"}) {
    EXPECT_FALSE(FindName(table, unknown)) << unknown;
  }
}

TEST(WordsTest, EveryEnumeratorHasItsNames) {
  ExpectComplete(kLevels, Level::kInform);
  ExpectComplete(kEvidences, Evidence::kTopic);
  ExpectComplete(kBindings, Binding::kVoluntary);
  ExpectComplete(kRoles, Role::kPr);
  ExpectComplete(kConfidences, Confidence::kLow);
  ExpectComplete(kBases, Basis::kProject);
  ExpectComplete(kStatuses, Status::kUnknown);
  ExpectComplete(kSegments, Segment::kMedical);
  ExpectComplete(kRelations, Relation::kNoRelationship);
}

TEST(WordsTest, GivesWordsInBothLanguages) {
  EXPECT_STREQ(InWords(Evidence::kHeading, Language::kJa), "見出しのみ");
  EXPECT_STREQ(InWords(Evidence::kHeading, Language::kEn), "heading only");
  EXPECT_STREQ(InWords(Binding::kLaw, Language::kJa), "法令");
  EXPECT_STREQ(InWords(Role::kBousai, Language::kJa), "危機管理・防災");
  EXPECT_STREQ(InWords(Role::kBousai, Language::kEn), "disaster prevention");
  EXPECT_STREQ(InWords(Confidence::kHigh, Language::kJa), "高");
  EXPECT_STREQ(InWords(Basis::kProject, Language::kEn), "project");
  EXPECT_STREQ(InWords(Status::kNotApplicable, Language::kJa), "対象外");
  EXPECT_STREQ(InWords(Segment::kControl, Language::kEn), "control systems");
  EXPECT_STREQ(InWords(Relation::kOverlaps, Language::kJa), "重なる");
}

TEST(WordsTest, GivesALevelTheForceOfItsRegime) {
  struct Case {
    Level level;
    Binding binding;
    const char* ja;
    const char* en;
  };
  static const Case kCases[] = {
      {Level::kMust, Binding::kLaw, "義務", "duty"},
      {Level::kShould, Binding::kLaw, "努力義務", "effort duty"},
      {Level::kInform, Binding::kLaw, "参考", "for information"},
      {Level::kMust, Binding::kGuidance, "GL必須", "GL required"},
      {Level::kShould, Binding::kGuidance, "GL推奨", "GL advised"},
      {Level::kInform, Binding::kGuidance, "参考", "for information"},
      {Level::kMust, Binding::kVoluntary, "任意", "voluntary"},
      {Level::kShould, Binding::kVoluntary, "任意", "voluntary"},
      {Level::kInform, Binding::kVoluntary, "参考", "for information"},
  };
  for (const Case& c : kCases) {
    EXPECT_STREQ(InWords(c.level, c.binding, Language::kJa), c.ja);
    EXPECT_STREQ(InWords(c.level, c.binding, Language::kEn), c.en);
  }
}

}  // namespace
}  // namespace mapper
