// What is stored of each unordered pair of nodes: the relation set, and
// whether the pair waits in the queue.  Pairs of which nothing is known take
// no work and, past about a thousand nodes, no memory.

#ifndef MAPPER_CROSSWALK_PAIR_TABLE_H_
#define MAPPER_CROSSWALK_PAIR_TABLE_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "mapper/model/relation.h"

namespace mapper {

// A byte per pair: the low five bits are the relations that are excluded (so
// that zero, fresh memory, means that nothing is known), the sixth is "queued".
class PairTable {
 public:
  static constexpr std::uint8_t kQueued = 32;
  // A matrix up to here (2 MiB, which stays in the cache), a hash table above.
  static constexpr int kDenseNodes = 1448;

  explicit PairTable(int nodes);

  // The byte of (a, b), a < b; made when it is not there.  The reference holds
  // until the next call of At.
  std::uint8_t& At(int a, int b) {
    return dense_ ? matrix_[Place(a, b)] : Insert(Key(a, b));
  }
  // The byte of (a, b), a < b, or zero.
  std::uint8_t Peek(int a, int b) const {
    if (dense_) return matrix_[Place(a, b)];
    const Entry& entry = entries_[Slot(Key(a, b))];
    return entry.key_high == 0 ? std::uint8_t{0} : entry.value;
  }

  // visit(b, set) for every b of which something is known, ascending; the set
  // is seen from `a`.
  template <typename Visit>
  void ForEach(int a, Visit visit) const;

 private:
  // Eight bytes: the key, split so that the value needs no second access.
  struct Entry {
    std::uint32_t key_low = 0;
    std::uint16_t key_mid = 0;
    std::uint8_t key_high = 0;  // never zero in use
    std::uint8_t value = 0;

    std::uint64_t key() const {
      return static_cast<std::uint64_t>(key_high) << 48U |
             static_cast<std::uint64_t>(key_mid) << 32U | key_low;
    }
  };

  std::size_t Place(int a, int b) const {
    return static_cast<std::size_t>(a) * static_cast<std::size_t>(nodes_) +
           static_cast<std::size_t>(b);
  }
  // 24 bits each, and a mark that the key is in use.
  static std::uint64_t Key(int a, int b) {
    return std::uint64_t{1} << 55U | static_cast<std::uint64_t>(a) << 24U |
           static_cast<std::uint64_t>(b);
  }
  // Where the key is, or the free slot where it belongs.
  std::size_t Slot(std::uint64_t key) const {
    // Fibonacci hashing; the middle bits are well mixed.
    std::size_t slot =
        static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 24U) & mask_;
    while (entries_[slot].key_high != 0 && entries_[slot].key() != key) {
      slot = (slot + 1) & mask_;
    }
    return slot;
  }
  std::uint8_t& Insert(std::uint64_t key);
  void Grow();

  int nodes_;
  bool dense_;
  std::vector<std::uint8_t> matrix_;
  std::vector<Entry> entries_;
  std::size_t mask_ = 0;
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
  for (const Entry& entry : entries_) {
    if (entry.key_high == 0) continue;
    const int first = static_cast<int>(entry.key() >> 24U & 0xFFFFFFU);
    const int second = static_cast<int>(entry.key() & 0xFFFFFFU);
    if (first == a) found.emplace_back(second, entry.value);
    if (second == a) found.emplace_back(first, entry.value);
  }
  std::sort(found.begin(), found.end());
  for (const auto& [b, byte] : found) show(b, byte);
}

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_PAIR_TABLE_H_
