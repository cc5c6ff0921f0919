// Who leads and who supports: per control, and per pair of departments.

#ifndef MAPPER_CROSSWALK_COORDINATION_H_
#define MAPPER_CROSSWALK_COORDINATION_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/model/dataset.h"

namespace mapper {

struct Assignment {
  ControlRef control;
  std::vector<std::string> lead;  // departments; empty: nobody holds the role
  std::vector<std::string> support;
  std::vector<Role> unheld;  // supporting roles that no department holds
};

// Work that two departments share: `first` leads and `second` supports, or the
// other way round.  The names are in byte order.
struct DepartmentPair {
  std::string first;
  std::string second;
  std::vector<ControlRef> first_leads;
  std::vector<ControlRef> second_leads;

  std::size_t size() const { return first_leads.size() + second_leads.size(); }
};

struct Coordination {
  std::vector<Assignment> assignments;  // by framework, document order
  std::vector<DepartmentPair> pairs;    // most shared controls first
  int without_lead = 0;                 // assignments whose lead is empty
};

// The departments of the profile in the place of the roles of one control.
Assignment AssignmentOf(const Control& control, const ControlRef& ref,
                        const Profile& profile);

// Over the controls that apply or may apply and ask for something (level must
// or should, with a gist).
Coordination Coordinate(const Dataset& dataset,
                        const ApplicabilityMap& applicability);

// The department that leads most of what a framework asks of this
// organisation, or "".
std::string DeskOf(const Dataset& dataset,
                   const ApplicabilityMap& applicability, int framework);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_COORDINATION_H_
