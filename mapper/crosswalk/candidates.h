// Pairs that rows connect through a third framework, and of which nothing is
// proved: worth a reviewer's look, and nothing more.

#ifndef MAPPER_CROSSWALK_CANDIDATES_H_
#define MAPPER_CROSSWALK_CANDIDATES_H_

#include <vector>

#include "mapper/crosswalk/knowledge.h"

namespace mapper {

struct Candidate {
  ControlRef source;
  ControlRef target;
  // Sum over the paths: a row counts 3, 2 or 1 by its confidence, doubled when
  // it says containment; a path counts the product of its two rows.
  int score = 0;
  std::vector<std::pair<RowRef, RowRef>> paths;  // the best first
};

// Paths of two rows source - middle - target through any other framework,
// each row sharing demands.  The highest score first, then document order.
std::vector<Candidate> FindCandidates(const Dataset& dataset,
                                      const Knowledge& knowledge, int source,
                                      int target);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_CANDIDATES_H_
