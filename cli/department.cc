#include "cli/department.h"

#include <algorithm>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/crosswalk/department_work.h"

namespace cli {

void RequireDepartment(const Session& session,
                       const mapper::ReportContext& context,
                       const std::string& department) {
  const std::vector<std::string> known =
      mapper::DepartmentsOf(context.applicability->profile());
  if (std::find(known.begin(), known.end(), department) != known.end()) return;
  throw UsageError{session.Say("プロフィールにない課です: ",
                               "the profile has no department ") +
                   department + session.Choices(department, known)};
}

}  // namespace cli
