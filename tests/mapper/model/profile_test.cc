#include "mapper/model/profile.h"

#include <gtest/gtest.h>

#include "mapper/model/facts.h"

namespace mapper {
namespace {

using Names = std::vector<std::string>;

// Every known fact, "+name" or "-name", by name.
std::string Known(const Profile& profile) {
  std::map<std::string, Truth> sorted;
  for (const Fact& fact : Facts()) {
    sorted[fact.name] = profile.Fact(fact.name);
  }
  std::string out;
  for (const auto& [name, truth] : sorted) {
    if (truth == Truth::kUnknown) continue;
    out += (out.empty() ? "" : " ") +
           std::string(truth == Truth::kTrue ? "+" : "-") + name;
  }
  return out;
}

TEST(ProfileTest, SpreadsFactsAlongImplications) {
  struct Case {
    std::map<std::string, bool> stated;
    const char* known;
    Names clashes;
  };
  const Case cases[] = {
      {{}, "", {}},
      {{{"lgwan", true}}, "+body_lgwan_or_connected +lgwan", {}},
      {{{"lgwan", false}}, "-lgwan", {}},  // says nothing of the body
      {{{"body_lgwan_or_connected", true}}, "+body_lgwan_or_connected", {}},
      {{{"body_lgwan_or_connected", false}},
       "-body_lgwan_or_connected -lgwan",
       {}},
      {{{"external_network", false}},
       "-external_network -internet_facing -remote_access -remote_maintenance",
       {}},
      {{{"internet_facing", true}}, "+external_network +internet_facing", {}},
      {{{"cloud", false}, {"cloud_confidential", false}},
       "-cloud -cloud_confidential -cloud_nonconfidential",
       {}},
      // Contradictions: what is stated stays as stated.
      {{{"lgwan", true}, {"body_lgwan_or_connected", false}},
       "-body_lgwan_or_connected +lgwan",
       {"lgwan -> body_lgwan_or_connected"}},
      {{{"cloud_confidential", true},
        {"cloud_nonconfidential", true},
        {"cloud", false}},
       "-cloud +cloud_confidential +cloud_nonconfidential",
       {"cloud_confidential -> cloud", "cloud_nonconfidential -> cloud"}},
      {{{"mynumber", true}, {"personal_info", false}},
       "+mynumber -personal_info",
       {"mynumber -> personal_info"}},
  };
  for (const Case& c : cases) {
    Profile profile;
    profile.stated_facts = c.stated;
    EXPECT_EQ(profile.Close(), c.clashes) << c.known;
    EXPECT_EQ(Known(profile), c.known);
    EXPECT_EQ(profile.Close(), c.clashes) << "a second time";
    EXPECT_EQ(Known(profile), c.known) << "a second time";
  }
}

TEST(ProfileTest, CloseIsConsistentForEveryFact) {
  for (const Fact& fact : Facts()) {
    for (const bool value : {true, false}) {
      Profile profile;
      profile.stated_facts[fact.name] = value;
      EXPECT_EQ(profile.Close(), Names{}) << fact.name;
      EXPECT_EQ(profile.Fact(fact.name), value ? Truth::kTrue : Truth::kFalse);
      for (const char* implied : fact.implies) {
        EXPECT_EQ(profile.Fact(implied), value ? Truth::kTrue : Truth::kUnknown)
            << fact.name;
      }
    }
  }
}

TEST(ProfileTest, KnowsNothingThatIsNotStated) {
  Profile profile;
  profile.attributes["sectors"] = {"water", "medical"};
  profile.departments[Role::kIct] = {"情報政策課", "DX推進室"};
  EXPECT_EQ(profile.Fact("lgwan"), Truth::kUnknown);
  EXPECT_EQ(profile.Fact(""), Truth::kUnknown);
  EXPECT_EQ(profile.Fact("sectors"), Truth::kUnknown);
  EXPECT_EQ(profile.Values("sectors"), (Names{"water", "medical"}));
  EXPECT_EQ(profile.Values("body"), std::nullopt);
  EXPECT_EQ(profile.Departments(Role::kIct), (Names{"情報政策課", "DX推進室"}));
  EXPECT_EQ(profile.Departments(Role::kPr), Names{});
}

}  // namespace
}  // namespace mapper
