#include "mapper/crosswalk/network_models.h"

#include <gtest/gtest.h>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

Expression ModelIn(const std::vector<std::string>& models) {
  Expression expression;
  expression.kind = Expression::Kind::kIn;
  expression.name = "network_model";
  expression.values = models;
  return expression;
}

class NetworkModelsTest : public testing::Test {
 protected:
  NetworkModelsTest() {
    dataset_.frameworks = {Catalogue("a", "1 2 2.1<2 3 4!"),
                           Catalogue("b", "1 2")};
    AddRegime(dataset_, "a");
    AddRegime(dataset_, "b", ModelIn({"beta-prime"}));
    auto& a = dataset_.frameworks[0].controls;
    a[1].applies = ModelIn({"beta", "beta-prime"});
    a[3].applies.kind = Expression::Kind::kNot;
    a[3].applies.operands = {ModelIn({"alpha"})};
    a[4].applies = ModelIn({"alpha"});
    dataset_.frameworks[1].controls[1].applies = FactExpression("cloud");
  }

  std::string Dump(const Profile& profile) const {
    const NetworkModels models =
        FindNetworkModels(dataset_, profile, {2027, 1, 15});
    std::string text = "[" + models.own + "]";
    for (const ModelControl& entry : models.controls) {
      text +=
          ' ' + NameOf(dataset_, entry.control) + '=' + Join(entry.models, ",");
    }
    return text + " info " + std::to_string(models.for_information);
  }

  Dataset dataset_;
};

TEST_F(NetworkModelsTest, FindsWhatDependsOnTheModelInAnyFramework) {
  Profile profile = ProfileWith({});
  // a:2.1 lies under a condition; all of b hangs on its regime.
  EXPECT_EQ(Dump(profile),
            "[] a:2=beta,beta-prime a:2.1=beta,beta-prime "
            "a:3=alpha-prime,beta,beta-prime b:1=beta-prime b:2=beta-prime "
            "info 1");
  profile.attributes["network_model"] = {"alpha"};
  EXPECT_EQ(Dump(profile),
            "[alpha] a:2=beta,beta-prime a:2.1=beta,beta-prime "
            "a:3=alpha-prime,beta,beta-prime b:1=beta-prime b:2=beta-prime "
            "info 1");
}

TEST_F(NetworkModelsTest, LeavesOutWhatAppliesUnderNoModel) {
  EXPECT_EQ(Dump(ProfileWith({{"cloud", false}})),
            "[] a:2=beta,beta-prime a:2.1=beta,beta-prime "
            "a:3=alpha-prime,beta,beta-prime b:1=beta-prime info 1");
}

TEST(ModelInWordsTest, NamesTheModels) {
  static const struct {
    const char *model, *ja, *en;
  } kCases[] = {
      {"alpha", "αモデル", "α model"}, {"alpha-prime", "α’モデル", "α’ model"},
      {"beta", "βモデル", "β model"},  {"beta-prime", "β’モデル", "β’ model"},
      {"gamma", "gamma", "gamma"},     {"", "", ""}};
  for (const auto& c : kCases) {
    EXPECT_EQ(ModelInWords(c.model, Language::kJa), c.ja);
    EXPECT_EQ(ModelInWords(c.model, Language::kEn), c.en);
  }
}

}  // namespace
}  // namespace mapper
