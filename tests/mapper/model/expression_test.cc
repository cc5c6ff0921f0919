#include "mapper/model/expression.h"

#include <gtest/gtest.h>

#include <map>

namespace mapper {
namespace {

using Kind = Expression::Kind;
using Names = std::vector<std::string>;

constexpr Truth F = Truth::kFalse;
constexpr Truth U = Truth::kUnknown;
constexpr Truth T = Truth::kTrue;

Expression Fact(const std::string& name) { return {Kind::kFact, name, {}, {}}; }
Expression In(const std::string& name, const Names& values) {
  return {Kind::kIn, name, values, {}};
}
Expression Join(Kind kind, const std::vector<Expression>& operands) {
  return {kind, "", {}, operands};
}

// t, f are known; all other facts are not.
class SomeFacts : public FactSource {
 public:
  Truth Fact(const std::string& name) const override {
    return name == "t" ? T : name == "f" ? F : U;
  }
  std::optional<Names> Values(const std::string& name) const override {
    if (name == "sectors") return Names{"water", "medical"};
    if (name == "none") return Names{};
    return {};
  }
};

TEST(TruthTest, IsThatOfKleene) {
  const Truth all[] = {F, U, T};
  const Truth negated[] = {T, U, F};
  const Truth both[3][3] = {{F, F, F}, {F, U, U}, {F, U, T}};
  const Truth either[3][3] = {{F, U, T}, {U, U, T}, {T, T, T}};
  for (std::size_t a = 0; a < 3; ++a) {
    EXPECT_EQ(Not(all[a]), negated[a]);
    for (std::size_t b = 0; b < 3; ++b) {
      EXPECT_EQ(And(all[a], all[b]), both[a][b]) << a << ' ' << b;
      EXPECT_EQ(Or(all[a], all[b]), either[a][b]) << a << ' ' << b;
      // De Morgan
      EXPECT_EQ(Not(And(all[a], all[b])), Or(Not(all[a]), Not(all[b])));
    }
  }
}

TEST(ExpressionTest, IsEvaluatedNamedAndWritten) {
  struct Case {
    Expression expression;
    const char* text;
    Truth truth;
    Names unknown;
  };
  const Expression t = Fact("t");
  const Expression f = Fact("f");
  const Expression u = Fact("u");
  const Expression v = Fact("v");
  const Case cases[] = {
      {{}, "-", T, {}},
      {t, "t", T, {}},
      {f, "f", F, {}},
      {u, "u", U, {"u"}},
      {In("sectors", {"water"}), "sectors = water", T, {}},
      {In("sectors", {"police"}), "sectors = police", F, {}},
      {In("sectors", {"police", "medical"}),
       "sectors in {police, medical}",
       T,
       {}},
      {In("none", {"a"}), "none = a", F, {}},
      {In("body", {"city"}), "body = city", U, {"body"}},
      {Join(Kind::kNot, {t}), "not t", F, {}},
      {Join(Kind::kNot, {u}), "not u", U, {"u"}},
      {Join(Kind::kNot, {In("sectors", {"water"})}),
       "not sectors = water",
       F,
       {}},
      {Join(Kind::kNot, {Join(Kind::kNot, {f})}), "not not f", F, {}},
      {Join(Kind::kAnd, {t, u}), "t and u", U, {"u"}},
      {Join(Kind::kAnd, {f, u}), "f and u", F, {}},  // decided
      {Join(Kind::kOr, {t, u}), "t or u", T, {}},    // decided
      {Join(Kind::kOr, {f, u, v}), "f or u or v", U, {"u", "v"}},
      {Join(Kind::kOr, {u, Join(Kind::kAnd, {v, f})}),
       "u or v and f",
       U,
       {"u"}},  // v does not matter
      {Join(Kind::kAnd, {u, Join(Kind::kOr, {v, t})}),
       "u and (v or t)",
       U,
       {"u"}},
      {Join(Kind::kOr, {v, u, v}), "v or u or v", U, {"v", "u"}},  // each once
      {Join(Kind::kNot, {Join(Kind::kOr, {f, u})}), "not (f or u)", U, {"u"}},
      {Join(Kind::kAnd, {Join(Kind::kAnd, {t, f}), u}),
       "(t and f) and u",
       F,
       {}},
      {Join(Kind::kOr, {t, Join(Kind::kOr, {f, u})}), "t or (f or u)", T, {}},
      {Join(Kind::kNot, {{}}), "not -", F, {}},
  };
  const SomeFacts facts;
  for (const Case& c : cases) {
    EXPECT_EQ(ToString(c.expression), c.text);
    EXPECT_EQ(Evaluate(c.expression, facts), c.truth) << c.text;
    EXPECT_EQ(UnknownNames(c.expression, facts), c.unknown) << c.text;
    EXPECT_EQ(c.unknown.empty(), c.truth != U) << c.text;
  }
}

}  // namespace
}  // namespace mapper
