// What changed between two editions: each item of either is in one row.
//
// Items are matched by id, and by likeness of their texts: cosine of character
// n-grams (two characters of Japanese, four of other text, without spaces and
// letter case) weighted by how rare they are in both editions.  An id whose
// text now stands under another number, as after an insertion, follows its
// text, not its number.

#ifndef MAPPER_CROSSWALK_EDITION_DIFF_H_
#define MAPPER_CROSSWALK_EDITION_DIFF_H_

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "mapper/model/edition.h"
#include "mapper/model/words.h"

namespace mapper {

// Every row has one kind, so that totals add up: the first that is true.
enum class EditionChange {
  kRenumbered,  // another id
  kMoved,       // under another heading
  kWording,     // the text says something else
  kHeading,     // the heading reads differently
  kUnchanged,
  kWithdrawn,  // the new document says so, and may name successors
  kRemoved,
  kAdded
};
enum class MatchBasis { kId, kText, kStated, kNone };
enum class Sureness { kCertain, kHigh, kMedium, kLow };

extern const std::array<Name<EditionChange>, 8> kEditionChanges;
extern const std::array<Name<MatchBasis>, 4> kMatchBases;
extern const std::array<Name<Sureness>, 4> kSurenesses;

struct EditionRow {
  EditionChange change = EditionChange::kUnchanged;
  int old_item = -1;  // places in the editions, -1: not there
  int new_item = -1;
  bool renumbered = false;
  bool moved = false;
  bool wording = false;
  bool heading = false;
  // Something below changed, was added or is gone: what the item demands as a
  // whole has changed, though its own words have not.
  bool below = false;
  MatchBasis basis = MatchBasis::kNone;
  Sureness sureness = Sureness::kCertain;
  double likeness = 0;  // 0 to 1; of the pair, where both have a text
  // Of a removed or withdrawn item: items of the new edition that it may have
  // gone to, with their likeness (1 when the document names them).
  std::vector<std::pair<int, double>> near;

  // Nothing that would touch a mapping or an answer: the same text, alone and
  // with all below it; the number may differ.
  bool SameDemands() const {
    return old_item >= 0 && new_item >= 0 && !wording && !heading && !moved &&
           !below && sureness == Sureness::kCertain;
  }
};

struct EditionDiff {
  std::vector<EditionRow> rows;  // old document order, then what was added
  std::array<std::size_t, 8> totals{};  // by EditionChange
  // False when one side has gists and the other official wording: then only
  // headings and numbers can be compared.
  bool wording_compared = true;

  // The row of an item of the old edition.
  const EditionRow& OfOld(int item) const {
    return rows[static_cast<std::size_t>(item)];
  }
};

EditionDiff DiffEditions(const Edition& older, const Edition& newer);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_EDITION_DIFF_H_
