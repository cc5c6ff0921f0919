// Relations between two controls, each seen as the set of things it demands.
//
// The words are those of the OSCAL 1.2 mapping model and NIST IR 8477, plus
// `overlaps`.  Beneath them lies RCC-5 (Randell, Cui and Cohn 1992; the five
// base relations of region connection without boundaries): a relation that is
// not fully known is a set of base relations, 5 bits.

#ifndef MAPPER_MODEL_RELATION_H_
#define MAPPER_MODEL_RELATION_H_

#include <array>
#include <cstdint>

#include "mapper/model/words.h"

namespace mapper {

enum class Relation {
  kEqualTo,         // the same wording
  kEquivalentTo,    // the same demands
  kSubsetOf,        // the target demands all that the source does, and more
  kSupersetOf,      // the source demands all that the target does, and more
  kIntersectsWith,  // shared demands, and each has demands of its own
  kOverlaps,        // shared demands; whether one contains the other is unknown
  kNoRelationship   // somebody looked, and nothing is shared
};

extern const std::array<Name<Relation>, 7> kRelations;

const char* ToString(Relation relation);
const char* InWords(Relation relation, Language language);
Relation Inverse(Relation relation);

// A set of RCC-5 base relations.
using RelationSet = std::uint8_t;
constexpr RelationSet kEq = 1;   // equal
constexpr RelationSet kPp = 2;   // source properly inside target
constexpr RelationSet kPpi = 4;  // target properly inside source
constexpr RelationSet kPo = 8;   // partial overlap
constexpr RelationSet kDr = 16;  // discrete: nothing shared
constexpr RelationSet kAnyRelation = 31;

RelationSet ToSet(Relation relation);
RelationSet Converse(RelationSet set);

}  // namespace mapper

#endif  // MAPPER_MODEL_RELATION_H_
