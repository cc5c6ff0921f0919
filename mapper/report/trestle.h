// The CSV that compliance-trestle's task csv-to-oscal-mc turns into an OSCAL
// mapping collection.  Ids are OSCAL tokens (base/oscal_token.h), as in the
// catalogs that `--format oscal` writes; a union is a list of ids.

#ifndef MAPPER_REPORT_TRESTLE_H_
#define MAPPER_REPORT_TRESTLE_H_

#include "mapper/report/crosswalk_view.h"
#include "mapper/report/records.h"

namespace mapper {

// The first row holds descriptions, as the task wants it.  Relations that OSCAL
// lacks become the nearest it has; the exact one, confidence, basis, rationale
// and proof are extra columns, which the task makes props.  A row without
// relationship goes to the gap summary: what has no counterpart, and what
// nobody has reviewed; the extra column "Kakehashi_Relation" tells them apart.
Records TrestleRecords(const CrosswalkView& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_TRESTLE_H_
