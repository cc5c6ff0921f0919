// Readers of crosswalks in tables: OLIR (CSV or XLSX), compliance-trestle's
// CSV, and our own listing (`crosswalk --format csv --header machine`).  Each
// gives rows from `source` to `target`, places in the dataset, and reports
// [import-header] when the columns are not there, [unknown-control],
// [import-relation] for a word that is no relation, or that does not agree with
// the exact one beside it, [import-cell] for a cell that has to be filled,
// [import-framework] for a row that names another framework.

#ifndef MAPPER_PARSE_CROSSWALK_SHEETS_H_
#define MAPPER_PARSE_CROSSWALK_SHEETS_H_

#include "mapper/parse/grid.h"
#include "mapper/parse/imported_crosswalk.h"

namespace mapper {

// A reference element without relationship is read as `overlaps`; a row
// without reference element says nothing, unless its comment does.
ImportedCrosswalk ReadOlir(Grid& grid, const Dataset& dataset, int source,
                           int target, Diagnostics& diagnostics);

// Lists of ids are exact unions.  A row without relationship is a gap, which
// says nothing: not reviewed.
ImportedCrosswalk ReadTrestle(Grid& grid, const Dataset& dataset, int source,
                              int target, Diagnostics& diagnostics);

// Rows of other pairs of frameworks are passed over; those of the pair turned
// round are turned back; derived ones are passed over.
ImportedCrosswalk ReadListing(Grid& grid, const Dataset& dataset, int source,
                              int target, Diagnostics& diagnostics);

// Whether the header of these rows is that of the format.
bool IsOlir(Grid grid);
bool IsTrestle(Grid grid);
bool IsListing(Grid grid);

}  // namespace mapper

#endif  // MAPPER_PARSE_CROSSWALK_SHEETS_H_
