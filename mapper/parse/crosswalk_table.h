// Reads crosswalks/<from>--<to>.tsv (docs/formats.md).

#ifndef MAPPER_PARSE_CROSSWALK_TABLE_H_
#define MAPPER_PARSE_CROSSWALK_TABLE_H_

#include <optional>
#include <string>

#include "mapper/base/diagnostic.h"
#include "mapper/model/dataset.h"

namespace mapper {

// The frameworks come from the name of the file and must be loaded.  Reports
// unknown frameworks, ids and words, unions that are not sorted, rows out of
// document order, rows twice, a no-relationship row without "-" on one side,
// an empty reason, a header without "# Complete:".
std::optional<Crosswalk> ReadCrosswalk(const std::string& file,
                                       std::string text, const Dataset& dataset,
                                       Diagnostics& diagnostics);

// What is wrong with the sides of a row, whatever file it comes from; nothing
// when they are right.
struct RowFault {
  bool at_target = false;
  const char* message = "";
};
std::optional<RowFault> FindRowFault(const Mapping& row, bool one_framework);

}  // namespace mapper

#endif  // MAPPER_PARSE_CROSSWALK_TABLE_H_
