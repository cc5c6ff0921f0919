#include "mapper/crosswalk/coverage.h"

namespace mapper {

const std::array<Name<Inference>, 7> kInferences = {
    {{Inference::kNothing, "", {"", ""}},
     {Inference::kMet, "met", {"実施済（推論）", "met (inferred)"}},
     {Inference::kPartly, "partly", {"一部（推論）", "partly (inferred)"}},
     {Inference::kSome,
      "some",
      {"一部以上（推論）", "at least partly (inferred)"}},
     {Inference::kNotAll,
      "not-all",
      {"実施済ではない（推論）", "not fully met (inferred)"}},
     {Inference::kNotMet, "not-met", {"未実施（推論）", "not met (inferred)"}},
     {Inference::kConflict,
      "conflict",
      {"回答どうしの矛盾", "answers contradict"}}}};

const char* ToString(Inference inference) {
  return kInferences[static_cast<std::size_t>(inference)].machine;
}

const char* InWords(Inference inference, Language language) {
  return kInferences[static_cast<std::size_t>(inference)].words.in(language);
}

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

Inference Coverage::InferredOf(const ControlRef& control) const {
  const CoverageState& state = Of(control);
  if (state.conflict()) return Inference::kConflict;
  const int node = knowledge_.network().NodeOf(control);
  // Its own answer is not inferred, and is listed as what it is.
  const Extent lo = state.lo_from == node ? Extent::kNone : state.lo;
  const Extent hi = state.hi_from == node ? Extent::kAll : state.hi;
  if (lo == Extent::kAll) return Inference::kMet;
  if (hi == Extent::kNone) return Inference::kNotMet;
  if (lo == Extent::kSome) {
    return hi == Extent::kSome ? Inference::kPartly : Inference::kSome;
  }
  return hi == Extent::kSome ? Inference::kNotAll : Inference::kNothing;
}

std::vector<Coverage::Step> Coverage::StepsOf(const ControlRef& control) const {
  const CoverageState& state = Of(control);
  const int node = knowledge_.network().NodeOf(control);
  std::vector<Step> steps;
  if (state.conflict() || state.lo_from != node) AddSteps(node, true, steps);
  if (state.conflict() || state.hi_from != node) AddSteps(node, false, steps);
  return steps;
}

void Coverage::AddSteps(int node, bool low, std::vector<Step>& steps) const {
  const CoverageState& state = OfNode(node);
  const int from = low ? state.lo_from : state.hi_from;
  const int by_union = low ? state.lo_union : state.hi_union;
  if (from < 0) return;
  Step step{from, node, kAnyRelation, true};
  if (by_union >= 0) {
    const auto& [whole, parts] =
        knowledge_.network().exact_unions()[static_cast<std::size_t>(by_union)];
    // The bounds of the parts were final before the whole had its own.
    for (const int part : parts) AddSteps(part, low, steps);
    if (whole == node) return;
    step.from = whole;
    step.answer = false;
  }
  // Inside what is all or none; around, or meeting, what is some or less.
  const bool inside =
      low ? state.lo == Extent::kAll : state.hi == Extent::kNone;
  const RelationSet set = knowledge_.closure().Get(node, step.from);
  step.needed = inside                       ? kEq | kPp
                : (set & ~(kEq | kPpi)) == 0 ? kEq | kPpi
                                             : kAnyRelation & ~kDr;
  for (const Step& known : steps) {
    if (known.from == step.from && known.to == step.to) return;
  }
  steps.push_back(step);
}

void Coverage::Answer(int node, Status status) {
  const Source own{node, -1};
  switch (status) {
    case Status::kMet:
      Raise(node, Extent::kAll, own);
      break;
    case Status::kPartly:
      Raise(node, Extent::kSome, own);
      Lower(node, Extent::kSome, own);
      break;
    case Status::kPlanned:
    case Status::kNotMet:
      Lower(node, Extent::kSome, own);
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

void Coverage::Raise(int node, Extent lo, const Source& source) {
  CoverageState& state = states_[static_cast<std::size_t>(node)];
  if (lo <= state.lo || (source.from != node && !MayInfer(node))) return;
  state.lo = lo;
  state.lo_from = source.from;
  state.lo_union = source.by_union;
  queue_.push_back(node);
}

void Coverage::Lower(int node, Extent hi, const Source& source) {
  CoverageState& state = states_[static_cast<std::size_t>(node)];
  if (hi >= state.hi || (source.from != node && !MayInfer(node))) return;
  state.hi = hi;
  state.hi_from = source.from;
  state.hi_union = source.by_union;
  queue_.push_back(node);
}

void Coverage::Spread(int node) {
  const CoverageState state = OfNode(node);
  const Source lo{state.lo_from, state.lo_union};
  const Source hi{state.hi_from, state.hi_union};
  knowledge_.closure().ForEach(node, [&](int other, RelationSet set) {
    const bool inside = (set & ~(kEq | kPp)) == 0;     // node within other
    const bool contains = (set & ~(kEq | kPpi)) == 0;  // other within node
    const bool meets = (set & kDr) == 0;
    if (contains) {
      if (state.lo == Extent::kAll) Raise(other, Extent::kAll, lo);
      if (state.hi == Extent::kNone) Lower(other, Extent::kNone, hi);
    }
    if (inside) {
      if (state.lo >= Extent::kSome) Raise(other, Extent::kSome, lo);
      if (state.hi < Extent::kAll) Lower(other, Extent::kSome, hi);
    }
    if (meets) {
      if (state.lo == Extent::kAll) Raise(other, Extent::kSome, lo);
      if (state.hi == Extent::kNone) Lower(other, Extent::kSome, hi);
    }
  });
  const auto& unions = knowledge_.network().exact_unions();
  for (std::size_t u = 0; u < unions.size(); ++u) {
    const auto& [whole, parts] = unions[u];
    bool touched = false;
    bool all = true;
    bool none = true;
    for (const int part : parts) {
      touched = touched || part == node;
      all = all && OfNode(part).lo == Extent::kAll;
      none = none && OfNode(part).hi == Extent::kNone;
    }
    if (!touched) continue;
    if (all) Raise(whole, Extent::kAll, {state.lo_from, static_cast<int>(u)});
    if (none) Lower(whole, Extent::kNone, {state.hi_from, static_cast<int>(u)});
  }
}

}  // namespace mapper
