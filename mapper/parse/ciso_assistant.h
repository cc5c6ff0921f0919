// Reads a requirement mapping set from a library of CISO Assistant (YAML).

#ifndef MAPPER_PARSE_CISO_ASSISTANT_H_
#define MAPPER_PARSE_CISO_ASSISTANT_H_

#include <string>
#include <string_view>

#include "mapper/parse/imported_crosswalk.h"

namespace mapper {

// Whether the text has the words of such a library; cheap, and says no more.
bool LooksLikeCisoLibrary(std::string_view text);

// The first set that is about these two frameworks, either way round; else the
// first whose frameworks are not known to us.  Other sets are a loss.  A
// requirement is known by the last part of its URN: our own (model/urn.h), or
// an id but for case.  Reports what yaml_document.h and import_rows.h do,
// [import-shape] for what is missing, [import-relation] and [import-framework].
ImportedCrosswalk ReadCisoMapping(const std::string& file,
                                  std::string_view text, const Dataset& dataset,
                                  int source, int target,
                                  Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_CISO_ASSISTANT_H_
