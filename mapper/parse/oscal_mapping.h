// Reads an OSCAL 1.2 mapping-collection (JSON): our own, with nothing lost, and
// those of others as far as a crosswalk table can hold them.

#ifndef MAPPER_PARSE_OSCAL_MAPPING_H_
#define MAPPER_PARSE_OSCAL_MAPPING_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/imported_crosswalk.h"

namespace mapper {

// `bytes` in any encoding of base/encoding.h.  Of a file with several mappings
// those between the frameworks of `asked` are read (turned round where the file
// has them so); without `asked` the file must name one pair that the dataset
// has.  A map with several sources or targets speaks of their union.
//
// Reports [import-not-a-mapping], [import-framework], [import-control],
// [import-relation], [import-value] and what JsonDocument and JsonShape report;
// the maps concerned are left out.  Losses: maps of statements, of another
// namespace and of how=derived; qualifiers, coverage, links, props that are not
// ours; confidence that is a number or missing; gap summaries that do not say
// whether anybody looked.
ImportedCrosswalk ReadOscalMapping(const std::string& file,
                                   std::string_view bytes,
                                   const Dataset& dataset,
                                   const CrosswalkNames& asked,
                                   Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_OSCAL_MAPPING_H_
