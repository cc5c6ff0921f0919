// What is certain about pairs of controls: the rows of the tables, their
// inverses, and the relations that the closure of the whole network proves.
//
// A control stands for the set of its demands, so a child lies inside its
// parent: whoever is inside a control is inside all above it, and whoever
// meets a control meets all above it.  Of the proved relations only the most
// specific are kept as links; the others follow from them by headings.

#ifndef MAPPER_CROSSWALK_KNOWLEDGE_H_
#define MAPPER_CROSSWALK_KNOWLEDGE_H_

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "mapper/crosswalk/network.h"
#include "mapper/crosswalk/proof.h"
#include "mapper/crosswalk/row_ref.h"
#include "mapper/model/dataset.h"

namespace mapper {

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
  std::vector<RowRef> proof;  // one row, unless derived
  // Derived: the whole proof, as Proof::givens has it, headings included.
  std::vector<int> steps;

  bool inside() const { return set != 0 && (set & ~(kEq | kPp)) == 0; }
  bool contains() const { return set != 0 && (set & ~(kEq | kPpi)) == 0; }
  bool meets() const { return set != 0 && (set & kDr) == 0; }
};

class Knowledge {
 public:
  // Refers to `dataset`, which must outlive it.  The closure is made when a
  // derived relation is first asked for.
  explicit Knowledge(const Dataset& dataset);
  ~Knowledge();

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

  // The row that says that this control, or one above it, has no counterpart
  // there; or null.
  const Link* NoCounterpart(const ControlRef& control, int framework) const;

  // Every link from one framework to another, in order: the rows of the table
  // in either direction, and what is derived and says more than they do.
  const std::vector<Link>& Links(int source, int target) const;

  // True when `a` is known to contain `b`.
  bool Contains(const ControlRef& a, const ControlRef& b) const;

  // What is proved of two controls, and why.  Without a proof `set` is
  // kAnyRelation.  Rows of the tables count as proved by themselves.
  RelationSet Proved(const ControlRef& a, const ControlRef& b) const;
  Proof Prove(const ControlRef& a, const ControlRef& b) const;
  // Why two nodes of network() are at least as close as `set`, of which it is
  // proved: a weaker statement has the shorter proof.
  Proof Prove(int a, int b, RelationSet set) const;

  // False when rows of the tables contradict each other.  Then nothing is
  // derived from the rows of the component of the network that clashes.
  bool consistent() const;
  const Network& network() const;
  const Closure& closure() const;

  const Mapping& mapping(const RowRef& row) const {
    return MappingOf(dataset_, row);
  }
  std::string Place(const RowRef& row) const { return PlaceOf(dataset_, row); }

 private:
  using Pair = std::pair<int, int>;
  struct Derivation;  // the network and its closure
  struct Side;        // the links from one framework to another

  const Side& SideOf(int source, int target) const;
  void AddRows(const Crosswalk& crosswalk, int index, int source, int target,
               Side& side) const;
  void AddDerived(Side& side, int source, int target) const;
  bool IsSpecific(int a, int b, RelationSet set) const;
  const Derivation& Derived() const;

  const Dataset& dataset_;
  mutable std::map<Pair, std::unique_ptr<Side>> sides_;
  mutable std::unique_ptr<Derivation> derivation_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_KNOWLEDGE_H_
