#include "mapper/parse/expression.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "mapper/base/limits.h"
#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/parse/expression_def.h"

namespace mapper {
namespace {

namespace x3 = boost::spirit::x3;
namespace ast = expression_ast;
using Iterator = std::string_view::const_iterator;

Expression Convert(const ast::Term& term);
Expression Convert(const ast::And& node);
Expression Convert(const ast::Or& node);

struct OperandConverter {
  using result_type = Expression;
  Expression operator()(const ast::Comparison& c) const {
    Expression e;
    e.kind = c.values.empty() ? Expression::Kind::kFact : Expression::Kind::kIn;
    e.name = c.name;
    e.values = c.values;
    return e;
  }
  Expression operator()(const x3::forward_ast<ast::Or>& inner) const {
    return Convert(inner.get());
  }
};

Expression Convert(const ast::Term& term) {
  Expression e = boost::apply_visitor(OperandConverter{}, term.operand);
  if (term.nots.size() % 2 == 1) {
    Expression negated;
    negated.kind = Expression::Kind::kNot;
    negated.operands.push_back(std::move(e));
    return negated;
  }
  return e;
}

// One operand stays as it is; several are joined.
template <typename Node>
Expression Combine(const Node& node, Expression::Kind kind) {
  if (node.rest.empty()) return Convert(node.first);
  Expression e;
  e.kind = kind;
  e.operands.push_back(Convert(node.first));
  for (const auto& operand : node.rest) e.operands.push_back(Convert(operand));
  return e;
}

Expression Convert(const ast::And& node) {
  return Combine(node, Expression::Kind::kAnd);
}
Expression Convert(const ast::Or& node) {
  return Combine(node, Expression::Kind::kOr);
}

class Reporter {
 public:
  Reporter(std::string_view text, const SourceLocation& where,
           std::string_view source_line, Diagnostics& diagnostics)
      : text_(text),
        where_(where),
        source_line_(source_line),
        diagnostics_(diagnostics) {}

  // `offset` in bytes: expressions are ASCII up to the first error.
  void At(std::size_t offset, const char* id, const std::string& message) {
    SourceLocation place = where_;
    place.column += offset;
    diagnostics_.Error(id, std::move(place), message, source_line_);
  }

  // Where the next name or value stands: the first place not before the last
  // answer at which `word` stands alone.  Check asks for all of them in the
  // order of the text, so a word that occurs twice is found at its own place.
  std::size_t Find(const std::string& word) {
    const auto in_word = [this](std::size_t i) {
      return i < text_.size() &&
             (std::isalnum(static_cast<unsigned char>(text_[i])) != 0 ||
              text_[i] == '_' || text_[i] == '-');
    };
    for (std::size_t at = text_.find(word, next_); at != std::string_view::npos;
         at = text_.find(word, at + 1)) {
      if ((at == 0 || !in_word(at - 1)) && !in_word(at + word.size())) {
        next_ = at + word.size();
        return at;
      }
    }
    return 0;
  }

  // The values that follow stand after this sign, and not before.
  void SkipPast(const char* signs) {
    next_ = std::min(text_.find_first_of(signs, next_), text_.size());
  }

 private:
  std::string_view text_;
  SourceLocation where_;
  std::string_view source_line_;
  Diagnostics& diagnostics_;
  std::size_t next_ = 0;
};

std::string DidYouMean(const std::string& word,
                       const std::vector<std::string>& known) {
  const std::string nearest = Nearest(word, known);
  return nearest.empty() ? "" : "; did you mean '" + nearest + "'?";
}

bool Check(const Expression& e, Reporter& report) {
  bool good = true;
  for (const Expression& operand : e.operands) good &= Check(operand, report);
  if (e.kind == Expression::Kind::kFact) {
    const std::size_t at = report.Find(e.name);
    const Attribute* attribute = FindAttribute(e.name);
    const bool yes_no = attribute != nullptr && attribute->values.size() == 2 &&
                        std::strcmp(attribute->values[0], "yes") == 0;
    if (FindFact(e.name) != nullptr || yes_no) return good;
    if (attribute != nullptr) {
      report.At(
          at, "expression-syntax",
          "'" + e.name + "' is not yes or no: write '" + e.name + " = VALUE'");
    } else {
      report.At(
          at, "unknown-fact",
          "unknown fact '" + e.name + "'" + DidYouMean(e.name, KnownNames()));
    }
    return false;
  }
  if (e.kind != Expression::Kind::kIn) return good;
  const std::size_t name_at = report.Find(e.name);
  report.SkipPast("={");
  std::vector<std::size_t> value_at;
  for (const std::string& value : e.values) {
    value_at.push_back(report.Find(value));
  }
  const Attribute* attribute = FindAttribute(e.name);
  if (attribute == nullptr) {
    report.At(name_at, "unknown-fact",
              FindFact(e.name) != nullptr
                  ? "'" + e.name + "' is a fact: it has no values to compare"
                  : "unknown attribute '" + e.name + "'" +
                        DidYouMean(e.name, KnownNames()));
    return false;
  }
  const std::vector<std::string> known(attribute->values.begin(),
                                       attribute->values.end());
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    const std::string& value = e.values[i];
    if (known.empty() ||
        std::find(known.begin(), known.end(), value) != known.end()) {
      continue;
    }
    report.At(value_at[i], "unknown-value",
              "unknown value '" + value + "' of '" + e.name + "'" +
                  DidYouMean(value, known));
    good = false;
  }
  return good;
}

bool TooDeep(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  for (const char c : text) {
    if (c == '(') deepest = std::max(deepest, ++depth);
    if (c == ')') --depth;
  }
  return deepest > limits::kExpressionDepth ||
         text.size() > limits::kExpressionBytes;
}

// A fact that is yes or no may be kept as an attribute: rewrite it, so that
// evaluation asks for its value.
void Normalise(Expression& e) {
  for (Expression& operand : e.operands) Normalise(operand);
  if (e.kind == Expression::Kind::kFact && FindFact(e.name) == nullptr) {
    e.kind = Expression::Kind::kIn;
    e.values = {"yes"};
  }
}

}  // namespace

std::optional<Expression> ParseExpression(std::string_view text,
                                          const SourceLocation& where,
                                          std::string_view source_line,
                                          Diagnostics& diagnostics) {
  if (text == "-") return Expression{};
  Reporter report(text, where, source_line, diagnostics);
  if (TooDeep(text)) {
    report.At(0, "expression-depth",
              "a condition of more than " +
                  std::to_string(limits::kExpressionDepth) +
                  " nested parentheses or " +
                  std::to_string(limits::kExpressionBytes) + " bytes");
    return {};
  }
  ast::Or parsed;
  Iterator it = text.begin();
  try {
    const bool good = x3::phrase_parse(it, text.end(), expression_grammar::kOr,
                                       x3::ascii::space, parsed);
    if (!good || it != text.end()) {
      report.At(static_cast<std::size_t>(it - text.begin()),
                "expression-syntax",
                good ? "expected 'and', 'or' or the end of the condition"
                     : "expected a fact, a comparison or '('");
      return {};
    }
  } catch (const x3::expectation_failure<Iterator>& failure) {
    std::size_t at = static_cast<std::size_t>(failure.where() - text.begin());
    while (at < text.size() && text[at] == ' ') ++at;
    report.At(at, "expression-syntax", "expected " + failure.which());
    return {};
  }
  Expression e = Convert(parsed);
  if (!Check(e, report)) return {};
  Normalise(e);
  return e;
}

}  // namespace mapper
