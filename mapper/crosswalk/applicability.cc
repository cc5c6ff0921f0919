#include "mapper/crosswalk/applicability.h"

#include <algorithm>

namespace mapper {
namespace {

void Append(std::vector<std::string>& names,
            const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
}

Phase PhaseOn(const Regime& regime, const Date& on) {
  if (regime.from && on < *regime.from) return Phase::kLater;
  if (regime.until && *regime.until < on) return Phase::kPast;
  return Phase::kInForce;
}

// Of two rows that could govern, the one that says more for the user: applies
// before unknown before false; in force before later before past.
bool Better(const RegimeState& a, const RegimeState& b) {
  if (a.applies != b.applies) return a.applies > b.applies;
  return a.phase < b.phase;
}

}  // namespace

ApplicabilityMap::ApplicabilityMap(const Dataset& dataset,
                                   const Profile& profile, const Date& on)
    : dataset_(dataset), profile_(profile), on_(on) {
  for (const Regime& regime : dataset.regimes) {
    RegimeState state;
    state.regime = &regime;
    state.framework = dataset.FindFramework(regime.framework);
    state.applies = Evaluate(regime.applies, profile);
    state.phase = PhaseOn(regime, on);
    if (state.applies == Truth::kUnknown) {
      state.unknown = UnknownNames(regime.applies, profile);
    }
    regimes_.push_back(std::move(state));
  }
  std::stable_sort(regimes_.begin(), regimes_.end(),
                   [&](const RegimeState& a, const RegimeState& b) {
                     const auto binding = [&](const RegimeState& state) {
                       return state.framework < 0
                                  ? Binding::kVoluntary
                                  : dataset.framework(state.framework).binding;
                     };
                     return binding(a) < binding(b);
                   });
  for (std::size_t i = 0; i < dataset.frameworks.size(); ++i) {
    Judge(static_cast<int>(i));
  }
  for (const RegimeState& state : regimes_) {
    if (state.framework < 0 ||
        std::find(frameworks_.begin(), frameworks_.end(), state.framework) !=
            frameworks_.end()) {
      continue;
    }
    const auto& controls = controls_[state.framework];
    if (std::any_of(controls.begin(), controls.end(),
                    [](const auto& a) { return a.applies != Truth::kFalse; })) {
      frameworks_.push_back(state.framework);
    }
  }
}

int ApplicabilityMap::GoverningRegime(int framework, int control) const {
  const Framework& f = dataset_.framework(framework);
  // The nearest root above the control; at the same distance the better row.
  int best = -1;
  for (int at = control; at >= 0;
       at = f.controls[static_cast<std::size_t>(at)].parent_index) {
    const std::string& id = f.controls[static_cast<std::size_t>(at)].id;
    for (std::size_t i = 0; i < regimes_.size(); ++i) {
      const RegimeState& state = regimes_[i];
      const auto& roots = state.regime->roots;
      if (state.framework != framework ||
          std::find(roots.begin(), roots.end(), id) == roots.end()) {
        continue;
      }
      if (best < 0 || Better(state, regimes_[static_cast<std::size_t>(best)])) {
        best = static_cast<int>(i);
      }
    }
    if (best >= 0) return best;
  }
  for (std::size_t i = 0; i < regimes_.size(); ++i) {
    const RegimeState& state = regimes_[i];
    if (state.framework != framework || !state.regime->roots.empty()) continue;
    if (best < 0 || Better(state, regimes_[static_cast<std::size_t>(best)])) {
      best = static_cast<int>(i);
    }
  }
  return best;
}

void ApplicabilityMap::Judge(int framework) {
  const Framework& f = dataset_.framework(framework);
  std::vector<Applicability>& out = controls_[framework];
  out.resize(f.controls.size());
  const int successor =
      f.superseded_by.empty() ? -1 : dataset_.FindFramework(f.superseded_by);
  const bool replaced =
      successor >= 0 && !dataset_.framework(successor).controls.empty();
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    const Control& control = f.controls[i];
    Applicability& a = out[i];
    a.regime = GoverningRegime(framework, static_cast<int>(i));
    if (a.regime < 0) continue;
    const RegimeState& state = regimes_[static_cast<std::size_t>(a.regime)];
    a.phase = state.phase;
    a.from = state.regime->from;
    a.applies = state.applies;
    if (state.phase == Phase::kPast && replaced) a.applies = Truth::kFalse;
    const Truth own = Evaluate(control.applies, profile_);
    Truth above = Truth::kTrue;
    if (control.parent_index >= 0) {
      // The parent's answer holds its ancestors' conditions; its regime may be
      // another one, and then only the conditions count.
      for (int at = control.parent_index; at >= 0;
           at = f.controls[static_cast<std::size_t>(at)].parent_index) {
        const Control& ancestor = f.controls[static_cast<std::size_t>(at)];
        above = And(above, Evaluate(ancestor.applies, profile_));
        Append(a.unknown, UnknownNames(ancestor.applies, profile_));
      }
    }
    a.applies = And(a.applies, And(above, own));
    Append(a.unknown, state.unknown);
    Append(a.unknown, UnknownNames(control.applies, profile_));
    if (a.applies != Truth::kUnknown) a.unknown.clear();
  }
}

const Applicability& ApplicabilityMap::Of(const ControlRef& control) const {
  return controls_.at(
      control.framework)[static_cast<std::size_t>(control.control)];
}

}  // namespace mapper
