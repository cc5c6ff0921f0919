// recurring.tsv: each duty is of a control that is there.

#include <algorithm>
#include <string>

#include "mapper/parse/recurring_table.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(recurring_table) {
  mapper::Diagnostics diagnostics;
  mapper::Framework framework = fuzz::SmallWorld().frameworks[0];
  mapper::ReadRecurring("recurring.tsv", std::string(bytes), framework,
                        diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  if (diagnostics.has_errors()) return;
  for (const mapper::Duty& duty : framework.duties.rows) {
    fuzz::Require(
        duty.control >= 0 &&
            duty.control < static_cast<int>(framework.controls.size()),
        "a duty of no control");
    fuzz::Require(std::is_sorted(duty.months.begin(), duty.months.end()),
                  "months out of order");
    for (const int month : duty.months) {
      fuzz::Require(month >= 1 && month <= 12, "no month");
    }
  }
}
