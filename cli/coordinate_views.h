// Views of `coordinate`: pairs of roles, and the sheets of departments.

#ifndef CLI_COORDINATE_VIEWS_H_
#define CLI_COORDINATE_VIEWS_H_

#include <string>
#include <vector>

#include "cli/session.h"
#include "mapper/crosswalk/role_pairs.h"
#include "mapper/report/department_sheet.h"

namespace cli {

// A row for each pair with counts by framework (must+should), and sums.
std::string RolePairsText(const Session& session,
                          const mapper::ReportContext& context,
                          const std::vector<mapper::RolePair>& pairs,
                          std::size_t controls);

// The controls of one pair, by who leads.
std::string RolePairText(const Session& session,
                         const mapper::ReportContext& context,
                         const mapper::RolePair& pair);

// The pair named "ict,bousai", by machine names or words of the language; an
// empty pair when the two share nothing.  UsageError otherwise.
mapper::RolePair FindRolePair(const Session& session,
                              const std::vector<mapper::RolePair>& pairs,
                              const std::vector<std::string>& names);

// Writes a sheet of every department into a directory, as Markdown and CSV,
// and says which.  The directory is made when missing.
std::string WriteSheets(const Session& session,
                        const mapper::SheetSource& source,
                        const OutputOptions& output,
                        const std::string& directory);

}  // namespace cli

#endif  // CLI_COORDINATE_VIEWS_H_
