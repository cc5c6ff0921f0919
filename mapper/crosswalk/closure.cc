#include "mapper/crosswalk/closure.h"

#include <algorithm>

namespace mapper {
namespace {

constexpr RelationSet kInside = kEq | kPp;

// Looked up once; each call would ask whether the tables are made yet.
const CompositionTable& kCompose = Compositions();
const std::array<RelationSet, 32>& kConverse = Converses();
const std::array<std::uint32_t, 32>& kProductive = ProductiveSets();

std::uint64_t Pack(int a, int b) {
  return static_cast<std::uint64_t>(a) << 32U | static_cast<std::uint64_t>(b);
}

}  // namespace

Closure::Closure(int nodes, bool trace)
    : nodes_(nodes),
      trace_(trace),
      table_(nodes),
      occupied_(static_cast<std::size_t>(nodes), 0),
      lists_(static_cast<std::size_t>(nodes) * 32, -1),
      unions_of_(static_cast<std::size_t>(nodes)) {}

void Closure::AddUnion(int whole, std::vector<int> parts) {
  const int number = static_cast<int>(unions_.size());
  unions_of_[static_cast<std::size_t>(whole)].push_back(number);
  for (const int part : parts) {
    unions_of_[static_cast<std::size_t>(part)].push_back(number);
  }
  unions_.push_back({whole, std::move(parts)});
}

RelationSet Closure::Get(int a, int b) const {
  if (a == b) return kEq;
  const std::uint8_t byte = a < b ? table_.Peek(a, b) : table_.Peek(b, a);
  const auto set =
      static_cast<RelationSet>(kAnyRelation ^ (byte & kAnyRelation));
  return a < b ? set : kConverse[set];
}

int Closure::LastStep(int a, int b) const {
  const auto it = last_step_.find(Pack(a, b));
  return it == last_step_.end() ? -1 : it->second;
}

void Closure::Constrain(int a, int b, RelationSet set, int given) {
  if (a == b) {
    if ((set & kEq) == 0 && consistent()) clash_ = {a, b};
    return;
  }
  ClosureStep why;
  why.kind = ClosureStep::Kind::kGiven;
  why.given = given;
  Refine(a, b, set, &why);
}

void Closure::Refine(int a, int b, RelationSet set, const ClosureStep* why) {
  if (a == b) return;
  const bool turned = a > b;
  if (turned) {
    std::swap(a, b);
    set = kConverse[set];
  }
  std::uint8_t& byte = table_.At(a, b);
  const auto removed =
      static_cast<RelationSet>(kAnyRelation & ~set & ~unsigned{byte});
  if (removed == 0) return;
  byte = static_cast<std::uint8_t>(byte | removed);
  if (trace_) {
    ClosureStep step = *why;
    // The step speaks of (a, b) as stored; turn the path with it.
    if (turned && step.kind == ClosureStep::Kind::kCompose) {
      const RelationSet first = step.first;
      step.first = kConverse[step.second];
      step.second = kConverse[first];
    }
    if (turned) step.part_first = !step.part_first;
    step.a = a;
    step.b = b;
    step.removed = removed;
    int& last = last_step_.emplace(Pack(a, b), -1).first->second;
    step.previous = last;
    last = static_cast<int>(steps_.size());
    steps_.push_back(step);
  }
  if ((byte & kAnyRelation) == kAnyRelation) {
    if (consistent()) clash_ = {a, b};
    return;
  }
  if ((byte & PairTable::kQueued) == 0) {
    byte = static_cast<std::uint8_t>(byte | PairTable::kQueued);
    queue_.push_back(Pack(a, b));
  }
}

bool Closure::Run() {
  while (head_ < queue_.size() && consistent()) {
    const std::uint64_t pair = queue_[head_++];
    Process(static_cast<int>(pair >> 32U),
            static_cast<int>(pair & 0xFFFFFFFFU));
  }
  queue_.clear();
  head_ = 0;
  return consistent();
}

void Closure::Process(int a, int b) {
  std::uint8_t& byte = table_.At(a, b);
  byte = static_cast<std::uint8_t>(byte & ~unsigned{PairTable::kQueued});
  const auto set =
      static_cast<RelationSet>(kAnyRelation ^ (byte & kAnyRelation));
  const RelationSet converse = kConverse[set];
  Expand(a, b, set);
  Expand(b, a, converse);
  Append(a, set, b);
  Append(b, converse, a);
  if (!unions_.empty()) {
    CheckUnions(a, b);
    CheckUnions(b, a);
  }
}

// Composes (a, b) with what is known of b.
void Closure::Expand(int a, int b, RelationSet set) {
  const auto& composed = kCompose[set];
  std::uint32_t sets =
      occupied_[static_cast<std::size_t>(b)] & kProductive[set];
  ClosureStep why;
  why.kind = ClosureStep::Kind::kCompose;
  why.first = set;
  why.via = b;
  while (sets != 0) {
    const auto second = static_cast<unsigned>(__builtin_ctz(sets));
    sets &= sets - 1;
    const RelationSet result = composed[second];
    why.second = static_cast<RelationSet>(second);
    int block = lists_[static_cast<std::size_t>(b) * 32 + second];
    while (block >= 0) {
      // By index: Refine never adds blocks, but Append moves them.
      const Block& list = blocks_[static_cast<std::size_t>(block)];
      for (int i = 0; i < list.size; ++i) {
        Refine(a, list.node[static_cast<std::size_t>(i)], result, &why);
      }
      block = list.next;
    }
  }
}

void Closure::Append(int node, RelationSet set, int neighbour) {
  int& list = lists_[static_cast<std::size_t>(node) * 32 + set];
  occupied_[static_cast<std::size_t>(node)] |= 1U << set;
  if (list < 0 || blocks_[static_cast<std::size_t>(list)].size ==
                      static_cast<int>(blocks_[0].node.size())) {
    blocks_.push_back({list, 0, {}});
    list = static_cast<int>(blocks_.size()) - 1;
  }
  Block& block = blocks_[static_cast<std::size_t>(list)];
  block.node[static_cast<std::size_t>(block.size++)] = neighbour;
}

void Closure::CheckUnions(int node, int other) {
  for (const int number : unions_of_[static_cast<std::size_t>(node)]) {
    CheckUnion(number, other);
  }
}

void Closure::CheckUnion(int number, int x) {
  const Union& u = unions_[static_cast<std::size_t>(number)];
  if (x == u.whole) return;
  bool all_inside = true;
  int meeting = 0;  // parts that are not known to be apart from x
  int last = -1;
  for (const int part : u.parts) {
    const RelationSet set = Get(part, x);
    if ((set & ~kInside) != 0) all_inside = false;
    if (set != kDr) {
      ++meeting;
      last = part;
    }
    if (!all_inside && meeting > 1) return;
  }
  ClosureStep why;
  why.kind = ClosureStep::Kind::kUnion;
  why.via = number;
  const auto apply = [&](int a, int b, RelationSet set, UnionRule rule) {
    why.first = rule;
    Refine(a, b, set, &why);
  };
  if (all_inside) apply(u.whole, x, kInside, kAllInside);
  if (meeting == 0) apply(u.whole, x, kDr, kAllApart);
  if (meeting != 1) return;
  const RelationSet whole = Get(x, u.whole);
  if ((whole & ~kInside) == 0) apply(x, last, kInside, kInsideOne);
  if ((whole & kDr) == 0) apply(x, last, kAnyRelation & ~kDr, kMeetsOne);
}

}  // namespace mapper
