// Departments that are named on the command line.

#ifndef CLI_DEPARTMENT_H_
#define CLI_DEPARTMENT_H_

#include <string>

#include "cli/session.h"

namespace cli {

// UsageError with the names there are when the profile has no such department.
void RequireDepartment(const Session& session,
                       const mapper::ReportContext& context,
                       const std::string& department);

}  // namespace cli

#endif  // CLI_DEPARTMENT_H_
