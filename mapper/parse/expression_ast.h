// What the expression grammar produces.  Private to expression.cc.

#ifndef MAPPER_PARSE_EXPRESSION_AST_H_
#define MAPPER_PARSE_EXPRESSION_AST_H_

#include <boost/spirit/home/x3/support/ast/variant.hpp>
#include <string>
#include <vector>

namespace mapper::expression_ast {

struct Or;

// A fact, or an attribute with the values it is compared with.
struct Comparison {
  std::string name;
  std::vector<std::string> values;
};

struct Operand
    : boost::spirit::x3::variant<Comparison,
                                 boost::spirit::x3::forward_ast<Or>> {
  using base_type::base_type;
  using base_type::operator=;
};

struct Term {
  std::vector<char> nots;  // one for each "not" in front
  Operand operand;
};

struct And {
  Term first;
  std::vector<Term> rest;
};

struct Or {
  And first;
  std::vector<And> rest;
};

}  // namespace mapper::expression_ast

#endif  // MAPPER_PARSE_EXPRESSION_AST_H_
