// Reads an OSCAL catalog in XML.  Not other OSCAL models, and no XML with a
// document type: nothing outside the text is ever looked at.

#ifndef MAPPER_PARSE_CATALOG_XML_H_
#define MAPPER_PARSE_CATALOG_XML_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/outline.h"

namespace mapper {

// Whether the text begins as an XML document does; says nothing of its root.
bool LooksLikeCatalogXml(std::string_view text);

// `utf8_text` is decoded, without byte order mark (what its declaration says of
// the encoding is not heeded).  Elements are told by their local names. Reports
// what xml_scan.h does, [xml-syntax], [xml-shape] for missing attributes, and
// [xml-not-a-catalogue].  See oscal_outline.h for ids, marks and counts.
//
// A parameter in the wording is written as OSCAL's JSON has it,
// "{{ insert: param, ac-1_prm_1 }}"; paragraphs and list items are lines.
Outline ReadCatalogXml(const std::string& file, std::string_view utf8_text,
                       Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_CATALOG_XML_H_
