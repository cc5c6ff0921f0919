#include "mapper/crosswalk/pair_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "mapper/base/error.h"
#include "tests/bench/random_network.h"

namespace mapper {
namespace {

constexpr int kDense = 40;
constexpr int kHashed = PairTable::kDenseNodes + 1;
using Seen = std::vector<std::pair<int, int>>;

Seen Visit(const PairTable& table, int a) {
  Seen seen;
  table.ForEach(a, [&](int b, RelationSet set) { seen.emplace_back(b, set); });
  return seen;
}

void Exclude(PairTable& table, int a, int b, RelationSet excluded) {
  table.At(a, b) = excluded;
}

class PairTableTest : public testing::TestWithParam<int> {};

TEST_P(PairTableTest, BeginsWithNothingKnown) {
  const PairTable table(GetParam());
  EXPECT_EQ(table.Peek(0, 1), 0);
  EXPECT_EQ(table.Peek(3, GetParam() - 1), 0);
  EXPECT_EQ(Visit(table, 0), Seen());
}

TEST_P(PairTableTest, VisitsWhatIsKnownInOrderSeenFromTheNode) {
  PairTable table(GetParam());
  const int last = GetParam() - 1;
  Exclude(table, 7, last, kDr);
  Exclude(table, 7, 9, kAnyRelation & ~kPp);
  Exclude(table, 2, 7, kAnyRelation & ~kPp);  // 7 contains 2
  Exclude(table, 2, 9, kEq);                  // says nothing of 7
  EXPECT_EQ(Visit(table, 7),
            (Seen{{2, kPpi}, {9, kPp}, {last, kAnyRelation & ~kDr}}));
  EXPECT_EQ(Visit(table, 2), (Seen{{7, kPp}, {9, kAnyRelation & ~kEq}}));
  EXPECT_EQ(Visit(table, last), (Seen{{7, kAnyRelation & ~kDr}}));
}

TEST_P(PairTableTest, KeepsTheQueuedBitApart) {
  PairTable table(GetParam());
  Exclude(table, 1, 2, PairTable::kQueued | kDr);
  Exclude(table, 1, 3, PairTable::kQueued);  // queued, and nothing known
  EXPECT_EQ(table.Peek(1, 2), PairTable::kQueued | kDr);
  EXPECT_EQ(Visit(table, 1), (Seen{{2, kAnyRelation & ~kDr}}));
}

TEST_P(PairTableTest, HoldsWhatAMapHolds) {
  PairTable table(GetParam());
  std::map<std::pair<int, int>, std::uint8_t> expected;
  std::mt19937 random(11);
  for (int i = 0; i < 60000; ++i) {  // past the first size of the hash table
    const int a = Below(random, GetParam() - 1);
    const int b = a + 1 + Below(random, GetParam() - 1 - a);
    const auto byte = static_cast<std::uint8_t>(1 + Below(random, 31));
    table.At(a, b) = byte;
    expected[{a, b}] = byte;
  }
  std::map<int, Seen> by_node;
  for (const auto& [pair, byte] : expected) {
    ASSERT_EQ(table.Peek(pair.first, pair.second), byte);
    if (byte == kAnyRelation) continue;
    const auto set = static_cast<RelationSet>(kAnyRelation ^ byte);
    by_node[pair.first].emplace_back(pair.second, set);
    by_node[pair.second].emplace_back(pair.first, Converse(set));
  }
  for (const int a : {0, 1, kDense / 2, kDense - 1}) {
    Seen want = by_node[a];
    std::sort(want.begin(), want.end());
    Seen got = Visit(table, a);
    // A pair that ran empty is shown as such.
    got.erase(std::remove_if(got.begin(), got.end(),
                             [](const auto& b) { return b.second == 0; }),
              got.end());
    EXPECT_EQ(got, want) << a;
  }
}

INSTANTIATE_TEST_SUITE_P(Both, PairTableTest, testing::Values(kDense, kHashed),
                         [](const auto& kind) {
                           return kind.param == kDense ? "Dense" : "Hashed";
                         });

TEST(PairTableLimitTest, RefusesMoreNodesThanAKeyHolds) {
  EXPECT_THROW(PairTable(1 << 23), Error);
}

}  // namespace
}  // namespace mapper
