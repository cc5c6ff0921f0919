#include "mapper/crosswalk/role_pairs.h"

#include <gtest/gtest.h>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

std::string Names(const Dataset& dataset, const std::vector<ControlRef>& list) {
  std::string text;
  for (const ControlRef& ref : list) text += dataset.control(ref).id;
  return text.empty() ? "-" : text;
}

TEST(FindRolePairsTest, CountsWhoLeadsAndWhoSupportsTogether) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 2 3 4")};
  AddRegime(dataset, "a");
  auto& controls = dataset.frameworks[0].controls;
  controls[0].lead = Role::kIct;
  controls[0].support = {Role::kBousai, Role::kOt};
  controls[1].lead = Role::kBousai;
  controls[1].support = {Role::kIct};
  controls[2].lead = Role::kExec;
  controls[2].support = {Role::kOt, Role::kIct};
  controls[3].lead = Role::kPr;  // alone: in no pair
  const Profile profile = ProfileWith({});
  const ApplicabilityMap map(dataset, profile, {2027, 1, 15});
  std::string text;
  std::size_t sum = 0;
  for (const RolePair& pair :
       FindRolePairs(dataset, Coordinate(dataset, map))) {
    text += std::string(ToString(pair.first)) + '+' + ToString(pair.second) +
            ' ' + Names(dataset, pair.first_leads) + ' ' +
            Names(dataset, pair.second_leads) + ' ' +
            Names(dataset, pair.both_support) + '\n';
    sum += pair.size();
  }
  EXPECT_EQ(text,
            "ict+bousai 1 2 -\n"
            "ict+ot 1 - 3\n"
            "exec+ict 3 - -\n"
            "exec+ot 3 - -\n"
            "bousai+ot - - 1\n");
  // Three roles make three pairs, two make one.
  EXPECT_EQ(sum, 3U + 1U + 3U);
}

TEST(FindRolePairsTest, ControlsThatDoNotApplyAreInNoPair) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1")};
  AddRegime(dataset, "a", FactExpression("cloud"));
  dataset.frameworks[0].controls[0].support = {Role::kBousai};
  const Profile profile = ProfileWith({{"cloud", false}});
  const ApplicabilityMap map(dataset, profile, {2027, 1, 15});
  EXPECT_TRUE(FindRolePairs(dataset, Coordinate(dataset, map)).empty());
}

}  // namespace
}  // namespace mapper
