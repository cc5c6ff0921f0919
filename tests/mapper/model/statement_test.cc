#include "mapper/model/statement.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

TEST(StatementTest, ComesBackAsItWas) {
  struct Case {
    RowStatement statement;
    const char* line;
  };
  static const Case kCases[] = {
      {{{"A-1(1)"},
        "subset-of",
        {"B.1", "B.2"},
        "low",
        "project",
        "理由; 続き"},
       "kakehashi: A-1(1) subset-of B.1+B.2; low; project; 理由; 続き"},
      {{{}, "no-relationship", {"B"}, "high", "official", ""},
       "kakehashi: - no-relationship B; high; official"},
      {{{"A"}, "within", {"B"}, "medium", "derived", ""},
       "kakehashi: A within B; medium; derived"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(ToString(c.statement), c.line);
    const auto parsed = ParseStatement(c.line);
    ASSERT_TRUE(parsed.has_value()) << c.line;
    EXPECT_EQ(ToString(*parsed), c.line);
    EXPECT_EQ(parsed->relation, c.statement.relation);
    EXPECT_EQ(parsed->rationale, c.statement.rationale);
  }
}

TEST(StatementTest, LineFeedsOfTheRationaleBecomeSpaces) {
  const RowStatement statement{{"A"}, "overlaps", {"B"}, "low", "project", "a\nb"};
  EXPECT_EQ(ToString(statement), "kakehashi: A overlaps B; low; project; a b");
}

TEST(StatementTest, OtherLinesAreNoneOrUnreadable) {
  for (const char* line : {"", "kakehashi", " kakehashi: A", "A overlaps B"}) {
    EXPECT_FALSE(ParseStatement(line).has_value()) << line;
  }
  for (const char* line :
       {"kakehashi: ", "kakehashi: A", "kakehashi: A overlaps",
        "kakehashi: A overlaps B", "kakehashi: A overlaps B; low",
        "kakehashi: A overlaps B C; low; project", "kakehashi: ; low; x"}) {
    const auto parsed = ParseStatement(line);
    ASSERT_TRUE(parsed.has_value()) << line;
    EXPECT_EQ(parsed->relation, "") << line;
  }
}

TEST(ParseCommentTest, PartsStatementsFromTheRest) {
  const Comment comment = ParseComment(
      "first\nkakehashi: A overlaps B; low; project\n second \n"
      "kakehashi: broken");
  ASSERT_EQ(comment.statements.size(), 2U);
  EXPECT_EQ(comment.statements[0].relation, "overlaps");
  EXPECT_EQ(comment.statements[1].relation, "");
  EXPECT_EQ(comment.rest, "first\n second");
}

// What a row of unions says of its parts, checked against sets of demands: the
// relation has to hold of every choice of parts for which the row holds.
TEST(OfPartsTest, SaysWhatHoldsAndNoMore) {
  struct Case {
    Relation relation;
    bool source_is_union;
    bool target_is_union;
    int set;  // -1: nothing
  };
  static const Case kCases[] = {
      {Relation::kSubsetOf, false, false, kPp},
      {Relation::kSubsetOf, true, false, kPp},
      {Relation::kEqualTo, true, false, kPp},
      {Relation::kSupersetOf, false, true, kPpi},
      {Relation::kEquivalentTo, false, true, kPpi},
      {Relation::kNoRelationship, true, true, kDr},
      {Relation::kSubsetOf, false, true, -1},
      {Relation::kSubsetOf, true, true, -1},
      {Relation::kSupersetOf, true, false, -1},
      {Relation::kEqualTo, true, true, -1},
      {Relation::kOverlaps, true, false, -1},
      {Relation::kIntersectsWith, false, true, -1},
  };
  for (const Case& c : kCases) {
    const auto set =
        OfParts(ToSet(c.relation), c.source_is_union, c.target_is_union);
    EXPECT_EQ(set ? static_cast<int>(*set) : -1, c.set)
        << ToString(c.relation) << c.source_is_union << c.target_is_union;
  }
}

TEST(PairWordTest, FitsEverySet) {
  EXPECT_EQ(PairWord(kEq), PairRelation::kEqual);
  EXPECT_EQ(PairWord(kDr), PairRelation::kNotRelated);
  EXPECT_EQ(PairWord(SetOfWord("within")), PairRelation::kSubset);
  EXPECT_EQ(PairWord(SetOfWord("contains")), PairRelation::kSuperset);
  EXPECT_EQ(PairWord(SetOfWord("overlaps")), PairRelation::kIntersects);
  EXPECT_EQ(SetOfWord("near"), kAnyRelation);
}

}  // namespace
}  // namespace mapper
