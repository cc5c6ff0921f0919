// Measures `suggest`: scripts/eval_suggest.sh.  Prints the weights, the quality
// on each of our tables with the weights fitted on the others, how far scores
// are shares, the quality on CSF 2.0 to SP 800-53 in English, and the
// time.
//
// usage: suggest_eval DATA [SHARED]

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "mapper/base/file.h"
#include "mapper/parse/dataset_files.h"
#include "tests/eval/suggest_fit.h"
#include "tests/eval/suggest_measure.h"
#include "tests/eval/suggest_reference.h"
#include "tests/eval/suggest_speed.h"

namespace mapper {
namespace {

constexpr std::array<const char*, kFeatures> kNames = {
    "kOne",     "kText",    "kReason", "kRelatives",   "kNearRows",
    "kSimilar", "kNetwork", "kLead",   "kCommonRoles", "kLeaf"};
constexpr std::array<Hide, 3> kFitted = {Hide::kControl, Hide::kTable,
                                         Hide::kAll};

void Print(const std::string& name, const Quality& q) {
  std::printf("  %-12s %5zu  %.3f  %.3f  %.3f   %.3f  %.3f  %.3f   %.3f\n",
              name.c_str(), q.queries, q.precision_1, q.precision_5,
              q.precision_10, q.recall_1, q.recall_5, q.recall_10,
              q.reciprocal_rank);
}

void PrintHead(const std::string& title) {
  std::printf(
      "\n%s\n                  n    P@1    P@5   P@10     R@1    R@5   R@10"
      "     MRR\n",
      title.c_str());
}

std::vector<double> Base(const std::vector<FeatureValues>& values) {
  std::vector<double> scores;
  for (const FeatureValues& v : values) {
    scores.push_back(
        static_cast<double>(v[static_cast<std::size_t>(Feature::kText)]));
  }
  return scores;
}

std::vector<double> Full(const std::vector<FeatureValues>& values,
                         const SuggestWeights& weights) {
  std::vector<double> scores;
  for (const FeatureValues& v : values) {
    scores.push_back(RawSuggestScore(v, weights));
  }
  return scores;
}

// Everything that is asked of one table.
struct Asked {
  std::string name;
  std::vector<SuggestSample> samples;
  std::map<Hide, std::vector<std::pair<Query, std::vector<FeatureValues>>>>
      queries;
  std::vector<std::vector<double>> tf_idf;  // per control of the source
};

Asked Ask(const Dataset& data, const Crosswalk& table) {
  Asked asked;
  asked.name =
      data.framework(table.source).id + "--" + data.framework(table.target).id;
  const PairFeatures features(data, table.source, table.target, nullptr);
  const TfIdf plain(data, table.source, table.target, nullptr);
  for (std::size_t a = 0; a < data.framework(table.source).controls.size();
       ++a) {
    asked.tf_idf.push_back(plain.Scores(static_cast<int>(a)));
  }
  for (const Hide hide :
       {Hide::kControl, Hide::kRow, Hide::kTable, Hide::kAll}) {
    const bool fitted =
        std::find(kFitted.begin(), kFitted.end(), hide) != kFitted.end();
    for (Query& query : MakeQueries(data, table, hide, fitted)) {
      auto values = features.Of(query.control, query.hidden);
      for (std::size_t b = 0; fitted && b < values.size(); ++b) {
        if (query.barred[b] != 0) continue;
        asked.samples.push_back(
            {values[b],
             std::binary_search(query.answers.begin(), query.answers.end(),
                                static_cast<int>(b))});
      }
      if (query.answers.empty()) continue;
      asked.queries[hide].emplace_back(std::move(query), std::move(values));
    }
  }
  return asked;
}

SuggestWeights FitWithout(const std::vector<Asked>& tables, std::size_t left) {
  std::vector<const std::vector<SuggestSample>*> samples;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    if (t != left) samples.push_back(&tables[t].samples);
  }
  return FitSuggestWeights(samples);
}

// Scores in steps, and the share of each step that has a row.
class Calibration {
 public:
  void Add(double score, bool row) {
    const std::size_t step = Step(score);
    ++pairs_[step];
    sum_[step] += score;
    if (row) ++rows_[step];
  }
  void Add(const Calibration& other) {
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      pairs_[i] += other.pairs_[i];
      rows_[i] += other.rows_[i];
      sum_[i] += other.sum_[i];
    }
  }
  void Print(const std::string& title) const {
    std::printf("\n%s\n  from     pairs  mean score  share\n", title.c_str());
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      std::printf("  %.2f  %8zu       %.3f  %.3f\n", kSteps[i], pairs_[i],
                  Mean(i), Share(i));
    }
  }
  // The middle of each step, then the last slope on to 1.  Never falling.
  SuggestKnots Knots() const {
    SuggestKnots knots{};
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
      const double raw = pairs_[i] == 0 ? kSteps[i] : Mean(i);
      knots[i + 1] = {std::max(raw, knots[i].raw + 1e-6),
                      std::max(Share(i), knots[i].share)};
    }
    const SuggestKnot& a = knots[kSteps.size() - 1];
    const SuggestKnot& b = knots[kSteps.size()];
    knots[kSteps.size() + 1] = {
        1, std::min(1.0, b.share + (1 - b.raw) * (b.share - a.share) /
                                       (b.raw - a.raw))};
    return knots;
  }

 private:
  static constexpr std::array<double, 8> kSteps = {0,   0.02, 0.05, 0.1,
                                                   0.2, 0.4,  0.6,  0.8};
  static_assert(std::tuple_size_v<SuggestKnots> == kSteps.size() + 2);
  static std::size_t Step(double score) {
    std::size_t step = 0;
    while (step + 1 < kSteps.size() && score >= kSteps[step + 1]) ++step;
    return step;
  }
  double Mean(std::size_t i) const {
    return sum_[i] / static_cast<double>(std::max<std::size_t>(pairs_[i], 1));
  }
  double Share(std::size_t i) const {
    return static_cast<double>(rows_[i]) /
           static_cast<double>(std::max<std::size_t>(pairs_[i], 1));
  }
  std::array<std::size_t, 8> pairs_{};
  std::array<std::size_t, 8> rows_{};
  std::array<double, 8> sum_{};
};

// Each table's raw scores are from weights of the others; each one's knots,
// from the other tables.
void MeasureScores(const std::vector<Asked>& tables,
                   const std::vector<SuggestWeights>& weights) {
  std::vector<Calibration> raw(tables.size());
  const auto each = [&](std::size_t t, const auto& visit) {
    for (const SuggestSample& sample : tables[t].samples) {
      visit(RawSuggestScore(sample.values, weights[t]), sample.row);
    }
  };
  Calibration all;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    each(t, [&](double score, bool row) { raw[t].Add(score, row); });
    all.Add(raw[t]);
  }
  all.Print("raw scores of left-out tables, and shares with a row");
  std::printf("knots (shipped)\n");
  const SuggestKnots knots = all.Knots();
  for (std::size_t i = 0; i < knots.size(); ++i) {
    std::printf("  %.3f %.3f (%.3f %.3f)\n", knots[i].raw, knots[i].share,
                kSuggestKnots[i].raw, kSuggestKnots[i].share);
  }
  Calibration calibrated;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    Calibration others;
    for (std::size_t u = 0; u < tables.size(); ++u) {
      if (u != t) others.Add(raw[u]);
    }
    each(t, [&, table = others.Knots()](double score, bool row) {
      calibrated.Add(Calibrated(score, table), row);
    });
  }
  calibrated.Print("scores of left-out tables, knots of the other tables");
}

// False when a table falls short of what is required.
bool MeasureTables(const Dataset& data) {
  std::vector<Asked> tables;
  for (const Crosswalk& table : data.crosswalks) {
    tables.push_back(Ask(data, table));
  }
  const SuggestWeights all = FitWithout(tables, tables.size());
  std::printf("weights fitted on all tables (shipped)\n");
  for (std::size_t i = 0; i < kFeatures; ++i) {
    std::printf("  %-14s %8.3f (%8.3f)\n", kNames[i], all[i],
                kSuggestWeights[i]);
  }
  std::vector<SuggestWeights> weights;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    weights.push_back(FitWithout(tables, t));
  }
  const std::array<std::pair<Hide, const char*>, 4> ways = {{
      {Hide::kRow, "each row hidden alone"},
      {Hide::kControl, "all rows of a control in the table hidden"},
      {Hide::kTable, "the whole table hidden"},
      {Hide::kAll, "every table hidden: texts and roles alone"},
  }};
  bool good = true;
  for (const auto& [hide, title] : ways) {
    QualitySum plain_sum;
    QualitySum base_sum;
    QualitySum full_sum;
    for (std::size_t t = 0; t < tables.size(); ++t) {
      QualitySum plain;
      QualitySum base;
      QualitySum full;
      for (const auto& [query, values] : tables[t].queries[hide]) {
        const auto& tf_idf =
            tables[t].tf_idf[static_cast<std::size_t>(query.control)];
        const auto texts = Base(values);
        const auto scores = Full(values, weights[t]);
        for (auto* sum : {&plain, &plain_sum}) sum->Add(query, tf_idf);
        for (auto* sum : {&base, &base_sum}) sum->Add(query, texts);
        for (auto* sum : {&full, &full_sum}) sum->Add(query, scores);
      }
      PrintHead(tables[t].name + ", " + title);
      Print("TF-IDF", plain.Mean());
      Print("BM25 base", base.Mean());
      Print("full", full.Mean());
      if (hide != Hide::kRow && hide != Hide::kControl) continue;
      const bool better = full.Mean().recall_10 > plain.Mean().recall_10;
      if (!better) std::printf("  NOT BETTER at 10 than TF-IDF\n");
      good = good && better;
    }
    PrintHead(std::string("all tables, ") + title);
    Print("TF-IDF", plain_sum.Mean());
    Print("BM25 base", base_sum.Mean());
    Print("full", full_sum.Mean());
    if (hide == Hide::kRow || hide == Hide::kControl) {
      good = good && full_sum.Mean().recall_10 >= 0.55;
    }
  }
  MeasureScores(tables, weights);
  return good;
}

void MeasureReference(const std::string& shared) {
  Reference reference;
  if (!ReadReference(shared, reference)) {
    std::printf("\nNOT MEASURED: CSF 2.0 to SP 800-53; no sources in %s\n",
                shared.c_str());
    return;
  }
  const PairFeatures features(reference.data, 0, 1, &reference.wording);
  const TfIdf plain(reference.data, 0, 1, &reference.wording);
  QualitySum tf_idf;
  QualitySum base;
  QualitySum full;
  for (const Query& query : reference.queries) {
    const auto values = features.Of(query.control, {});
    tf_idf.Add(query, plain.Scores(query.control));
    base.Add(query, Base(values));
    full.Add(query, Full(values, kSuggestWeights));
  }
  PrintHead("CSF 2.0 to SP 800-53, English, " +
            std::to_string(reference.pairs) + " of " +
            std::to_string(reference.listed) + " pairs");
  Print("TF-IDF", tf_idf.Mean());
  Print("BM25 base", base.Mean());
  Print("full", full.Mean());
}

}  // namespace
}  // namespace mapper

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: suggest_eval DATA [SHARED]\n");
    return 2;
  }
  try {
    mapper::Diagnostics diagnostics;
    const mapper::Dataset data = mapper::LoadDataset(argv[1], diagnostics);
    if (diagnostics.has_errors()) {
      std::fprintf(stderr, "the data has errors: kakehashi lint\n");
      return 3;
    }
    const bool good = mapper::MeasureTables(data);
    mapper::MeasureReference(argc > 2 ? argv[2] : "../shared");
    mapper::MeasureSpeed(data);
    return good ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "suggest_eval: %s\n", error.what());
    return 3;
  }
}
