// Writes a crosswalk as an OSCAL 1.2 mapping-collection (JSON).
//
// Three states stay apart: a row between controls is a map (no-relationship
// too, when somebody looked and they share nothing); a row that says "no
// counterpart in the whole other framework" is a prop "no-counterpart" of the
// mapping, and its control stands in the gap summary; a control that nobody
// looked at stands in the gap summary alone.  docs/interchange.md says what
// becomes of every field, docs/decisions/0012 why.

#ifndef MAPPER_REPORT_OSCAL_MAPPING_H_
#define MAPPER_REPORT_OSCAL_MAPPING_H_

#include <string>

#include "mapper/report/context.h"

namespace mapper {

struct OscalMappingOptions {
  bool derived = false;  // also what the tables prove
  // "2026-11-22T00:00:00Z" instead of the newest day that the tables state;
  // "" for that day.
  std::string last_modified;
};

// The table between two frameworks, in the direction that is asked for.
// context.dataset and context.knowledge are used.  "" when there is no row
// between controls to write: a mapping must have a map.
std::string WriteOscalMapping(const ReportContext& context, int source,
                              int target, const OscalMappingOptions& options);

}  // namespace mapper

#endif  // MAPPER_REPORT_OSCAL_MAPPING_H_
