#ifndef MAPPER_PARSE_EXPRESSION_AST_ADAPTED_H_
#define MAPPER_PARSE_EXPRESSION_AST_ADAPTED_H_

#include <boost/fusion/include/adapt_struct.hpp>

#include "mapper/parse/expression_ast.h"

BOOST_FUSION_ADAPT_STRUCT(mapper::expression_ast::Comparison, name, values)
BOOST_FUSION_ADAPT_STRUCT(mapper::expression_ast::Term, nots, operand)
BOOST_FUSION_ADAPT_STRUCT(mapper::expression_ast::And, first, rest)
BOOST_FUSION_ADAPT_STRUCT(mapper::expression_ast::Or, first, rest)

#endif  // MAPPER_PARSE_EXPRESSION_AST_ADAPTED_H_
