// How far each control is met, from stated answers and proved relations.
//
// A state is an interval [lo, hi] over none < some < all (design 6).  Answers
// spread along certain containment and overlap and along exact unions, to the
// least fixpoint; each inferred bound keeps the answers it came from.

#ifndef MAPPER_CROSSWALK_COVERAGE_H_
#define MAPPER_CROSSWALK_COVERAGE_H_

#include <array>
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
  // The place in network().exact_unions() through which it came, or -1.
  int lo_union = -1;
  int hi_union = -1;

  bool answered(int node) const { return lo_from == node || hi_from == node; }
  bool conflict() const { return hi < lo; }
};

// What the answers to other controls prove of a control; a conflict is with its
// own answer, or of other answers with each other.
enum class Inference {
  kNothing,
  kMet,     // all
  kPartly,  // some, and not all
  kSome,    // at least some
  kNotAll,  // not all
  kNotMet,  // none
  kConflict
};

extern const std::array<Name<Inference>, 7> kInferences;

const char* ToString(Inference inference);
const char* InWords(Inference inference, Language language);

class Coverage {
 public:
  // One step of the way from answers to a bound: that (to, from) is inside
  // `needed` carries the state of `from` to `to`.  `from` is a node with an
  // answer, or the whole of an exact union whose parts stand before it.
  struct Step {
    int from;
    int to;
    RelationSet needed;
    bool answer;
  };

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

  Inference InferredOf(const ControlRef& control) const;
  // Why InferredOf says so; empty when it says nothing.  A conflict has the
  // steps of both bounds, an answer of its own among them.
  std::vector<Step> StepsOf(const ControlRef& control) const;

 private:
  // Where a bound comes from.
  struct Source {
    int from;
    int by_union;
  };

  void Answer(int node, Status status);
  void Raise(int node, Extent lo, const Source& source);
  void Lower(int node, Extent hi, const Source& source);
  void Spread(int node);
  bool MayInfer(int node) const;
  void AddSteps(int node, bool low, std::vector<Step>& steps) const;

  const Dataset& dataset_;
  const Knowledge& knowledge_;
  std::vector<CoverageState> states_;
  std::vector<int> queue_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_COVERAGE_H_
