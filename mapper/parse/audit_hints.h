// Reads frameworks/audit_hints.tsv (docs/formats.md).

#ifndef MAPPER_PARSE_AUDIT_HINTS_H_
#define MAPPER_PARSE_AUDIT_HINTS_H_

#include <string>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/model/audit_hint.h"

namespace mapper {

// Reports, beside what parse/table.h reports, [hint-empty] for a word that is
// empty and [hint-unreachable] for one that never decides, because it holds a
// word of the same or an earlier row.
std::vector<AuditHint> ReadAuditHints(const std::string& file, std::string text,
                                      Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_AUDIT_HINTS_H_
