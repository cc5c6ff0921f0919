// Column names of the OLIR template, NIST IR 8278A r1, sheet "Relationships".

#ifndef MAPPER_MODEL_OLIR_COLUMNS_H_
#define MAPPER_MODEL_OLIR_COLUMNS_H_

#include <array>
#include <cstddef>

namespace mapper {

enum OlirColumn : std::size_t {
  kOlirFocal,
  kOlirFocalDescription,
  kOlirReference,
  kOlirBaseline,
  kOlirRationale,
  kOlirRelationship,
  kOlirRelationshipType,
  kOlirExplanation,
  kOlirProperty,
  kOlirReferenceDescription,
  kOlirComments,
  kOlirStrength
};

constexpr std::array<const char*, 12> kOlirColumns = {
    "Focal Document Element",
    "Focal Document Element Description",
    "Reference Document Element",
    "Security Control Baseline",
    "Rationale",
    "Relationship",
    "Relationship Type",
    "Relationship Explanation",
    "Relationship Property",
    "Reference Document Element Description",
    "Comments",
    "Strength of Relationship"};

// The comment of a focal element that nobody compared.
constexpr const char* kOlirNotReviewed = "kakehashi: not reviewed";

}  // namespace mapper

#endif  // MAPPER_MODEL_OLIR_COLUMNS_H_
