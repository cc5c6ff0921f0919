// Checks that look at several tables or rows together.  What one row can tell
// by itself is reported by its reader in parse/.

#ifndef MAPPER_CROSSWALK_LINT_H_
#define MAPPER_CROSSWALK_LINT_H_

#include "mapper/base/diagnostic.h"
#include "mapper/model/dataset.h"

namespace mapper {

// Reports, at the row concerned:
//   crosswalk-incomplete   a control without a row in a table that claims so
//   crosswalk-contradicts  no-relationship beside a row that shares demands,
//                          of the control itself, of one below it, or (when it
//                          is contained) above it
//   crosswalk-repeats      a containment that a row further down gives already
//   crosswalk-same-reason  one reason used for two pairs
//   crosswalk-clash        rows of the tables that cannot all be true (design
//   6);
//                          one finding for each clash, at its weakest row
//   crosswalk-refuted      a no-relationship row, and a proof that demands are
//                          shared
//   crosswalk-weaker       note: the tables prove more of a pair than its row
//   regime-missing         a framework with a catalogue and no regime
//   framework-superseded   superseded_by names a framework that is not known
void Lint(const Dataset& dataset, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_LINT_H_
