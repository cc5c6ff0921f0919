// Crosswalks: what the tables assert about pairs of controls.

#ifndef MAPPER_MODEL_CROSSWALK_H_
#define MAPPER_MODEL_CROSSWALK_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/relation.h"
#include "mapper/model/words.h"

namespace mapper {

// One row of a crosswalk table.  A side is one control, or the exact union of
// several of one framework; it is empty for "-" (no counterpart).
struct Mapping {
  std::vector<int> sources;  // indices in the source framework, ascending
  Relation relation = Relation::kOverlaps;
  std::vector<int> targets;
  Confidence confidence = Confidence::kLow;
  Basis basis = Basis::kProject;
  std::string rationale;
  std::size_t line = 0;
};

struct Crosswalk {
  int source = -1;  // indices in Dataset::frameworks
  int target = -1;
  std::string file;
  std::string dated;  // the day on which the table was made, ISO, or ""
  bool complete_source = false;
  bool complete_target = false;
  bool user = false;              // the user's, not a shipped one
  std::vector<Mapping> mappings;  // in file order
};

}  // namespace mapper

#endif  // MAPPER_MODEL_CROSSWALK_H_
