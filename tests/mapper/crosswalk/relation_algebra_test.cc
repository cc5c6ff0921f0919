#include "mapper/crosswalk/relation_algebra.h"

#include <gtest/gtest.h>

#include <bitset>
#include <string>

#include "tests/bench/random_network.h"

namespace mapper {
namespace {

constexpr unsigned kElements = 5;
using Set = std::bitset<kElements>;

// The composition of sets of relations, from nothing but the relations of all
// triples of non-empty sets.
CompositionTable DeriveCompositions() {
  RelationSet base[32][32] = {};  // by one relation each
  for (unsigned a = 1; a < 1U << kElements; ++a) {
    for (unsigned b = 1; b < 1U << kElements; ++b) {
      for (unsigned c = 1; c < 1U << kElements; ++c) {
        RelationSet& cell =
            base[RelationOf(Set(a), Set(b))][RelationOf(Set(b), Set(c))];
        cell = static_cast<RelationSet>(cell | RelationOf(Set(a), Set(c)));
      }
    }
  }
  CompositionTable table{};
  for (unsigned r = 0; r < 32; ++r) {
    for (unsigned s = 0; s < 32; ++s) {
      for (unsigned i = 1; i < 32; i *= 2) {
        for (unsigned j = 1; j < 32; j *= 2) {
          if ((r & i) != 0 && (s & j) != 0) {
            table[r][s] = static_cast<RelationSet>(table[r][s] | base[i][j]);
          }
        }
      }
    }
  }
  return table;
}

TEST(RelationAlgebraTest, ComposesAsSmallSetsDo) {
  const CompositionTable derived = DeriveCompositions();
  for (unsigned r = 0; r < 32; ++r) {
    for (unsigned s = 0; s < 32; ++s) {
      EXPECT_EQ(Compositions()[r][s], derived[r][s]) << r << " with " << s;
    }
  }
}

TEST(RelationAlgebraTest, ConversesAsSmallSetsDo) {
  for (unsigned a = 1; a < 1U << kElements; ++a) {
    for (unsigned b = 1; b < 1U << kElements; ++b) {
      EXPECT_EQ(Converses()[RelationOf(Set(a), Set(b))],
                RelationOf(Set(b), Set(a)));
    }
  }
  for (unsigned r = 0; r < 32; ++r) {
    unsigned joined = 0;
    for (unsigned i = 1; i < 32; i *= 2) joined |= Converses()[r & i];
    EXPECT_EQ(Converses()[r], joined) << r;
    EXPECT_EQ(Converses()[Converses()[r]], r);
  }
}

TEST(RelationAlgebraTest, TurnsACompositionWithItsConverse) {
  for (unsigned r = 0; r < 32; ++r) {
    for (unsigned s = 0; s < 32; ++s) {
      EXPECT_EQ(Converses()[Compositions()[r][s]],
                Compositions()[Converses()[s]][Converses()[r]]);
    }
  }
}

TEST(RelationAlgebraTest, KnowsWhichSetsSaySomethingTogether) {
  for (unsigned r = 0; r < 32; ++r) {
    for (unsigned s = 0; s < 32; ++s) {
      EXPECT_EQ((ProductiveSets()[r] >> s & 1U) != 0,
                Compositions()[r][s] != kAnyRelation)
          << r << " with " << s;
    }
  }
}

TEST(RelationAlgebraTest, NamesWhatIsProved) {
  static constexpr struct {
    RelationSet set;
    const char* name;  // "" for none
  } kCases[] = {
      {kEq, "equivalent-to"},
      {kPp, "subset-of"},
      {kPpi, "superset-of"},
      {kPo, "intersects-with"},
      {kDr, "no-relationship"},
      {kEq | kPp, "within"},
      {kEq | kPpi, "contains"},
      {kPp | kPpi, "overlaps"},
      {kEq | kPo, "overlaps"},
      {kPp | kPo, "overlaps"},
      {kPpi | kPo, "overlaps"},
      {kEq | kPp | kPpi, "overlaps"},
      {kEq | kPp | kPpi | kPo, "overlaps"},
      // Not a relation: nothing that a user could rely on.
      {0, ""},
      {kEq | kDr, ""},
      {kPp | kDr, ""},
      {kPpi | kDr, ""},
      {kPo | kDr, ""},
      {kEq | kPp | kPpi | kDr, ""},
      {kPp | kPpi | kPo | kDr, ""},
      {kAnyRelation, ""},
  };
  for (const auto& c : kCases) {
    const Name<RelationSet>* name = ProvedName(c.set);
    EXPECT_EQ(std::string(name == nullptr ? "" : name->machine), c.name)
        << int{c.set};
  }
}

TEST(RelationAlgebraTest, NamesBaseRelations) {
  EXPECT_STREQ(BaseName(kEq), "EQ");
  EXPECT_STREQ(BaseName(kPp), "PP");
  EXPECT_STREQ(BaseName(kPpi), "PPi");
  EXPECT_STREQ(BaseName(kPo), "PO");
  EXPECT_STREQ(BaseName(kDr), "DR");
  EXPECT_STREQ(BaseName(kEq | kPp), "?");
  EXPECT_STREQ(BaseName(0), "?");
}

}  // namespace
}  // namespace mapper
