#include "mapper/report/context.h"

#include <algorithm>

namespace mapper {

std::vector<std::string> ReportContext::LeadDepartments(
    const Control& control) const {
  if (applicability == nullptr) return {};
  return applicability->profile().Departments(control.lead);
}

Status ReportContext::StatusOf(const ControlRef& control) const {
  const Assessment* stated = AssessmentOf(control);
  return stated == nullptr ? Status::kUnknown : stated->status;
}

const Assessment* ReportContext::AssessmentOf(const ControlRef& control) const {
  if (assessments == nullptr) return nullptr;
  const auto it = assessments->find(control);
  return it == assessments->end() ? nullptr : &it->second;
}

std::vector<GapComparison> CompareAll(const ReportContext& context) {
  std::vector<GapComparison> comparisons;
  std::vector<int> against = context.frameworks;
  if (context.hub >= 0 &&
      std::find(against.begin(), against.end(), context.hub) == against.end()) {
    against.push_back(context.hub);
  }
  for (const int framework : context.frameworks) {
    for (const int other : against) {
      if (framework == other) continue;
      comparisons.push_back(CompareFrameworks(*context.dataset,
                                              *context.knowledge, framework,
                                              other, context.applicability));
    }
  }
  return comparisons;
}

}  // namespace mapper
