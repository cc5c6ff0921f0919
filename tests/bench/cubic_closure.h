// Path consistency as the textbooks have it (A. K. Mackworth, "Consistency in
// networks of relations", 1977, PC-1): an n x n matrix, and every triple again
// until a pass changes nothing.  The reference that mapper/crosswalk/closure is
// measured and checked against; it knows nothing of unions.

#ifndef TESTS_BENCH_CUBIC_CLOSURE_H_
#define TESTS_BENCH_CUBIC_CLOSURE_H_

#include <cstddef>
#include <vector>

#include "mapper/crosswalk/relation_algebra.h"

namespace mapper {

class CubicClosure {
 public:
  explicit CubicClosure(int nodes)
      : nodes_(static_cast<std::size_t>(nodes)),
        matrix_(nodes_ * nodes_, kAnyRelation) {
    for (std::size_t i = 0; i < nodes_; ++i) matrix_[i * nodes_ + i] = kEq;
  }

  int nodes() const { return static_cast<int>(nodes_); }
  RelationSet Get(int a, int b) const { return matrix_[Place(a, b)]; }

  // True when this took something away.
  bool Constrain(int a, int b, RelationSet set) {
    const auto narrow = static_cast<RelationSet>(Get(a, b) & set);
    if (narrow == Get(a, b)) return false;
    matrix_[Place(a, b)] = narrow;
    matrix_[Place(b, a)] = Converses()[narrow];
    if (narrow == 0) consistent_ = false;
    return true;
  }

  // False when a pair runs empty.
  bool Run() {
    const CompositionTable& compose = Compositions();
    for (bool changed = true; changed && consistent_;) {
      changed = false;
      for (std::size_t k = 0; k < nodes_; ++k) {
        for (std::size_t i = 0; i < nodes_; ++i) {
          const auto& first = compose[matrix_[i * nodes_ + k]];
          for (std::size_t j = i + 1; j < nodes_; ++j) {
            const RelationSet old = matrix_[i * nodes_ + j];
            const auto narrow =
                static_cast<RelationSet>(old & first[matrix_[k * nodes_ + j]]);
            if (narrow == old) continue;
            matrix_[i * nodes_ + j] = narrow;
            matrix_[j * nodes_ + i] = Converses()[narrow];
            if (narrow == 0) consistent_ = false;
            changed = true;
          }
        }
      }
    }
    return consistent_;
  }

  bool consistent() const { return consistent_; }

 private:
  std::size_t Place(int a, int b) const {
    return static_cast<std::size_t>(a) * nodes_ + static_cast<std::size_t>(b);
  }

  std::size_t nodes_;
  std::vector<RelationSet> matrix_;
  bool consistent_ = true;
};

}  // namespace mapper

#endif  // TESTS_BENCH_CUBIC_CLOSURE_H_
