// A catalogue as a plain text in the document's own numbering: the inverse of
// outline_reader.h.  For each control the marks and the number are looked for
// whose id templates give its id; the text is then read back, and what it
// would lose is said.

#ifndef MAPPER_PARSE_OUTLINE_DOCUMENT_H_
#define MAPPER_PARSE_OUTLINE_DOCUMENT_H_

#include <string>
#include <vector>

#include "mapper/model/framework.h"
#include "mapper/model/language.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

enum class OutlineLossReason {
  kNoMark,      // no mark and number of the outline give the id
  kOutOfList,   // its mark would not continue a list where it stands
  kNotReadBack  // the reader understands its lines in another way
};

struct OutlineLoss {
  int control;  // place in Framework::controls
  OutlineLossReason reason;
};

struct OutlineDocument {
  std::string text;                // UTF-8
  std::vector<int> written;        // controls that read back as they are
  std::vector<OutlineLoss> lost;   // in the order of the catalogue
  std::vector<std::string> added;  // ids of marks that the catalogue leaves
                                   // out, but that others stand under or after
};

// `variant` is one of `spec`, or null for the rules of [outline] itself.  Where
// the outline knows several documents, a control that another one holds is not
// lost, nor one whose id begins with the letters of another one.  Headings and
// gists are those of `language`.
OutlineDocument WriteOutlineDocument(const Framework& framework,
                                     const OutlineSpec& spec,
                                     const OutlineVariant* variant,
                                     Language language);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_DOCUMENT_H_
