#include "mapper/model/relation.h"

namespace mapper {

const std::array<Name<Relation>, 7> kRelations = {{
    {Relation::kEqualTo, "equal-to", {"同文", "equal to"}},
    {Relation::kEquivalentTo, "equivalent-to", {"同内容", "equivalent to"}},
    {Relation::kSubsetOf, "subset-of", {"含まれる", "subset of"}},
    {Relation::kSupersetOf, "superset-of", {"含む", "superset of"}},
    {Relation::kIntersectsWith,
     "intersects-with",
     {"一部共通", "intersects with"}},
    {Relation::kOverlaps, "overlaps", {"重なる", "overlaps"}},
    {Relation::kNoRelationship,
     "no-relationship",
     {"対応なし", "no relationship"}},
}};

namespace {

const Name<Relation>& Entry(Relation relation) {
  return kRelations[static_cast<std::size_t>(relation)];
}

}  // namespace

const char* ToString(Relation relation) { return Entry(relation).machine; }

const char* InWords(Relation relation, Language language) {
  return Entry(relation).words.in(language);
}

Relation Inverse(Relation relation) {
  switch (relation) {
    case Relation::kSubsetOf:
      return Relation::kSupersetOf;
    case Relation::kSupersetOf:
      return Relation::kSubsetOf;
    case Relation::kEqualTo:
    case Relation::kEquivalentTo:
    case Relation::kIntersectsWith:
    case Relation::kOverlaps:
    case Relation::kNoRelationship:
      return relation;
  }
  return relation;
}

RelationSet ToSet(Relation relation) {
  switch (relation) {
    case Relation::kEqualTo:
    case Relation::kEquivalentTo:
      return kEq;
    case Relation::kSubsetOf:
      return kPp;
    case Relation::kSupersetOf:
      return kPpi;
    case Relation::kIntersectsWith:
      return kPo;
    case Relation::kOverlaps:
      return kEq | kPp | kPpi | kPo;
    case Relation::kNoRelationship:
      return kDr;
  }
  return kAnyRelation;
}

RelationSet Converse(RelationSet set) {
  const unsigned kept = set & (kEq | kPo | kDr);
  const unsigned up = (set & kPp) != 0 ? kPpi : 0U;
  const unsigned down = (set & kPpi) != 0 ? kPp : 0U;
  return static_cast<RelationSet>(kept | up | down);
}

}  // namespace mapper
