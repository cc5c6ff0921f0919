// A crosswalk in the formats of other tools: olir, ciso-assistant, trestle,
// dot, md.

#ifndef CLI_CROSSWALK_EXPORT_H_
#define CLI_CROSSWALK_EXPORT_H_

#include <string>
#include <vector>

#include "cli/crosswalk_views.h"

namespace cli {

const std::vector<std::string>& InterchangeFormats();
bool IsInterchangeFormat(const std::string& format);

// To options.out, or to standard output.  Says on standard error what the
// format cannot hold.
void RunExport(const CrosswalkOptions& options,
               const mapper::ReportContext& context, int source, int target,
               Session& session);

}  // namespace cli

#endif  // CLI_CROSSWALK_EXPORT_H_
