#include "mapper/crosswalk/lint_recurring.h"

#include <algorithm>
#include <string>
#include <vector>

#include "mapper/base/text.h"

namespace mapper {
namespace {

// Words of Japanese gists that state an interval; empty: nothing is stated.
std::vector<std::string> WordsOf(Interval interval) {
  switch (interval) {
    case Interval::kYearly:
      return {"毎年", "年度", "年1回", "年に"};
    case Interval::kHalfYearly:
      return {"半年", "年2回"};
    case Interval::kQuarterly:
      return {"四半期", "年4回"};
    case Interval::kMonthly:
      return {"毎月", "月1回", "月に"};
    case Interval::kRegular:
      return {"定期"};
    case Interval::kOnChange:
    case Interval::kOnEvent:
    case Interval::kUnstated:
      return {};
  }
  return {};
}

bool States(const Control& control, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return control.gist_ja.find(word) != std::string::npos ||
           control.note.find(word) != std::string::npos;
  });
}

}  // namespace

void LintRecurring(const Framework& framework, Diagnostics& diagnostics) {
  const Duties& duties = framework.duties;
  if (duties.file.empty()) return;
  if (duties.read != framework.controls.size()) {
    diagnostics.Error("recurring-read", {duties.file, duties.read_line, 1},
                      "made from " + std::to_string(duties.read) +
                          " controls, and the catalogue has " +
                          std::to_string(framework.controls.size()) +
                          ": look at those that changed");
  }
  for (const Duty& duty : duties.rows) {
    const Control& control =
        framework.controls[static_cast<std::size_t>(duty.control)];
    const SourceLocation at = {duties.file, duty.line, 1};
    if (!control.has_own_demands()) {
      diagnostics.Error("recurring-heading", at,
                        control.id +
                            " is a heading or for information; it "
                            "asks for nothing");
    }
    if (duty.basis == DutyBasis::kText && control.evidence != Evidence::kSeen &&
        control.evidence != Evidence::kDraft) {
      diagnostics.Error("recurring-basis", at,
                        "basis 'text', and the text of " + control.id +
                            " was not read (" + ToString(control.evidence) +
                            "); write 'gist' or 'unknown'");
    }
    const std::vector<std::string> words = WordsOf(duty.interval);
    if (!words.empty() && !States(control, words)) {
      diagnostics.Error("recurring-interval", at,
                        "neither gist nor note of " + control.id +
                            " says so: none of " + Join(words, " ") +
                            " is in them");
    }
  }
}

}  // namespace mapper
