// The user's decisions about rows of crosswalks, as a command uses them.

#ifndef CLI_REVIEW_SESSION_H_
#define CLI_REVIEW_SESSION_H_

#include <string>
#include <vector>

#include "cli/session.h"
#include "mapper/crosswalk/review.h"

namespace cli {

struct ReviewsInUse {
  std::vector<mapper::ReviewRecord> records;  // the oldest first
  std::vector<mapper::ReviewState> states;    // of each
  mapper::ReviewTotals totals;
};

// Every decision of the workspace, the oldest first; none without one.
std::vector<mapper::ReviewRecord> StoredReviews(const Session& session);

// Applies the decisions of the workspace to data as shipped, and says on
// standard error how many are used.  Nothing with --no-reviews.
ReviewsInUse UseReviews(const Session& session, mapper::Dataset& dataset);

// "river-act:Y1 -> town-guide:G1".
std::string NameOf(const mapper::ReviewRecord& record);

}  // namespace cli

#endif  // CLI_REVIEW_SESSION_H_
