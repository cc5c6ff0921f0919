// Crosswalk tables as text (docs/formats.md): the one place that writes rows
// and the end of the header.

#ifndef MAPPER_CROSSWALK_TABLE_TEXT_H_
#define MAPPER_CROSSWALK_TABLE_TEXT_H_

#include <string>
#include <vector>

#include "mapper/model/dataset.h"

namespace mapper {

// "A+B", ids of one side; "" for no counterpart.
std::string SideText(const Framework& framework, const std::vector<int>& side);

// The same as a cell of a table: "-" for no counterpart.
std::string SideCell(const Framework& framework, const std::vector<int>& side);

// The order of rows in a table: by source, then target, in the order of the
// catalogues; rows without a source last.
bool RowOrder(const Mapping& a, const Mapping& b);

// Six cells between tabs, without line feed.
std::string RowText(const Dataset& dataset, const Crosswalk& table,
                    const Mapping& row);

// "source", "target", "both" or "no".
const char* CompleteWord(const Crosswalk& table);

// The whole file: "# Crosswalk: ...", the lines of `about` as comments (control
// characters made visible), "# Complete:" and the names of the columns, then
// the rows as they stand in `table`, reasons guarded (base/guard.h).
std::string WriteTable(const Dataset& dataset, const Crosswalk& table,
                       const std::vector<std::string>& about);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_TABLE_TEXT_H_
