// The fixpoint of design 6 word for word, without a queue or an index: all
// compositions and all union rules over and over.  For small networks only.

#ifndef TESTS_MAPPER_CROSSWALK_ORACLE_H_
#define TESTS_MAPPER_CROSSWALK_ORACLE_H_

#include <algorithm>
#include <utility>
#include <vector>

#include "mapper/crosswalk/closure.h"
#include "tests/bench/cubic_closure.h"
#include "tests/bench/random_network.h"

namespace mapper {

// Two or more parts; that each lies inside the whole is among the rows.
struct ExactUnion {
  int whole = 0;
  std::vector<int> parts;
};

struct SmallNetwork {
  int nodes = 0;
  std::vector<ExactUnion> unions;
  std::vector<NetworkRow> rows;
};

inline bool ApplyUnions(const SmallNetwork& network, CubicClosure& closure) {
  constexpr RelationSet kInside = kEq | kPp;
  constexpr RelationSet kMeets = kAnyRelation & ~kDr;
  bool changed = false;
  for (const auto& [whole, parts] : network.unions) {
    for (int x = 0; x < network.nodes; ++x) {
      const auto apart = [&](int part) { return closure.Get(part, x) == kDr; };
      if (std::all_of(parts.begin(), parts.end(), [&](int part) {
            return (closure.Get(part, x) & ~kInside) == 0;
          })) {
        changed |= closure.Constrain(whole, x, kInside);
      }
      if (std::all_of(parts.begin(), parts.end(), apart)) {
        changed |= closure.Constrain(whole, x, kDr);
      }
      for (const int one : parts) {
        if (!std::all_of(parts.begin(), parts.end(), [&](int part) {
              return part == one || apart(part);
            })) {
          continue;
        }
        if ((closure.Get(x, whole) & ~kInside) == 0) {
          changed |= closure.Constrain(x, one, kInside);
        }
        if ((closure.Get(x, whole) & kDr) == 0) {
          changed |= closure.Constrain(x, one, kMeets);
        }
      }
    }
  }
  return changed;
}

inline CubicClosure OracleOf(const SmallNetwork& network) {
  CubicClosure closure(network.nodes);
  for (const NetworkRow& row : network.rows) {
    closure.Constrain(row.a, row.b, row.set);
  }
  while (closure.Run() && ApplyUnions(network, closure)) {
  }
  return closure;
}

inline Closure ClosureOf(const SmallNetwork& network, bool trace = false) {
  Closure closure(network.nodes, trace);
  for (const ExactUnion& u : network.unions) closure.AddUnion(u.whole, u.parts);
  for (std::size_t i = 0; i < network.rows.size(); ++i) {
    const NetworkRow& row = network.rows[i];
    closure.Constrain(row.a, row.b, row.set, static_cast<int>(i));
  }
  closure.Run();
  return closure;
}

}  // namespace mapper

#endif  // TESTS_MAPPER_CROSSWALK_ORACLE_H_
