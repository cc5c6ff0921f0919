#include "mapper/parse/expression.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"

namespace mapper {
namespace {

constexpr std::size_t kColumn = 10;  // where each condition begins

struct Parsed {
  std::string text;  // canonical, or "error"
  std::string dump;
};

Parsed Parse(std::string_view text) {
  Diagnostics diagnostics;
  const auto expression =
      ParseExpression(text, {"f.tsv", 2, kColumn}, "the line", diagnostics);
  for (const Diagnostic& d : diagnostics.all()) {
    EXPECT_EQ(d.where.file, "f.tsv");
    EXPECT_EQ(d.source_line, "the line");
  }
  return {expression ? ToString(*expression) : "error", Dump(diagnostics)};
}

TEST(ParseExpressionTest, ReadsConditions) {
  struct Case {
    const char* text;
    const char* canonical;
  };
  static const Case kCases[] = {
      {"-", "-"},
      {"cloud", "cloud"},
      {"  cloud\t", "cloud"},
      {"((cloud))", "cloud"},
      {"not cloud", "not cloud"},
      {"not(cloud)", "not cloud"},
      {"not not cloud", "cloud"},
      {"not not not cloud", "not cloud"},
      {"not (cloud or lgwan)", "not (cloud or lgwan)"},
      {"cloud and lgwan or wireless", "cloud and lgwan or wireless"},
      {"cloud and (lgwan or wireless)", "cloud and (lgwan or wireless)"},
      {"(cloud and lgwan) or wireless", "cloud and lgwan or wireless"},
      {"(cloud and lgwan) and wireless", "(cloud and lgwan) and wireless"},
      {"cloud and(lgwan)and(wireless)", "cloud and lgwan and wireless"},
      {"not cloud and not lgwan", "not cloud and not lgwan"},
      {"in_house_development", "in_house_development"},  // begins with "in"
      {"iot or ot", "iot or ot"},
      {"network_model=alpha", "network_model = alpha"},
      {"network_model = alpha-prime", "network_model = alpha-prime"},
      {"body in {city,town , village}", "body in {city, town, village}"},
      {"body in{city,town}", "body in {city, town}"},
      {"sectors in {water}", "sectors = water"},
      {"not sectors = police", "not sectors = police"},
      {"not sectors in {police, water}", "not sectors in {police, water}"},
      {"unit = any-word", "unit = any-word"},
      {"unit = and", "unit = and"},  // a keyword is a word there
      {"has_manager", "has_manager = yes"},
      {"not has_manager", "not has_manager = yes"},
      {"has_manager = no", "has_manager = no"},
  };
  for (const Case& c : kCases) {
    const Parsed parsed = Parse(c.text);
    EXPECT_EQ(parsed.dump, "") << c.text;
    EXPECT_EQ(parsed.text, c.canonical) << c.text;
    EXPECT_EQ(Parse(c.canonical).text, c.canonical);
  }
}

TEST(ParseExpressionTest, RejectsAndLocatesBadSyntax) {
  struct Case {
    std::size_t offset;
    const char* expected;
    std::string text;
  };
  static const char* const kOperand = "a fact, a comparison or '('";
  static const char* const kMore = "'and', 'or' or the end of the condition";
  const Case cases[] = {
      {0, kOperand, ""},
      {0, kOperand, "and"},
      {0, kOperand, "or cloud"},
      {0, kOperand, "in"},
      {0, kOperand, "Cloud"},
      {0, kOperand, "1cloud"},
      {0, kOperand, "_cloud"},
      {0, kOperand, "水道"},
      {0, kOperand, ")"},
      {0, kOperand, "- and cloud"},
      {0, kOperand, "=1+1"},
      {0, kOperand,
       "\xE2\x80\xAE"
       "cloud"},
      {0, kOperand, std::string("\0cloud", 6)},
      {9, kOperand, "cloud and"},
      {10, kOperand, "cloud and and"},
      {10, kOperand, "cloud and 水道"},
      {5, kMore, "cloud)"},
      {6, kMore, "cloud lgwan"},
      {6, kMore, "cloud AND lgwan"},
      {6, kMore, "cloud & lgwan"},
      {5, kMore, "cloud, lgwan"},
      {5, kMore, "cloud-"},
      {5, kMore, "cloud\xE2\x80\xAE"},
      {5, kMore, std::string("cloud\0", 6)},
      {6, kMore, "cloud not lgwan"},
      {8, kMore, "(cloud) (lgwan)"},
      {6, "')'", "(cloud"},
      {7, "')'", "(cloud lgwan)"},
      {16, "'{'", "network_model in"},
      {17, "'{'", "network_model in alpha"},
      {23, "'}'", "network_model in {alpha"},
      {23, "'}'", "network_model in {alpha,}"},
      {24, "'}'", "network_model in {alpha beta}"},
  };
  for (const Case& c : cases) {
    const Parsed parsed = Parse(c.text);
    EXPECT_EQ(parsed.text, "error") << c.text;
    EXPECT_EQ(parsed.dump, "2:" + std::to_string(kColumn + c.offset) +
                               " expression-syntax expected " + c.expected +
                               "\n")
        << c.text;
  }
}

TEST(ParseExpressionTest, RejectsUnknownNamesAndValues) {
  struct Case {
    const char* text;
    const char* dump;
  };
  static const Case kCases[] = {
      {"clowd",
       "2:10 unknown-fact unknown fact 'clowd'; did you mean "
       "'cloud'?\n"},
      {"banana", "2:10 unknown-fact unknown fact 'banana'\n"},
      {"lgwan and clowd",
       "2:20 unknown-fact unknown fact 'clowd'; did you mean 'cloud'?\n"},
      {"not (clowd or wireles)",
       "2:15 unknown-fact unknown fact 'clowd'; did you mean 'cloud'?\n"
       "2:24 unknown-fact unknown fact 'wireles'; did you mean "
       "'wireless'?\n"},
      {"network_model",
       "2:10 expression-syntax 'network_model' is not yes or no: write "
       "'network_model = VALUE'\n"},
      {"unit",
       "2:10 expression-syntax 'unit' is not yes or no: write 'unit = "
       "VALUE'\n"},
      {"cloud = yes",
       "2:10 unknown-fact 'cloud' is a fact: it has no values to compare\n"},
      {"sector = water",
       "2:10 unknown-fact unknown attribute 'sector'; did "
       "you mean 'sectors'?\n"},
      {"banana in {a, b}", "2:10 unknown-fact unknown attribute 'banana'\n"},
      {"sectors = watr",
       "2:20 unknown-value unknown value 'watr' of "
       "'sectors'; did you mean 'water'?\n"},
      {"sectors in {water, Water}",
       "2:29 unknown-value unknown value 'Water' of 'sectors'; did you mean "
       "'water'?\n"},
      {"body in {city, banana, vilage}",
       "2:25 unknown-value unknown value 'banana' of 'body'\n"
       "2:33 unknown-value unknown value 'vilage' of 'body'; did you mean "
       "'village'?\n"},
      {"has_manager = maybe",
       "2:24 unknown-value unknown value 'maybe' of 'has_manager'\n"},
      {"organ = true", "2:18 unknown-value unknown value 'true' of 'organ'\n"},
  };
  for (const Case& c : kCases) {
    const Parsed parsed = Parse(c.text);
    EXPECT_EQ(parsed.text, "error") << c.text;
    EXPECT_EQ(parsed.dump, c.dump) << c.text;
  }
}

TEST(ParseExpressionTest, BoundsDepthAndLength) {
  const std::string too_much =
      "2:10 expression-depth a condition of more than 32 nested parentheses or "
      "2000 bytes\n";
  const auto nested = [](std::size_t depth) {
    return Repeat("(", depth) + "cloud" + Repeat(")", depth);
  };
  EXPECT_EQ(Parse(nested(32)).text, "cloud");
  EXPECT_EQ(Parse(nested(33)).dump, too_much);
  EXPECT_EQ(Parse(Repeat("(not ", 32) + "cloud" + Repeat(")", 32)).dump, "");
  EXPECT_EQ(Parse(Repeat("not ", 498) + "cloud").text, "cloud");
  EXPECT_EQ(Parse(Repeat("cloud or ", 221) + "cloud").dump, "");  // 1994 bytes
  EXPECT_EQ(Parse("cloud" + Repeat(" ", 1995)).text, "cloud");
  EXPECT_EQ(Parse("cloud" + Repeat(" ", 1996)).dump, too_much);
  for (const char* unit : {"(", ")", "not ", "cloud and ", "水", "{", "="}) {
    EXPECT_EQ(Parse(Repeat(unit, 1000000)).dump, too_much) << unit;
  }
}

// A condition of every shape, built from a few numbers.
Expression Build(std::uint32_t& state, int depth) {
  state = state * 1664525U + 1013904223U;
  const std::uint32_t choice = (state >> 24U) % (depth == 0 ? 3U : 6U);
  if (choice == 0) return {Expression::Kind::kFact, "cloud", {}, {}};
  if (choice == 1) return {Expression::Kind::kIn, "sectors", {"water"}, {}};
  if (choice == 2) {
    return {Expression::Kind::kIn, "body", {"city", "union"}, {}};
  }
  if (choice == 3) {
    Expression inner = Build(state, depth - 1);
    if (inner.kind == Expression::Kind::kNot) return inner.operands[0];
    return {Expression::Kind::kNot, "", {}, {inner}};
  }
  Expression joined;
  joined.kind = choice == 4 ? Expression::Kind::kAnd : Expression::Kind::kOr;
  for (std::uint32_t i = 0; i < 2 + (state >> 30U); ++i) {
    joined.operands.push_back(Build(state, depth - 1));
  }
  return joined;
}

bool Same(const Expression& a, const Expression& b) {
  if (a.kind != b.kind || a.name != b.name || a.values != b.values ||
      a.operands.size() != b.operands.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.operands.size(); ++i) {
    if (!Same(a.operands[i], b.operands[i])) return false;
  }
  return true;
}

TEST(ParseExpressionTest, ReadsBackWhatToStringWrites) {
  std::uint32_t state = 7;
  for (int round = 0; round < 3000; ++round) {
    const Expression expression = Build(state, round % 4);
    const std::string text = ToString(expression);
    if (text.size() > 2000) continue;
    Diagnostics diagnostics;
    const auto back = ParseExpression(text, {"f", 1, 1}, text, diagnostics);
    ASSERT_TRUE(back) << text << '\n' << Dump(diagnostics);
    EXPECT_TRUE(Same(*back, expression)) << text;
  }
}

// The message showed the C++ type of the parser that failed.
TEST(ParseExpressionTest, AsksForAMissingValueInWords) {
  struct Case {
    std::size_t offset;
    const char* text;
  };
  static const Case kCases[] = {
      {15, "network_model ="},           {16, "network_model = "},
      {18, "network_model in {"},        {18, "network_model in {}"},
      {18, "network_model in {,alpha}"}, {10, "sectors = -"},
      {9, "sectors == water"},           {10, "sectors = 水道"},
      {10, "sectors = (water)"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Parse(c.text).dump, "2:" + std::to_string(kColumn + c.offset) +
                                      " expression-syntax expected a value\n")
        << c.text;
  }
}

// The place was that of "not", and of the group around an empty one.
TEST(ParseExpressionTest, PointsAtWhatIsMissing) {
  struct Case {
    std::size_t offset;
    const char* text;
  };
  static const Case kCases[] = {
      {3, "not"},
      {13, "cloud and not"},
      {14, "(cloud and not)"},
      {4, "not and"},
      {1, "()"},
      {8, "cloud or"},
      {9, "cloud or or"},
      {5, "not ()"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Parse(c.text).dump,
              "2:" + std::to_string(kColumn + c.offset) +
                  " expression-syntax expected a fact, a comparison or '('\n")
        << c.text;
  }
}

// The place was the first where the word stands, though it stood there rightly.
TEST(ParseExpressionTest, PointsAtTheWordThatIsMeant) {
  struct Case {
    const char* text;
    const char* dump;
  };
  static const Case kCases[] = {
      {"cloud and sectors = cloud",
       "2:30 unknown-value unknown value 'cloud' of 'sectors'\n"},
      {"banana or not banana",
       "2:10 unknown-fact unknown fact 'banana'\n"
       "2:24 unknown-fact unknown fact 'banana'\n"},
      {"sectors in {in, water, in}",
       "2:22 unknown-value unknown value 'in' of 'sectors'\n"
       "2:33 unknown-value unknown value 'in' of 'sectors'\n"},
      {"sectors = sectors",
       "2:20 unknown-value unknown value 'sectors' of 'sectors'\n"},
      {"body = city and sectors = city",
       "2:36 unknown-value unknown value 'city' of 'sectors'\n"},
      {"cloud and cloud = yes",
       "2:20 unknown-fact 'cloud' is a fact: it has no values to compare\n"},
      {"unit = cloud and (body = cloud)",
       "2:35 unknown-value unknown value 'cloud' of 'body'\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Parse(c.text).dump, c.dump) << c.text;
}

}  // namespace
}  // namespace mapper
