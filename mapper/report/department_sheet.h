// One department's sheet (担当票), which serves as a handover when staff
// change: what the post is about, what is due next, what is open, where the
// proof is, then 主担当 関係課 合議 報告先.  Only what the data says; an empty
// part says so.

#ifndef MAPPER_REPORT_DEPARTMENT_SHEET_H_
#define MAPPER_REPORT_DEPARTMENT_SHEET_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/crosswalk/calendar.h"
#include "mapper/crosswalk/coordination.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"

namespace mapper {

struct SectionColumn {
  std::string title;
  std::size_t widest = 0;  // cells in the text form; 0: as wide as needed
};

struct SheetSection {
  std::string title;
  std::vector<std::string> lines;    // before the table
  std::vector<SectionColumn> columns;  // none: no table
  std::vector<std::vector<std::string>> rows;
};

struct DepartmentSheet {
  std::string title;
  std::vector<SheetSection> sections;
};

// What sheets are made from; refers to its parts.
struct SheetSource {
  const ReportContext* context = nullptr;  // with a profile
  const Coordination* coordination = nullptr;
  Calendar running;  // the fiscal year of the day of reference
  Calendar next;     // the one after it
};

SheetSource MakeSheetSource(const ReportContext& context,
                            const Coordination& coordination);

DepartmentSheet MakeDepartmentSheet(const SheetSource& source,
                                    const std::string& department,
                                    Language language);

// Aligned text, and Markdown; both through Visible().
std::string SheetText(const DepartmentSheet& sheet);
std::string SheetMarkdown(const DepartmentSheet& sheet);

// `departments`: a row for each control that one of them leads or supports.
Records DepartmentRecords(const SheetSource& source,
                          const std::vector<std::string>& departments,
                          const View& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_DEPARTMENT_SHEET_H_
