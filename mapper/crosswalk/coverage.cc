#include "mapper/crosswalk/coverage.h"

namespace mapper {

Coverage::Coverage(const Dataset& dataset, const Knowledge& knowledge,
                   const Assessments& assessments)
    : dataset_(dataset),
      knowledge_(knowledge),
      states_(static_cast<std::size_t>(knowledge.network().size())) {
  for (const auto& [control, assessment] : assessments) {
    Answer(knowledge.network().NodeOf(control), assessment.status);
  }
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    const int node = queue_[i];
    Spread(node);
  }
}

const CoverageState& Coverage::Of(const ControlRef& control) const {
  return OfNode(knowledge_.network().NodeOf(control));
}

std::vector<int> Coverage::Conflicts() const {
  std::vector<int> nodes;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (states_[i].conflict()) nodes.push_back(static_cast<int>(i));
  }
  return nodes;
}

void Coverage::Answer(int node, Status status) {
  switch (status) {
    case Status::kMet:
      Raise(node, Extent::kAll, node);
      break;
    case Status::kPartly:
      Raise(node, Extent::kSome, node);
      Lower(node, Extent::kSome, node);
      break;
    case Status::kPlanned:
    case Status::kNotMet:
      Lower(node, Extent::kSome, node);
      break;
    case Status::kNotApplicable:
    case Status::kUnknown:
      break;
  }
}

// A leaf whose content is not known is never met by inference.
bool Coverage::MayInfer(int node) const {
  const NetworkNode& n = knowledge_.network().node(node);
  if (n.controls.size() > 1) return true;
  const Control& control = dataset_.control({n.framework, n.controls[0]});
  return control.has_gist() || !control.is_leaf();
}

void Coverage::Raise(int node, Extent lo, int from) {
  CoverageState& state = states_[static_cast<std::size_t>(node)];
  if (lo <= state.lo || (from != node && !MayInfer(node))) return;
  state.lo = lo;
  state.lo_from = from;
  queue_.push_back(node);
}

void Coverage::Lower(int node, Extent hi, int from) {
  CoverageState& state = states_[static_cast<std::size_t>(node)];
  if (hi >= state.hi || (from != node && !MayInfer(node))) return;
  state.hi = hi;
  state.hi_from = from;
  queue_.push_back(node);
}

void Coverage::Spread(int node) {
  const CoverageState state = OfNode(node);
  knowledge_.closure().ForEach(node, [&](int other, RelationSet set) {
    const bool inside = (set & ~(kEq | kPp)) == 0;     // node within other
    const bool contains = (set & ~(kEq | kPpi)) == 0;  // other within node
    const bool meets = (set & kDr) == 0;
    if (contains) {
      if (state.lo == Extent::kAll) Raise(other, Extent::kAll, state.lo_from);
      if (state.hi == Extent::kNone) {
        Lower(other, Extent::kNone, state.hi_from);
      }
    }
    if (inside) {
      if (state.lo >= Extent::kSome) {
        Raise(other, Extent::kSome, state.lo_from);
      }
      if (state.hi < Extent::kAll) Lower(other, Extent::kSome, state.hi_from);
    }
    if (meets) {
      if (state.lo == Extent::kAll) Raise(other, Extent::kSome, state.lo_from);
      if (state.hi == Extent::kNone) {
        Lower(other, Extent::kSome, state.hi_from);
      }
    }
  });
  for (const auto& [whole, parts] : knowledge_.network().exact_unions()) {
    bool touched = whole == node;
    bool all = true;
    bool none = true;
    for (const int part : parts) {
      touched = touched || part == node;
      all = all && OfNode(part).lo == Extent::kAll;
      none = none && OfNode(part).hi == Extent::kNone;
    }
    if (!touched) continue;
    if (all) Raise(whole, Extent::kAll, state.lo_from);
    if (none) Lower(whole, Extent::kNone, state.hi_from);
  }
}

}  // namespace mapper
