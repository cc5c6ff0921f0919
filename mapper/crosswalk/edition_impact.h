// What a new edition touches: the rows of the tables, the answers and the
// departments of every control that changed; and which rows may be carried
// over as they stand.

#ifndef MAPPER_CROSSWALK_EDITION_IMPACT_H_
#define MAPPER_CROSSWALK_EDITION_IMPACT_H_

#include <vector>

#include "mapper/crosswalk/edition_diff.h"
#include "mapper/crosswalk/row_ref.h"
#include "mapper/model/assessment.h"
#include "mapper/model/dataset.h"

namespace mapper {

struct Impact {
  int item = -1;             // of the old edition; also the control's place
  std::vector<RowRef> rows;  // that name it, alone or in a union
  const Assessment* answer = nullptr;  // points into the assessments
};

// One entry for each control of `framework` whose demands are not surely the
// same, in document order; `diff` is from its catalogue.  `assessments` may be
// null.
std::vector<Impact> FindImpacts(const Dataset& dataset, int framework,
                                const EditionDiff& diff,
                                const Assessments* assessments);

// A table of the old edition, carried over to the new one.
struct MigratedTable {
  int crosswalk = -1;  // the old table
  Crosswalk table;     // source or target is the new framework
  struct Left {
    int row = -1;               // of the old table
    std::vector<int> controls;  // of the old edition, for which it stays
  };
  std::vector<Left> left;  // rows that somebody has to look at
};

// Every table with `older` on one side and not `newer` on the other.  A row is
// carried over when the demands of all its controls of the old edition are
// certainly the same (EditionRow::SameDemands); what a row says of no
// counterpart in the whole old edition is never carried.  Unions and rows are
// sorted in the order of the new catalogue.  `diff` is from the catalogue of
// `older` to that of `newer`.
std::vector<MigratedTable> MigrateTables(const Dataset& dataset, int older,
                                         int newer, const EditionDiff& diff);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_EDITION_IMPACT_H_
