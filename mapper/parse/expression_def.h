// The expression grammar.  Include from expression.cc only.
//
// Classes come from x3::ascii, never plain x3: in Boost 1.74 the default
// ("standard") classes assert on every byte of a non-ASCII character.

#ifndef MAPPER_PARSE_EXPRESSION_DEF_H_
#define MAPPER_PARSE_EXPRESSION_DEF_H_

#include <boost/spirit/home/x3.hpp>

#include "mapper/parse/expression_ast_adapted.h"

namespace mapper::expression_grammar {

namespace x3 = boost::spirit::x3;
namespace ast = expression_ast;

const auto kWordChar = x3::ascii::alnum | x3::char_('_') | x3::char_('-');

inline auto Keyword(const char* word) {
  return x3::lexeme[x3::lit(word) >> !kWordChar];
}

const auto kKeyword =
    Keyword("and") | Keyword("or") | Keyword("not") | Keyword("in");

const x3::rule<struct NameTag, std::string> kName = "a fact or attribute name";
const x3::rule<struct ValueTag, std::string> kValue = "a value";
// Named, so that a missing value is asked for in words: an unnamed list or
// directive would put its C++ type into the message.
const x3::rule<struct OneValueTag, std::vector<std::string>> kOneValue =
    "a value";
const x3::rule<struct ValuesTag, std::vector<std::string>> kValues = "a value";
const x3::rule<struct OpenTag> kOpen = "'{'";
const x3::rule<struct CloseTag> kClose = "'}'";
const x3::rule<struct RightTag> kRight = "')'";
const x3::rule<struct ComparisonTag, ast::Comparison> kComparison =
    "a comparison";
const x3::rule<struct OperandTag, ast::Operand> kOperand =
    "a fact, a comparison or '('";
const x3::rule<struct TermTag, ast::Term> kTerm = "a fact, a comparison or '('";
const x3::rule<struct AndTag, ast::And> kAnd = "a condition";
const x3::rule<struct OrTag, ast::Or> kOr = "a condition";

const auto kName_def =
    x3::lexeme[!kKeyword >> x3::ascii::lower >>
               *(x3::ascii::lower | x3::ascii::digit | x3::char_('_'))];
const auto kValue_def = x3::lexeme[x3::ascii::alnum >> *kWordChar];
const auto kOneValue_def = x3::repeat(1)[kValue];
const auto kValues_def = kValue % ',';
const auto kOpen_def = x3::lit('{');
const auto kClose_def = x3::lit('}');
const auto kRight_def = x3::lit(')');
const auto kComparison_def = kName >>
                             -((x3::lit('=') > kOneValue) |
                               (Keyword("in") > kOpen > kValues > kClose));
const auto kOperand_def = (x3::lit('(') > kOr > kRight) | kComparison;
// A term is never optional, so it commits at once: what is missing after "not"
// is reported there.
const auto kTerm_def = *(Keyword("not") >> x3::attr('!')) > kOperand;
const auto kAnd_def = kTerm >> *(Keyword("and") > kTerm);
const auto kOr_def = kAnd >> *(Keyword("or") > kAnd);

BOOST_SPIRIT_DEFINE(kName, kValue, kOneValue, kValues, kOpen, kClose, kRight,
                    kComparison, kOperand, kTerm, kAnd, kOr)

}  // namespace mapper::expression_grammar

#endif  // MAPPER_PARSE_EXPRESSION_DEF_H_
