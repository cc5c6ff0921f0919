#include "mapper/crosswalk/contract_terms.h"

#include <gtest/gtest.h>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

TEST(SegmentsNamedTest, ReadsScopes) {
  static const struct {
    const char* scope;
    const char* segments;
  } kCases[] = {
      {"団体全体の情報資産", "office lgwan mynumber internet control medical"},
      {"庁内LANと、そこで扱う情報", "office lgwan mynumber internet"},
      {"監視制御システムと水道の業務系システム",
       "office lgwan internet control"},
      {"LGWAN接続系", "lgwan"},
      {"医療情報システム", "medical"},
      {"団体が選んだ範囲", ""},
      {"", ""},
  };
  for (const auto& c : kCases) {
    std::vector<std::string> names;
    for (const auto& entry : kSegments) {
      for (const Segment segment : SegmentsNamed(c.scope)) {
        if (segment == entry.value) names.emplace_back(entry.machine);
      }
    }
    EXPECT_EQ(Join(names, " "), c.segments) << c.scope;
  }
}

class ContractTermsTest : public testing::Test {
 protected:
  ContractTermsTest() {
    dataset_.frameworks = {Catalogue("a", "1 2 2.1<2 3 4 5 6")};
    Framework& a = dataset_.frameworks[0];
    AddRegime(dataset_, "a").scope = "庁内LAN";
    a.controls[0].lead = Role::kVendor;
    a.controls[1].support = {Role::kVendor};
    a.controls[2].support = {Role::kVendor};
    a.controls[2].gist_ja = "契約で定める";
    a.controls[2].applies = FactExpression("ot");
    a.controls[3].lead = Role::kProcurement;
    a.controls[4].lead = Role::kIct;  // no vendor
    a.controls[5].lead = Role::kOt;
    a.controls[5].support = {Role::kVendor};
    a.controls[6].lead = Role::kVendor;
    a.controls[6].level = Level::kInform;
    a.transitions = {{{"2"}, {2027, 7, 1}, "", ""}};
  }

  std::string Dump(const Profile& profile) const {
    const ApplicabilityMap map(dataset_, profile, {2027, 1, 15});
    std::string text;
    for (const HoldingTerms& terms : FindContractTerms(dataset_, map)) {
      text += terms.holding->name + ":";
      for (const ContractTerm& term : terms.terms) {
        text +=
            ' ' + dataset_.control(term.control).id + '=' +
            ToString(term.concern) + (term.direct ? "!" : "") +
            (term.state < 0
                 ? ""
                 : std::string("@") +
                       ToString(
                           terms.states[static_cast<std::size_t>(term.state)]
                               .state));
      }
      text += '\n';
    }
    return text;
  }

  static Holding MakeHolding(const char* name, std::optional<Segment> segment) {
    Holding holding;
    holding.kind = Holding::Kind::kContract;
    holding.name = name;
    holding.segment = segment;
    holding.contract_from = Date{2027, 10, 1};
    return holding;
  }

  Dataset dataset_;
};

TEST_F(ContractTermsTest, SaysWhatConcernsEachHolding) {
  Profile profile = ProfileWith({{"ot", true}});
  profile.holdings = {MakeHolding("office", Segment::kOffice),
                      MakeHolding("control", Segment::kControl),
                      MakeHolding("any", std::nullopt)};
  EXPECT_EQ(Dump(profile),
            "office: 1=segment! 2=segment@new-rule "
            "2.1=other-segment!@new-rule 3=segment! 5=other-segment\n"
            "control: 1=other-segment! 2=other-segment@new-rule "
            "2.1=segment!@new-rule 3=other-segment! 5=segment\n"
            "any: 1=unclear! 2=unclear@new-rule 2.1=unclear!@new-rule "
            "3=unclear! 5=unclear\n");
}

TEST_F(ContractTermsTest, LeavesOutWhatDoesNotApply) {
  Profile profile = ProfileWith({{"ot", false}});
  profile.holdings = {MakeHolding("office", Segment::kOffice)};
  EXPECT_EQ(Dump(profile),
            "office: 1=segment! 2=segment@new-rule 3=segment! "
            "5=other-segment\n");
  profile.holdings.clear();
  EXPECT_EQ(Dump(profile), "");
}

TEST_F(ContractTermsTest, AScopeWithoutSegmentsIsUnclear) {
  dataset_.regimes[0].scope = "選んだ範囲";
  Profile profile = ProfileWith({{"ot", false}});
  profile.holdings = {MakeHolding("office", Segment::kOffice)};
  EXPECT_EQ(Dump(profile),
            "office: 1=unclear! 2=unclear@new-rule 3=unclear! "
            "5=other-segment\n");
}

TEST(ConcernedRolesTest, FollowsKindAndSegment) {
  static const struct {
    Holding::Kind kind;
    std::optional<Segment> segment;
    const char* roles;
  } kCases[] = {
      {Holding::Kind::kSystem, Segment::kControl, "ot plant"},
      {Holding::Kind::kSystem, Segment::kMedical, "ict clinical"},
      {Holding::Kind::kSystem, Segment::kOffice, "ict owner"},
      {Holding::Kind::kSystem, std::nullopt, "ict owner"},
      {Holding::Kind::kContract, Segment::kControl,
       "procurement owner ot plant"},
      {Holding::Kind::kContract, std::nullopt, "procurement owner ict"},
  };
  for (const auto& c : kCases) {
    Holding holding;
    holding.kind = c.kind;
    holding.segment = c.segment;
    std::vector<std::string> roles;
    for (const Role role : ConcernedRoles(holding)) {
      roles.emplace_back(ToString(role));
    }
    EXPECT_EQ(Join(roles, " "), c.roles);
  }
}

}  // namespace
}  // namespace mapper
