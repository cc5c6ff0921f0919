// What is stored of each unordered pair of nodes: the relation set, and
// whether the pair waits in the queue.  Pairs of which nothing is known take
// no work and, past a few thousand nodes, no memory.

#ifndef MAPPER_CROSSWALK_PAIR_TABLE_H_
#define MAPPER_CROSSWALK_PAIR_TABLE_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "mapper/model/relation.h"

namespace mapper {

// A byte per pair: the low five bits are the relations that are excluded (so
// that zero, fresh memory, means that nothing is known), the sixth is "queued".
class PairTable {
 public:
  static constexpr std::uint8_t kQueued = 32;
  // A matrix up to here (16 MiB of lazily touched memory), a hash table above.
  static constexpr int kDenseNodes = 4096;

  explicit PairTable(int nodes);

  // The byte of (a, b), a < b; made when it is not there.
  std::uint8_t& At(int a, int b) {
    return dense_ ? matrix_[Place(a, b)] : Insert(a, b);
  }
  // The byte of (a, b), a < b, or zero.
  std::uint8_t Peek(int a, int b) const {
    return dense_ ? matrix_[Place(a, b)] : Find(a, b);
  }

  // visit(b, set) for every b of which something is known, ascending; the set
  // is seen from `a`.
  template <typename Visit>
  void ForEach(int a, Visit visit) const;

  bool dense() const { return dense_; }

 private:
  struct Free {
    void operator()(std::uint8_t* memory) const { std::free(memory); }
  };

  std::size_t Place(int a, int b) const {
    return static_cast<std::size_t>(a) * static_cast<std::size_t>(nodes_) +
           static_cast<std::size_t>(b);
  }
  std::uint8_t& Insert(int a, int b);
  std::uint8_t Find(int a, int b) const;
  std::size_t Slot(std::uint64_t key) const;
  void Grow();

  int nodes_;
  bool dense_;
  std::unique_ptr<std::uint8_t[], Free> matrix_;
  std::vector<std::uint64_t> keys_;  // a << 32 | b, plus one; zero is empty
  std::vector<std::uint8_t> values_;
  std::size_t used_ = 0;
};

template <typename Visit>
void PairTable::ForEach(int a, Visit visit) const {
  const auto show = [&](int b, std::uint8_t byte) {
    const auto excluded = static_cast<RelationSet>(byte & kAnyRelation);
    if (excluded == 0) return;
    const auto set = static_cast<RelationSet>(kAnyRelation ^ excluded);
    visit(b, a < b ? set : Converse(set));
  };
  if (dense_) {
    for (int b = 0; b < a; ++b) show(b, matrix_[Place(b, a)]);
    for (int b = a + 1; b < nodes_; ++b) show(b, matrix_[Place(a, b)]);
    return;
  }
  std::vector<std::pair<int, std::uint8_t>> found;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i] == 0) continue;
    const std::uint64_t key = keys_[i] - 1;
    const int first = static_cast<int>(key >> 32U);
    const int second = static_cast<int>(key & 0xFFFFFFFFU);
    if (first == a) found.emplace_back(second, values_[i]);
    if (second == a) found.emplace_back(first, values_[i]);
  }
  std::sort(found.begin(), found.end());
  for (const auto& [b, byte] : found) show(b, byte);
}

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_PAIR_TABLE_H_
