// Logistic regression for the weights of suggestions: Newton's method with a
// ridge, weights below 0 left out one round after the other.

#ifndef TESTS_EVAL_SUGGEST_FIT_H_
#define TESTS_EVAL_SUGGEST_FIT_H_

#include <vector>

#include "mapper/crosswalk/suggest.h"

namespace mapper {

// One pair, and whether people wrote a row for it.
struct SuggestSample {
  FeatureValues values;
  bool row;
};

SuggestWeights FitSuggestWeights(
    const std::vector<const std::vector<SuggestSample>*>& samples);

}  // namespace mapper

#endif  // TESTS_EVAL_SUGGEST_FIT_H_
