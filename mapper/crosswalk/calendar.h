// The fiscal year of an organisation, April to March: the recurring duties
// that its regimes ask for, what is to be filed, and the dates that are fixed.
//
// A month of a duty is only a proposal (recurring.tsv).  Duties of one kind
// and month are joined into one act when it is proved that their controls
// share demands, or when they touch the same topic of the hub; "once" is said
// only of what is proved to be contained in another duty of the act.

#ifndef MAPPER_CROSSWALK_CALENDAR_H_
#define MAPPER_CROSSWALK_CALENDAR_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/dataset.h"
#include "mapper/model/profile.h"
#include "mapper/model/recurring.h"

namespace mapper {

struct CalendarDuty {
  ControlRef control;
  const Duty* duty = nullptr;
  int within = -1;  // another duty of the act that is proved to contain it
};

struct CalendarAct {
  enum class What {
    kInForce,      // a regime begins
    kLastDay,      // a regime ends
    kStart,        // a system or contract begins
    kContractEnd,  // last day of a contract
    kRenewal,
    kSubmit,  // what a regime wants filed
    kDuty
  };
  // Why the duties of one act stand together.
  enum class Joined { kAlone, kOverlap, kTopic };

  What what = What::kDuty;
  int month = 0;            // 1 to 12; 0: no month can be given
  std::optional<Date> day;  // fixed by a regime or the profile
  bool proposed = false;    // the month is our proposal

  // Of kDuty: by framework, document order; never empty.
  DutyKind kind = DutyKind::kCheck;
  std::vector<CalendarDuty> duties;
  Joined joined = Joined::kAlone;
  int covering = -1;  // in duties: it is proved to contain all others; or -1

  const RegimeState* regime = nullptr;  // of kInForce, kLastDay, kSubmit
  const Holding* holding = nullptr;     // of kStart, kContractEnd, kRenewal

  std::vector<std::string> lead;    // departments; empty: not known
  std::vector<std::string> others;  // departments
};

struct Calendar {
  int year = 0;  // from 1 April of it to 31 March of the next
  // April first, without month last; fixed days before proposals.
  std::vector<CalendarAct> acts;
  std::size_t duties = 0;  // rows of recurring.tsv that are in the acts
  std::size_t later = 0;   // rows of controls in force after this year
};

// The fiscal year that a day lies in, by the year of its April.
int FiscalYear(const Date& on);
// The fiscal year to plan on that day: from January the coming one (budget and
// council), before that the running one.
int PlanningYear(const Date& on);
// 0 for April to 11 for March; 12 for no month.
int FiscalIndex(int month);

// `hub` is the framework of the topics, or -1.  Refers to its arguments, which
// must outlive it.
Calendar MakeCalendar(const Dataset& dataset, const Knowledge& knowledge,
                      const ApplicabilityMap& applicability, int hub, int year);

// Days and months that the words of Regime::submit state: every
// "2027-03-31まで" as a day, and "毎年4月" as a month.
struct StatedDates {
  std::vector<Date> days;
  std::vector<int> months;
};
StatedDates DatesIn(const std::string& submit);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_CALENDAR_H_
