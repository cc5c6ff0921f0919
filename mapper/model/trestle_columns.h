// Columns of compliance-trestle's csv-to-oscal-mc, and those that we add.

#ifndef MAPPER_MODEL_TRESTLE_COLUMNS_H_
#define MAPPER_MODEL_TRESTLE_COLUMNS_H_

#include <array>
#include <cstddef>

namespace mapper {

enum TrestleColumn : std::size_t {
  kTrestleSource,
  kTrestleTarget,
  kTrestleSourceIds,
  kTrestleTargetIds,
  kTrestleRelationship,
  kTrestleConfidence,
  kTrestleCoverage,
  kTrestleExactRelation,  // the first of ours
  kTrestleExactConfidence,
  kTrestleBasis,
  kTrestleRationale,
  kTrestleProof
};

constexpr std::array<const char*, 12> kTrestleColumns = {
    "$$Source_Resource",
    "$$Target_Resource",
    "$$Map_Source_ID_Ref_list",
    "$$Map_Target_ID_Ref_list",
    "$$Map_Relationship",
    "$Map_Confidence_Score",
    "$Map_Coverage",
    "Kakehashi_Relation",
    "Kakehashi_Confidence",
    "Kakehashi_Basis",
    "Kakehashi_Rationale",
    "Kakehashi_Proof"};

// In "Kakehashi_Relation" of a control that nobody compared.
constexpr const char* kTrestleNotReviewed = "not-reviewed";

}  // namespace mapper

#endif  // MAPPER_MODEL_TRESTLE_COLUMNS_H_
