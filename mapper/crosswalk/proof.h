// Why a relation is proved, and which rows contradict each other: subset-
// minimal sets of rows, with the facts of the catalogues that they need.

#ifndef MAPPER_CROSSWALK_PROOF_H_
#define MAPPER_CROSSWALK_PROOF_H_

#include <vector>

#include "mapper/crosswalk/network.h"

namespace mapper {

struct Proof {
  // Places in Network::givens(), in the order in which the derivation from `a`
  // to `b` uses them.  No row can be left out; facts of the catalogues are only
  // those that the derivation uses.
  std::vector<int> givens;
  RelationSet set = kAnyRelation;  // what they prove of the pair
};

class Prover {
 public:
  // `closure` was made by `network` with trace and has run.
  Prover(const Network& network, const Closure& closure)
      : network_(network), closure_(closure) {}

  // Proof that (a, b) is inside `set`.  The closure must have proved it.
  Proof Prove(int a, int b, RelationSet set) const;

  // Of a closure that is not consistent: rows that cannot all be true.
  Proof ProveClash() const;

 private:
  std::vector<int> Rows(const std::vector<int>& givens) const;
  template <typename StillHolds>
  std::vector<int> Minimise(std::vector<int> rows, StillHolds holds) const;

  const Network& network_;
  const Closure& closure_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_PROOF_H_
