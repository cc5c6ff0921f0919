// Two crosswalks of the same frameworks, row by row.

#ifndef MAPPER_CROSSWALK_CROSSWALK_DIFF_H_
#define MAPPER_CROSSWALK_CROSSWALK_DIFF_H_

#include <array>
#include <optional>
#include <vector>

#include "mapper/model/dataset.h"

namespace mapper {

enum class RowState { kSame, kDiffers, kOnlyInFile, kOnlyInTable };

extern const std::array<Name<RowState>, 4> kRowStates;

// Rows of one pair of sides.  Of kDiffers and kSame both are set.
struct RowDifference {
  RowState state = RowState::kSame;
  std::optional<Mapping> file;
  std::optional<Mapping> table;
  bool relation = false;  // what differs
  bool confidence = false;
  bool basis = false;
  bool rationale = false;
};

// The stored table from `source` to `target`; where only the other direction is
// stored, its rows turned round.  Empty when there is none.
Crosswalk StoredCrosswalk(const Dataset& dataset, int source, int target);

// The same table seen from its target.
Crosswalk TurnRound(Crosswalk table);

// In the order of the source catalogue, then of the target; rows without a
// source last.  Both have the same frameworks.
std::vector<RowDifference> CompareCrosswalks(const Crosswalk& file,
                                             const Crosswalk& table);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_CROSSWALK_DIFF_H_
