#include "mapper/crosswalk/applicability.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

constexpr Date kDay = {2027, 1, 15};
constexpr Date kSoon = {2027, 7, 1};
constexpr Date kBefore = {2026, 3, 31};

const Expression kCloud = FactExpression("cloud");              // true
const Expression kWireless = FactExpression("wireless");        // false
const Expression kOutsourcing = FactExpression("outsourcing");  // not stated
const Expression kLgwan = FactExpression("lgwan");              // not stated

Profile SomeProfile() {
  return ProfileWith({{"cloud", true}, {"wireless", false}});
}

// "+ in-force 0 [facts]": whether it applies, its phase, its regime.
std::string Dump(const Applicability& a) {
  static constexpr const char* kTruths[] = {"-", "?", "+"};
  static constexpr const char* kPhases[] = {"now", "later", "past"};
  std::string text = kTruths[static_cast<std::size_t>(a.applies)];
  text += std::string(" ") + kPhases[static_cast<std::size_t>(a.phase)];
  if (a.from) text += " " + ToIso(*a.from);
  text += " " + std::to_string(a.regime);
  for (const std::string& name : a.unknown) text += " " + name;
  return text;
}

TEST(ApplicabilityTest, JoinsRegimeAncestorsAndControl) {
  static const struct {
    const char* what;
    Expression regime, above, own;
    const char* answer;
  } kCases[] = {
      {"nothing asked", {}, {}, {}, "+ now 0"},
      {"all true", kCloud, kCloud, kCloud, "+ now 0"},
      {"the regime does not apply", kWireless, {}, kOutsourcing, "- now 0"},
      {"the heading does not", {}, kWireless, kOutsourcing, "- now 0"},
      {"the control does not", kOutsourcing, {}, kWireless, "- now 0"},
      {"the regime is not known",
       kOutsourcing,
       {},
       kCloud,
       "? now 0 outsourcing"},
      {"all that is not known, each once", kOutsourcing, kLgwan, kOutsourcing,
       "? now 0 lgwan outsourcing"},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1 1.1<1")};
    dataset.frameworks[0].controls[0].applies = c.above;
    dataset.frameworks[0].controls[1].applies = c.own;
    AddRegime(dataset, "a", c.regime);
    const Profile profile = SomeProfile();
    const ApplicabilityMap map(dataset, profile, kDay);
    EXPECT_EQ(Dump(map.Of({0, 1})), c.answer) << c.what;
  }
}

TEST(ApplicabilityTest, TakesTheRegimeOfTheNearestRoot) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 1.1<1 1.1.1<1.1 2 3")};
  AddRegime(dataset, "a", kCloud);                 // 0: the rest
  AddRegime(dataset, "a", kWireless, {"1", "2"});  // 1
  AddRegime(dataset, "a", kOutsourcing, {"1.1"});  // 2
  const Profile profile = SomeProfile();
  const ApplicabilityMap map(dataset, profile, kDay);
  std::vector<std::string> answers;
  for (int i = 0; i < 5; ++i) answers.push_back(Dump(map.Of({0, i})));
  EXPECT_EQ(answers, (std::vector<std::string>{"- now 1", "? now 2 outsourcing",
                                               "? now 2 outsourcing", "- now 1",
                                               "+ now 0"}));
}

// Of two rows for the same root: what applies before what may, and what is in
// force before what is not.
TEST(ApplicabilityTest, TakesTheBetterOfTwoRegimes) {
  static const struct {
    const char* what;
    Expression first, second;
    std::optional<Date> first_from, first_until, second_from;
    const char* answer;
  } kCases[] = {
      {"true before unknown", kOutsourcing, kCloud, {}, {}, {}, "+ now 1"},
      {"unknown before false",
       kWireless,
       kOutsourcing,
       {},
       {},
       {},
       "? now 1 outsourcing"},
      {"the first among equals", kCloud, kCloud, {}, {}, {}, "+ now 0"},
      {"in force before later", kCloud, kCloud, kSoon, {}, {}, "+ now 1"},
      {"later before past",
       kCloud,
       kCloud,
       {},
       kBefore,
       kSoon,
       "+ later 2027-07-01 1"},
      {"true but later, before unknown now",
       kOutsourcing,
       kCloud,
       {},
       {},
       kSoon,
       "+ later 2027-07-01 1"},
  };
  for (const auto& c : kCases) {
    for (const bool rooted : {false, true}) {
      Dataset dataset;
      dataset.frameworks = {Catalogue("a", "1")};
      const std::vector<std::string> roots =
          rooted ? std::vector<std::string>{"1"} : std::vector<std::string>{};
      Regime& first = AddRegime(dataset, "a", c.first, roots);
      first.from = c.first_from;
      first.until = c.first_until;
      AddRegime(dataset, "a", c.second, roots).from = c.second_from;
      const Profile profile = SomeProfile();
      const ApplicabilityMap map(dataset, profile, kDay);
      EXPECT_EQ(Dump(map.Of({0, 0})), c.answer) << c.what;
    }
  }
}

TEST(ApplicabilityTest, KnowsTheFirstAndTheLastDay) {
  static const struct {
    Date from, until, on;
    Phase phase;
  } kCases[] = {
      {{2027, 7, 1}, {2030, 3, 31}, {2027, 6, 30}, Phase::kLater},
      {{2027, 7, 1}, {2030, 3, 31}, {2027, 7, 1}, Phase::kInForce},
      {{2027, 7, 1}, {2030, 3, 31}, {2030, 3, 31}, Phase::kInForce},
      {{2027, 7, 1}, {2030, 3, 31}, {2030, 4, 1}, Phase::kPast},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1")};
    Regime& regime = AddRegime(dataset, "a");
    regime.from = c.from;
    regime.until = c.until;
    const Profile profile = SomeProfile();
    const ApplicabilityMap map(dataset, profile, c.on);
    EXPECT_EQ(map.regimes()[0].phase, c.phase) << ToIso(c.on);
    EXPECT_EQ(map.Of({0, 0}).phase, c.phase) << ToIso(c.on);
  }
}

// What is past stays as a reference until its successor has a catalogue.
TEST(ApplicabilityTest, LetsASuccessorTakeThePlaceOfWhatIsPast) {
  static const struct {
    const char* what;
    const char* successor;
    const char* controls;  // of the successor
    bool past;
    const char* answer;
  } kCases[] = {
      {"with a catalogue", "b", "1", true, "- past 0"},
      {"without one", "b", "", true, "+ past 0"},
      {"that is not known", "z", "1", true, "+ past 0"},
      {"none", "", "1", true, "+ past 0"},
      {"not past yet", "b", "1", false, "+ now 0"},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1"), Catalogue("b", "1")};
    if (c.controls[0] == '\0') dataset.frameworks[1].controls.clear();
    dataset.frameworks[0].superseded_by = c.successor;
    if (c.past) {
      AddRegime(dataset, "a").until = kBefore;
    } else {
      AddRegime(dataset, "a");
    }
    const Profile profile = SomeProfile();
    const ApplicabilityMap map(dataset, profile, kDay);
    EXPECT_EQ(Dump(map.Of({0, 0})), c.answer) << c.what;
    EXPECT_EQ(map.frameworks().empty(), c.answer[0] == '-') << c.what;
  }
}

TEST(ApplicabilityTest, ListsRegimesByForceAndFrameworksThatMayApply) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1"), Catalogue("b", "1"),
                        Catalogue("c", "1"), Catalogue("d", "1")};
  dataset.frameworks[0].binding = Binding::kVoluntary;
  dataset.frameworks[1].binding = Binding::kGuidance;
  dataset.frameworks[2].binding = Binding::kLaw;
  dataset.frameworks[3].binding = Binding::kLaw;
  AddRegime(dataset, "not-loaded");
  AddRegime(dataset, "a", kOutsourcing);
  AddRegime(dataset, "b");
  AddRegime(dataset, "c", kWireless);
  AddRegime(dataset, "c", kCloud, {"1"});
  const Profile profile = SomeProfile();
  const ApplicabilityMap map(dataset, profile, kDay);
  std::string order;
  for (const RegimeState& state : map.regimes()) {
    order += state.regime->framework + " ";
  }
  EXPECT_EQ(order, "c c b not-loaded a ");
  EXPECT_EQ(map.regimes()[3].framework, -1);
  EXPECT_EQ(map.regimes()[4].unknown, std::vector<std::string>{"outsourcing"});
  EXPECT_EQ(map.frameworks(), (std::vector<int>{2, 1, 0}));
  EXPECT_EQ(Dump(map.Of({3, 0})), "- now -1");  // no regime at all
}

}  // namespace
}  // namespace mapper
