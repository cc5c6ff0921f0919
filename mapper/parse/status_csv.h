// Reads what an organisation has done: framework,control,status,evidence,date,
// by (docs/formats.md).

#ifndef MAPPER_PARSE_STATUS_CSV_H_
#define MAPPER_PARSE_STATUS_CSV_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/model/assessment.h"
#include "mapper/model/dataset.h"

namespace mapper {

// Statuses are the words of design 6 in Japanese (実施済 一部 計画 未実施
// 対象外 未回答) or their machine names; a header row is required, in either
// language.  Reports unknown columns, frameworks, controls and statuses, dates
// that do not exist, 対象外 without a reason, and a control stated twice.
Assessments ReadStatusCsv(const std::string& file, std::string_view bytes,
                          const Dataset& dataset, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_STATUS_CSV_H_
