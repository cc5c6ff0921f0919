#include "mapper/crosswalk/transition.h"

namespace mapper {

const std::array<Name<TransitionState>, 5> kTransitionStates = {{
    {TransitionState::kNewRule, "new-rule", {"新規則", "new rule"}},
    {TransitionState::kRenewed,
     "renewed",
     {"更新時から新規則", "new rule from renewal"}},
    {TransitionState::kKeepsOld,
     "keeps-old",
     {"従前の例", "keeps the old rule"}},
    {TransitionState::kEnds, "ends", {"施行前に終了", "ends before"}},
    {TransitionState::kUnknown, "unknown", {"要確認", "to confirm"}},
}};

const char* ToString(TransitionState state) {
  return kTransitionStates[static_cast<std::size_t>(state)].machine;
}

const char* InWords(TransitionState state, Language language) {
  return kTransitionStates[static_cast<std::size_t>(state)].words.in(language);
}

namespace {

HoldingState Judge(const Transition& transition, const Holding& holding) {
  HoldingState result;
  result.transition = &transition;
  result.holding = &holding;
  const std::optional<Date> begins =
      holding.in_use_since ? holding.in_use_since : holding.contract_from;
  if (begins && !(*begins < transition.on)) {
    result.state = TransitionState::kNewRule;
    result.new_rule_from = begins;
    return result;
  }
  const std::optional<Date>& renewal = holding.next_renewal;
  if (renewal && !(*renewal < transition.on)) {
    result.state = TransitionState::kRenewed;
    result.new_rule_from = renewal;
    return result;
  }
  if (!begins) return result;
  if (renewal) {
    // Renewed before the day: what runs then was there already.
    result.state = TransitionState::kKeepsOld;
    return result;
  }
  if (holding.contract_to) {
    result.state = *holding.contract_to < transition.on
                       ? TransitionState::kEnds
                       : TransitionState::kKeepsOld;
    return result;
  }
  if (holding.kind == Holding::Kind::kSystem) {
    result.state = TransitionState::kKeepsOld;
  }
  return result;
}

}  // namespace

std::vector<HoldingState> JudgeHoldings(const Dataset& dataset,
                                        const std::vector<int>& frameworks,
                                        const Profile& profile) {
  std::vector<HoldingState> states;
  for (const int framework : frameworks) {
    for (const Transition& t : dataset.framework(framework).transitions) {
      for (const Holding& holding : profile.holdings) {
        states.push_back(Judge(t, holding));
        states.back().framework = framework;
      }
    }
  }
  return states;
}

}  // namespace mapper
