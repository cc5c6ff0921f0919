#include "tests/eval/suggest_measure.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "mapper/base/text.h"

namespace mapper {
namespace {

bool HasSource(const Mapping& mapping, int control) {
  return std::find(mapping.sources.begin(), mapping.sources.end(), control) !=
         mapping.sources.end();
}

bool Names(const Crosswalk& table, const Mapping& mapping,
           const ControlRef& control) {
  const auto in = [&](const std::vector<int>& side) {
    return std::find(side.begin(), side.end(), control.control) != side.end();
  };
  return (table.source == control.framework && in(mapping.sources)) ||
         (table.target == control.framework && in(mapping.targets));
}

}  // namespace

std::vector<Query> MakeQueries(const Dataset& dataset, const Crosswalk& table,
                               Hide hide, bool with_none) {
  const Framework& source = dataset.framework(table.source);
  const Framework& target = dataset.framework(table.target);
  std::vector<Query> queries;
  for (std::size_t i = 0; i < source.controls.size(); ++i) {
    const int control = static_cast<int>(i);
    Query query;
    query.control = control;
    query.barred.resize(target.controls.size());
    if (table.source == table.target) {
      for (std::size_t b = 0; b < target.controls.size(); ++b) {
        const int other = static_cast<int>(b);
        query.barred[b] = static_cast<char>(source.IsUnder(other, control) ||
                                            source.IsUnder(control, other));
      }
    }
    bool reviewed = false;
    for (const Mapping& m : table.mappings) {
      if (!HasSource(m, control)) continue;
      reviewed = true;
      if (m.relation == Relation::kNoRelationship) continue;
      query.answers.insert(query.answers.end(), m.targets.begin(),
                           m.targets.end());
    }
    if (!reviewed || (query.answers.empty() && !with_none)) continue;
    std::sort(query.answers.begin(), query.answers.end());
    query.answers.erase(std::unique(query.answers.begin(), query.answers.end()),
                        query.answers.end());
    for (std::size_t t = 0; t < dataset.crosswalks.size(); ++t) {
      const Crosswalk& other = dataset.crosswalks[t];
      const bool same =
          (other.source == table.source && other.target == table.target) ||
          (other.source == table.target && other.target == table.source);
      if (!same && hide != Hide::kAll) continue;
      for (std::size_t r = 0; r < other.mappings.size(); ++r) {
        if (hide == Hide::kTable || hide == Hide::kAll ||
            Names(other, other.mappings[r], {table.source, control})) {
          query.hidden.insert({static_cast<int>(t), static_cast<int>(r)});
        }
      }
    }
    if (hide != Hide::kRow) {
      queries.push_back(std::move(query));
      continue;
    }
    const RowSet all = query.hidden;
    for (const RowRef& row : all) {
      const Mapping& m = MappingOf(dataset, row);
      if (&CrosswalkOf(dataset, row) != &table || !HasSource(m, control) ||
          m.relation == Relation::kNoRelationship) {
        continue;
      }
      // The other rows stay: what they answer is known and no candidate.  A
      // second row of the same pair would give the answer away.
      Query one = query;
      one.hidden = {row};
      one.answers = m.targets;
      for (const int b : query.answers) {
        one.barred[static_cast<std::size_t>(b)] = 1;
      }
      for (const int b : m.targets) {
        one.barred[static_cast<std::size_t>(b)] = 0;
      }
      for (const RowRef& other : all) {
        const auto& targets = MappingOf(dataset, other).targets;
        if (std::any_of(targets.begin(), targets.end(), [&](int b) {
              return std::find(m.targets.begin(), m.targets.end(), b) !=
                     m.targets.end();
            })) {
          one.hidden.insert(other);
        }
      }
      queries.push_back(std::move(one));
    }
  }
  return queries;
}

void QualitySum::Add(const Query& query, const std::vector<double>& scores) {
  std::vector<int> order;
  for (std::size_t b = 0; b < scores.size(); ++b) {
    if (query.barred[b] == 0) order.push_back(static_cast<int>(b));
  }
  const std::size_t shown = std::min<std::size_t>(order.size(), 10);
  const auto better = [&](int x, int y) {
    const double a = scores[static_cast<std::size_t>(x)];
    const double b = scores[static_cast<std::size_t>(y)];
    return a != b ? a > b : x < y;
  };
  std::sort(order.begin(), order.end(), better);
  const auto all = static_cast<double>(query.answers.size());
  double hits = 0;
  bool first = true;
  ++sum_.queries;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool hit = std::binary_search(query.answers.begin(),
                                        query.answers.end(), order[i]);
    if (hit && first) {
      sum_.reciprocal_rank += 1 / static_cast<double>(i + 1);
      first = false;
    }
    if (!hit || i >= shown) continue;
    ++hits;
    if (i < 1) sum_.recall_1 += 1 / all, sum_.precision_1 += 1;
    if (i < 5) sum_.recall_5 += 1 / all, sum_.precision_5 += 1.0 / 5;
    sum_.recall_10 += 1 / all;
    sum_.precision_10 += 1.0 / 10;
  }
}

Quality QualitySum::Mean() const {
  Quality mean = sum_;
  if (sum_.queries == 0) return mean;
  const auto n = static_cast<double>(sum_.queries);
  for (double* value :
       {&mean.recall_1, &mean.recall_5, &mean.recall_10, &mean.precision_1,
        &mean.precision_5, &mean.precision_10, &mean.reciprocal_rank}) {
    *value /= n;
  }
  return mean;
}

TfIdf::TfIdf(const Dataset& dataset, int source, int target,
             const WordingMap* wording) {
  TermVocabulary vocabulary;
  std::map<int, double> containing;
  double texts = 0;
  const auto read = [&](int framework, auto& vectors) {
    const Framework& f = dataset.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const Control& c = f.controls[i];
      std::vector<TermWeight> terms;
      for (const std::string* text :
           {&c.title_ja, &c.title_en, &c.gist_ja, &c.gist_en}) {
        vocabulary.Read(*text, terms);
      }
      if (wording != nullptr) {
        const auto more = wording->find({framework, static_cast<int>(i)});
        if (more != wording->end()) vocabulary.Read(more->second, terms);
      }
      std::map<int, double> counts;
      for (const TermWeight& t : terms) counts[t.term] += 1;
      for (const auto& [term, count] : counts) containing[term] += 1;
      texts += 1;
      vectors.emplace_back(counts.begin(), counts.end());
    }
  };
  read(source, own_);
  read(target, other_);
  for (auto* vectors : {&own_, &other_}) {
    for (auto& vector : *vectors) {
      double square = 0;
      for (auto& [term, weight] : vector) {
        weight *= std::log(texts / containing[term]);
        square += weight * weight;
      }
      if (square == 0) continue;
      for (auto& [term, weight] : vector) weight /= std::sqrt(square);
    }
  }
}

std::vector<double> TfIdf::Scores(int control) const {
  std::vector<double> scores(other_.size());
  const auto& own = own_[static_cast<std::size_t>(control)];
  for (std::size_t b = 0; b < other_.size(); ++b) {
    auto x = own.begin();
    for (const auto& [term, weight] : other_[b]) {
      while (x != own.end() && x->first < term) ++x;
      if (x != own.end() && x->first == term) scores[b] += x->second * weight;
    }
  }
  return scores;
}

}  // namespace mapper
