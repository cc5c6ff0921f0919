// The first lines of a department's sheet: what the post is about, what comes
// next, what is open, where the proof is.  Private to report/.

#ifndef MAPPER_REPORT_SHEET_POINTS_H_
#define MAPPER_REPORT_SHEET_POINTS_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/department_work.h"
#include "mapper/report/department_sheet.h"

namespace mapper {

// `organisation` is its name.  Open is what the department leads and is neither
// met nor not applicable; without answers it is not known, and said so.
SheetSection SheetPoints(const SheetSource& source, const DepartmentWork& work,
                         const std::string& organisation, Language language);

// The department takes part in the act, or leads controls of its regime.
bool IsConcerned(const ApplicabilityMap& applicability,
                 const DepartmentWork& work, const CalendarAct& act);

// When an act is: its day, its month, or "".
std::string WhenText(const Calendar& calendar, const CalendarAct& act);

std::string RolesText(const std::vector<Role>& roles, Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_SHEET_POINTS_H_
