// Writes a framework of the user's own from what was read in a document:
// framework.toml and controls.tsv (docs/formats.md).

#ifndef MAPPER_PARSE_FRAMEWORK_WRITER_H_
#define MAPPER_PARSE_FRAMEWORK_WRITER_H_

#include <string>

#include "mapper/model/framework.h"
#include "mapper/parse/outline.h"

namespace mapper {

// The metadata of `framework`, then `outline_toml`, which begins with
// "[outline]" or is "".  `comment` stands above, each line after "# ".
std::string WriteFrameworkToml(const Framework& framework,
                               const std::string& comment,
                               const std::string& outline_toml);

// A row for each control that the catalogue is to have: neither withdrawn nor
// deeper than the outline says.  Ids, labels and headings are the document's;
// gists are "-", the level is `inform` and the lead `ict`, which `note` says
// of each row.
std::string WriteControls(const Outline& outline, const std::string& comment,
                          const std::string& note);

// The table "[outline]" and its parts, out of the text of a TOML file that
// has them; "" when it has none.
std::string OutlineTablesOf(const std::string& toml);

}  // namespace mapper

#endif  // MAPPER_PARSE_FRAMEWORK_WRITER_H_
