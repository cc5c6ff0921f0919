#include "mapper/crosswalk/department_work.h"

#include <gtest/gtest.h>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

class DepartmentWorkTest : public testing::Test {
 protected:
  DepartmentWorkTest() {
    dataset_.frameworks = {Catalogue("a", "1 2 3")};
    AddRegime(dataset_, "a");
    auto& controls = dataset_.frameworks[0].controls;
    controls[0].lead = Role::kIct;
    controls[0].support = {Role::kLegal, Role::kPr};
    controls[1].lead = Role::kIct;
    controls[1].support = {Role::kLegal};
    controls[2].lead = Role::kExec;
    controls[2].support = {Role::kIct};
    profile_ = ProfileWith({});
    profile_.departments = {{Role::kExec, {"Mayor"}},
                            {Role::kIct, {"ICT", "Systems"}},
                            {Role::kLegal, {"General affairs"}},
                            {Role::kPr, {"General affairs"}}};
    Holding holding;
    holding.name = "LAN";
    profile_.holdings = {holding};
  }

  std::string Dump(const std::string& department) const {
    const ApplicabilityMap map(dataset_, profile_, {2027, 1, 15});
    const Coordination coordination = Coordinate(dataset_, map);
    const DepartmentWork work = WorkOf(dataset_, map, coordination, department);
    std::string text;
    for (const Role role : work.roles)
      text += std::string(ToString(role)) + ' ';
    text += "leads " + std::to_string(work.leads.size()) + " supports " +
            std::to_string(work.supports.size());
    const auto list = [&](const char* title,
                          const std::vector<Counterpart>& others) {
      text += title;
      for (const Counterpart& other : others) {
        text += other.name + '(';
        for (const Role role : other.roles) text += ToString(role);
        text += ")" + std::to_string(other.controls) + ' ';
      }
    };
    list(" | ", work.consults);
    list("| ", work.leaders);
    return text + "| holdings " + std::to_string(work.holdings.size());
  }

  Dataset dataset_;
  Profile profile_;
};

TEST_F(DepartmentWorkTest, NamesWhomADepartmentWorksWith) {
  static const struct {
    const char* department;
    const char* work;
  } kCases[] = {
      {"ICT",
       "ict leads 2 supports 1 | General affairs(legalpr)2 Systems(ict)2 | "
       "Mayor(exec)1 | holdings 1"},
      {"General affairs",
       "legal pr leads 0 supports 2 | | ICT(ict)2 Systems(ict)2 | holdings 0"},
      {"Mayor",
       "exec leads 1 supports 0 | ICT(ict)1 Systems(ict)1 | | holdings 0"},
      {"Nobody", "leads 0 supports 0 | | | holdings 0"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Dump(c.department), c.work) << c.department;
  }
}

TEST_F(DepartmentWorkTest, ListsEachDepartmentOnce) {
  EXPECT_EQ(Join(DepartmentsOf(profile_), ", "),
            "Mayor, ICT, Systems, General affairs");
  EXPECT_TRUE(DepartmentsOf(ProfileWith({})).empty());
}

}  // namespace
}  // namespace mapper
