// Candidate rows for a reviewer: pairs of controls that nobody has compared,
// from texts and from the rows around them (suggest_features.h), inside the
// bounds that the network proves.  A guess, and never more than that.

#ifndef MAPPER_CROSSWALK_SUGGEST_H_
#define MAPPER_CROSSWALK_SUGGEST_H_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "mapper/crosswalk/knowledge.h"
#include "mapper/crosswalk/suggest_features.h"

namespace mapper {

using SuggestWeights = std::array<double, kFeatures>;

// Logistic regression over the features.  Fitted by scripts/eval_suggest.sh on
// the ten tables of version 0.1, each control three times: without its own
// rows, without those of its table, and without any row; ridge 1, no weight
// but the first below 0.
extern const SuggestWeights kSuggestWeights;

// The logistic function of the weighted sum; it promises too much near 1.
double RawSuggestScore(const FeatureValues& values,
                       const SuggestWeights& weights);

// What share of the pairs with a raw score has a row, as a line through these
// points: the raw scores of each table with weights fitted on the others, in
// steps.  Both ascending; the first is 0, 0.
struct SuggestKnot {
  double raw;
  double share;
};
using SuggestKnots = std::array<SuggestKnot, 10>;
extern const SuggestKnots kSuggestKnots;

double Calibrated(double raw, const SuggestKnots& knots);

// About the share of such pairs for which reviewers of our tables wrote a row;
// docs/performance.md shows how nearly.  In 0 to 1; no probability for other
// tables.
double SuggestScore(const FeatureValues& values);

struct SuggestOptions {
  std::size_t top = 5;      // for each control
  double min_score = 0.05;  // 0 to 1
  bool all = false;         // controls with rows too
  int control = -1;         // this one only, with rows or not
};

struct Suggestion {
  ControlRef source;
  ControlRef target;
  double score = 0;
  // The tables prove `bounds` of the pair: it shares demands, and needs no row.
  bool proved = false;
  RelationSet bounds = kAnyRelation;
  // Of a candidate: kOverlaps, or what the bounds leave of sharing demands.
  Relation relation = Relation::kOverlaps;
  std::vector<std::string> words;
  PairFeatures::Around around;
};

// True when the control needs no candidates: it has a row, it or one above it
// has no counterpart by a row, or every control below it is reviewed.
bool IsReviewed(const Dataset& dataset, const Knowledge& knowledge,
                const ControlRef& control, int framework);

// In document order of the source, the highest score first, then in order of
// the target.  Never proposed: pairs that have a row; those of a control
// without counterpart; pairs proved to share nothing; what the network, with
// what was taken before, would contradict; in one framework, a control with
// itself or what lies above or below.  Controls of the source without a gist
// or wording are left out unless asked for.
std::vector<Suggestion> FindSuggestions(const Dataset& dataset,
                                        const Knowledge& knowledge,
                                        const PairFeatures& features,
                                        const WordingMap* wording,
                                        const SuggestOptions& options);

// What the reason of a candidate begins with, so that no reader and no lint
// takes it for a reviewed row.
extern const char* const kCandidateMark;
bool IsCandidateReason(const std::string& rationale);

// The candidates as a crosswalk table (docs/formats.md), for review: rows in
// order, confidence low, basis project.  Without those that are proved.
std::string WriteCandidates(const Dataset& dataset, int source, int target,
                            const std::vector<Suggestion>& suggestions);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_SUGGEST_H_
