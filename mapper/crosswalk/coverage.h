// How far each control is met, from stated answers and proved relations.
//
// A state is an interval [lo, hi] over none < some < all (design 6).  Answers
// spread along certain containment and overlap and along exact unions, to the
// least fixpoint; each inferred bound keeps the answer it came from.

#ifndef MAPPER_CROSSWALK_COVERAGE_H_
#define MAPPER_CROSSWALK_COVERAGE_H_

#include <vector>

#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/assessment.h"
#include "mapper/model/dataset.h"

namespace mapper {

enum class Extent { kNone, kSome, kAll };

struct CoverageState {
  Extent lo = Extent::kNone;
  Extent hi = Extent::kAll;
  // The node whose answer set the bound: itself for an answer of its own, -1
  // for none.
  int lo_from = -1;
  int hi_from = -1;

  bool answered(int node) const { return lo_from == node || hi_from == node; }
  bool conflict() const { return hi < lo; }
};

class Coverage {
 public:
  // Over the nodes of knowledge.network(); the answers are those of one scope.
  // "Not applicable" and "no answer" say nothing of other controls.
  Coverage(const Dataset& dataset, const Knowledge& knowledge,
           const Assessments& assessments);

  const CoverageState& Of(const ControlRef& control) const;
  const CoverageState& OfNode(int node) const {
    return states_[static_cast<std::size_t>(node)];
  }
  // Nodes whose answers cannot all be right, ascending.
  std::vector<int> Conflicts() const;

 private:
  void Answer(int node, Status status);
  void Raise(int node, Extent lo, int from);
  void Lower(int node, Extent hi, int from);
  void Spread(int node);
  bool MayInfer(int node) const;

  const Dataset& dataset_;
  const Knowledge& knowledge_;
  std::vector<CoverageState> states_;
  std::vector<int> queue_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_COVERAGE_H_
