// Reads what an organisation has done, from a status file or from a filled
// checklist, as CSV or as an XLSX workbook (docs/formats.md).

#ifndef MAPPER_PARSE_STATUS_CSV_H_
#define MAPPER_PARSE_STATUS_CSV_H_

#include <optional>
#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/model/assessment.h"
#include "mapper/model/dataset.h"

namespace mapper {

// The header row names columns of model/checklist_columns.h, in either language
// or by machine name; framework, control and status are required.  Statuses
// are the words of design 6 in Japanese (実施済 一部 計画 未実施 対象外
// 未回答), in English, or their machine names.  An answer without a date gets
// `default_date`.  In a checklist (a file with columns that are only shown) a
// row without any input is left out.
//
// Bytes that begin as a zip archive are read as a workbook: every sheet but
// the one with instructions.  Line and column of a place are then row and
// column of the sheet, and the message names sheet and cell.
//
// Reports unknown columns, frameworks, controls and statuses, dates that do not
// exist, 対象外 without a reason, and a control that is answered twice in
// different ways; the same said again is no error.  Statements with errors are
// left out: use none of them when errors were reported.
Assessments ReadStatusCsv(const std::string& file, std::string_view bytes,
                          const Dataset& dataset, Diagnostics& diagnostics,
                          const std::optional<Date>& default_date = {});

}  // namespace mapper

#endif  // MAPPER_PARSE_STATUS_CSV_H_
