#include "mapper/model/relation.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

TEST(RelationTest, HasInverseAndSet) {
  struct Case {
    Relation relation;
    Relation inverse;
    unsigned set;
  };
  static const Case kCases[] = {
      {Relation::kEqualTo, Relation::kEqualTo, kEq},
      {Relation::kEquivalentTo, Relation::kEquivalentTo, kEq},
      {Relation::kSubsetOf, Relation::kSupersetOf, kPp},
      {Relation::kSupersetOf, Relation::kSubsetOf, kPpi},
      {Relation::kIntersectsWith, Relation::kIntersectsWith, kPo},
      {Relation::kOverlaps, Relation::kOverlaps, kEq | kPp | kPpi | kPo},
      {Relation::kNoRelationship, Relation::kNoRelationship, kDr},
  };
  ASSERT_EQ(std::size(kCases), kRelations.size());
  for (const Case& c : kCases) {
    EXPECT_STREQ(ToString(Inverse(c.relation)), ToString(c.inverse));
    EXPECT_EQ(Inverse(Inverse(c.relation)), c.relation);
    EXPECT_EQ(ToSet(c.relation), c.set) << ToString(c.relation);
    EXPECT_EQ(ToSet(Inverse(c.relation)), Converse(ToSet(c.relation)))
        << ToString(c.relation);
  }
}

TEST(RelationTest, HasFiveBaseRelationsThatAreDisjoint) {
  EXPECT_EQ(kEq | kPp | kPpi | kPo | kDr, kAnyRelation);
  EXPECT_EQ(kEq + kPp + kPpi + kPo + kDr, kAnyRelation);
  // Overlapping is not being apart, and nothing else.
  EXPECT_EQ(ToSet(Relation::kOverlaps), kAnyRelation - kDr);
}

TEST(ConverseTest, SwapsPartAndWholeInEverySet) {
  for (unsigned bits = 0; bits <= kAnyRelation; ++bits) {
    const auto set = static_cast<RelationSet>(bits);
    const RelationSet converse = Converse(set);
    EXPECT_EQ(Converse(converse), set) << bits;
    EXPECT_EQ((converse & kPp) != 0, (set & kPpi) != 0) << bits;
    EXPECT_EQ((converse & kPpi) != 0, (set & kPp) != 0) << bits;
    for (const RelationSet same : {kEq, kPo, kDr}) {
      EXPECT_EQ(converse & same, set & same) << bits;
    }
  }
}

}  // namespace
}  // namespace mapper
