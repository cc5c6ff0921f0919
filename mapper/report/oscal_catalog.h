// Writes a framework's catalogue as an OSCAL 1.2 catalog (JSON).
//
// A heading without demands of its own, or whose children exhaust it, is a
// group where all its siblings are; everything else is a control.  Gists are
// parts named "gist" in our namespace, never "statement": no official wording
// is in the file.  docs/interchange.md says what becomes of every column.

#ifndef MAPPER_REPORT_OSCAL_CATALOG_H_
#define MAPPER_REPORT_OSCAL_CATALOG_H_

#include <string>

#include "mapper/model/framework.h"

namespace mapper {

// `last_modified` is "2026-11-22T00:00:00Z", or "" for the day on which the
// catalogue was made (the document published, when that is not stated).
std::string WriteOscalCatalog(const Framework& framework,
                              const std::string& last_modified);

}  // namespace mapper

#endif  // MAPPER_REPORT_OSCAL_CATALOG_H_
