#include "mapper/crosswalk/relation_algebra.h"

namespace mapper {
namespace {

constexpr RelationSet kMeets = kEq | kPp | kPpi | kPo;

// Composition of base relations, rows and columns EQ PP PPi PO DR.
constexpr RelationSet kBase[5][5] = {
    {kEq, kPp, kPpi, kPo, kDr},
    {kPp, kPp, kAnyRelation, kPp | kPo | kDr, kDr},
    {kPpi, kMeets, kPpi, kPpi | kPo, kPpi | kPo | kDr},
    {kPo, kPp | kPo, kPpi | kPo | kDr, kAnyRelation, kPpi | kPo | kDr},
    {kDr, kPp | kPo | kDr, kDr, kPp | kPo | kDr, kAnyRelation},
};

CompositionTable MakeCompositions() {
  CompositionTable table{};
  for (unsigned r = 0; r < 32; ++r) {
    for (unsigned s = 0; s < 32; ++s) {
      unsigned result = 0;
      for (unsigned i = 0; i < 5; ++i) {
        for (unsigned j = 0; j < 5; ++j) {
          if ((r >> i & 1U) != 0 && (s >> j & 1U) != 0) result |= kBase[i][j];
        }
      }
      table[r][s] = static_cast<RelationSet>(result);
    }
  }
  return table;
}

// In the order of preference: the first whose set contains the proved one.
const std::array<Name<RelationSet>, 8> kProved = {{
    {kEq, "equivalent-to", {"同内容", "equivalent to"}},
    {kPp, "subset-of", {"含まれる", "subset of"}},
    {kPpi, "superset-of", {"含む", "superset of"}},
    {kPo, "intersects-with", {"一部共通", "intersects with"}},
    {kDr, "no-relationship", {"対応なし", "no relationship"}},
    {kEq | kPp, "within", {"含まれるか同内容", "within"}},
    {kEq | kPpi, "contains", {"含むか同内容", "contains"}},
    {kMeets, "overlaps", {"重なる", "overlaps"}},
}};

}  // namespace

const CompositionTable& Compositions() {
  static const CompositionTable kTable = MakeCompositions();
  return kTable;
}

const std::array<std::uint32_t, 32>& ProductiveSets() {
  static const std::array<std::uint32_t, 32> kSets = [] {
    std::array<std::uint32_t, 32> sets{};
    for (unsigned r = 0; r < 32; ++r) {
      for (unsigned s = 0; s < 32; ++s) {
        if (Compositions()[r][s] != kAnyRelation) sets[r] |= 1U << s;
      }
    }
    return sets;
  }();
  return kSets;
}

const std::array<RelationSet, 32>& Converses() {
  static const std::array<RelationSet, 32> kConverses = [] {
    std::array<RelationSet, 32> converses{};
    for (unsigned r = 0; r < 32; ++r) {
      converses[r] = Converse(static_cast<RelationSet>(r));
    }
    return converses;
  }();
  return kConverses;
}

const char* BaseName(RelationSet base) {
  switch (base) {
    case kEq:
      return "EQ";
    case kPp:
      return "PP";
    case kPpi:
      return "PPi";
    case kPo:
      return "PO";
    case kDr:
      return "DR";
    default:
      return "?";
  }
}

const Name<RelationSet>* ProvedName(RelationSet set) {
  if (set == 0) return nullptr;
  for (const auto& name : kProved) {
    if ((set & ~name.value) == 0) return &name;
  }
  return nullptr;
}

}  // namespace mapper
