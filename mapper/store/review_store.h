// Decisions about rows of crosswalks in a workspace: recorded, never changed.
// Which of them stand is the matter of crosswalk/review.h.

#ifndef MAPPER_STORE_REVIEW_STORE_H_
#define MAPPER_STORE_REVIEW_STORE_H_

#include <cstddef>
#include <vector>

#include "mapper/model/review.h"
#include "mapper/store/workspace.h"

namespace mapper {

class ReviewStore {
 public:
  // The workspace must outlive the store.
  explicit ReviewStore(Workspace& workspace) : workspace_(workspace) {}

  // Every decision, the oldest first: by recorded_at, then number.  Throws
  // Error for words that are none of ours.
  std::vector<ReviewRecord> All();

  // Records all of `records` or, when it throws, nothing; sets their numbers.
  void Record(std::vector<ReviewRecord>& records);

 private:
  Workspace& workspace_;
};

// Adds a decision as it is, but for its number.  Part of Record() and of
// merging.
void InsertReview(Database& database, const ReviewRecord& record);

}  // namespace mapper

#endif  // MAPPER_STORE_REVIEW_STORE_H_
