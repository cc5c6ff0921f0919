// The checklist as a listing and as a workbook that departments fill in.  Both
// read back (parse/status_csv.h).

#ifndef MAPPER_REPORT_CHECKLIST_TABLES_H_
#define MAPPER_REPORT_CHECKLIST_TABLES_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "mapper/crosswalk/checklist.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"
#include "mapper/report/xlsx_writer.h"

namespace mapper {

// The department whose sheet a question stands on, the first that leads it; ""
// when nobody holds the role.
std::string SheetOf(const Question& question);

// Questions by department (in the order of the roles of the profile, those of
// nobody last), then by rank.
std::vector<Question> ByDepartment(const ReportContext& context,
                                   std::vector<Question> questions);

// One row a question, in the order given, with the answers of `context`.
Records ChecklistRecords(const ReportContext& context,
                         const std::vector<Question>& questions,
                         const View& view);

// A sheet of instructions and one for each department; `questions` are in the
// order of ByDepartment.
Workbook ChecklistWorkbook(const ReportContext& context,
                           const std::vector<Question>& questions,
                           Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_CHECKLIST_TABLES_H_
