#include "tests/eval/suggest_fit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace mapper {
namespace {

constexpr double kRidge = 1;
constexpr double kFirst = -4;  // of the constant: few pairs have a row
constexpr double kLongestStep = 2;
constexpr double kShortestStep = 1e-4;
constexpr int kRounds = 50;

using Matrix = std::vector<std::vector<double>>;

// Solves a x = b by elimination with pivots; x takes the place of b.
void Solve(Matrix a, std::vector<double>& b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i; r < n; ++r) {
      if (std::fabs(a[r][i]) > std::fabs(a[pivot][i])) pivot = r;
    }
    std::swap(a[i], a[pivot]);
    std::swap(b[i], b[pivot]);
    for (std::size_t r = 0; r < n; ++r) {
      const double factor = r == i ? 0 : a[r][i] / a[i][i];
      if (factor == 0) continue;
      for (std::size_t c = i; c < n; ++c) a[r][c] -= factor * a[i][c];
      b[r] -= factor * b[i];
    }
  }
  for (std::size_t i = 0; i < n; ++i) b[i] /= a[i][i];
}

SuggestWeights FitThese(
    const std::vector<const std::vector<SuggestSample>*>& samples,
    const std::vector<std::size_t>& used) {
  SuggestWeights weights{};
  weights[0] = kFirst;
  const std::size_t n = used.size();
  for (int round = 0; round < kRounds; ++round) {
    Matrix curvature(n, std::vector<double>(n));
    std::vector<double> step(n);
    for (const auto* set : samples) {
      for (const SuggestSample& sample : *set) {
        const double p = RawSuggestScore(sample.values, weights);
        const double error = (sample.row ? 1.0 : 0.0) - p;
        for (std::size_t i = 0; i < n; ++i) {
          const auto x = static_cast<double>(sample.values[used[i]]);
          if (x == 0) continue;
          step[i] += error * x;
          for (std::size_t j = 0; j <= i; ++j) {
            curvature[i][j] +=
                p * (1 - p) * x * static_cast<double>(sample.values[used[j]]);
          }
        }
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (i > 0) step[i] -= kRidge * weights[used[i]];
      curvature[i][i] += i > 0 ? kRidge : 1e-6;
      // Only the lower half was added up.
      for (std::size_t j = 0; j < i; ++j) curvature[j][i] = curvature[i][j];
    }
    Solve(std::move(curvature), step);
    double longest = 0;
    for (const double s : step) longest = std::max(longest, std::fabs(s));
    const double scale = longest > kLongestStep ? kLongestStep / longest : 1;
    for (std::size_t i = 0; i < n; ++i) weights[used[i]] += scale * step[i];
    if (longest < kShortestStep) break;
  }
  return weights;
}

}  // namespace

SuggestWeights FitSuggestWeights(
    const std::vector<const std::vector<SuggestSample>*>& samples) {
  std::vector<std::size_t> used(kFeatures);
  for (std::size_t i = 0; i < kFeatures; ++i) used[i] = i;
  while (true) {
    const SuggestWeights weights = FitThese(samples, used);
    std::vector<std::size_t> kept;
    for (const std::size_t feature : used) {
      if (feature == 0 || weights[feature] > 0) kept.push_back(feature);
    }
    if (kept.size() == used.size()) return weights;
    used = kept;
  }
}

}  // namespace mapper
