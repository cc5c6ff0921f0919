// What is certain about pairs of controls: the rows of the tables, their
// inverses, and what follows from containment by headings.
//
// A control stands for the set of its demands, so a child lies inside its
// parent: whoever is inside a control is inside all above it, and whoever
// meets a control meets all above it.

#ifndef MAPPER_CROSSWALK_KNOWLEDGE_H_
#define MAPPER_CROSSWALK_KNOWLEDGE_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "mapper/model/dataset.h"

namespace mapper {

// A row of a loaded table.
struct RowRef {
  int crosswalk = -1;
  int row = -1;
};

inline bool operator<(const RowRef& a, const RowRef& b) {
  return std::tie(a.crosswalk, a.row) < std::tie(b.crosswalk, b.row);
}
inline bool operator==(const RowRef& a, const RowRef& b) {
  return a.crosswalk == b.crosswalk && a.row == b.row;
}

// How a relation is known.
enum class How { kAsserted, kInverse, kDerived };

const char* ToString(How how);

// One known relation, seen from `source` (a control of one framework) or, when
// a table speaks of a union, from several controls together.
struct Link {
  int source_framework = -1;
  std::vector<int> source;
  int target_framework = -1;
  std::vector<int> target;  // empty: no counterpart in the whole framework
  RelationSet set = kAnyRelation;
  How how = How::kAsserted;
  Confidence confidence = Confidence::kLow;
  std::vector<RowRef> proof;

  bool inside() const { return set != 0 && (set & ~(kEq | kPp)) == 0; }
  bool contains() const { return set != 0 && (set & ~(kEq | kPpi)) == 0; }
  bool meets() const { return set != 0 && (set & kDr) == 0; }
};

class Knowledge {
 public:
  // Refers to `dataset`, which must outlive it.
  explicit Knowledge(const Dataset& dataset);

  // Every row that has this control on one side (alone or in a union), seen
  // from it, towards `framework`; in order of the other side.
  std::vector<const Link*> Rows(const ControlRef& control, int framework) const;

  // What contains this control: a control or an exact union of `framework`.
  // Rows of the control itself come first, then those of controls above it.
  std::vector<const Link*> Containers(const ControlRef& control,
                                      int framework) const;

  // Certain overlaps with controls or unions of `framework`: rows of this
  // control and of those below it.
  std::vector<const Link*> Overlaps(const ControlRef& control,
                                    int framework) const;

  // The row that says this control has no counterpart there, or null.
  const Link* NoCounterpart(const ControlRef& control, int framework) const;

  // Every link from one framework to another, in order; both directions of
  // every table are here.
  const std::vector<Link>& Links(int source, int target) const;

  // True when `a` is known to contain `b`.
  bool Contains(const ControlRef& a, const ControlRef& b) const;

  const Mapping& mapping(const RowRef& row) const;
  // "file:line" of a row; the file by its name alone.
  std::string Place(const RowRef& row) const;

 private:
  using Pair = std::pair<int, int>;

  void Add(const Crosswalk& crosswalk, int index);

  const Dataset& dataset_;
  std::map<Pair, std::vector<Link>> links_;
  // (framework, control) and the other framework, to places in links_.
  std::map<std::pair<ControlRef, int>, std::vector<int>> by_control_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_KNOWLEDGE_H_
