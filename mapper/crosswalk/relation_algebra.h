// The relation algebra RCC-5 over sets of base relations (5 bits).
//
// Source of the composition table: B. Bennett, "Spatial reasoning with
// propositional logics" (KR 1994) and T. Drakengren and P. Jonsson, "A
// complete classification of tractability in RCC-5" (JAIR 6, 1997).  A test
// derives it again by enumerating small sets.  Regions are non-empty.

#ifndef MAPPER_CROSSWALK_RELATION_ALGEBRA_H_
#define MAPPER_CROSSWALK_RELATION_ALGEBRA_H_

#include <array>
#include <cstdint>

#include "mapper/model/relation.h"

namespace mapper {

// kCompose[r][s] is the weakest set that holds of (a, c) when r holds of
// (a, b) and s of (b, c).
using CompositionTable = std::array<std::array<RelationSet, 32>, 32>;
const CompositionTable& Compositions();

// Bit s of kProductive[r] is set when composing r with s says something, that
// is, gives less than all five relations.
const std::array<std::uint32_t, 32>& ProductiveSets();

const std::array<RelationSet, 32>& Converses();

// "EQ", "PP", "PPi", "PO" or "DR".
const char* BaseName(RelationSet base);

// What a proved set is called (design 6), or null for anything weaker.
const Name<RelationSet>* ProvedName(RelationSet set);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_RELATION_ALGEBRA_H_
