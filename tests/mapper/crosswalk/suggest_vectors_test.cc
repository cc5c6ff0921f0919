#include "mapper/crosswalk/suggest_vectors.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

std::vector<TermWeight> Terms(const std::vector<int>& terms) {
  std::vector<TermWeight> out;
  for (const int term : terms) out.push_back({term, 1});
  return out;
}

TEST(SuggestVectorsTest, WeighsAndCompares) {
  TermStatistics statistics;
  for (const auto& text : {std::vector<int>{0, 1}, {0, 2}, {0, 3, 3}, {}}) {
    statistics.Add(Terms(text));
  }
  const TermVector a = statistics.Weigh(Terms({1, 0}));
  ASSERT_EQ(a.size(), 2U);
  EXPECT_LT(a[0].weight, a[1].weight);  // term 0 is in every text
  EXPECT_NEAR(Cosine(a, a), 1, 1e-5);
  const TermVector b = statistics.Weigh(Terms({0, 3}));
  EXPECT_FLOAT_EQ(Cosine(a, b), Cosine(b, a));
  EXPECT_GT(Cosine(a, b), 0);
  EXPECT_EQ(Cosine(statistics.Weigh(Terms({1})), statistics.Weigh(Terms({2}))),
            0);
  EXPECT_TRUE(statistics.Weigh({}).empty());
  EXPECT_EQ(Cosine({}, a), 0);
  std::vector<float> scores(3);
  TermPostings({a, {}, b}).Score(a, scores);
  EXPECT_NEAR(scores[0], 1, 1e-5);
  EXPECT_EQ(scores[1], 0);
  EXPECT_FLOAT_EQ(scores[2], Cosine(a, b));
  // A term that no text had weighs, and finds nothing.
  EXPECT_EQ(Cosine(statistics.Weigh(Terms({99})), a), 0);
  EXPECT_TRUE(TermStatistics().Weigh(Terms({1})).empty());
}

TEST(SuggestVectorsTest, CountsAddUp) {
  TermStatistics statistics;
  statistics.Add(Terms({0, 1}));
  statistics.Add(Terms({1, 2}));
  const TermVector apart = statistics.Weigh({{0, 0.5F}, {1, 1}, {0, 0.5F}});
  const TermVector once = statistics.Weigh(Terms({1, 0}));
  ASSERT_EQ(apart.size(), once.size());
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_FLOAT_EQ(apart[i].weight, once[i].weight);
  }
  // Less of a term is less of its share.
  EXPECT_LT(statistics.Weigh({{0, 0.3F}, {1, 1}})[0].weight, once[0].weight);
}

}  // namespace
}  // namespace mapper
