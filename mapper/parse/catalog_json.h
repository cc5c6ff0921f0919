// Reads a catalogue in JSON: NIST CPRT's export, or an OSCAL catalog.  Not
// OSCAL profiles, mappings or component definitions.

#ifndef MAPPER_PARSE_CATALOG_JSON_H_
#define MAPPER_PARSE_CATALOG_JSON_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/outline.h"

namespace mapper {

// Whether the text begins as a JSON object does; a cheap test to choose a
// reader by, which says nothing of what the object holds.
bool LooksLikeCatalogJson(std::string_view text);

// `utf8_text` is decoded, without byte order mark.  `file` is for reports.
// Another document is [json-not-a-catalogue].  See cprt_json.h and
// oscal_outline.h for what becomes a control, a mark and a count.  The
// wording is kept as it is, "{{ insert: param, ... }}" too.
Outline ReadCatalogJson(const std::string& file, std::string_view utf8_text,
                        Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_CATALOG_JSON_H_
