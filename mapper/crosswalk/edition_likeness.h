// How alike the items of two editions are in one language: cosine of character
// n-grams, weighted by how rare they are in both editions (see edition_diff.h).

#ifndef MAPPER_CROSSWALK_EDITION_LIKENESS_H_
#define MAPPER_CROSSWALK_EDITION_LIKENESS_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mapper/model/edition.h"

namespace mapper {

class EditionLikeness {
 public:
  // `slot` of the texts, by SlotOf().  Nothing of the editions is kept.
  EditionLikeness(const Edition& older, const Edition& newer, std::size_t slot);

  // Raises `best`, one value from 0 to 1 for each item of the newer edition, to
  // what item `o` of the older one has in common with it.
  void Compare(int o, std::vector<float>& best) const;

 private:
  using Grams = std::vector<std::pair<std::uint32_t, float>>;  // by gram

  std::vector<Grams> old_;
  std::unordered_map<std::uint32_t, std::vector<std::pair<int, float>>> index_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_EDITION_LIKENESS_H_
