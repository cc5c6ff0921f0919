// Reads the elements and relationships of NIST's CPRT export (Cybersecurity
// and Privacy Reference Tool): a graph of elements, not a tree of controls.

#ifndef MAPPER_PARSE_CPRT_JSON_H_
#define MAPPER_PARSE_CPRT_JSON_H_

#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/json_document.h"
#include "mapper/parse/outline.h"

namespace mapper {

// `payload` is the object that holds "elements" and "relationships".
//
// Controls are the elements of type function and family, category and control,
// subcategory and control_enhancement, one level below the other; the mark is
// the type with '_' as '-'.  Others (implementation examples, parties) are left
// out.  An element may be given several times when nothing contradicts:
// the export repeats successors where they are referred to.  Only
// relationships "projection" within one document count:
//   upper control -> lower control        the parent
//   control -> withdraw_reason            the control is withdrawn
//   withdraw_reason -> control            its successor
Outline ReadCprt(const JsonValue& payload, FileDiagnostics& errors);

}  // namespace mapper

#endif  // MAPPER_PARSE_CPRT_JSON_H_
