#include "mapper/crosswalk/candidates.h"

#include <algorithm>
#include <map>

namespace mapper {
namespace {

int Weight(const Link& link) {
  const int sure = 3 - static_cast<int>(link.confidence);
  return link.inside() || link.contains() ? 2 * sure : sure;
}

bool IsPositiveRow(const Link& link) {
  return link.how != How::kDerived && link.meets() && !link.target.empty() &&
         link.source.size() == 1 && link.target.size() == 1;
}

}  // namespace

std::vector<Candidate> FindCandidates(const Dataset& dataset,
                                      const Knowledge& knowledge, int source,
                                      int target) {
  std::map<std::pair<int, int>, Candidate> found;
  std::map<std::pair<int, int>, std::vector<int>> weights;
  for (std::size_t m = 0; m < dataset.frameworks.size(); ++m) {
    const int middle = static_cast<int>(m);
    if (middle == source || middle == target) continue;
    for (const Link& first : knowledge.Links(source, middle)) {
      if (!IsPositiveRow(first)) continue;
      for (const Link* second :
           knowledge.Rows({middle, first.target[0]}, target)) {
        if (!IsPositiveRow(*second)) continue;
        const ControlRef a{source, first.source[0]};
        const ControlRef b{target, second->target[0]};
        if ((knowledge.Proved(a, b) & kDr) == 0 ||
            knowledge.Proved(a, b) == kDr) {
          continue;
        }
        const int weight = Weight(first) * Weight(*second);
        const auto key = std::make_pair(a.control, b.control);
        Candidate& candidate = found[key];
        candidate.source = a;
        candidate.target = b;
        candidate.score += weight;
        // Kept with the best path in front.
        std::vector<int>& known = weights[key];
        const auto at = std::upper_bound(known.begin(), known.end(), weight,
                                         std::greater<>());
        candidate.paths.insert(candidate.paths.begin() + (at - known.begin()),
                               {first.proof[0], second->proof[0]});
        known.insert(at, weight);
      }
    }
  }
  std::vector<Candidate> candidates;
  for (auto& [key, candidate] : found) {
    candidates.push_back(std::move(candidate));
  }
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return candidates;
}

}  // namespace mapper
