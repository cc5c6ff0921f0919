#include "mapper/crosswalk/role_pairs.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mapper {

std::vector<RolePair> FindRolePairs(const Dataset& dataset,
                                    const Coordination& coordination) {
  std::map<std::pair<Role, Role>, RolePair> pairs;
  const auto pair_of = [&pairs](Role a, Role b) -> RolePair& {
    const auto [first, second] = std::minmax(a, b);
    RolePair& pair = pairs[{first, second}];
    pair.first = first;
    pair.second = second;
    return pair;
  };
  for (const Assignment& assignment : coordination.assignments) {
    const Control& control = dataset.control(assignment.control);
    for (std::size_t i = 0; i < control.support.size(); ++i) {
      RolePair& pair = pair_of(control.lead, control.support[i]);
      (control.lead == pair.first ? pair.first_leads : pair.second_leads)
          .push_back(assignment.control);
      for (std::size_t j = i + 1; j < control.support.size(); ++j) {
        pair_of(control.support[i], control.support[j])
            .both_support.push_back(assignment.control);
      }
    }
  }
  std::vector<RolePair> result;
  for (auto& [key, pair] : pairs) result.push_back(std::move(pair));
  std::stable_sort(
      result.begin(), result.end(),
      [](const RolePair& a, const RolePair& b) { return a.size() > b.size(); });
  return result;
}

}  // namespace mapper
