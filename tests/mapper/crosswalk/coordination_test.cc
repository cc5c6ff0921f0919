#include "mapper/crosswalk/coordination.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

std::string Names(const std::vector<std::string>& names) {
  return Join(names, ",");
}

// "a:1 lead / support / unheld" for each, then "A+B 2 1" for each pair.
std::string Dump(const Dataset& dataset, const Coordination& coordination) {
  std::string text;
  for (const Assignment& a : coordination.assignments) {
    std::vector<std::string> unheld;
    for (const Role role : a.unheld) unheld.emplace_back(ToString(role));
    text += NameOf(dataset, a.control) + " " + Names(a.lead) + " / " +
            Names(a.support) + " / " + Names(unheld) + "\n";
  }
  for (const DepartmentPair& pair : coordination.pairs) {
    text += pair.first + "+" + pair.second + " " +
            std::to_string(pair.first_leads.size()) + " " +
            std::to_string(pair.second_leads.size()) + "\n";
  }
  return text;
}

class CoordinationTest : public testing::Test {
 protected:
  CoordinationTest() {
    dataset_.frameworks = {Catalogue("a", "1 2 3 4")};
    AddRegime(dataset_, "a");
    profile_ = ProfileWith({{"cloud", false}});
    profile_.departments = {{Role::kIct, {"ICT"}},
                            {Role::kBousai, {"Bousai"}},
                            {Role::kPlant, {"Water", "ICT"}}};
  }

  Control& control(std::size_t i) { return dataset_.frameworks[0].controls[i]; }

  std::string Run() {
    const ApplicabilityMap applicability(dataset_, profile_, {2027, 1, 15});
    const Coordination coordination = Coordinate(dataset_, applicability);
    without_lead_ = coordination.without_lead;
    return Dump(dataset_, coordination);
  }

  Dataset dataset_;
  Profile profile_;
  int without_lead_ = 0;
};

TEST_F(CoordinationTest, SharesWorkBetweenWhoLeadsAndWhoSupports) {
  control(0).support = {Role::kBousai};
  control(1).lead = Role::kBousai;
  control(1).support = {Role::kIct, Role::kPlant};
  control(2).support = {Role::kBousai, Role::kIct, Role::kPlant};
  control(3).level = Level::kInform;
  EXPECT_EQ(Run(),
            "a:1 ICT / Bousai / \n"
            "a:2 Bousai / ICT,Water / \n"
            "a:3 ICT / Bousai,Water / \n"
            "Bousai+ICT 1 2\n"
            "Bousai+Water 1 0\n"
            "ICT+Water 1 0\n");
  EXPECT_EQ(without_lead_, 0);
}

TEST_F(CoordinationTest, NamesRolesThatNobodyHolds) {
  control(0).lead = Role::kLegal;
  control(0).support = {Role::kIct, Role::kHr};
  control(1).lead = Role::kPlant;
  control(1).support = {Role::kLegal};
  control(2).gist_ja.clear();  // asks nothing
  control(3).level = Level::kShould;
  EXPECT_EQ(Run(),
            "a:1  / ICT / hr\n"
            "a:2 Water,ICT /  / legal\n"
            "a:4 ICT /  / \n");
  EXPECT_EQ(without_lead_, 1);
}

TEST_F(CoordinationTest, LeavesOutWhatDoesNotApplyAndKeepsWhatMay) {
  control(0).applies = FactExpression("cloud");        // false
  control(1).applies = FactExpression("outsourcing");  // not stated
  EXPECT_EQ(Run(), "a:2 ICT /  / \na:3 ICT /  / \na:4 ICT /  / \n");
}

TEST_F(CoordinationTest, PutsThePairWithMostFirstThenByName) {
  profile_.departments = {
      {Role::kIct, {"Z"}}, {Role::kBousai, {"B"}}, {Role::kPlant, {"A"}}};
  control(0).support = {Role::kPlant};
  control(1).support = {Role::kBousai};
  control(2).support = {Role::kBousai};
  control(3).lead = Role::kPlant;
  control(3).support = {Role::kBousai};
  EXPECT_EQ(Run().substr(Run().find("B+Z")), "B+Z 0 2\nA+B 1 0\nA+Z 0 1\n");
}

}  // namespace
}  // namespace mapper
