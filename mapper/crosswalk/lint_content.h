// Checks of what crosswalk rows say, beside how they fit together (lint.h).

#ifndef MAPPER_CROSSWALK_LINT_CONTENT_H_
#define MAPPER_CROSSWALK_LINT_CONTENT_H_

#include "mapper/base/diagnostic.h"
#include "mapper/model/dataset.h"

namespace mapper {

// crosswalk-reason-vague  a reason that names neither side (Framework::called)
// crosswalk-candidate     warning: a row that `suggest` made and nobody
// reviewed crosswalk-parent        note: a row of a control whose children all
// have rows
//                         of their own, none of which leads there
// crosswalk-level         note: a must control whose only counterparts in a
//                         binding framework are should
void LintContent(const Dataset& dataset, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_LINT_CONTENT_H_
