// Libraries of CISO Assistant, as YAML: a mapping between two frameworks, or
// one framework.  Names are those of model/urn.h.

#ifndef MAPPER_REPORT_CISO_ASSISTANT_H_
#define MAPPER_REPORT_CISO_ASSISTANT_H_

#include <string>

#include "mapper/report/pair_rows.h"

namespace mapper {

// One requirement_mapping_set of the pairs (pair_rows.h), with the libraries of
// both frameworks as dependencies: they have to be loaded there before.  The
// rationale, what it leaves open, and the exact row (model/statement.h) stand
// in `annotation`.  Rows without counterpart are no pairs and have no place.
std::string WriteCisoMapping(const CrosswalkView& view, Language language);

// The library that such a mapping depends on: titles and our gists, with the
// printed id as ref_id.
std::string WriteCisoFramework(const Framework& framework, Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_CISO_ASSISTANT_H_
