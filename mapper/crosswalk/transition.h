// Transitional clauses (経過措置): which systems and contracts keep the old
// rule, and from when each follows the new one.

#ifndef MAPPER_CROSSWALK_TRANSITION_H_
#define MAPPER_CROSSWALK_TRANSITION_H_

#include <array>
#include <optional>
#include <vector>

#include "mapper/model/dataset.h"
#include "mapper/model/profile.h"
#include "mapper/model/words.h"

namespace mapper {

enum class TransitionState {
  kNewRule,   // begins on or after the day: the new rule from its start
  kRenewed,   // in use on the day; the new rule from the day it is renewed
  kKeepsOld,  // in use on the day, no renewal known
  kEnds,      // over before the day
  kUnknown    // the profile does not say when it began or is renewed
};

extern const std::array<Name<TransitionState>, 5> kTransitionStates;

const char* ToString(TransitionState state);
const char* InWords(TransitionState state, Language language);

struct HoldingState {
  int framework = -1;
  const Transition* transition = nullptr;
  const Holding* holding = nullptr;
  TransitionState state = TransitionState::kUnknown;
  std::optional<Date> new_rule_from;
};

// For every transition of `frameworks` and every holding of the profile, in
// that order.  Points into both arguments.
std::vector<HoldingState> JudgeHoldings(const Dataset& dataset,
                                        const std::vector<int>& frameworks,
                                        const Profile& profile);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_TRANSITION_H_
