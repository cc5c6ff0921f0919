// Work that two roles share, whoever holds them: who leads, and where both
// support a third.

#ifndef MAPPER_CROSSWALK_ROLE_PAIRS_H_
#define MAPPER_CROSSWALK_ROLE_PAIRS_H_

#include <vector>

#include "mapper/crosswalk/coordination.h"
#include "mapper/model/dataset.h"

namespace mapper {

// `first` comes before `second` in kRoles.  Each list is in the order of the
// assignments; no control is in two of them.
struct RolePair {
  Role first = Role::kExec;
  Role second = Role::kExec;
  std::vector<ControlRef> first_leads;   // and second supports
  std::vector<ControlRef> second_leads;  // and first supports
  std::vector<ControlRef> both_support;  // a third role leads

  std::size_t size() const {
    return first_leads.size() + second_leads.size() + both_support.size();
  }
};

// Pairs that share at least one control of `coordination`, most shared first,
// then in the order of kRoles.  A control of n roles is in n(n-1)/2 pairs.
std::vector<RolePair> FindRolePairs(const Dataset& dataset,
                                    const Coordination& coordination);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_ROLE_PAIRS_H_
