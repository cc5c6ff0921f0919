#include "mapper/crosswalk/suggest_vectors.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

TEST(SuggestVectorsTest, WeighsAndCompares) {
  TermStatistics statistics;
  for (const auto& text : {std::vector<int>{0, 1}, {0, 2}, {0, 3, 3}, {}}) {
    statistics.Add(text);
  }
  const TermVector a = statistics.Weigh({1, 0});
  ASSERT_EQ(a.size(), 2U);
  EXPECT_LT(a[0].weight, a[1].weight);  // term 0 is in every text
  EXPECT_NEAR(Cosine(a, a), 1, 1e-5);
  const TermVector b = statistics.Weigh({0, 3});
  EXPECT_FLOAT_EQ(Cosine(a, b), Cosine(b, a));
  EXPECT_GT(Cosine(a, b), 0);
  EXPECT_EQ(Cosine(statistics.Weigh({1}), statistics.Weigh({2})), 0);
  EXPECT_TRUE(statistics.Weigh({}).empty());
  EXPECT_EQ(Cosine({}, a), 0);
  std::vector<float> scores(3);
  TermPostings({a, {}, b}).Score(a, scores);
  EXPECT_NEAR(scores[0], 1, 1e-5);
  EXPECT_EQ(scores[1], 0);
  EXPECT_FLOAT_EQ(scores[2], Cosine(a, b));
  // A term that no text had weighs, and finds nothing.
  EXPECT_EQ(Cosine(statistics.Weigh({99}), a), 0);
  EXPECT_TRUE(TermStatistics().Weigh({1}).empty());
}

}  // namespace
}  // namespace mapper
