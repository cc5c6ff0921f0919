// Checks of recurring.tsv against the content of the controls.

#ifndef MAPPER_CROSSWALK_LINT_RECURRING_H_
#define MAPPER_CROSSWALK_LINT_RECURRING_H_

#include "mapper/base/diagnostic.h"
#include "mapper/model/framework.h"

namespace mapper {

// recurring-heading   a row of a control that demands nothing by itself
// recurring-basis     basis `text` for a control whose text was not read
// recurring-interval  an interval whose word is neither in the gist nor in the
//                     note of the control
// recurring-read      "# Read:" differs from the number of controls: the table
//                     is to be looked at again
void LintRecurring(const Framework& framework, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_LINT_RECURRING_H_
