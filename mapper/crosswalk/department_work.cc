#include "mapper/crosswalk/department_work.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "mapper/crosswalk/contract_terms.h"

namespace mapper {
namespace {

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Counts how often other departments come in, and by which roles.
class Counterparts {
 public:
  Counterparts(const Profile& profile, const std::string& self)
      : profile_(profile), self_(self) {}

  // The departments `names` take part in one control, by `roles`.
  void Add(const std::vector<std::string>& names,
           const std::vector<Role>& roles) {
    for (const std::string& name : names) {
      if (name == self_) continue;
      auto& [count, by] = found_[name];
      ++count;
      for (const Role role : roles) {
        if (Has(profile_.Departments(role), name)) by.insert(role);
      }
    }
  }

  std::vector<Counterpart> Sorted() const {
    std::vector<Counterpart> list;
    for (const auto& [name, entry] : found_) {
      list.push_back(
          {name, {entry.second.begin(), entry.second.end()}, entry.first});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Counterpart& a, const Counterpart& b) {
                       return a.controls > b.controls;
                     });
    return list;
  }

 private:
  const Profile& profile_;
  const std::string& self_;
  std::map<std::string, std::pair<std::size_t, std::set<Role>>> found_;
};

}  // namespace

DepartmentWork WorkOf(const Dataset& dataset,
                      const ApplicabilityMap& applicability,
                      const Coordination& coordination,
                      const std::string& department) {
  const Profile& profile = applicability.profile();
  DepartmentWork work;
  work.name = department;
  for (const auto& [role, names] : profile.departments) {
    if (Has(names, department)) work.roles.push_back(role);
  }
  Counterparts consults(profile, department);
  Counterparts leaders(profile, department);
  std::map<int, std::size_t> regimes;
  for (const Assignment& assignment : coordination.assignments) {
    const Control& control = dataset.control(assignment.control);
    if (Has(assignment.lead, department)) {
      work.leads.push_back(&assignment);
      consults.Add(assignment.lead, {control.lead});
      consults.Add(assignment.support, control.support);
      const int regime = applicability.Of(assignment.control).regime;
      if (regime >= 0) ++regimes[regime];
    } else if (Has(assignment.support, department)) {
      work.supports.push_back(&assignment);
      leaders.Add(assignment.lead, {control.lead});
    }
  }
  work.consults = consults.Sorted();
  work.leaders = leaders.Sorted();
  for (const auto& [regime, count] : regimes) {
    work.regimes.push_back({regime, count});
  }
  for (const Holding& holding : profile.holdings) {
    const std::vector<Role> roles = ConcernedRoles(holding);
    if (std::any_of(roles.begin(), roles.end(), [&](Role role) {
          return Has(profile.Departments(role), department);
        })) {
      work.holdings.push_back(&holding);
    }
  }
  return work;
}

std::vector<std::string> DepartmentsOf(const Profile& profile) {
  std::vector<std::string> all;
  for (const auto& [role, names] : profile.departments) {
    for (const std::string& name : names) {
      if (!Has(all, name)) all.push_back(name);
    }
  }
  return all;
}

}  // namespace mapper
