#include "mapper/crosswalk/pair_table.h"

#include <new>

namespace mapper {

PairTable::PairTable(int nodes) : nodes_(nodes), dense_(nodes <= kDenseNodes) {
  if (dense_) {
    const auto n = static_cast<std::size_t>(std::max(nodes, 1));
    // Zero pages of the system are not touched until a pair is.
    matrix_.reset(static_cast<std::uint8_t*>(std::calloc(n * n, 1)));
    if (!matrix_) throw std::bad_alloc();
  } else {
    keys_.assign(std::size_t{1} << 16U, 0);
    values_.assign(keys_.size(), 0);
  }
}

std::size_t PairTable::Slot(std::uint64_t key) const {
  // Fibonacci hashing; the high bits are the well-mixed ones.
  const std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
  const std::size_t mask = keys_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(hash >> 20U) & mask;
  while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & mask;
  return slot;
}

std::uint8_t& PairTable::Insert(int a, int b) {
  const std::uint64_t key =
      (static_cast<std::uint64_t>(a) << 32U | static_cast<std::uint64_t>(b)) +
      1;
  std::size_t slot = Slot(key);
  if (keys_[slot] == 0) {
    if (2 * (used_ + 1) > keys_.size()) {
      Grow();
      slot = Slot(key);
    }
    keys_[slot] = key;
    ++used_;
  }
  return values_[slot];
}

std::uint8_t PairTable::Find(int a, int b) const {
  const std::uint64_t key =
      (static_cast<std::uint64_t>(a) << 32U | static_cast<std::uint64_t>(b)) +
      1;
  const std::size_t slot = Slot(key);
  return keys_[slot] == 0 ? std::uint8_t{0} : values_[slot];
}

void PairTable::Grow() {
  std::vector<std::uint64_t> keys(keys_.size() * 2, 0);
  std::vector<std::uint8_t> values(keys.size(), 0);
  keys.swap(keys_);
  values.swap(values_);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const std::size_t slot = Slot(keys[i]);
    keys_[slot] = keys[i];
    values_[slot] = values[i];
  }
}

}  // namespace mapper
