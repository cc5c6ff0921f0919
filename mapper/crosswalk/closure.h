// The algebraic closure of a network of RCC-5 constraints, together with the
// rules of exact unions (design 6), to one common fixpoint.
//
// Only pairs that say something are stored.  Each edge is composed with the
// edges processed before it, and only with those whose set makes the
// composition say something, found by the set in per-node lists: on sparse
// networks the work is that of the paths of length two that mean something,
// not n^3.  Narrowing is monotone, so the fixpoint does not depend on order.

#ifndef MAPPER_CROSSWALK_CLOSURE_H_
#define MAPPER_CROSSWALK_CLOSURE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mapper/crosswalk/pair_table.h"
#include "mapper/crosswalk/relation_algebra.h"

namespace mapper {

// The rules of an exact union U of parts (design 6), X being any node.
enum UnionRule : std::uint8_t {
  kAllInside = 1,  // all parts inside X: U inside X
  kAllApart = 2,   // all parts DR X: U DR X
  kInsideOne = 3,  // X inside U, all parts but one DR X: X inside that one
  kMeetsOne = 4    // X meets U, all parts but one DR X: X meets that one
};

// Why a pair lost base relations.
struct ClosureStep {
  enum class Kind : std::uint8_t { kGiven, kCompose, kUnion };

  int a = -1;
  int b = -1;
  RelationSet removed = 0;  // bits that this step took from (a, b)
  Kind kind = Kind::kGiven;
  RelationSet first = 0;    // kCompose: the set of (a, via) that was used;
                            // kUnion: the UnionRule
  RelationSet second = 0;   // kCompose: the set of (via, b)
  int via = -1;             // kCompose: the node; kUnion: the union's number
  int given = -1;           // kGiven: the caller's number of the constraint
  bool part_first = false;  // kUnion, rules 3 and 4: `a` is the part
  int previous = -1;        // the step before on the same pair
};

class Closure {
 public:
  // `trace` keeps the steps, for proofs; it costs time and memory.
  explicit Closure(int nodes, bool trace = false);

  // `whole` is exactly the union of `parts` (two or more; of one, constrain the
  // two to be equal).  That each part lies inside is to be constrained too.
  // Before Run.
  void AddUnion(int whole, std::vector<int> parts);

  // Requires `set` of (a, b).  `given` is the caller's number, for proofs.
  void Constrain(int a, int b, RelationSet set, int given = -1);

  // To the fixpoint.  May be called again after further constraints.  False
  // when the network contradicts itself; clash() then names the pair that ran
  // empty, and nothing more is derived.
  bool Run();

  bool consistent() const { return clash_.first < 0; }
  const std::pair<int, int>& clash() const { return clash_; }
  int nodes() const { return nodes_; }

  // What is proved of (a, b); kAnyRelation when nothing is.
  RelationSet Get(int a, int b) const;

  // Calls visit(b, set) for every b of which something is proved, ascending.
  template <typename Visit>
  void ForEach(int a, Visit visit) const {
    table_.ForEach(a, visit);
  }

  // With trace: the newest step on (a, b) with a < b, or -1.
  int LastStep(int a, int b) const;
  const ClosureStep& step(int index) const {
    return steps_[static_cast<std::size_t>(index)];
  }
  const std::vector<int>& parts(int union_number) const {
    return unions_[static_cast<std::size_t>(union_number)].parts;
  }
  int whole(int union_number) const {
    return unions_[static_cast<std::size_t>(union_number)].whole;
  }

 private:
  struct Union {
    int whole;
    std::vector<int> parts;
  };
  // Neighbours of a node by the set of the edge, in blocks.
  struct Block {
    int next;
    int size;
    std::array<int, 6> node;
  };

  void Refine(int a, int b, RelationSet set, const ClosureStep* why);
  void Process(int a, int b);
  void Expand(int a, int b, RelationSet set);
  void Append(int node, RelationSet set, int neighbour);
  void CheckUnions(int node, int other);
  void CheckUnion(int number, int x);

  int nodes_;
  bool trace_;
  PairTable table_;
  std::vector<std::uint64_t> queue_;
  std::size_t head_ = 0;
  std::vector<std::uint32_t> occupied_;  // sets with a list, per node
  std::vector<int> lists_;               // 32 a node: the newest block, or -1
  std::vector<Block> blocks_;
  std::vector<Union> unions_;
  std::vector<std::vector<int>> unions_of_;  // per node, as whole or part
  std::pair<int, int> clash_{-1, -1};
  std::vector<ClosureStep> steps_;
  std::unordered_map<std::uint64_t, int> last_step_;  // only with trace
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_CLOSURE_H_
