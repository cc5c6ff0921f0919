// What the commands below `assess` share.

#ifndef CLI_ASSESS_OPTIONS_H_
#define CLI_ASSESS_OPTIONS_H_

#include <string>

#include "cli/session.h"

namespace cli {

struct AssessOptions {
  std::string org;
  std::string scope;
  std::string by;
  std::string framework;
  std::string control;
  // set
  std::string status;
  std::string evidence;
  std::string evidence_file;
  std::string date;
  std::string reason;
  // import
  std::string file;
  bool check = false;
  // status
  std::string on;
  OutputOptions output;
};

void RunAssessSet(const AssessOptions& options, Session& session);
void RunAssessImport(const AssessOptions& options, Session& session);

}  // namespace cli

#endif  // CLI_ASSESS_OPTIONS_H_
