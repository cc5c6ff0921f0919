// Networks that have a model: random sets, and what is true of some pairs.

#ifndef TESTS_BENCH_RANDOM_NETWORK_H_
#define TESTS_BENCH_RANDOM_NETWORK_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "mapper/model/relation.h"

namespace mapper {

struct NetworkRow {
  int a = 0;
  int b = 0;
  RelationSet set = kAnyRelation;
};

// The base relation of two non-empty sets.
template <typename Set>
RelationSet RelationOf(const Set& a, const Set& b) {
  const Set both = a & b;
  if (!both.any()) return kDr;
  if (a == b) return kEq;
  if (both == a) return kPp;
  return both == b ? kPpi : kPo;
}

struct RandomNetwork {
  std::vector<std::bitset<200>> sets;
  std::vector<NetworkRow> rows;
};

inline int Below(std::mt19937& random, int limit) {
  return static_cast<int>(random() % static_cast<std::uint32_t>(limit));
}

// Subsets of 200 elements of sizes 5, 20, 60 and 120 at random, and the base
// relations of random pairs of them.
inline RandomNetwork MakeRandomNetwork(int nodes, int rows,
                                       std::uint32_t seed) {
  static constexpr std::size_t kSizes[] = {5, 20, 60, 120};
  std::mt19937 random(seed);
  RandomNetwork network;
  for (int i = 0; i < nodes; ++i) {
    std::bitset<200> set;
    const std::size_t size = kSizes[Below(random, 4)];
    while (set.count() < size) {
      set.set(static_cast<std::size_t>(Below(random, 200)));
    }
    network.sets.push_back(set);
  }
  while (static_cast<int>(network.rows.size()) < rows) {
    const int a = Below(random, nodes);
    const int b = Below(random, nodes);
    if (a == b) continue;
    network.rows.push_back(
        {a, b,
         RelationOf(network.sets[static_cast<std::size_t>(a)],
                    network.sets[static_cast<std::size_t>(b)])});
  }
  return network;
}

}  // namespace mapper

#endif  // TESTS_BENCH_RANDOM_NETWORK_H_
