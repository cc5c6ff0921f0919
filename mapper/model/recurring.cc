#include "mapper/model/recurring.h"

namespace mapper {

const std::array<Name<DutyKind>, 6> kDutyKinds = {{
    {DutyKind::kTraining, "training", {"教育・研修", "training"}},
    {DutyKind::kCheck, "check", {"点検・確認", "check"}},
    {DutyKind::kDrill, "drill", {"訓練", "drill"}},
    {DutyKind::kAudit, "audit", {"監査", "audit"}},
    {DutyKind::kReport, "report", {"報告・公表", "report"}},
    {DutyKind::kReview, "review", {"見直し", "review"}},
}};
const std::array<Name<Interval>, 8> kIntervals = {{
    {Interval::kYearly, "yearly", {"毎年度", "yearly"}},
    {Interval::kHalfYearly, "half-yearly", {"半年ごと", "half-yearly"}},
    {Interval::kQuarterly, "quarterly", {"四半期ごと", "quarterly"}},
    {Interval::kMonthly, "monthly", {"毎月", "monthly"}},
    {Interval::kRegular, "regular", {"定期", "regularly"}},
    {Interval::kOnChange,
     "on-change",
     {"変わったとき・必要なとき", "on change"}},
    {Interval::kOnEvent, "on-event", {"事由のつど", "on each event"}},
    {Interval::kUnstated, "unstated", {"定めなし", "not stated"}},
}};
const std::array<Name<DutyBasis>, 3> kDutyBases = {{
    {DutyBasis::kText, "text", {"本文による", "text read"}},
    {DutyBasis::kGist, "gist", {"要旨による", "gist only"}},
    {DutyBasis::kUnknown, "unknown", {"未確認", "not known"}},
}};

namespace {

template <typename Table, typename Enum>
const Name<Enum>& Entry(const Table& table, Enum value) {
  return table[static_cast<std::size_t>(value)];
}

}  // namespace

const char* ToString(DutyKind v) { return Entry(kDutyKinds, v).machine; }
const char* ToString(Interval v) { return Entry(kIntervals, v).machine; }
const char* ToString(DutyBasis v) { return Entry(kDutyBases, v).machine; }

const char* InWords(DutyKind v, Language l) {
  return Entry(kDutyKinds, v).words.in(l);
}
const char* InWords(Interval v, Language l) {
  return Entry(kIntervals, v).words.in(l);
}
const char* InWords(DutyBasis v, Language l) {
  return Entry(kDutyBases, v).words.in(l);
}

bool HasSeason(Interval interval) {
  return interval != Interval::kOnChange && interval != Interval::kOnEvent;
}

}  // namespace mapper
