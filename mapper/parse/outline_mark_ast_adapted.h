// The grammar's values as Fusion sequences.

#ifndef MAPPER_PARSE_OUTLINE_MARK_AST_ADAPTED_H_
#define MAPPER_PARSE_OUTLINE_MARK_AST_ADAPTED_H_

#include <boost/fusion/include/adapt_struct.hpp>

#include "mapper/parse/outline_mark_ast.h"

BOOST_FUSION_ADAPT_STRUCT(mapper::outline_mark_ast::Unit, number, form,
                          branches)
BOOST_FUSION_ADAPT_STRUCT(mapper::outline_mark_ast::Simple, form, digits)
BOOST_FUSION_ADAPT_STRUCT(mapper::outline_mark_ast::Kanji, form, range)
BOOST_FUSION_ADAPT_STRUCT(mapper::outline_mark_ast::Dotted, parts, dot)
BOOST_FUSION_ADAPT_STRUCT(mapper::outline_mark_ast::DottedItem, parts, item)

#endif  // MAPPER_PARSE_OUTLINE_MARK_AST_ADAPTED_H_
