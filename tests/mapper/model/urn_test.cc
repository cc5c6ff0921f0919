#include "mapper/model/urn.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

Framework WithIds(const std::vector<std::string>& ids) {
  Framework framework;
  framework.id = "Law_1";
  for (const std::string& id : ids) {
    framework.controls.emplace_back();
    framework.controls.back().id = id;
  }
  framework.Link();
  return framework;
}

TEST(UrnLeavesTest, EveryIdIsFoundAgain) {
  const Framework framework =
      WithIds({"A-1(1)", "GV.OC-01", "a", "A", "B[", "第1", "b_"});
  const UrnLeaves leaves(framework);
  const std::vector<std::string> kWanted = {
      "a-1(1)", "gv.oc-01", "a", "[41]", "b[5b]", "[e7][ac][ac]1", "b_"};
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(leaves.Leaf(i), kWanted[static_cast<std::size_t>(i)]);
    EXPECT_EQ(leaves.Find(leaves.Leaf(i)), i);
  }
  EXPECT_EQ(leaves.Find("A-1(1)"), -1);
  EXPECT_EQ(leaves.Find(""), -1);
  EXPECT_EQ(leaves.Node(0), "urn:kakehashi:risk:req_node:law_1:a-1(1)");
}

}  // namespace
}  // namespace mapper
