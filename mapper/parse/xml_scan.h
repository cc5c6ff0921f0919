// A pass over XML text before a parser sees it, for what pugixml lets through:
// document types, entities, depth, size, stray characters.  Not a parser: of
// what is left unclosed it says nothing.

#ifndef MAPPER_PARSE_XML_SCAN_H_
#define MAPPER_PARSE_XML_SCAN_H_

#include <cstddef>
#include <string_view>

#include "mapper/base/limits.h"
#include "mapper/parse/file_diagnostics.h"

namespace mapper {

constexpr std::size_t kMaxXmlDepth = limits::kXmlDepth;
// Tags and attributes together; bounds the memory of the parsed tree.
constexpr std::size_t kMaxXmlNodes = limits::kXmlNodes;

// Reports [xml-encoding], [xml-doctype], [xml-depth], [xml-size] (each ends the
// scan) and [xml-syntax] for references that are none of the five of XML nor a
// character, control characters, text outside the root and a second root.
// False when something was reported.
bool ScanXml(std::string_view text, FileDiagnostics& errors);

}  // namespace mapper

#endif  // MAPPER_PARSE_XML_SCAN_H_
