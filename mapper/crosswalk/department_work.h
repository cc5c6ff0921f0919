// What one department does: what it leads and supports, whom it consults, under
// which regimes, and with which systems and contracts.

#ifndef MAPPER_CROSSWALK_DEPARTMENT_WORK_H_
#define MAPPER_CROSSWALK_DEPARTMENT_WORK_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/crosswalk/coordination.h"

namespace mapper {

// Another department that this one works with.
struct Counterpart {
  std::string name;
  std::vector<Role> roles;   // by which it comes in, in order of kRoles
  std::size_t controls = 0;  // that the two share in this direction
};

struct RegimeShare {
  int regime = -1;        // place in ApplicabilityMap::regimes()
  std::size_t leads = 0;  // controls of it that the department leads
};

struct DepartmentWork {
  std::string name;
  std::vector<Role> roles;  // it holds, in order of kRoles
  std::vector<const Assignment*> leads;
  std::vector<const Assignment*> supports;
  std::vector<Counterpart> consults;     // support what it leads; most first
  std::vector<Counterpart> leaders;      // lead what it supports; most first
  std::vector<RegimeShare> regimes;      // of what it leads, in order
  std::vector<const Holding*> holdings;  // by ConcernedRoles
};

// Refers to its arguments, which must outlive it.
DepartmentWork WorkOf(const Dataset& dataset,
                      const ApplicabilityMap& applicability,
                      const Coordination& coordination,
                      const std::string& department);

// All departments of a profile in the order of the roles that they hold first.
std::vector<std::string> DepartmentsOf(const Profile& profile);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_DEPARTMENT_WORK_H_
