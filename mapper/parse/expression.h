// Reads conditions such as "(cloud or outsourcing) and not sectors = police".
// The grammar is in docs/formats.md; only expression.cc knows Spirit.

#ifndef MAPPER_PARSE_EXPRESSION_H_
#define MAPPER_PARSE_EXPRESSION_H_

#include <optional>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/model/expression.h"

namespace mapper {

// Parses `text`; "-" is "always".  Errors [expression-syntax],
// [expression-depth], [unknown-fact] and [unknown-value] point into
// `source_line`, in which `text` starts at code point `where.column`.
std::optional<Expression> ParseExpression(std::string_view text,
                                          const SourceLocation& where,
                                          std::string_view source_line,
                                          Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_EXPRESSION_H_
