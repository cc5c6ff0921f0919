// report.xlsx: the summary, the audit list to work in, and a sheet for each
// table of the report.

#ifndef MAPPER_REPORT_AUDIT_WORKBOOK_H_
#define MAPPER_REPORT_AUDIT_WORKBOOK_H_

#include <vector>

#include "mapper/report/records.h"
#include "mapper/report/summary.h"
#include "mapper/report/xlsx_writer.h"

namespace mapper {

// One listing as a sheet: same rows, same columns.  `finding` and `due` of the
// audit list are for input.
Sheet SheetOf(const Records& records, const View& view);

// The summary in cells; what is counted stands as numbers.
Sheet SummarySheet(const std::vector<SummaryBlock>& blocks, const View& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_AUDIT_WORKBOOK_H_
