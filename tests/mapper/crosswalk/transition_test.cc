#include "mapper/crosswalk/transition.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

constexpr auto kSystem = Holding::Kind::kSystem;
constexpr auto kContract = Holding::Kind::kContract;

std::optional<Date> Day(const char* text) {
  return text[0] == '\0' ? std::nullopt : ParseDate(text);
}

TEST(TransitionTest, JudgesByDates) {
  static const struct {
    Holding::Kind kind;
    const char *since, *from, *to, *renewal;
    const char* state;
    const char* new_rule_from;
  } kCases[] = {
      // The new rule holds from 2027-07-01.
      {kSystem, "2027-07-01", "", "", "", "new-rule", "2027-07-01"},
      {kSystem, "2028-01-01", "", "", "", "new-rule", "2028-01-01"},
      {kSystem, "2027-06-30", "", "", "", "keeps-old", ""},
      {kSystem, "2027-06-30", "", "", "2027-07-01", "renewed", "2027-07-01"},
      {kSystem, "2020-04-01", "", "", "2030-04-01", "renewed", "2030-04-01"},
      {kSystem, "2020-04-01", "", "", "2027-06-30", "keeps-old", ""},
      {kSystem, "", "", "", "", "unknown", ""},
      {kSystem, "", "", "", "2027-06-30", "unknown", ""},
      {kSystem, "", "", "", "2029-04-01", "renewed", "2029-04-01"},
      {kSystem, "2020-04-01", "", "2027-03-31", "", "ends", ""},
      {kContract, "", "2027-07-01", "2030-03-31", "", "new-rule", "2027-07-01"},
      {kContract, "", "2025-04-01", "2027-06-30", "", "ends", ""},
      {kContract, "", "2025-04-01", "2027-07-01", "", "keeps-old", ""},
      {kContract, "", "2025-04-01", "2030-03-31", "", "keeps-old", ""},
      {kContract, "", "2025-04-01", "2030-03-31", "2028-04-01", "renewed",
       "2028-04-01"},
      {kContract, "", "2025-04-01", "", "", "unknown", ""},
      {kContract, "", "", "2030-03-31", "", "unknown", ""},
      {kContract, "", "", "", "", "unknown", ""},
      // In use before the contract that it is under.
      {kContract, "2020-04-01", "2027-07-01", "2030-03-31", "", "keeps-old",
       ""},
  };
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1")};
  dataset.frameworks[0].transitions = {{{"1"}, {2027, 7, 1}, "", ""}};
  for (const auto& c : kCases) {
    Profile profile;
    Holding holding;
    holding.kind = c.kind;
    holding.in_use_since = Day(c.since);
    holding.contract_from = Day(c.from);
    holding.contract_to = Day(c.to);
    holding.next_renewal = Day(c.renewal);
    profile.holdings = {holding};
    const std::vector<HoldingState> states =
        JudgeHoldings(dataset, {0}, profile);
    ASSERT_EQ(states.size(), 1U);
    const std::string what =
        std::string(c.since) + "|" + c.from + "|" + c.to + "|" + c.renewal;
    EXPECT_STREQ(ToString(states[0].state), c.state) << what;
    EXPECT_EQ(states[0].new_rule_from ? ToIso(*states[0].new_rule_from) : "",
              c.new_rule_from)
        << what;
  }
}

TEST(TransitionTest, JudgesEachHoldingUnderEachClause) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1"), Catalogue("b", "1"),
                        Catalogue("c", "1")};
  dataset.frameworks[0].transitions = {{{"1"}, {2027, 7, 1}, "", ""}};
  dataset.frameworks[2].transitions = {{{"1"}, {2027, 7, 1}, "", ""},
                                       {{"1"}, {2028, 7, 1}, "", ""}};
  Profile profile;
  for (const char* name : {"first", "second"}) {
    Holding holding;
    holding.name = name;
    profile.holdings.push_back(holding);
  }
  std::string text;
  for (const HoldingState& state : JudgeHoldings(dataset, {2, 1, 0}, profile)) {
    text += dataset.framework(state.framework).id +
            std::to_string(state.transition->on.year) + state.holding->name +
            " ";
  }
  EXPECT_EQ(text,
            "c2027first c2027second c2028first c2028second "
            "a2027first a2027second ");
}

TEST(TransitionTest, NamesItsStates) {
  for (std::size_t i = 0; i < kTransitionStates.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kTransitionStates[i].value), i);
  }
  EXPECT_STREQ(InWords(TransitionState::kKeepsOld, Language::kJa), "従前の例");
  EXPECT_STREQ(InWords(TransitionState::kEnds, Language::kEn), "ends before");
}

}  // namespace
}  // namespace mapper
