#include "mapper/crosswalk/pair_table.h"

#include "mapper/base/error.h"

namespace mapper {

PairTable::PairTable(int nodes) : nodes_(nodes), dense_(nodes <= kDenseNodes) {
  if (dense_) {
    const auto n = static_cast<std::size_t>(nodes);
    matrix_.assign(n * n, 0);
    return;
  }
  if (nodes >= 1 << 23) throw Error("a network of more than 8 million nodes");
  entries_.resize(std::size_t{1} << 14U);
  mask_ = entries_.size() - 1;
}

std::uint8_t& PairTable::Insert(std::uint64_t key) {
  std::size_t slot = Slot(key);
  if (entries_[slot].key_high == 0) {
    if (2 * (used_ + 1) > entries_.size()) {
      Grow();
      slot = Slot(key);
    }
    Entry& entry = entries_[slot];
    entry.key_low = static_cast<std::uint32_t>(key);
    entry.key_mid = static_cast<std::uint16_t>(key >> 32U);
    entry.key_high = static_cast<std::uint8_t>(key >> 48U);
    ++used_;
  }
  return entries_[slot].value;
}

void PairTable::Grow() {
  std::vector<Entry> entries(entries_.size() * 4);
  entries.swap(entries_);
  mask_ = entries_.size() - 1;
  for (const Entry& entry : entries) {
    if (entry.key_high != 0) entries_[Slot(entry.key())] = entry;
  }
}

}  // namespace mapper
