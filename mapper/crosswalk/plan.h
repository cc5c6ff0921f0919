// What to do first: leaf controls that, once met, cover the most of what is
// not yet covered, and the least set of them that covers all.

#ifndef MAPPER_CROSSWALK_PLAN_H_
#define MAPPER_CROSSWALK_PLAN_H_

#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/coverage.h"

namespace mapper {

struct PlanStep {
  ControlRef control;
  std::vector<ControlRef> covers;  // newly covered, itself among them
};

struct Plan {
  std::vector<ControlRef> targets;   // what is not covered yet
  std::vector<ControlRef> inferred;  // covered by answers to other controls
  std::vector<PlanStep> greedy;      // the greatest gain first
  // A least set that covers every target, found and proved component by
  // component (CBC); in document order.
  std::vector<ControlRef> minimum;
  int components = 0;
  bool proved = false;  // every component was solved to the end
};

// Targets are the applying leaf controls of `frameworks` that ask for something
// and are not covered: not met by an answer, by an answer to a control that
// contains them, or by exact unions of such.  A control of which it is stated
// that it does not apply is no target.  A target is covered by a chosen control
// that contains it, or by an exact union each part of which is inside a chosen
// or a met control.  Throws Error when CBC fails.
Plan MakePlan(const Dataset& dataset, const Knowledge& knowledge,
              const ApplicabilityMap& applicability,
              const Assessments& assessments,
              const std::vector<int>& frameworks);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_PLAN_H_
