#include "mapper/crosswalk/gap.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "tests/mapper/crosswalk/random_dataset.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

TEST(GapTest, PutsAControlInTheFirstStateThatIsTrue) {
  static const struct {
    const char* what;
    std::vector<std::string> ab;
    const char* control;
    const char* state;
  } kCases[] = {
      {"nobody looked", {}, "1.1", "not-reviewed"},
      {"inside", {"1.1 subset-of 1"}, "1.1", "covered"},
      {"equal", {"1.1 equivalent-to 1"}, "1.1", "covered"},
      {"the heading inside", {"1 subset-of 1"}, "1.1", "covered"},
      {"inside a union", {"1.1 subset-of 1+2"}, "1.1", "covered"},
      {"in a union inside", {"1.1+1.2 subset-of 1"}, "1.1", "covered"},
      {"meets", {"1.1 overlaps 1"}, "1.1", "partial"},
      {"contains", {"1.1 superset-of 1"}, "1.1", "partial"},
      {"meets one, inside another",
       {"1.1 overlaps 1", "1.1 subset-of 2"},
       "1.1",
       "covered"},
      {"a child meets", {"1.1 overlaps 1"}, "1", "partial"},
      {"a child inside", {"1.1 subset-of 1"}, "1", "partial"},
      {"the heading meets", {"1 overlaps 1"}, "1.1", "not-reviewed"},
      {"in a union that meets", {"1.1+1.2 overlaps 1"}, "1.1", "partial"},
      {"apart from one control",
       {"1.1 no-relationship 1"},
       "1.1",
       "not-reviewed"},
      {"no counterpart", {"1.1 no-relationship -"}, "1.1", "no-counterpart"},
      {"no counterpart of the heading",
       {"1 no-relationship -"},
       "1.1",
       "no-counterpart"},
      {"no counterpart of the child",
       {"1.1 no-relationship -"},
       "1",
       "not-reviewed"},
      {"no counterpart, and in a union that meets",
       {"1.1 no-relationship -", "1.1+1.2 overlaps 1"},
       "1.1",
       "no-counterpart"},
      {"no counterpart the other way",
       {"- no-relationship 1"},
       "1.1",
       "not-reviewed"},
      {"by way of a third", {"1.1 subset-of 3"}, "1.1", "covered"},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1 1.1<1 1.2<1 2"),
                          Catalogue("b", "1 2 3"), Catalogue("c", "1")};
    AddTable(dataset, "a", "b", c.ab);
    AddTable(dataset, "b", "c", {"3 subset-of 1"});
    const Knowledge knowledge(dataset);
    const bool third = std::string(c.what) == "by way of a third";
    const GapComparison comparison =
        CompareFrameworks(dataset, knowledge, 0, third ? 2 : 1, nullptr);
    const GapRow& row = comparison.rows[static_cast<std::size_t>(
        dataset.framework(0).Find(c.control))];
    EXPECT_STREQ(ToString(row.state), c.state) << c.what;
    EXPECT_EQ(row.links.empty(), row.state == GapState::kNotReviewed) << c.what;
  }
}

TEST(GapTest, AsksFirstWhetherAControlApplies) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 2 3 4"), Catalogue("b", "1")};
  std::vector<Control>& controls = dataset.frameworks[0].controls;
  controls[0].applies = FactExpression("cloud");        // false
  controls[1].applies = FactExpression("outsourcing");  // not stated
  controls[2].applies = FactExpression("lgwan");        // true
  AddTable(dataset, "a", "b",
           {"1 subset-of 1", "2 subset-of 1", "3 subset-of 1"});
  AddRegime(dataset, "a");
  const Profile profile = ProfileWith({{"cloud", false}, {"lgwan", true}});
  const ApplicabilityMap applicability(dataset, profile, {2027, 1, 15});
  const Knowledge knowledge(dataset);
  const GapComparison comparison =
      CompareFrameworks(dataset, knowledge, 0, 1, &applicability);
  EXPECT_EQ(comparison.rows[0].state, GapState::kNotApplicable);
  EXPECT_TRUE(comparison.rows[0].links.empty());
  EXPECT_EQ(comparison.rows[1].state, GapState::kToConfirm);
  EXPECT_EQ(comparison.rows[2].state, GapState::kCovered);
  EXPECT_EQ(comparison.rows[3].state, GapState::kNotReviewed);
  EXPECT_EQ(comparison.totals, (std::array<int, 6>{1, 1, 1, 0, 0, 1}));
}

TEST(GapTest, CountsWhatSaysSomethingOfItsOwn) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 1.1<1 2! 2.1<2 3 3.1<3", {"3"}),
                        Catalogue("b", "1")};
  const Knowledge knowledge(dataset);
  GapComparison comparison =
      CompareFrameworks(dataset, knowledge, 0, 1, nullptr);
  std::string counted;
  for (const GapRow& row : comparison.rows) counted += row.counted ? '1' : '0';
  EXPECT_EQ(counted, "110101");  // not 2 (no gist) nor 3 (closed)
  EXPECT_EQ(comparison.totals, (std::array<int, 6>{0, 0, 0, 0, 0, 4}));
  EXPECT_EQ(comparison.topic_totals, (std::array<int, 6>{}));

  dataset.frameworks[0].topic_list = true;
  comparison = CompareFrameworks(dataset, knowledge, 0, 1, nullptr);
  EXPECT_EQ(comparison.totals, (std::array<int, 6>{}));
  EXPECT_EQ(comparison.topic_totals, (std::array<int, 6>{0, 0, 0, 0, 0, 3}));
}

TEST(GapTest, AddsUp) {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    const RandomDataset data = MakeRandomDataset(random, Below(random, 8));
    const Knowledge knowledge(data.dataset);
    for (int from = 0; from < 3; ++from) {
      for (int to = 0; to < 3; ++to) {
        const GapComparison comparison =
            CompareFrameworks(data.dataset, knowledge, from, to, nullptr);
        int counted = 0;
        for (const GapRow& row : comparison.rows) counted += row.counted;
        EXPECT_EQ(comparison.rows.size(),
                  data.dataset.framework(from).controls.size());
        EXPECT_EQ(std::accumulate(comparison.totals.begin(),
                                  comparison.totals.end(), 0),
                  counted);
      }
    }
  }
}

TEST(GapTest, NamesItsStates) {
  for (std::size_t i = 0; i < kGapStates.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kGapStates[i].value), i);
  }
  EXPECT_STREQ(InWords(GapState::kNotReviewed, Language::kJa), "未検討");
  EXPECT_STREQ(InWords(GapState::kNoCounterpart, Language::kEn),
               "no counterpart");
}

}  // namespace
}  // namespace mapper
