#include "mapper/crosswalk/coordination.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mapper {
namespace {

using Pairs = std::map<std::pair<std::string, std::string>, DepartmentPair>;

void Share(const Assignment& assignment, Pairs& pairs) {
  for (const std::string& lead : assignment.lead) {
    for (const std::string& support : assignment.support) {
      const auto key = std::minmax(lead, support);
      DepartmentPair& pair = pairs[{key.first, key.second}];
      pair.first = key.first;
      pair.second = key.second;
      (lead == key.first ? pair.first_leads : pair.second_leads)
          .push_back(assignment.control);
    }
  }
}

}  // namespace

Assignment AssignmentOf(const Control& control, const ControlRef& ref,
                        const Profile& profile) {
  Assignment assignment;
  assignment.control = ref;
  assignment.lead = profile.Departments(control.lead);
  for (const Role role : control.support) {
    const std::vector<std::string>& names = profile.Departments(role);
    if (names.empty()) assignment.unheld.push_back(role);
    for (const std::string& name : names) {
      const auto named = [&name](const std::vector<std::string>& list) {
        return std::find(list.begin(), list.end(), name) != list.end();
      };
      if (!named(assignment.lead) && !named(assignment.support)) {
        assignment.support.push_back(name);
      }
    }
  }
  return assignment;
}

Coordination Coordinate(const Dataset& dataset,
                        const ApplicabilityMap& applicability) {
  Coordination result;
  Pairs pairs;
  for (const int framework : applicability.frameworks()) {
    const Framework& f = dataset.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const ControlRef ref{framework, static_cast<int>(i)};
      if (!f.controls[i].has_own_demands() ||
          applicability.Of(ref).applies == Truth::kFalse) {
        continue;
      }
      Assignment assignment =
          AssignmentOf(f.controls[i], ref, applicability.profile());
      if (assignment.lead.empty()) ++result.without_lead;
      Share(assignment, pairs);
      result.assignments.push_back(std::move(assignment));
    }
  }
  for (auto& [key, pair] : pairs) result.pairs.push_back(std::move(pair));
  std::stable_sort(result.pairs.begin(), result.pairs.end(),
                   [](const DepartmentPair& a, const DepartmentPair& b) {
                     return a.size() > b.size();
                   });
  return result;
}

std::string DeskOf(const Dataset& dataset,
                   const ApplicabilityMap& applicability, int framework) {
  const Framework& f = dataset.framework(framework);
  std::map<std::string, int> count;
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    const Control& control = f.controls[i];
    if (!control.has_own_demands() ||
        applicability.Of({framework, static_cast<int>(i)}).applies ==
            Truth::kFalse) {
      continue;
    }
    const auto& names = applicability.profile().Departments(control.lead);
    if (!names.empty()) ++count[names[0]];
  }
  const auto most = std::max_element(
      count.begin(), count.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == count.end() ? std::string() : most->first;
}

}  // namespace mapper
