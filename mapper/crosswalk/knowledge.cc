#include "mapper/crosswalk/knowledge.h"

#include <algorithm>

namespace mapper {
namespace {

bool IsUnder(const Framework& framework, int control, int ancestor) {
  for (int at = control; at >= 0;
       at = framework.controls[static_cast<std::size_t>(at)].parent_index) {
    if (at == ancestor) return true;
  }
  return false;
}

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

Knowledge::Knowledge(const Dataset& dataset) : dataset_(dataset) {
  for (std::size_t i = 0; i < dataset.crosswalks.size(); ++i) {
    Add(dataset.crosswalks[i], static_cast<int>(i));
  }
  for (auto& [pair, links] : links_) {
    std::sort(links.begin(), links.end(), LinkOrder);
    for (std::size_t i = 0; i < links.size(); ++i) {
      for (const int control : links[i].source) {
        by_control_[{{pair.first, control}, pair.second}].push_back(
            static_cast<int>(i));
      }
    }
  }
}

void Knowledge::Add(const Crosswalk& crosswalk, int index) {
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
    if (!link.source.empty()) {
      links_[{crosswalk.source, crosswalk.target}].push_back(std::move(link));
    }
    if (!inverse.source.empty()) {
      links_[{crosswalk.target, crosswalk.source}].push_back(
          std::move(inverse));
    }
  }
}

std::vector<const Link*> Knowledge::Rows(const ControlRef& control,
                                         int framework) const {
  std::vector<const Link*> found;
  const auto places = by_control_.find({control, framework});
  if (places == by_control_.end()) return found;
  const std::vector<Link>& links = links_.at({control.framework, framework});
  for (const int place : places->second) {
    found.push_back(&links[static_cast<std::size_t>(place)]);
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
  for (const Link* link : Rows(control, framework)) {
    if (link->target.empty()) return link;
  }
  return nullptr;
}

const std::vector<Link>& Knowledge::Links(int source, int target) const {
  static const std::vector<Link> kNone;
  const auto it = links_.find({source, target});
  return it == links_.end() ? kNone : it->second;
}

bool Knowledge::Contains(const ControlRef& a, const ControlRef& b) const {
  if (a.framework == b.framework) {
    return IsUnder(dataset_.framework(a.framework), b.control, a.control);
  }
  const Framework& f = dataset_.framework(a.framework);
  for (const Link* link : Containers(b, a.framework)) {
    if (std::all_of(link->target.begin(), link->target.end(), [&](int target) {
          return IsUnder(f, target, a.control);
        })) {
      return true;
    }
  }
  return false;
}

const Mapping& Knowledge::mapping(const RowRef& row) const {
  return dataset_.crosswalks[static_cast<std::size_t>(row.crosswalk)]
      .mappings[static_cast<std::size_t>(row.row)];
}

std::string Knowledge::Place(const RowRef& row) const {
  const std::string& file =
      dataset_.crosswalks[static_cast<std::size_t>(row.crosswalk)].file;
  const std::size_t slash = file.rfind('/');
  return (slash == std::string::npos ? file : file.substr(slash + 1)) + ":" +
         std::to_string(mapping(row).line);
}

}  // namespace mapper
