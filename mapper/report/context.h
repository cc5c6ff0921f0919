// What the listings of a report are made from, loaded once.

#ifndef MAPPER_REPORT_CONTEXT_H_
#define MAPPER_REPORT_CONTEXT_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/coverage.h"
#include "mapper/crosswalk/gap.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/assessment.h"
#include "mapper/model/dataset.h"

namespace mapper {

// Refers to its parts, which must outlive it.
struct ReportContext {
  const Dataset* dataset = nullptr;
  const Knowledge* knowledge = nullptr;
  const ApplicabilityMap* applicability = nullptr;  // null without a profile
  const Assessments* assessments = nullptr;         // null without --status
  const Coverage* coverage = nullptr;               // of the assessments
  std::vector<int> frameworks;                      // compared, in order
  int hub = -1;                                     // index of the hub, or -1

  const Framework& framework(int index) const {
    return dataset->framework(index);
  }
  // Departments that lead a control, or none.
  std::vector<std::string> LeadDepartments(const Control& control) const;
  // The status stated for a control; kUnknown when none is.
  Status StatusOf(const ControlRef& control) const;
  // What was stated for a control, or null.
  const Assessment* AssessmentOf(const ControlRef& control) const;
};

// Every ordered pair of the compared frameworks, the hub on the far side
// included.
std::vector<GapComparison> CompareAll(const ReportContext& context);

}  // namespace mapper

#endif  // MAPPER_REPORT_CONTEXT_H_
