// What regimes ask for together: certain overlaps between two frameworks, and
// topics of the hub under which the controls of several regimes meet.

#ifndef MAPPER_CROSSWALK_OVERLAP_H_
#define MAPPER_CROSSWALK_OVERLAP_H_

#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/dataset.h"

namespace mapper {

// Certain overlaps from one framework to another, without those that follow
// from a pair of controls further down and say no more than it.
std::vector<const Link*> SpecificOverlaps(const Dataset& dataset,
                                          const Knowledge& knowledge,
                                          int source, int target);

// A control that certainly meets the topic.  Sharing a topic is not yet
// overlapping with the other controls of the topic (同じ話題).
struct TopicMember {
  ControlRef control;
  const Link* link = nullptr;  // from the topic to the control
  bool strictest = false;
};

struct Topic {
  ControlRef topic;  // a leaf of the hub
  std::vector<TopicMember> members;
};

// Every leaf of `hub`, with the controls of `frameworks` that meet it.  The
// strictest member contains all others of the topic; among equals the higher
// level, then the more binding framework; else none.  Controls that do not
// apply are left out when `applicability` is not null.
std::vector<Topic> FindTopics(const Dataset& dataset,
                              const Knowledge& knowledge, int hub,
                              const std::vector<int>& frameworks,
                              const ApplicabilityMap* applicability);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_OVERLAP_H_
