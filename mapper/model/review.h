// What a user decided about a row of a crosswalk.  Rows are named by their two
// sides as the table prints them, so that a decision outlives a new line.

#ifndef MAPPER_MODEL_REVIEW_H_
#define MAPPER_MODEL_REVIEW_H_

#include <array>
#include <cstdint>
#include <string>

#include "mapper/model/relation.h"
#include "mapper/model/words.h"

namespace mapper {

// kWithdraw takes back what stood about the row before.
enum class Decision { kAccept, kReject, kReplace, kAdd, kWithdraw };
// What a decision made of a row that is there.
enum class Review { kNone, kAccepted, kReplaced, kAdded };
// Whether a decision is used.  kRecheck: the row is not any more what was
// decided about, so that the decision is not used until somebody looks again.
enum class ReviewState { kStanding, kRecheck, kPast };

extern const std::array<Name<Decision>, 5> kDecisions;
extern const std::array<Name<Review>, 4> kReviews;
extern const std::array<Name<ReviewState>, 3> kReviewStates;

const char* ToString(Decision value);

struct ReviewRecord {
  std::int64_t number = 0;  // its place in the workspace; 0: not yet recorded
  std::string source_framework;
  std::string target_framework;
  std::string source;  // "A1", "A1+A2", or "-"
  std::string target;
  Decision decision = Decision::kAccept;
  // Of kReplace and kAdd: what the row says from now on.
  Relation relation = Relation::kOverlaps;
  Confidence confidence = Confidence::kLow;
  std::string rationale;
  std::string row_sha256;  // of the shipped row then; "" when there was none
  std::string reviewer;
  std::string reviewed_on;  // ISO day
  std::string reason;       // why it was decided so
  std::string recorded_at;  // UTC

  bool has_row() const {
    return decision == Decision::kReplace || decision == Decision::kAdd;
  }
};

}  // namespace mapper

#endif  // MAPPER_MODEL_REVIEW_H_
