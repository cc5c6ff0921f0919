// Reads frameworks/<id>/recurring.tsv (docs/formats.md).

#ifndef MAPPER_PARSE_RECURRING_TABLE_H_
#define MAPPER_PARSE_RECURRING_TABLE_H_

#include <string>

#include "mapper/base/diagnostic.h"
#include "mapper/model/framework.h"

namespace mapper {

// Fills `framework.duties`; its controls must have been read.  Reports a row
// of a control that is not there, unknown words, two rows of one control and
// kind, rows out of order, months that are none or that go with an interval
// without a season, a missing note, and a header without "# Read: N controls".
// What needs the controls' content is left to crosswalk/lint_recurring.h.
void ReadRecurring(const std::string& file, std::string text,
                   Framework& framework, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_RECURRING_TABLE_H_
