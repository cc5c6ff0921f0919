// What holds of every closure, on random networks with fixed seeds.

#include <gtest/gtest.h>

#include <algorithm>
#include <bitset>
#include <random>
#include <string>
#include <vector>

#include "mapper/crosswalk/closure.h"
#include "tests/mapper/crosswalk/oracle.h"

namespace mapper {
namespace {

using Set = std::bitset<8>;

constexpr RelationSet kInside = kEq | kPp;

// Non-empty sets, of which those of `unions` are what they say.
struct Family {
  std::vector<Set> sets;
  std::vector<ExactUnion> unions;

  RelationSet Relation(int a, int b) const {
    return RelationOf(sets[static_cast<std::size_t>(a)],
                      sets[static_cast<std::size_t>(b)]);
  }
};

Family MakeFamily(std::mt19937& random) {
  Family family;
  const int elements = 2 + Below(random, 7);
  const int plain = 2 + Below(random, 14);
  for (int i = 0; i < plain; ++i) {
    family.sets.emplace_back(1 + Below(random, (1 << elements) - 1));
  }
  for (int i = Below(random, 5); i > 0; --i) {
    ExactUnion u;
    u.whole = static_cast<int>(family.sets.size());
    Set set;
    for (int part = 0; part < u.whole; ++part) {
      if (Below(random, u.whole) >= 3) continue;
      u.parts.push_back(part);
      set |= family.sets[static_cast<std::size_t>(part)];
    }
    if (u.parts.size() < 2) continue;
    family.sets.push_back(set);
    family.unions.push_back(u);
  }
  return family;
}

// True rows about some pairs, from exact to weak; parts inside their unions.
SmallNetwork TrueNetwork(const Family& family, int rows, std::mt19937& random) {
  SmallNetwork network;
  network.nodes = static_cast<int>(family.sets.size());
  network.unions = family.unions;
  for (const ExactUnion& u : family.unions) {
    for (const int part : u.parts) {
      network.rows.push_back({part, u.whole, kInside});
    }
  }
  for (int i = 0; i < rows; ++i) {
    const int a = Below(random, network.nodes);
    const int b = Below(random, network.nodes);
    if (a == b) continue;
    RelationSet set = family.Relation(a, b);
    const int weak = Below(random, 4);
    if (weak == 1 && set != kDr) set = kAnyRelation & ~kDr;
    if (weak == 2) set = static_cast<RelationSet>(set | Below(random, 32));
    network.rows.push_back({a, b, set});
  }
  return network;
}

// Rows and unions at random, which may have no model.
SmallNetwork AnyNetwork(std::mt19937& random) {
  SmallNetwork network;
  network.nodes = 3 + Below(random, 28);
  const int rows = Below(random, 3 * network.nodes);
  for (int i = 0; i < rows; ++i) {
    network.rows.push_back(
        {Below(random, network.nodes), Below(random, network.nodes),
         static_cast<RelationSet>(Below(random, 31) | 1 << Below(random, 5))});
  }
  for (int i = Below(random, 4); i > 0; --i) {
    ExactUnion u;
    u.whole = Below(random, network.nodes);
    for (int part = 0; part < network.nodes; ++part) {
      if (part != u.whole && Below(random, network.nodes) < 3) {
        u.parts.push_back(part);
        network.rows.push_back({part, u.whole, kInside});
      }
    }
    if (u.parts.size() > 1) network.unions.push_back(u);
  }
  return network;
}

// The sets of all pairs, by a hexadecimal-like digit each.
template <typename AnyClosure>
std::string Dump(const AnyClosure& closure) {
  std::string text;
  for (int a = 0; a < closure.nodes(); ++a) {
    for (int b = 0; b < closure.nodes(); ++b) {
      text += static_cast<char>('@' + closure.Get(a, b));
    }
    text += '\n';
  }
  return text;
}

TEST(ClosurePropertyTest, DerivesOnlyWhatIsTrueOfTheSets) {
  std::mt19937 random(1);
  int derived = 0;
  for (int round = 0; round < 1000; ++round) {
    const Family family = MakeFamily(random);
    const int nodes = static_cast<int>(family.sets.size());
    const Closure closure =
        ClosureOf(TrueNetwork(family, Below(random, 3 * nodes), random));
    ASSERT_TRUE(closure.consistent()) << round;
    for (int a = 0; a < nodes; ++a) {
      for (int b = 0; b < nodes; ++b) {
        ASSERT_NE(closure.Get(a, b) & family.Relation(a, b), 0)
            << round << ": " << a << ", " << b;
        derived += closure.Get(a, b) != kAnyRelation;
      }
    }
  }
  EXPECT_GT(derived, 10000);
}

TEST(ClosurePropertyTest, MissesNothingAndAddsNothing) {
  std::mt19937 random(2);
  int by_unions = 0;
  for (int round = 0; round < 1500; ++round) {
    const Family family = MakeFamily(random);
    const int nodes = static_cast<int>(family.sets.size());
    SmallNetwork network =
        TrueNetwork(family, Below(random, 3 * nodes), random);
    const std::string closed = Dump(ClosureOf(network));
    ASSERT_EQ(closed, Dump(OracleOf(network))) << round;
    network.unions.clear();
    by_unions += closed != Dump(OracleOf(network));
  }
  EXPECT_GT(by_unions, 100);
}

TEST(ClosurePropertyTest, IsInconsistentExactlyWhenTheOracleRunsEmpty) {
  std::mt19937 random(3);
  int inconsistent = 0;
  for (int round = 0; round < 2000; ++round) {
    const SmallNetwork network = AnyNetwork(random);
    const Closure closure = ClosureOf(network);
    const CubicClosure oracle = OracleOf(network);
    ASSERT_EQ(closure.consistent(), oracle.consistent()) << round;
    inconsistent += !closure.consistent();
    if (closure.consistent()) {
      ASSERT_EQ(Dump(closure), Dump(oracle)) << round;
    }
  }
  EXPECT_GT(inconsistent, 200);
  EXPECT_LT(inconsistent, 1800);
}

TEST(ClosurePropertyTest, DoesNotDependOnTheOrderOfRowsAndUnions) {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const Family family = MakeFamily(random);
    SmallNetwork network =
        TrueNetwork(family, 2 * static_cast<int>(family.sets.size()), random);
    const std::string closed = Dump(ClosureOf(network));
    for (int turn = 0; turn < 3; ++turn) {
      std::shuffle(network.rows.begin(), network.rows.end(), random);
      std::shuffle(network.unions.begin(), network.unions.end(), random);
      for (NetworkRow& row : network.rows) {
        if (Below(random, 2) == 0) continue;
        std::swap(row.a, row.b);
        row.set = Converse(row.set);
      }
      ASSERT_EQ(Dump(ClosureOf(network, turn == 0)), closed) << round;
    }
  }
}

TEST(ClosurePropertyTest, TakesRowsOneByOneAsAllAtOnce) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    SmallNetwork network;
    if (round % 2 == 0) {
      const Family family = MakeFamily(random);
      network =
          TrueNetwork(family, 2 * static_cast<int>(family.sets.size()), random);
    } else {
      network = AnyNetwork(random);
    }
    Closure closure(network.nodes);
    for (const ExactUnion& u : network.unions) {
      closure.AddUnion(u.whole, u.parts);
    }
    SmallNetwork so_far = network;
    so_far.rows.clear();
    bool consistent = true;
    for (const NetworkRow& row : network.rows) {
      closure.Constrain(row.a, row.b, row.set);
      consistent = closure.Run();
      so_far.rows.push_back(row);
      if (so_far.rows.size() % 8 == 0) {
        const Closure fresh = ClosureOf(so_far);
        ASSERT_EQ(consistent, fresh.consistent()) << round;
        if (consistent) {
          ASSERT_EQ(Dump(closure), Dump(fresh)) << round;
        }
      }
    }
    const Closure all = ClosureOf(network);
    ASSERT_EQ(consistent, all.consistent()) << round;
    if (consistent) {
      ASSERT_EQ(Dump(closure), Dump(all)) << round;
    }
  }
}

TEST(ClosurePropertyTest, AgreesWithTheCubicLoop) {
  for (const int density : {2, 4, 8}) {
    const RandomNetwork random = MakeRandomNetwork(200, density * 200, 7);
    const SmallNetwork network{200, {}, random.rows};
    ASSERT_EQ(Dump(ClosureOf(network)), Dump(OracleOf(network))) << density;
  }
}

// The same rows among few nodes of a large network: the table is a hash table
// there, which must not matter.
TEST(ClosurePropertyTest, DoesNotDependOnTheSizeOfTheTable) {
  const RandomNetwork random = MakeRandomNetwork(300, 1200, 8);
  const Closure dense = ClosureOf({300, {}, random.rows});
  constexpr int kNodes = 3000;  // every tenth
  SmallNetwork network{kNodes, {}, random.rows};
  for (NetworkRow& row : network.rows) {
    row.a *= 10;
    row.b *= 10;
  }
  const Closure hashed = ClosureOf(network);
  for (int a = 0; a < 300; ++a) {
    for (int b = 0; b < 300; ++b) {
      ASSERT_EQ(hashed.Get(10 * a, 10 * b), dense.Get(a, b));
    }
  }
}

}  // namespace
}  // namespace mapper
