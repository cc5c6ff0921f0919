#include "mapper/crosswalk/proof.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mapper {
namespace {

constexpr RelationSet kInside = kEq | kPp;

// Follows the steps of a traced closure back to what was given.
class Tracer {
 public:
  explicit Tracer(const Closure& closure) : closure_(closure) {}

  // What excludes the relations `bits` of (a, b), told from `a` to `b`.
  void Exclude(int a, int b, RelationSet bits) {
    if (a == b || bits == 0) return;
    if (a > b) {
      // The steps are kept for pairs in ascending order, and lead from there.
      const auto before = static_cast<std::ptrdiff_t>(givens_.size());
      Exclude(b, a, Converses()[bits]);
      std::reverse(givens_.begin() + before, givens_.end());
      return;
    }
    RelationSet& done = done_[{a, b}];
    const auto wanted = static_cast<RelationSet>(bits & ~done);
    if (wanted == 0) return;
    done = static_cast<RelationSet>(done | wanted);
    for (int at = closure_.LastStep(a, b); at >= 0;
         at = closure_.step(at).previous) {
      const ClosureStep& step = closure_.step(at);
      const auto here = static_cast<RelationSet>(step.removed & wanted);
      if (here != 0) Follow(step, here);
    }
  }

  std::vector<int> Take() { return std::move(givens_); }

 private:
  void Follow(const ClosureStep& step, RelationSet bits) {
    switch (step.kind) {
      case ClosureStep::Kind::kGiven:
        if (std::find(givens_.begin(), givens_.end(), step.given) ==
            givens_.end()) {
          givens_.push_back(step.given);
        }
        break;
      case ClosureStep::Kind::kCompose:
        FollowPath(step, bits);
        break;
      case ClosureStep::Kind::kUnion:
        FollowUnion(step);
        break;
    }
  }

  // Asks of each half of the path only what the composition needs.
  void FollowPath(const ClosureStep& step, RelationSet bits) {
    RelationSet first = step.first;
    RelationSet second = step.second;
    for (RelationSet bit = 1; bit < 32;
         bit = static_cast<RelationSet>(bit * 2)) {
      const auto wider = static_cast<RelationSet>(first | bit);
      if ((Compositions()[wider][second] & bits) == 0) first = wider;
    }
    for (RelationSet bit = 1; bit < 32;
         bit = static_cast<RelationSet>(bit * 2)) {
      const auto wider = static_cast<RelationSet>(second | bit);
      if ((Compositions()[first][wider] & bits) == 0) second = wider;
    }
    Exclude(step.a, step.via, kAnyRelation & ~first);
    Exclude(step.via, step.b, kAnyRelation & ~second);
  }

  void FollowUnion(const ClosureStep& step) {
    const int whole = closure_.whole(step.via);
    const std::vector<int>& parts = closure_.parts(step.via);
    const auto apart = [&](int x, int except) {
      for (const int part : parts) {
        if (part != except) Exclude(part, x, kAnyRelation & ~kDr);
      }
    };
    const auto rule = static_cast<UnionRule>(step.first);
    if (rule == kAllInside || rule == kAllApart) {
      const int x = step.a == whole ? step.b : step.a;
      if (rule == kAllApart) {
        apart(x, -1);
      } else {
        for (const int part : parts) {
          Exclude(part, x, kAnyRelation & ~kInside);
        }
      }
      return;
    }
    const int part = step.part_first ? step.a : step.b;
    const int x = step.part_first ? step.b : step.a;
    apart(x, part);
    Exclude(x, whole, rule == kInsideOne ? kAnyRelation & ~kInside : kDr);
  }

  const Closure& closure_;
  std::map<std::pair<int, int>, RelationSet> done_;
  std::vector<int> givens_;
};

}  // namespace

std::vector<int> Prover::Rows(const std::vector<int>& givens) const {
  std::vector<int> rows;
  for (const int given : givens) {
    if (network_.givens()[static_cast<std::size_t>(given)].kind ==
        Given::Kind::kRow) {
      rows.push_back(given);
    }
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

// Leaves out rows, the last ones first, while what is asked still holds; so
// among equal proofs that with the earlier rows by file and line stays.
template <typename StillHolds>
std::vector<int> Prover::Minimise(std::vector<int> rows,
                                  StillHolds holds) const {
  for (std::size_t i = rows.size(); i-- > 0;) {
    std::vector<int> fewer = rows;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (holds(fewer)) rows = std::move(fewer);
  }
  return rows;
}

Proof Prover::Prove(int a, int b, RelationSet set) const {
  const RelationSet excluded = kAnyRelation & ~set;
  Tracer tracer(closure_);
  tracer.Exclude(a, b, excluded);
  std::vector<int> used = tracer.Take();
  const std::vector<int> all = Rows(used);
  if (all.empty()) return {used, set};
  const std::vector<int> rows =
      Minimise(all, [&](const std::vector<int>& fewer) {
        Network::Part part = network_.MakePart(false, fewer, {a, b});
        part.closure().Run();
        return (part.Get(a, b) & excluded) == 0;
      });
  if (rows.size() < all.size()) {
    Network::Part part = network_.MakePart(true, rows, {a, b});
    part.closure().Run();
    Tracer again(part.closure());
    again.Exclude(part.Number(a), part.Number(b), excluded);
    used = again.Take();
  }
  return {used, set};
}

Proof Prover::ProveClash() const {
  const auto [a, b] = closure_.clash();
  Tracer tracer(closure_);
  tracer.Exclude(a, b, kAnyRelation);
  std::vector<int> used = tracer.Take();
  const std::vector<int> all = Rows(used);
  const std::vector<int> rows =
      Minimise(all, [&](const std::vector<int>& fewer) {
        Network::Part part = network_.MakePart(false, fewer);
        return !part.closure().Run();
      });
  if (rows.size() < all.size()) {
    Network::Part part = network_.MakePart(true, rows);
    part.closure().Run();
    const auto clash = part.closure().clash();
    Tracer again(part.closure());
    again.Exclude(clash.first, clash.second, kAnyRelation);
    used = again.Take();
  }
  return {used, 0};
}

}  // namespace mapper
