// An imported crosswalk as a table of ours (docs/formats.md), and what it
// differs in from the stored one.

#ifndef MAPPER_REPORT_IMPORTED_TABLE_H_
#define MAPPER_REPORT_IMPORTED_TABLE_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/crosswalk_diff.h"
#include "mapper/report/records.h"

namespace mapper {

// Where a table came from, for its header.
struct ImportOrigin {
  std::string file;  // name without directory
  std::string format;
  std::string sha256;  // of the file
  std::string source;  // --source TEXT; "" unless the basis is official
  std::vector<std::string> about;   // what the file says of itself
  std::vector<std::string> losses;  // "12 x strength of relationship"
};

// The whole file, rows as they stand.  A reason that lint would not take (none,
// one used twice, one that names neither framework) gets "取込（A ID・B ID）: "
// in front.
std::string WriteImportedTable(const Dataset& dataset,
                               const Crosswalk& crosswalk,
                               const ImportOrigin& origin);

// What --check lists; rows that are the same only when `all`.
Records DifferenceRecords(const Dataset& dataset, const Crosswalk& file,
                          const std::vector<RowDifference>& differences,
                          bool all, const View& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_IMPORTED_TABLE_H_
