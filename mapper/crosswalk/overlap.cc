#include "mapper/crosswalk/overlap.h"

#include <algorithm>
#include <set>

namespace mapper {
namespace {

bool FollowsFrom(const Dataset& dataset, const Link& wide, const Link& narrow) {
  if (&wide == &narrow || wide.source.size() != 1 || wide.target.size() != 1 ||
      narrow.source.size() != 1 || narrow.target.size() != 1) {
    return false;
  }
  if (wide.source == narrow.source && wide.target == narrow.target) {
    // A row, and what is derived of the same pair: the one that says more, and
    // the row when both are called the same.
    if (ProvedName(wide.set) != ProvedName(narrow.set)) {
      return (narrow.set & ~unsigned{wide.set}) == 0;
    }
    return wide.how == How::kDerived && narrow.how != How::kDerived;
  }
  return dataset.framework(wide.source_framework)
             .IsUnder(narrow.source[0], wide.source[0]) &&
         dataset.framework(wide.target_framework)
             .IsUnder(narrow.target[0], wide.target[0]);
}

void MarkStrictest(const Dataset& dataset, const Knowledge& knowledge,
                   Topic& topic) {
  if (topic.members.size() < 2) return;
  TopicMember* best = nullptr;
  for (TopicMember& candidate : topic.members) {
    const bool contains_all = std::all_of(
        topic.members.begin(), topic.members.end(),
        [&](const TopicMember& other) {
          return other.control == candidate.control ||
                 knowledge.Contains(candidate.control, other.control);
        });
    if (!contains_all) continue;
    const auto rank = [&](const TopicMember& m) {
      return std::make_pair(dataset.control(m.control).level,
                            dataset.framework(m.control.framework).binding);
    };
    if (best == nullptr || rank(candidate) < rank(*best)) best = &candidate;
  }
  if (best != nullptr) best->strictest = true;
}

}  // namespace

std::vector<const Link*> SpecificOverlaps(const Dataset& dataset,
                                          const Knowledge& knowledge,
                                          int source, int target) {
  std::vector<const Link*> overlaps;
  for (const Link& link : knowledge.Links(source, target)) {
    if (!link.target.empty() && link.meets()) overlaps.push_back(&link);
  }
  std::vector<const Link*> specific;
  for (const Link* link : overlaps) {
    const bool says_more = link->inside() || link->contains();
    if (says_more ||
        std::none_of(overlaps.begin(), overlaps.end(), [&](const Link* other) {
          return FollowsFrom(dataset, *link, *other);
        })) {
      specific.push_back(link);
    }
  }
  return specific;
}

std::vector<Topic> FindTopics(const Dataset& dataset,
                              const Knowledge& knowledge, int hub,
                              const std::vector<int>& frameworks,
                              const ApplicabilityMap* applicability) {
  std::vector<Topic> topics;
  const Framework& h = dataset.framework(hub);
  for (std::size_t i = 0; i < h.controls.size(); ++i) {
    if (!h.controls[i].is_leaf()) continue;
    Topic topic;
    topic.topic = {hub, static_cast<int>(i)};
    std::set<ControlRef> seen;
    for (const int framework : frameworks) {
      if (framework == hub) continue;
      for (const Link* link : knowledge.Overlaps(topic.topic, framework)) {
        // That a union meets the topic does not say which part does, unless
        // the topic contains the union.
        if (link->target.size() > 1 && !link->contains()) continue;
        for (const int target : link->target) {
          const ControlRef ref{framework, target};
          if (applicability != nullptr &&
              applicability->Of(ref).applies == Truth::kFalse) {
            continue;
          }
          if (seen.insert(ref).second) topic.members.push_back({ref, link});
        }
      }
    }
    MarkStrictest(dataset, knowledge, topic);
    topics.push_back(std::move(topic));
  }
  return topics;
}

}  // namespace mapper
