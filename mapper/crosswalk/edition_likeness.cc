#include "mapper/crosswalk/edition_likeness.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

using Counts = std::map<std::uint32_t, int>;
using Frequency = std::unordered_map<std::uint32_t, int>;

// FNV-1a over the bytes of each run of `size` characters.
void CountGrams(const std::string& key, std::size_t size, Counts& counts) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < key.size(); at += DecodeUtf8(key, at).length) {
    starts.push_back(at);
  }
  starts.push_back(key.size());
  if (starts.size() < 2) return;
  const std::size_t last =
      starts.size() > size ? starts.size() - size : std::size_t{1};
  for (std::size_t i = 0; i < last; ++i) {
    const std::size_t end = std::min(i + size, starts.size() - 1);
    std::uint32_t hash = 2166136261U;
    for (std::size_t b = starts[i]; b < starts[end]; ++b) {
      hash = (hash ^ static_cast<unsigned char>(key[b])) * 16777619U;
    }
    ++counts[hash];
  }
}

std::vector<Counts> CountAll(const Edition& edition, std::size_t slot,
                             Frequency& frequency) {
  const std::size_t size = slot == SlotOf(Language::kJa) ? 2 : 4;
  std::vector<Counts> all;
  for (const EditionItem& item : edition.items) {
    Counts counts;
    for (const Texts* part : {&item.titles, &item.texts}) {
      CountGrams(ComparisonKey((*part)[slot]), size, counts);
    }
    for (const auto& [gram, count] : counts) ++frequency[gram];
    all.push_back(std::move(counts));
  }
  return all;
}

// One unit vector for each item.
std::vector<std::vector<std::pair<std::uint32_t, float>>> Vectors(
    const std::vector<Counts>& all, const Frequency& frequency, double n) {
  std::vector<std::vector<std::pair<std::uint32_t, float>>> vectors;
  for (const Counts& counts : all) {
    std::vector<std::pair<std::uint32_t, float>> grams;
    double norm = 0;
    for (const auto& [gram, count] : counts) {
      const double weight =
          std::log(1.0 + count) * std::log(1.0 + n / frequency.at(gram));
      grams.emplace_back(gram, static_cast<float>(weight));
      norm += weight * weight;
    }
    for (auto& gram : grams) gram.second /= static_cast<float>(std::sqrt(norm));
    vectors.push_back(std::move(grams));
  }
  return vectors;
}

}  // namespace

EditionLikeness::EditionLikeness(const Edition& older, const Edition& newer,
                                 std::size_t slot) {
  Frequency frequency;
  const std::vector<Counts> before = CountAll(older, slot, frequency);
  const std::vector<Counts> after = CountAll(newer, slot, frequency);
  const auto n = static_cast<double>(before.size() + after.size());
  old_ = Vectors(before, frequency, n);
  const std::vector<Grams> newer_vectors = Vectors(after, frequency, n);
  for (std::size_t i = 0; i < newer_vectors.size(); ++i) {
    for (const auto& [gram, weight] : newer_vectors[i]) {
      index_[gram].emplace_back(static_cast<int>(i), weight);
    }
  }
}

void EditionLikeness::Compare(int o, std::vector<float>& best) const {
  std::vector<float> sums(best.size(), 0);
  for (const auto& [gram, weight] : old_[static_cast<std::size_t>(o)]) {
    const auto found = index_.find(gram);
    if (found == index_.end()) continue;
    for (const auto& [item, other] : found->second) {
      sums[static_cast<std::size_t>(item)] += weight * other;
    }
  }
  for (std::size_t i = 0; i < best.size(); ++i) {
    best[i] = std::max(best[i], std::min(1.0F, sums[i]));
  }
}

}  // namespace mapper
