// Other views of a crosswalk than its rows: counts between parts, and
// candidates for review.

#ifndef CLI_CROSSWALK_VIEWS_H_
#define CLI_CROSSWALK_VIEWS_H_

#include <string>
#include <vector>

#include "cli/session.h"

namespace cli {

struct CrosswalkOptions {
  std::string source;
  std::string target;
  bool derived = false;
  bool candidates = false;
  std::vector<int> by;
  std::string out;
  OutputOptions output;
};

// How many rows lead from each part of the source to each part of the target,
// the parts being the controls at the two depths of options.by.
void RunParts(const CrosswalkOptions& options, Session& session);

// Pairs that rows connect and do not prove.
void RunCandidates(const CrosswalkOptions& options, Session& session);

}  // namespace cli

#endif  // CLI_CROSSWALK_VIEWS_H_
