#include "mapper/crosswalk/knowledge.h"

#include <algorithm>

namespace mapper {
namespace {

bool LinkOrder(const Link& a, const Link& b) {
  return std::tie(a.source, a.target, a.proof) <
         std::tie(b.source, b.target, b.proof);
}

}  // namespace

const char* ToString(How how) {
  switch (how) {
    case How::kAsserted:
      return "asserted";
    case How::kInverse:
      return "inverse";
    case How::kDerived:
      return "derived";
  }
  return "asserted";
}

struct Knowledge::Derivation {
  // Where the rows clash, those of the component that clashes are set aside
  // and the rest is closed without them (design 6).
  explicit Derivation(const Dataset& dataset)
      : network(dataset), closure(network.Make(true)) {
    std::vector<int> rows = network.Rows();
    while (!closure.Run()) {
      consistent = false;
      const std::vector<bool> clashing =
          network.Component(closure.clash().first);
      rows.erase(std::remove_if(
                     rows.begin(), rows.end(),
                     [&](int row) {
                       const int end =
                           network.givens()[static_cast<std::size_t>(row)].a;
                       return clashing[static_cast<std::size_t>(end)];
                     }),
                 rows.end());
      closure = network.Make(true, &rows);
    }
  }
  Network network;
  Closure closure;
  bool consistent = true;
};

struct Knowledge::Side {
  std::vector<Link> links;
  std::map<int, std::vector<int>> by_control;  // places in links
};

Knowledge::Knowledge(const Dataset& dataset) : dataset_(dataset) {}
Knowledge::~Knowledge() = default;

const Knowledge::Derivation& Knowledge::Derived() const {
  if (!derivation_) derivation_ = std::make_unique<Derivation>(dataset_);
  return *derivation_;
}

bool Knowledge::consistent() const { return Derived().consistent; }
const Network& Knowledge::network() const { return Derived().network; }
const Closure& Knowledge::closure() const { return Derived().closure; }

const Knowledge::Side& Knowledge::SideOf(int source, int target) const {
  std::unique_ptr<Side>& side = sides_[{source, target}];
  if (side) return *side;
  side = std::make_unique<Side>();
  for (std::size_t i = 0; i < dataset_.crosswalks.size(); ++i) {
    AddRows(dataset_.crosswalks[i], static_cast<int>(i), source, target, *side);
  }
  if (source != target) AddDerived(*side, source, target);
  std::sort(side->links.begin(), side->links.end(), LinkOrder);
  for (std::size_t i = 0; i < side->links.size(); ++i) {
    for (const int control : side->links[i].source) {
      side->by_control[control].push_back(static_cast<int>(i));
    }
  }
  return *side;
}

void Knowledge::AddRows(const Crosswalk& crosswalk, int index, int source,
                        int target, Side& side) const {
  const bool forward = crosswalk.source == source && crosswalk.target == target;
  const bool backward =
      crosswalk.source == target && crosswalk.target == source;
  if (!forward && !backward) return;
  for (std::size_t i = 0; i < crosswalk.mappings.size(); ++i) {
    const Mapping& mapping = crosswalk.mappings[i];
    Link link;
    link.source_framework = crosswalk.source;
    link.source = mapping.sources;
    link.target_framework = crosswalk.target;
    link.target = mapping.targets;
    link.set = ToSet(mapping.relation);
    link.how = How::kAsserted;
    link.confidence = mapping.confidence;
    link.proof = {{index, static_cast<int>(i)}};
    Link inverse = link;
    std::swap(inverse.source_framework, inverse.target_framework);
    std::swap(inverse.source, inverse.target);
    inverse.set = Converse(link.set);
    inverse.how = How::kInverse;
    if (forward && !link.source.empty()) side.links.push_back(std::move(link));
    if (backward && !inverse.source.empty()) {
      side.links.push_back(std::move(inverse));
    }
  }
}

// True when the relation does not follow, by headings alone, from one that
// holds further down (for overlaps), of a narrower container, or of a wider
// control that is contained too.
bool Knowledge::IsSpecific(int a, int b, RelationSet set) const {
  const Network& network = Derived().network;
  const Closure& closure = Derived().closure;
  const auto control = [&](int node) -> const Control& {
    const NetworkNode& n = network.node(node);
    return dataset_.control({n.framework, n.controls[0]});
  };
  const auto number = [&](int node, int other) {
    return network.NodeOf({network.node(node).framework, other});
  };
  const auto any_child = [&](int node, const auto& test) {
    const std::vector<int>& children = control(node).children;
    return std::any_of(children.begin(), children.end(),
                       [&](int child) { return test(number(node, child)); });
  };
  const auto inside = [&](int x, int y) {
    return (closure.Get(x, y) & ~(kEq | kPp)) == 0;
  };
  const auto parent_inside = [&](int x, int y) {
    const int parent = control(x).parent_index;
    return parent >= 0 && inside(number(x, parent), y);
  };
  if ((set & ~(kEq | kPp)) == 0) {
    return !parent_inside(a, b) &&
           !any_child(b, [&](int child) { return inside(a, child); });
  }
  if ((set & ~(kEq | kPpi)) == 0) {
    return !parent_inside(b, a) &&
           !any_child(a, [&](int child) { return inside(b, child); });
  }
  const auto meets = [&](int x, int y) {
    return (closure.Get(x, y) & kDr) == 0;
  };
  return !any_child(a, [&](int child) { return meets(child, b); }) &&
         !any_child(b, [&](int child) { return meets(a, child); });
}

void Knowledge::AddDerived(Side& side, int source, int target) const {
  const Derivation& derivation = Derived();
  const Network& network = derivation.network;
  const Prover prover(network, derivation.closure);
  // What the rows say of single controls already.
  std::map<Pair, RelationSet> asserted;
  for (const Link& link : side.links) {
    if (link.source.size() == 1 && link.target.size() == 1) {
      asserted[{link.source[0], link.target[0]}] = link.set;
    }
  }
  const Framework& f = dataset_.framework(source);
  for (std::size_t c = 0; c < f.controls.size(); ++c) {
    const int a = network.NodeOf({source, static_cast<int>(c)});
    derivation.closure.ForEach(a, [&](int b, RelationSet set) {
      const NetworkNode& other = network.node(b);
      if (other.framework != target || other.controls.size() != 1) return;
      // Design 6: pairs that share nothing are proved too, but a list of them
      // would bury what is shared; explain shows them.
      if ((set & kDr) != 0) return;
      const auto known =
          asserted.find({static_cast<int>(c), other.controls[0]});
      // Said again in the same words it would only be a second row.
      if (known != asserted.end() ? ProvedName(known->second) == ProvedName(set)
                                  : !IsSpecific(a, b, set)) {
        return;
      }
      Link link;
      link.source_framework = source;
      link.source = {static_cast<int>(c)};
      link.target_framework = target;
      link.target = other.controls;
      link.set = set;
      link.how = How::kDerived;
      Proof proof = prover.Prove(a, b, set);
      link.confidence = Confidence::kHigh;
      for (const int given : proof.givens) {
        const Given& g = network.givens()[static_cast<std::size_t>(given)];
        if (g.kind != Given::Kind::kRow) continue;
        link.proof.push_back(g.row);
        link.confidence = std::max(link.confidence, mapping(g.row).confidence);
      }
      link.steps = std::move(proof.givens);
      side.links.push_back(std::move(link));
    });
  }
}

RelationSet Knowledge::Proved(const ControlRef& a, const ControlRef& b) const {
  return Derived().closure.Get(network().NodeOf(a), network().NodeOf(b));
}

Proof Knowledge::Prove(const ControlRef& a, const ControlRef& b) const {
  const RelationSet set = Proved(a, b);
  if (set == kAnyRelation) return {};
  return Prove(network().NodeOf(a), network().NodeOf(b), set);
}

Proof Knowledge::Prove(int a, int b, RelationSet set) const {
  return Prover(network(), Derived().closure).Prove(a, b, set);
}

std::vector<const Link*> Knowledge::Rows(const ControlRef& control,
                                         int framework) const {
  std::vector<const Link*> found;
  const Side& side = SideOf(control.framework, framework);
  const auto places = side.by_control.find(control.control);
  if (places == side.by_control.end()) return found;
  for (const int place : places->second) {
    found.push_back(&side.links[static_cast<std::size_t>(place)]);
  }
  return found;
}

std::vector<const Link*> Knowledge::Containers(const ControlRef& control,
                                               int framework) const {
  std::vector<const Link*> found;
  const Framework& own = dataset_.framework(control.framework);
  for (int at = control.control; at >= 0;
       at = own.controls[static_cast<std::size_t>(at)].parent_index) {
    for (const Link* link : Rows({control.framework, at}, framework)) {
      // A part of a union lies inside whatever contains the union.
      if (link->inside() && !link->target.empty()) found.push_back(link);
    }
  }
  return found;
}

std::vector<const Link*> Knowledge::Overlaps(const ControlRef& control,
                                             int framework) const {
  std::vector<const Link*> found;
  const Framework& own = dataset_.framework(control.framework);
  std::vector<int> stack = {control.control};
  while (!stack.empty()) {
    const int at = stack.back();
    stack.pop_back();
    for (const Link* link : Rows({control.framework, at}, framework)) {
      if (link->target.empty() || !link->meets()) continue;
      // Of a union only containment says something of each part.
      if (link->source.size() > 1 && !link->inside()) continue;
      found.push_back(link);
    }
    const Control& c = own.controls[static_cast<std::size_t>(at)];
    stack.insert(stack.end(), c.children.rbegin(), c.children.rend());
  }
  return found;
}

const Link* Knowledge::NoCounterpart(const ControlRef& control,
                                     int framework) const {
  const Framework& own = dataset_.framework(control.framework);
  for (int at = control.control; at >= 0;
       at = own.controls[static_cast<std::size_t>(at)].parent_index) {
    for (const Link* link : Rows({control.framework, at}, framework)) {
      if (link->target.empty()) return link;
    }
  }
  return nullptr;
}

const std::vector<Link>& Knowledge::Links(int source, int target) const {
  return SideOf(source, target).links;
}

bool Knowledge::Contains(const ControlRef& a, const ControlRef& b) const {
  if (a.framework == b.framework) {
    return dataset_.framework(a.framework).IsUnder(b.control, a.control);
  }
  const Framework& f = dataset_.framework(a.framework);
  for (const Link* link : Containers(b, a.framework)) {
    if (std::all_of(link->target.begin(), link->target.end(),
                    [&](int target) { return f.IsUnder(target, a.control); })) {
      return true;
    }
  }
  return false;
}

}  // namespace mapper
