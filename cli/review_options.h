// What the commands below `review` take.

#ifndef CLI_REVIEW_OPTIONS_H_
#define CLI_REVIEW_OPTIONS_H_

#include <string>
#include <vector>

#include "cli/session.h"
#include "mapper/model/review.h"

namespace cli {

struct ReviewOptions {
  mapper::Decision decision = mapper::Decision::kAccept;
  std::string a;  // "FRAMEWORK:ID+ID", or "FRAMEWORK:-"
  std::string b;
  std::string relation;
  std::string confidence;
  std::string rationale;
  std::string by;
  std::string reason;
  std::string date;
  bool force = false;
  std::string file;               // import
  std::vector<std::string> pair;  // import: --crosswalk; list: A B
  std::string as;                 // import
  bool whole = false;             // import
  OutputOptions output;           // list
};

// One decision about one row.
void RunReviewRow(const ReviewOptions& options, Session& session);
// A reviewed table: one decision for each row that differs, all or none.
void RunReviewImport(const ReviewOptions& options, Session& session);

}  // namespace cli

#endif  // CLI_REVIEW_OPTIONS_H_
