#include "mapper/model/expression.h"

#include <algorithm>

namespace mapper {
namespace {

// Binding strength, for the least parentheses.
int Strength(Expression::Kind kind) {
  switch (kind) {
    case Expression::Kind::kOr:
      return 1;
    case Expression::Kind::kAnd:
      return 2;
    case Expression::Kind::kNot:
    case Expression::Kind::kAlways:
    case Expression::Kind::kFact:
    case Expression::Kind::kIn:
      return 3;
  }
  return 3;
}

void Write(const Expression& e, int context, std::string& out) {
  const bool parentheses = Strength(e.kind) < context;
  if (parentheses) out += '(';
  switch (e.kind) {
    case Expression::Kind::kAlways:
      out += '-';
      break;
    case Expression::Kind::kFact:
      out += e.name;
      break;
    case Expression::Kind::kIn:
      out += e.name;
      if (e.values.size() == 1) {
        out += " = " + e.values[0];
      } else {
        out += " in {";
        for (std::size_t i = 0; i < e.values.size(); ++i) {
          out += (i > 0 ? ", " : "") + e.values[i];
        }
        out += '}';
      }
      break;
    case Expression::Kind::kNot:
      out += "not ";
      Write(e.operands[0], 3, out);
      break;
    case Expression::Kind::kAnd:
    case Expression::Kind::kOr:
      for (std::size_t i = 0; i < e.operands.size(); ++i) {
        if (i > 0) out += e.kind == Expression::Kind::kAnd ? " and " : " or ";
        Write(e.operands[i], Strength(e.kind) + 1, out);
      }
      break;
  }
  if (parentheses) out += ')';
}

void CollectUnknown(const Expression& e, const FactSource& facts,
                    std::vector<std::string>& names) {
  if (Evaluate(e, facts) != Truth::kUnknown) return;
  if (e.kind == Expression::Kind::kFact || e.kind == Expression::Kind::kIn) {
    if (std::find(names.begin(), names.end(), e.name) == names.end()) {
      names.push_back(e.name);
    }
  }
  for (const Expression& operand : e.operands) {
    CollectUnknown(operand, facts, names);
  }
}

}  // namespace

Truth Not(Truth a) {
  if (a == Truth::kUnknown) return a;
  return a == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}
Truth And(Truth a, Truth b) { return std::min(a, b); }
Truth Or(Truth a, Truth b) { return std::max(a, b); }

Truth Evaluate(const Expression& e, const FactSource& facts) {
  switch (e.kind) {
    case Expression::Kind::kAlways:
      return Truth::kTrue;
    case Expression::Kind::kFact:
      return facts.Fact(e.name);
    case Expression::Kind::kIn: {
      const auto values = facts.Values(e.name);
      if (!values) return Truth::kUnknown;
      for (const std::string& value : *values) {
        if (std::find(e.values.begin(), e.values.end(), value) !=
            e.values.end()) {
          return Truth::kTrue;
        }
      }
      return Truth::kFalse;
    }
    case Expression::Kind::kNot:
      return Not(Evaluate(e.operands[0], facts));
    case Expression::Kind::kAnd: {
      Truth truth = Truth::kTrue;
      for (const Expression& operand : e.operands) {
        truth = And(truth, Evaluate(operand, facts));
      }
      return truth;
    }
    case Expression::Kind::kOr: {
      Truth truth = Truth::kFalse;
      for (const Expression& operand : e.operands) {
        truth = Or(truth, Evaluate(operand, facts));
      }
      return truth;
    }
  }
  return Truth::kUnknown;
}

std::vector<std::string> UnknownNames(const Expression& expression,
                                      const FactSource& facts) {
  std::vector<std::string> names;
  CollectUnknown(expression, facts, names);
  return names;
}

std::string ToString(const Expression& expression) {
  std::string out;
  Write(expression, 0, out);
  return out;
}

}  // namespace mapper
