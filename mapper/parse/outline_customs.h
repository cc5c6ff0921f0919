// How Japanese official documents are customarily numbered: what a proposal
// for an [outline] starts from.

#ifndef MAPPER_PARSE_OUTLINE_CUSTOMS_H_
#define MAPPER_PARSE_OUTLINE_CUSTOMS_H_

#include <cstddef>
#include <string>

#include "mapper/parse/outline_mark.h"

namespace mapper {

// The place of a form from the outside in; the same for all that have none.
std::size_t UsualPlace(MarkForm form);

// Whether the usual order of the two is always meant: the divisions of a law,
// and articles with paragraphs, of which the first bears no number.
bool IsFixed(MarkForm a, MarkForm b);

// An id template for marks of this form at this depth (1 at the top).
std::string ProposedId(MarkForm form, int depth);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_CUSTOMS_H_
