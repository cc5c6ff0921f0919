#include "mapper/crosswalk/closure.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/mapper/crosswalk/oracle.h"

namespace mapper {
namespace {

constexpr RelationSet kInside = kEq | kPp;
constexpr RelationSet kMeets = kAnyRelation & ~kDr;

TEST(ClosureTest, ComposesAlongPaths) {
  static const struct {
    const char* what;
    std::vector<NetworkRow> rows;
    RelationSet proved;  // of nodes 0 and 3
  } kCases[] = {
      {"no rows", {}, kAnyRelation},
      {"a row", {{0, 3, kMeets}}, kMeets},
      {"a row the other way", {{3, 0, kPp}}, kPpi},
      {"two rows of one pair", {{0, 3, kInside}, {3, 0, kInside}}, kEq},
      {"a chain of insides", {{0, 1, kPp}, {1, 2, kPp}, {2, 3, kPp}}, kPp},
      {"equalities in it", {{0, 1, kEq}, {1, 2, kPp}, {2, 3, kEq}}, kPp},
      {"rows against its direction",
       {{1, 0, kPpi}, {2, 1, kPpi}, {3, 2, kPpi}},
       kPp},
      {"inside what is apart", {{0, 1, kPp}, {1, 2, kPp}, {2, 3, kDr}}, kDr},
      {"around a common part",
       {{0, 1, kPpi}, {1, 2, kPp}, {2, 3, kPp}},
       kMeets},
      {"meets what is inside", {{0, 1, kMeets}, {1, 3, kPp}}, kMeets},
      {"partly in what is inside", {{0, 1, kPo}, {1, 3, kPp}}, kPp | kPo},
      {"a circle of insides",
       {{0, 3, kInside}, {3, 1, kInside}, {1, 0, kInside}},
       kEq},
      {"nothing through overlaps", {{0, 1, kPo}, {1, 3, kPo}}, kAnyRelation},
      {"nothing through what is apart",
       {{0, 1, kDr}, {1, 3, kDr}},
       kAnyRelation},
      {"nothing on a path that ends", {{0, 1, kPp}, {1, 2, kPp}}, kAnyRelation},
  };
  for (const auto& c : kCases) {
    const Closure closure = ClosureOf({4, {}, c.rows});
    EXPECT_TRUE(closure.consistent()) << c.what;
    EXPECT_EQ(closure.Get(0, 3), c.proved) << c.what;
    EXPECT_EQ(closure.Get(3, 0), Converse(c.proved)) << c.what;
  }
}

// Node 0 is the union of 1 and 2 (and of 3, in the second half), X is node 4.
TEST(ClosureTest, AppliesEachRuleOfUnions) {
  static const struct {
    const char* what;
    std::vector<int> parts;
    std::vector<NetworkRow> rows;
    int a, b;
    RelationSet proved;
  } kCases[] = {
      {"all inside", {1, 2}, {{1, 4, kPp}, {2, 4, kInside}}, 0, 4, kInside},
      {"all apart", {1, 2}, {{1, 4, kDr}, {2, 4, kDr}}, 0, 4, kDr},
      {"inside one", {1, 2}, {{4, 0, kInside}, {1, 4, kDr}}, 4, 2, kInside},
      {"meets one",
       {1, 2},
       {{4, 0, kPo}, {2, 4, kDr}},
       4,
       1,
       kMeets & ~kEq & ~kPp},
      {"one of three left",
       {1, 2, 3},
       {{4, 0, kPp}, {1, 4, kDr}, {3, 4, kDr}},
       4,
       2,
       kInside},
      {"a part around the others", {1, 2}, {{2, 1, kPp}}, 0, 1, kEq},
      // Not enough.
      {"one inside", {1, 2}, {{1, 4, kPp}}, 0, 4, kMeets},
      {"one apart", {1, 2}, {{1, 4, kDr}}, 0, 4, kAnyRelation & ~kEq & ~kPp},
      {"two of three left",
       {1, 2, 3},
       {{4, 0, kPp}, {1, 4, kDr}},
       4,
       2,
       kAnyRelation},
      {"meets two",
       {1, 2, 3},
       {{4, 0, kPo}, {1, 4, kDr}},
       4,
       2,
       kPpi | kPo | kDr},
      {"nothing known of it", {1, 2}, {{1, 4, kDr}}, 4, 2, kAnyRelation},
  };
  for (const auto& c : kCases) {
    SmallNetwork network{5, {{0, c.parts}}, c.rows};
    for (const int part : c.parts) network.rows.push_back({part, 0, kInside});
    const Closure closure = ClosureOf(network);
    EXPECT_TRUE(closure.consistent()) << c.what;
    const RelationSet oracle = OracleOf(network).Get(c.a, c.b);
    EXPECT_EQ(closure.Get(c.a, c.b), oracle) << c.what;
    EXPECT_EQ(closure.Get(c.a, c.b), c.proved) << c.what;
  }
}

TEST(ClosureTest, FindsContradictions) {
  static const struct {
    const char* what;
    std::vector<NetworkRow> rows;
  } kCases[] = {
      {"two rows of one pair", {{0, 1, kPp}, {0, 1, kDr}}},
      {"two rows of one pair, turned", {{0, 1, kPp}, {1, 0, kPp}}},
      {"a circle of proper insides", {{0, 1, kPp}, {1, 2, kPp}, {2, 0, kPp}}},
      {"inside what is apart", {{0, 1, kPp}, {1, 2, kDr}, {0, 2, kMeets}}},
      {"a node apart from itself", {{1, 1, kDr}}},
      {"a node inside itself", {{2, 2, kPp}}},
      {"an empty row", {{0, 1, 0}}},
  };
  for (const auto& c : kCases) {
    const SmallNetwork network{3, {}, c.rows};
    const Closure closure = ClosureOf(network);
    EXPECT_FALSE(closure.consistent()) << c.what;
    EXPECT_FALSE(OracleOf(network).consistent()) << c.what;
    EXPECT_GE(closure.clash().first, 0) << c.what;
  }
}

TEST(ClosureTest, StaysInconsistent) {
  Closure closure(3);
  closure.Constrain(0, 1, kPp);
  closure.Constrain(1, 0, kPp);
  EXPECT_FALSE(closure.Run());
  const std::pair<int, int> clash = closure.clash();
  EXPECT_EQ(clash, (std::pair<int, int>(0, 1)));
  closure.Constrain(1, 2, 0);
  EXPECT_FALSE(closure.Run());
  EXPECT_EQ(closure.clash(), clash);
}

TEST(ClosureTest, TakesRowsThatSayNothing) {
  Closure closure(3);
  closure.Constrain(0, 1, kAnyRelation);
  closure.Constrain(1, 1, kInside);
  EXPECT_TRUE(closure.Run());
  EXPECT_EQ(closure.Get(0, 1), kAnyRelation);
  EXPECT_EQ(closure.Get(1, 1), kEq);
  closure.ForEach(0, [](int b, RelationSet) { ADD_FAILURE() << b; });
}

TEST(ClosureTest, KeepsTheStepsOfEachPairNewestFirst) {
  Closure closure(3, true);
  closure.Constrain(2, 0, kAnyRelation & ~kDr, 70);
  closure.Constrain(0, 1, kPp, 71);
  closure.Constrain(1, 2, kPp, 72);
  ASSERT_TRUE(closure.Run());
  EXPECT_EQ(closure.LastStep(1, 0), -1);  // kept in ascending order
  const ClosureStep& composed = closure.step(closure.LastStep(0, 2));
  EXPECT_EQ(composed.kind, ClosureStep::Kind::kCompose);
  EXPECT_EQ(composed.via, 1);
  EXPECT_EQ(composed.first, kPp);
  EXPECT_EQ(composed.second, kPp);
  EXPECT_EQ(composed.removed, kEq | kPpi | kPo);
  const ClosureStep& given = closure.step(composed.previous);
  EXPECT_EQ(given.kind, ClosureStep::Kind::kGiven);
  EXPECT_EQ(given.given, 70);
  EXPECT_EQ(given.removed, kDr);
  EXPECT_EQ(given.previous, -1);
}

}  // namespace
}  // namespace mapper
