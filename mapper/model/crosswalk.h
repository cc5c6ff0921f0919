// Crosswalks: what the tables assert about pairs of controls.

#ifndef MAPPER_MODEL_CROSSWALK_H_
#define MAPPER_MODEL_CROSSWALK_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/model/relation.h"
#include "mapper/model/review.h"
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
  // What a user's decision made of the row (model/review.h), and the number of
  // that decision; the content of replaced and added rows is the user's.
  Review review = Review::kNone;
  std::int64_t decision = 0;

  bool of_user() const {
    return review == Review::kReplaced || review == Review::kAdded;
  }
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
  // The user's decisions that stand and were applied, by number.
  std::vector<ReviewRecord> decisions;
};

// What stands for a file in the place of a row that is the user's; the number
// of the decision stands for the line.
constexpr const char* kWorkspaceTable = "workspace";

// Where a row comes from: file and line, or "workspace" and its decision.
inline SourceLocation LocationOf(const Crosswalk& table, const Mapping& row) {
  if (!row.of_user()) return {table.file, row.line, 1};
  return {kWorkspaceTable, static_cast<std::size_t>(row.decision), 1};
}

}  // namespace mapper

#endif  // MAPPER_MODEL_CROSSWALK_H_
