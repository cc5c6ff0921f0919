// The list that an auditor works through: every item that the organisation can
// be asked about, with what to ask for.

#ifndef MAPPER_REPORT_AUDIT_H_
#define MAPPER_REPORT_AUDIT_H_

#include <string>
#include <vector>

#include "mapper/report/context.h"
#include "mapper/report/records.h"

namespace mapper {

// One row for each item (Framework::IsItem) that applies or may apply, in the
// order of frameworks and catalogue.  `documents` and `check` are suggestions
// of ours (model/audit_hint.h), empty where none fits; `finding` and `due` are
// for the auditor.  Needs context.applicability.
Records AuditRecords(const ReportContext& context, const View& view);

// What an auditor can choose as a finding.
std::vector<std::string> FindingWords(Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_AUDIT_H_
