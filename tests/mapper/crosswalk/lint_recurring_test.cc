#include "mapper/crosswalk/lint_recurring.h"

#include <gtest/gtest.h>

#include "tests/mapper/crosswalk/small_dataset.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

TEST(LintRecurringTest, HoldsRowsAgainstTheControls) {
  static const struct {
    const char* gist;
    const char* note;
    Evidence evidence;
    Interval interval;
    DutyBasis basis;
    const char* reported;
  } kCases[] = {
      {"毎年度、監査する", "", Evidence::kSeen, Interval::kYearly,
       DutyBasis::kText, ""},
      {"監査する", "毎年1回の監査", Evidence::kDraft, Interval::kYearly,
       DutyBasis::kText, ""},
      {"監査する", "", Evidence::kSeen, Interval::kUnstated, DutyBasis::kText,
       ""},
      {"定期に見直す", "", Evidence::kInferred, Interval::kRegular,
       DutyBasis::kGist, ""},
      {"四半期に一度", "", Evidence::kHeading, Interval::kQuarterly,
       DutyBasis::kUnknown, ""},
      {"監査する", "", Evidence::kSeen, Interval::kYearly, DutyBasis::kText,
       "7:1 recurring-interval neither gist nor note of A says so: none of "
       "毎年 年度 年1回 年に is in them\n"},
      {"定期に監査する", "", Evidence::kSeen, Interval::kMonthly,
       DutyBasis::kText,
       "7:1 recurring-interval neither gist nor note of A says so: none of "
       "毎月 月1回 月に is in them\n"},
      {"毎年度", "", Evidence::kSeen, Interval::kHalfYearly, DutyBasis::kGist,
       "7:1 recurring-interval neither gist nor note of A says so: none of "
       "半年 年2回 is in them\n"},
      {"毎年度", "", Evidence::kHeading, Interval::kYearly, DutyBasis::kText,
       "7:1 recurring-basis basis 'text', and the text of A was not read "
       "(heading); write 'gist' or 'unknown'\n"},
      {"毎年度", "", Evidence::kTopic, Interval::kYearly, DutyBasis::kText,
       "7:1 recurring-basis basis 'text', and the text of A was not read "
       "(topic); write 'gist' or 'unknown'\n"},
      {"", "", Evidence::kSeen, Interval::kUnstated, DutyBasis::kGist,
       "7:1 recurring-heading A is a heading or for information; it asks for "
       "nothing\n"},
  };
  for (const auto& c : kCases) {
    Framework framework = Catalogue("a", "A");
    framework.controls[0].gist_ja = c.gist;
    framework.controls[0].note = c.note;
    framework.controls[0].evidence = c.evidence;
    framework.duties.file = "recurring.tsv";
    framework.duties.read = 1;
    Duty duty;
    duty.control = 0;
    duty.interval = c.interval;
    duty.basis = c.basis;
    duty.line = 7;
    framework.duties.rows = {duty};
    Diagnostics diagnostics;
    LintRecurring(framework, diagnostics);
    EXPECT_EQ(Dump(diagnostics), c.reported) << c.gist << ' ' << c.note;
  }
}

TEST(LintRecurringTest, WantsANewLookWhenTheCatalogueGrew) {
  Framework framework = Catalogue("a", "A B");
  Diagnostics none;
  LintRecurring(framework, none);
  EXPECT_EQ(Dump(none), "");
  framework.duties.file = "recurring.tsv";
  framework.duties.read = 1;
  framework.duties.read_line = 3;
  LintRecurring(framework, none);
  EXPECT_EQ(Dump(none),
            "3:1 recurring-read made from 1 controls, and the catalogue has 2: "
            "look at those that changed\n");
}

}  // namespace
}  // namespace mapper
