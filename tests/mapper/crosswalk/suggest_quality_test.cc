// What suggestions find on a fixed part of the tables; the whole measurement is
// scripts/eval_suggest.sh.

#include <gtest/gtest.h>

#include "mapper/crosswalk/suggest.h"
#include "mapper/parse/dataset_files.h"
#include "tests/eval/suggest_measure.h"
#include "tests/eval/suggest_reference.h"
#include "tests/mapper/shared_sources.h"

namespace mapper {
namespace {

const Dataset& Shipped() {
  static const Dataset kData = [] {
    Diagnostics diagnostics;
    return LoadDataset(KAKEHASHI_ROOT, diagnostics);
  }();
  return kData;
}

std::vector<double> Scores(const std::vector<FeatureValues>& values) {
  std::vector<double> scores;
  for (const FeatureValues& v : values) scores.push_back(SuggestScore(v));
  return scores;
}

// Every third question of each table, its row hidden.
TEST(SuggestQualityTest, FindsHiddenRowsBetterThanTfIdf) {
  ASSERT_GE(Shipped().crosswalks.size(), 10U);
  QualitySum all;
  for (const Crosswalk& table : Shipped().crosswalks) {
    const PairFeatures features(Shipped(), table.source, table.target, nullptr);
    const TfIdf plain(Shipped(), table.source, table.target, nullptr);
    const auto queries = MakeQueries(Shipped(), table, Hide::kRow);
    QualitySum full;
    QualitySum tf_idf;
    for (std::size_t i = 0; i < queries.size(); i += 3) {
      const Query& query = queries[i];
      const auto scores = Scores(features.Of(query.control, query.hidden));
      full.Add(query, scores);
      all.Add(query, scores);
      tf_idf.Add(query, plain.Scores(query.control));
    }
    EXPECT_GT(full.Mean().recall_10, tf_idf.Mean().recall_10) << table.file;
    EXPECT_GT(full.Mean().reciprocal_rank, tf_idf.Mean().reciprocal_rank)
        << table.file;
  }
  EXPECT_GT(all.Mean().queries, 500U);
  EXPECT_GE(all.Mean().recall_10, 0.75);
}

// With its table hidden whole, no row of the table may reach the values: they
// are those of a data set without the table.
TEST(SuggestQualityTest, HiddenRowsLeaveNothing) {
  const Crosswalk& table = Shipped().crosswalks.front();
  Dataset without = Shipped();
  without.crosswalks.erase(without.crosswalks.begin());
  const PairFeatures features(Shipped(), table.source, table.target, nullptr);
  const PairFeatures bare(without, table.source, table.target, nullptr);
  for (const Query& query : MakeQueries(Shipped(), table, Hide::kTable)) {
    const auto hidden = features.Of(query.control, query.hidden);
    const auto none = bare.Of(query.control, {});
    ASSERT_EQ(hidden.size(), none.size());
    for (std::size_t b = 0; b < hidden.size(); ++b) {
      for (std::size_t i = 0; i < kFeatures; ++i) {
        ASSERT_FLOAT_EQ(hidden[b][i], none[b][i])
            << query.control << ' ' << b << ' ' << i;
      }
    }
  }
}

TEST(SuggestQualityTest, FindsTheMappingOfNist) {
  const std::string csv = SharedPath("reference/csf-2.0--sp800-53r5.1.1.csv");
  if (csv.empty()) return;
  Reference reference;
  ASSERT_TRUE(
      ReadReference(csv.substr(0, csv.rfind("/reference/")), reference));
  EXPECT_EQ(reference.listed, 740U);
  EXPECT_EQ(reference.pairs, 486U);
  const PairFeatures features(reference.data, 0, 1, &reference.wording);
  const TfIdf plain(reference.data, 0, 1, &reference.wording);
  QualitySum full;
  QualitySum tf_idf;
  for (const Query& query : reference.queries) {
    full.Add(query, Scores(features.Of(query.control, {})));
    tf_idf.Add(query, plain.Scores(query.control));
  }
  EXPECT_GT(full.Mean().recall_10, tf_idf.Mean().recall_10);
  EXPECT_GT(full.Mean().reciprocal_rank, tf_idf.Mean().reciprocal_rank);
  EXPECT_GE(full.Mean().recall_10, 0.5);
}

}  // namespace
}  // namespace mapper
