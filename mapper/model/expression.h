// Conditions over an organisation: when a control or a regime applies.  Values
// only; the grammar is in parse/expression.h and docs/formats.md.

#ifndef MAPPER_MODEL_EXPRESSION_H_
#define MAPPER_MODEL_EXPRESSION_H_

#include <optional>
#include <string>
#include <vector>

namespace mapper {

// Three-valued logic of Kleene: what is not known stays unknown, and is shown
// as 要確認, never taken for false.
enum class Truth { kFalse, kUnknown, kTrue };

Truth Not(Truth a);
Truth And(Truth a, Truth b);
Truth Or(Truth a, Truth b);

struct Expression {
  enum class Kind { kAlways, kFact, kIn, kNot, kAnd, kOr };

  Kind kind = Kind::kAlways;
  std::string name;                  // of kFact and kIn
  std::vector<std::string> values;   // of kIn: one or more
  std::vector<Expression> operands;  // of kNot (1), kAnd, kOr (2 or more)
};

// What is known about one organisation.
class FactSource {
 public:
  FactSource() = default;
  FactSource(const FactSource&) = default;
  FactSource& operator=(const FactSource&) = default;
  virtual ~FactSource() = default;

  virtual Truth Fact(const std::string& name) const = 0;
  // The values an attribute has (several for `sectors`), or nothing when the
  // organisation does not state it.
  virtual std::optional<std::vector<std::string>> Values(
      const std::string& name) const = 0;
};

Truth Evaluate(const Expression& expression, const FactSource& facts);

// Names that kept the expression from being decided, in order of appearance,
// each once; empty when it is decided.
std::vector<std::string> UnknownNames(const Expression& expression,
                                      const FactSource& facts);

// Canonical text with the least parentheses; "-" for kAlways.
std::string ToString(const Expression& expression);

}  // namespace mapper

#endif  // MAPPER_MODEL_EXPRESSION_H_
