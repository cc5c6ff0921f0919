#include "mapper/report/summary.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "tests/mapper/report/report_world.h"

namespace mapper {
namespace {

template <typename List>
std::size_t Sum(const List& list) {
  std::size_t sum = 0;
  for (const auto n : list) sum += static_cast<std::size_t>(n);
  return sum;
}

void ExpectGroupsAddUp(const Summary& s) {
  std::size_t items = 0;
  std::size_t answered = 0;
  std::size_t not_met = 0;
  for (const StatusGroup& group : s.groups) {
    EXPECT_EQ(Sum(group.count), group.size) << group.title;
    if (group.topics) continue;
    const auto count = [&group](Status status) {
      return group.count[static_cast<std::size_t>(status)];
    };
    items += group.size;
    answered += group.size - count(Status::kUnknown);
    not_met += count(Status::kNotMet);
  }
  EXPECT_EQ(items, s.items);
  EXPECT_EQ(answered, s.answered);
  EXPECT_EQ(not_met, s.not_met);
  EXPECT_LE(s.duties, s.items);
  std::size_t due = 0;
  for (const auto& [day, count] : s.due) due += count;
  EXPECT_LE(due, s.duties);
  EXPECT_LE(s.urgent.size(), s.duties);
}

// Every control is in one state of a comparison, and the totals count those
// that are counted.
void ExpectDifferencesAddUp(const World& world) {
  std::size_t counted = 0;
  for (const GapComparison& comparison : world.comparisons) {
    const Framework& f = world.dataset.framework(comparison.framework);
    ASSERT_EQ(comparison.rows.size(), f.controls.size()) << f.id;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
      const GapRow& row = comparison.rows[i];
      EXPECT_EQ(row.control.control, static_cast<int>(i)) << f.id;
      EXPECT_EQ(row.counted, f.IsCounted(f.controls[i])) << f.controls[i].id;
      if (row.counted) ++rows;
    }
    EXPECT_EQ(Sum(comparison.totals), rows) << f.id;
    EXPECT_TRUE(!f.topic_list || rows == 0) << f.id;
    counted += rows;
  }
  EXPECT_EQ(Sum(world.summary.differences), counted);
}

void ExpectEvidenceAddsUp(const World& world) {
  std::size_t listed = 0;
  for (const int framework : world.context.frameworks) {
    const Framework& f = world.dataset.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      if (world.applicability->Of({framework, static_cast<int>(i)}).applies !=
          Truth::kFalse) {
        ++listed;
      }
    }
  }
  EXPECT_EQ(Sum(world.summary.evidence), listed);
}

TEST(SummaryTest, NumbersAddUp) {
  for (const char* profile : {"town.toml", "village.toml", "hostile.toml"}) {
    for (const bool with_status : {false, true}) {
      for (const Language language : {Language::kJa, Language::kEn}) {
        SCOPED_TRACE(std::string(profile) + (with_status ? " status" : "") +
                     (language == Language::kJa ? " ja" : " en"));
        const World world(profile, with_status, language);
        ExpectGroupsAddUp(world.summary);
        ExpectDifferencesAddUp(world);
        ExpectEvidenceAddsUp(world);
      }
    }
  }
}

TEST(SummaryTest, CountsTheTown) {
  const World world("town.toml", true, Language::kEn);
  const Summary& s = world.summary;
  EXPECT_EQ(s.duties, 3U);      // Y1, Y1(1), Y1(2); Y2 does not apply
  EXPECT_EQ(s.items, 7U);       // and G1, G1.1, G1.2, G2, without the topics
  EXPECT_EQ(s.answered, 5U);    // all but Y1(2) and G1
  EXPECT_EQ(s.not_met, 1U);     // Y1(1)
  EXPECT_EQ(s.to_confirm, 1U);  // Y1(2), by wide_area
  EXPECT_EQ(s.facts_to_confirm, std::vector<std::string>{"wide_area"});
  ASSERT_EQ(s.due.size(), 1U);
  EXPECT_EQ(ToIso(s.due[0].first), "2027-07-01");
  EXPECT_EQ(s.due[0].second, 3U);
  EXPECT_EQ(s.renewals, 1U);  // the ledger; the contract ends before the day
  ASSERT_EQ(s.urgent.size(), 2U);
  EXPECT_EQ(world.dataset.control(s.urgent[0]).id, "Y1(1)");  // not met
  EXPECT_EQ(world.dataset.control(s.urgent[1]).id, "Y1");     // partly
}

TEST(SummaryTest, SaysTheSameNumbersInBothLanguages) {
  for (const char* profile : {"town.toml", "village.toml"}) {
    const Summary ja = World(profile, true, Language::kJa).summary;
    const Summary en = World(profile, true, Language::kEn).summary;
    const auto a = SummaryTotals(ja);
    const auto b = SummaryTotals(en);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      EXPECT_STREQ(a[i].machine, b[i].machine);
      EXPECT_EQ(a[i].value, b[i].value) << a[i].machine;
    }
    EXPECT_EQ(ja.evidence, en.evidence);
  }
}

TEST(SummaryTest, NamesItsTotalsOnce) {
  std::set<std::string> names;
  for (const Total& total : SummaryTotals({})) {
    EXPECT_TRUE(names.insert(total.machine).second) << total.machine;
    EXPECT_EQ(total.value, 0U) << total.machine;
  }
}

TEST(SummaryTest, AsksForAStatusOnlyWithoutOne) {
  EXPECT_NE(World("town.toml", false, Language::kEn).text.find("--status FILE"),
            std::string::npos);
  EXPECT_EQ(World("town.toml", true, Language::kEn).text.find("--status FILE"),
            std::string::npos);
}

TEST(SummaryTest, KeepsHostileNamesFromTheTerminal) {
  for (const Language language : {Language::kJa, Language::kEn}) {
    const std::string text = World("hostile.toml", false, language).text;
    EXPECT_NE(text.find("<U+001B>[31m"), std::string::npos);
    for (const char* never :
         {"\x1b", "\x07", "\r", "\xE2\x80\xAE", "\xE2\x80\x8B"}) {
      EXPECT_EQ(text.find(never), std::string::npos) << text;
    }
  }
}

}  // namespace
}  // namespace mapper
