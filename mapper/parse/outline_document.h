// A catalogue as a plain text in the document's own numbering: the inverse of
// outline_reader.h.  For each control the marks and the number are looked for
// whose id templates give its id; where none do, the id is printed as
// outline_reader.h says.  The text is then read back, and what it would lose is
// said.

#ifndef MAPPER_PARSE_OUTLINE_DOCUMENT_H_
#define MAPPER_PARSE_OUTLINE_DOCUMENT_H_

#include <string>
#include <vector>

#include "mapper/model/framework.h"
#include "mapper/model/language.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

struct OutlineDocument {
  std::string text;                // UTF-8
  std::vector<int> written;        // controls that read back as they are
  std::vector<int> printed;        // those of `written` and `lost` whose id
                                   // stands in brackets
  std::vector<int> lost;           // controls that the reader understands in
                                   // another way; none is known
  std::vector<std::string> added;  // ids of marks that the catalogue leaves
                                   // out, but that others stand under or after
};

// `variant` is one of `spec`, or null for the rules of [outline] itself.  Where
// the outline knows several documents, each control is in one of them: the one
// whose marks give its id, whose letters its id begins with, or the first.
// Headings and gists are those of `language`.
OutlineDocument WriteOutlineDocument(const Framework& framework,
                                     const OutlineSpec& spec,
                                     const OutlineVariant* variant,
                                     Language language);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_DOCUMENT_H_
