// What the commands that decide about rows share: the tables as shipped and as
// decided so far, the row that is meant, and recording.

#ifndef CLI_REVIEW_WORLD_H_
#define CLI_REVIEW_WORLD_H_

#include <string>
#include <vector>

#include "cli/review_options.h"
#include "cli/session.h"
#include "mapper/model/dataset.h"

namespace cli {

// Data as shipped, what was decided so far, and the data with that.
struct ReviewWorld {
  const mapper::Dataset& shipped;  // of the session
  std::vector<mapper::ReviewRecord> records;
  mapper::Dataset used;
};

// From now on the session's data are those as shipped.
ReviewWorld LoadReviewWorld(Session& session);

// UsageError unless `text` is one line of text that a record may hold.
void RequireLine(const Session& session, const char* option,
                 const std::string& text);

// A record with who, when and why; UsageError when that will not do.
mapper::ReviewRecord BlankReview(const ReviewOptions& options,
                                 const Session& session);

// One side of a row: its controls, and how a table prints them.
struct NamedSide {
  int framework = -1;
  std::string text;
  std::vector<int> side;  // in the order of the catalogue
};

// The row that is decided about, in the direction of its table.
struct ReviewSubject {
  mapper::ReviewRecord record;
  mapper::Mapping row;  // its sides; all of it when it is shipped
  bool shipped = false;
  bool turned = false;  // it is from `b` to `a`
};

void SetPair(const mapper::Dataset& data, const NamedSide& a,
             const NamedSide& b, ReviewSubject& subject);
ReviewSubject FindSubject(const ReviewWorld& world, mapper::ReviewRecord blank,
                          const NamedSide& a, const NamedSide& b);

// The last decision about the row of `about`, or null when there is none or it
// was taken back.
const mapper::ReviewRecord* LastReview(
    const std::vector<mapper::ReviewRecord>& records,
    const mapper::ReviewRecord& about);

// Records all of them, or none, and prints what lint newly finds.  False, and
// status kFindings, when they contradict the tables and `force` is not set.
bool RecordReviews(const ReviewWorld& world,
                   std::vector<mapper::ReviewRecord>& fresh, bool force,
                   Session& session);

// "decision 3  replace  river-act:Y1 -> town-guide:G1  ...", a line.
std::string RecordedText(const Session& session,
                         const mapper::ReviewRecord& record);
std::string NextStepText(const Session& session,
                         const mapper::ReviewRecord& record);

}  // namespace cli

#endif  // CLI_REVIEW_WORLD_H_
