#include "mapper/crosswalk/suggest.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "mapper/base/text.h"
#include "mapper/crosswalk/table_text.h"

namespace mapper {
namespace {

constexpr std::size_t kWords = 5;  // shown of a candidate
constexpr std::size_t kRows = 3;

// What is left of sharing demands, as a relation to write.
Relation RelationOf(RelationSet bounds) {
  switch (bounds & ~kDr) {
    case kEq:
      return Relation::kEquivalentTo;
    case kPp:
      return Relation::kSubsetOf;
    case kPpi:
      return Relation::kSupersetOf;
    case kPo:
      return Relation::kIntersectsWith;
    default:
      return Relation::kOverlaps;
  }
}

class Finder {
 public:
  Finder(const Dataset& dataset, const Knowledge& knowledge,
         const PairFeatures& features, const WordingMap* wording,
         const SuggestOptions& options)
      : dataset_(dataset),
        knowledge_(knowledge),
        features_(features),
        wording_(wording),
        options_(options) {
    const std::size_t size =
        dataset.framework(features.target()).controls.size();
    for (std::size_t b = 0; b < size; ++b) {
      const ControlRef other{features.target(), static_cast<int>(b)};
      closed_.push_back(knowledge.NoCounterpart(other, features.source()) !=
                        nullptr);
    }
  }

  std::vector<Suggestion> Run() {
    const Framework& source = dataset_.framework(features_.source());
    for (std::size_t a = 0; a < source.controls.size(); ++a) {
      const int control = static_cast<int>(a);
      if (IsAsked(source, control)) Rank(control);
    }
    DropContradicting();
    for (Suggestion& s : found_) {
      s.words =
          features_.SharedWords(s.source.control, s.target.control, kWords);
      s.around =
          features_.RowsAround(s.source.control, s.target.control, kRows);
    }
    return std::move(found_);
  }

 private:
  bool IsAsked(const Framework& source, int control) const {
    const ControlRef ref{features_.source(), control};
    if (options_.control >= 0 && control != options_.control) return false;
    if (knowledge_.NoCounterpart(ref, features_.target()) != nullptr) {
      return false;
    }
    if (options_.control >= 0) return true;
    const Control& c = dataset_.control(ref);
    const bool known =
        c.has_gist() || (wording_ != nullptr && wording_->count(ref) != 0);
    if (!known || source.IsClosed(c)) return false;
    return options_.all ||
           !IsReviewed(dataset_, knowledge_, ref, features_.target());
  }

  bool IsPossible(const ControlRef& a, const ControlRef& b,
                  const std::vector<char>& rows) const {
    const auto place = static_cast<std::size_t>(b.control);
    if (closed_[place] || rows[place] != 0) return false;
    if (a.framework != b.framework) return true;
    const Framework& f = dataset_.framework(a.framework);
    return !f.IsUnder(a.control, b.control) && !f.IsUnder(b.control, a.control);
  }

  void Rank(int control) {
    const ControlRef a{features_.source(), control};
    const std::vector<FeatureValues> values = features_.Of(control, {});
    std::vector<char> rows(values.size());
    for (const Link* link : knowledge_.Rows(a, features_.target())) {
      if (link->how == How::kDerived) continue;
      for (const int b : link->target) rows[static_cast<std::size_t>(b)] = 1;
    }
    std::vector<std::pair<double, int>> ranked;
    for (std::size_t b = 0; b < values.size(); ++b) {
      const double score = SuggestScore(values[b]);
      if (score < options_.min_score) continue;
      ranked.emplace_back(score, static_cast<int>(b));
    }
    std::stable_sort(
        ranked.begin(), ranked.end(),
        [](const auto& x, const auto& y) { return x.first > y.first; });
    std::size_t taken = 0;
    for (const auto& [score, b] : ranked) {
      if (taken == options_.top) break;
      Suggestion s;
      s.source = a;
      s.target = {features_.target(), b};
      s.score = score;
      if (!IsPossible(a, s.target, rows)) continue;
      s.bounds = knowledge_.Proved(a, s.target);
      if (s.bounds == kDr) continue;
      s.proved = (s.bounds & kDr) == 0;
      s.relation = RelationOf(s.bounds);
      found_.push_back(std::move(s));
      ++taken;
    }
  }

  // Takes the candidates into a copy of the network, all at once when they
  // agree with it; else by halves, so that few copies find the few that clash.
  void DropContradicting() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (!found_[i].proved) open.push_back(i);
    }
    std::stable_sort(open.begin(), open.end(),
                     [this](std::size_t x, std::size_t y) {
                       return found_[x].score > found_[y].score;
                     });
    std::vector<char> dropped(found_.size());
    Closure taken = knowledge_.closure();
    Take(open, 0, open.size(), taken, dropped);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (dropped[i] != 0) continue;
      if (kept != i) found_[kept] = std::move(found_[i]);
      ++kept;
    }
    found_.resize(kept);
  }

  void Take(const std::vector<std::size_t>& open, std::size_t first,
            std::size_t last, Closure& taken, std::vector<char>& dropped) {
    if (first == last) return;
    Closure trial = taken;
    for (std::size_t i = first; i < last; ++i) {
      const Suggestion& s = found_[open[i]];
      trial.Constrain(knowledge_.network().NodeOf(s.source),
                      knowledge_.network().NodeOf(s.target), ToSet(s.relation));
    }
    if (trial.Run()) {
      taken = std::move(trial);
    } else if (last - first == 1) {
      dropped[open[first]] = 1;
    } else {
      const std::size_t middle = first + (last - first) / 2;
      Take(open, first, middle, taken, dropped);
      Take(open, middle, last, taken, dropped);
    }
  }

  const Dataset& dataset_;
  const Knowledge& knowledge_;
  const PairFeatures& features_;
  const WordingMap* wording_;
  const SuggestOptions& options_;
  std::vector<bool> closed_;  // per target: no counterpart, by a row
  std::vector<Suggestion> found_;
};

std::string Reason(const Dataset& dataset, const Suggestion& s) {
  char score[16];
  std::snprintf(score, sizeof score, "%.2f", s.score);
  std::string text = std::string(kCandidateMark) + ": " +
                     dataset.control(s.source).id + " と " +
                     dataset.control(s.target).id +
                     " は機械が挙げた組で、誰も読み比べていない。点" + score;
  if (!s.words.empty()) text += "、共通の語: " + Join(s.words, "・");
  std::vector<std::string> places;
  for (const RowRef& row : s.around.rows) {
    places.push_back(PlaceOf(dataset, row));
  }
  for (const auto& [first, second] : s.around.paths) {
    places.push_back(PlaceOf(dataset, first) + "と" + PlaceOf(dataset, second));
  }
  if (!places.empty()) text += "、手がかりの行: " + Join(places, "、");
  return text + "。";
}

}  // namespace

const SuggestWeights kSuggestWeights = {
    -7.839,  // kOne
    8.804,   // kText
    9.809,   // kReason
    0.748,   // kRelatives
    0.935,   // kNearRows
    2.844,   // kSimilar
    10.770,  // kNetwork
    0.216,   // kLead
    1.957,   // kCommonRoles
    0.828    // kLeaf
};

double RawSuggestScore(const FeatureValues& values,
                       const SuggestWeights& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    sum += weights[i] * static_cast<double>(values[i]);
  }
  return 1 / (1 + std::exp(-sum));
}

const SuggestKnots kSuggestKnots = {{{0, 0},
                                     {0.004, 0.004},
                                     {0.030, 0.045},
                                     {0.069, 0.100},
                                     {0.138, 0.162},
                                     {0.281, 0.263},
                                     {0.489, 0.347},
                                     {0.693, 0.489},
                                     {0.924, 0.613},
                                     {1, 0.653}}};

double Calibrated(double raw, const SuggestKnots& knots) {
  std::size_t above = 1;
  while (above + 1 < knots.size() && knots[above].raw < raw) ++above;
  const SuggestKnot& a = knots[above - 1];
  const SuggestKnot& b = knots[above];
  return a.share + (raw - a.raw) * (b.share - a.share) / (b.raw - a.raw);
}

double SuggestScore(const FeatureValues& values) {
  return Calibrated(RawSuggestScore(values, kSuggestWeights), kSuggestKnots);
}

bool IsReviewed(const Dataset& dataset, const Knowledge& knowledge,
                const ControlRef& control, int framework) {
  const auto rows = knowledge.Rows(control, framework);
  if (std::any_of(rows.begin(), rows.end(), [](const Link* link) {
        return link->how != How::kDerived;
      })) {
    return true;
  }
  if (knowledge.NoCounterpart(control, framework) != nullptr) return true;
  const std::vector<int>& children = dataset.control(control).children;
  return !children.empty() &&
         std::all_of(children.begin(), children.end(), [&](int child) {
           return IsReviewed(dataset, knowledge, {control.framework, child},
                             framework);
         });
}

std::vector<Suggestion> FindSuggestions(const Dataset& dataset,
                                        const Knowledge& knowledge,
                                        const PairFeatures& features,
                                        const WordingMap* wording,
                                        const SuggestOptions& options) {
  return Finder(dataset, knowledge, features, wording, options).Run();
}

const char* const kCandidateMark = "候補・未確認";

bool IsCandidateReason(const std::string& rationale) {
  return StartsWith(rationale, "候補");
}

std::string WriteCandidates(const Dataset& dataset, int source, int target,
                            const std::vector<Suggestion>& suggestions) {
  std::vector<const Suggestion*> rows;
  for (const Suggestion& s : suggestions) {
    if (!s.proved) rows.push_back(&s);
  }
  std::sort(
      rows.begin(), rows.end(), [](const Suggestion* x, const Suggestion* y) {
        return std::tie(x->source, x->target) < std::tie(y->source, y->target);
      });
  Crosswalk table;
  table.source = source;
  table.target = target;
  for (const Suggestion* s : rows) {
    Mapping row;
    row.sources = {s->source.control};
    row.relation = s->relation;
    row.targets = {s->target.control};
    row.rationale = Reason(dataset, *s);
    table.mappings.push_back(std::move(row));
  }
  const std::string method =
      "Method:   docs/method.md, section 11: similar texts and the rows around "
      "them";
  const std::string review =
      "Review:   read both controls of a row; write its relation, confidence "
      "and a reason of your own, or remove it;";
  const std::string after =
      "          then kakehashi review import takes the rest as your decisions";
  return WriteTable(
      dataset, table,
      {"Candidates, not a table yet",
       "Made by:  kakehashi suggest; by a program, and read by nobody", method,
       review, after});
}

}  // namespace mapper
