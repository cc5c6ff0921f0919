#include "mapper/crosswalk/calendar.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/crosswalk/contract_terms.h"
#include "mapper/crosswalk/coordination.h"
#include "mapper/crosswalk/overlap.h"

namespace mapper {
namespace {

using What = CalendarAct::What;
using Joined = CalendarAct::Joined;

// Sets of places that were joined.
class Groups {
 public:
  explicit Groups(std::size_t size) : up_(size) {
    std::iota(up_.begin(), up_.end(), std::size_t{0});
  }
  std::size_t Of(std::size_t at) const {
    while (up_[at] != at) at = up_[at];
    return at;
  }
  // The first place of a set stands for it.
  void Join(std::size_t a, std::size_t b) {
    // By value: the overload of two refers to its arguments.
    const auto [first, second] = std::minmax({Of(a), Of(b)});
    up_[second] = first;
  }

 private:
  std::vector<std::size_t> up_;
};

int TimesAYear(Interval interval) {
  switch (interval) {
    case Interval::kMonthly:
      return 12;
    case Interval::kQuarterly:
      return 4;
    case Interval::kHalfYearly:
      return 2;
    case Interval::kYearly:
      return 1;
    case Interval::kRegular:
    case Interval::kOnChange:
    case Interval::kOnEvent:
    case Interval::kUnstated:
      return 0;
  }
  return 0;
}

void AddOnce(std::vector<std::string>& list,
             const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (std::find(list.begin(), list.end(), name) == list.end()) {
      list.push_back(name);
    }
  }
}

class CalendarMaker {
 public:
  CalendarMaker(const Dataset& dataset, const Knowledge& knowledge,
                const ApplicabilityMap& applicability, int hub, int year)
      : dataset_(dataset),
        knowledge_(knowledge),
        applicability_(applicability),
        profile_(applicability.profile()) {
    calendar_.year = year;
    if (hub >= 0) ReadTopics(hub);
  }

  Calendar Run() {
    AddRegimes();
    AddHoldings();
    AddDuties();
    std::stable_sort(calendar_.acts.begin(), calendar_.acts.end(),
                     [](const CalendarAct& a, const CalendarAct& b) {
                       const auto key = [](const CalendarAct& act) {
                         return std::tuple(FiscalIndex(act.month),
                                           act.what == What::kDuty,
                                           act.day ? act.day->day : 32);
                       };
                       return key(a) < key(b);
                     });
    return std::move(calendar_);
  }

 private:
  void ReadTopics(int hub) {
    for (const Topic& topic :
         FindTopics(dataset_, knowledge_, hub, applicability_.frameworks(),
                    &applicability_)) {
      topics_[topic.topic].insert(topic.topic.control);
      for (const TopicMember& member : topic.members) {
        topics_[member.control].insert(topic.topic.control);
      }
    }
  }

  bool InYear(const Date& day) const {
    return FiscalYear(day) == calendar_.year;
  }

  void AddDay(CalendarAct act, const std::optional<Date>& day) {
    if (!day || !InYear(*day)) return;
    act.day = day;
    act.month = day->month;
    calendar_.acts.push_back(std::move(act));
  }

  void AddRegimes() {
    for (const RegimeState& state : applicability_.regimes()) {
      if (state.applies == Truth::kFalse) continue;
      CalendarAct act;
      act.regime = &state;
      if (state.framework >= 0) {
        const std::string desk =
            DeskOf(dataset_, applicability_, state.framework);
        if (!desk.empty()) act.lead = {desk};
      }
      act.what = What::kInForce;
      AddDay(act, state.regime->from);
      act.what = What::kLastDay;
      AddDay(act, state.regime->until);
      if (state.regime->submit.empty() || state.phase == Phase::kPast) continue;
      act.what = What::kSubmit;
      const StatedDates stated = DatesIn(state.regime->submit);
      for (const Date& day : stated.days) AddDay(act, day);
      act.day.reset();
      const std::optional<Date>& from = state.regime->from;
      for (const int month : stated.months) {
        const int year = calendar_.year + (month < 4 ? 1 : 0);
        // Not before the regime is in force.
        if (from &&
            std::pair(year, month) < std::pair(from->year, from->month)) {
          continue;
        }
        act.month = month;
        calendar_.acts.push_back(act);
      }
      if (stated.days.empty() && stated.months.empty() &&
          !(from && Date{calendar_.year + 1, 3, 31} < *from)) {
        calendar_.acts.push_back(std::move(act));
      }
    }
  }

  void AddHoldings() {
    for (const Holding& holding : profile_.holdings) {
      CalendarAct act;
      act.holding = &holding;
      for (const Role role : ConcernedRoles(holding)) {
        AddOnce(act.others, profile_.Departments(role));
      }
      act.what = What::kStart;
      AddDay(act, holding.in_use_since ? holding.in_use_since
                                       : holding.contract_from);
      act.what = What::kContractEnd;
      AddDay(act, holding.contract_to);
      act.what = What::kRenewal;
      AddDay(act, holding.next_renewal);
    }
  }

  void AddDuties() {
    // Duties that one act could be made of: kind, month, and the interval of
    // those that have no month.
    std::map<std::tuple<int, DutyKind, Interval>, std::vector<CalendarDuty>>
        together;
    const Date last = {calendar_.year + 1, 3, 31};
    for (const int framework : applicability_.frameworks()) {
      for (const Duty& duty : dataset_.framework(framework).duties.rows) {
        const CalendarDuty entry{{framework, duty.control}, &duty, -1};
        const Applicability& applies = applicability_.Of(entry.control);
        if (applies.applies == Truth::kFalse) continue;
        if (applies.from && last < *applies.from) {
          ++calendar_.later;
          continue;
        }
        ++calendar_.duties;
        for (const int month : duty.months) {
          together[{month, duty.kind, Interval::kYearly}].push_back(entry);
        }
        if (duty.months.empty()) {
          const Interval group =
              HasSeason(duty.interval) ? Interval::kRegular : duty.interval;
          together[{0, duty.kind, group}].push_back(entry);
        }
      }
    }
    for (const auto& [key, duties] : together) {
      AddActs(std::get<0>(key), std::get<1>(key), duties);
    }
  }

  bool Meet(const ControlRef& a, const ControlRef& b) const {
    if (a == b) return true;
    return (knowledge_.Proved(a, b) & kDr) == 0;
  }

  bool Holds(const ControlRef& a, const ControlRef& b) const {
    if (a == b) return true;
    const RelationSet set = knowledge_.Proved(a, b);
    return set != 0 && (set & ~(kEq | kPpi)) == 0;
  }

  bool ShareTopic(const ControlRef& a, const ControlRef& b) const {
    const auto x = topics_.find(a);
    const auto y = topics_.find(b);
    if (x == topics_.end() || y == topics_.end()) return false;
    return std::any_of(x->second.begin(), x->second.end(),
                       [&](int topic) { return y->second.count(topic) != 0; });
  }

  void AddActs(int month, DutyKind kind,
               const std::vector<CalendarDuty>& duties) {
    Groups overlap(duties.size());
    Groups topic(duties.size());
    for (std::size_t i = 0; i < duties.size(); ++i) {
      for (std::size_t j = i + 1; j < duties.size(); ++j) {
        const bool meet = Meet(duties[i].control, duties[j].control);
        if (meet) overlap.Join(i, j);
        if (meet || ShareTopic(duties[i].control, duties[j].control)) {
          topic.Join(i, j);
        }
      }
    }
    std::map<std::size_t, CalendarAct> acts;
    for (std::size_t i = 0; i < duties.size(); ++i) {
      CalendarAct& act = acts[topic.Of(i)];
      act.month = month;
      act.kind = kind;
      act.proposed = month != 0;
      if (!act.duties.empty()) {
        act.joined = overlap.Of(i) == overlap.Of(topic.Of(i)) &&
                             act.joined != Joined::kTopic
                         ? Joined::kOverlap
                         : Joined::kTopic;
      }
      act.duties.push_back(duties[i]);
    }
    for (auto& [first, act] : acts) {
      Cover(act);
      Assign(act);
      calendar_.acts.push_back(std::move(act));
    }
  }

  // True when doing `all` in its months does `part` too: it is proved to
  // contain it, and is done as often.
  bool Covers(const CalendarDuty& all, const CalendarDuty& part) const {
    const int times = std::max({TimesAYear(all.duty->interval), 1,
                                static_cast<int>(all.duty->months.size())});
    return TimesAYear(part.duty->interval) <= times &&
           Holds(all.control, part.control);
  }

  void Cover(CalendarAct& act) const {
    const int size = static_cast<int>(act.duties.size());
    const auto at = [&act](int i) -> CalendarDuty& {
      return act.duties[static_cast<std::size_t>(i)];
    };
    for (int i = 0; i < size; ++i) {
      for (int j = 0; j < size && at(i).within < 0; ++j) {
        // Of two that contain each other the first stands for both.
        if (i != j && Covers(at(j), at(i)) &&
            (j < i || !Covers(at(i), at(j)))) {
          at(i).within = j;
        }
      }
    }
    for (int i = 0; i < size && size > 1 && act.covering < 0; ++i) {
      if (std::all_of(
              act.duties.begin(), act.duties.end(),
              [&](const CalendarDuty& d) { return Covers(at(i), d); })) {
        act.covering = i;
      }
    }
  }

  void Assign(CalendarAct& act) const {
    for (const CalendarDuty& entry : act.duties) {
      AddOnce(act.lead,
              profile_.Departments(dataset_.control(entry.control).lead));
    }
    std::vector<std::string> support;
    for (const CalendarDuty& entry : act.duties) {
      for (const Role role : dataset_.control(entry.control).support) {
        AddOnce(support, profile_.Departments(role));
      }
    }
    for (const std::string& name : support) {
      if (std::find(act.lead.begin(), act.lead.end(), name) == act.lead.end()) {
        act.others.push_back(name);
      }
    }
  }

  const Dataset& dataset_;
  const Knowledge& knowledge_;
  const ApplicabilityMap& applicability_;
  const Profile& profile_;
  std::map<ControlRef, std::set<int>> topics_;  // leaves of the hub it meets
  Calendar calendar_;
};

}  // namespace

int FiscalYear(const Date& on) { return on.month >= 4 ? on.year : on.year - 1; }

int PlanningYear(const Date& on) { return on.year; }

int FiscalIndex(int month) { return month == 0 ? 12 : (month + 8) % 12; }

StatedDates DatesIn(const std::string& submit) {
  StatedDates stated;
  static const std::string kUntil = "まで";
  for (std::size_t at = submit.find(kUntil); at != std::string::npos;
       at = submit.find(kUntil, at + 1)) {
    if (at < 10) continue;
    if (const auto day = ParseDate(submit.substr(at - 10, 10))) {
      stated.days.push_back(*day);
    }
  }
  static const std::string kEachYear = "毎年";
  for (std::size_t at = submit.find(kEachYear); at != std::string::npos;
       at = submit.find(kEachYear, at + 1)) {
    int month = 0;
    std::size_t end = at + kEachYear.size();
    for (; end < submit.size() && submit[end] >= '0' && submit[end] <= '9' &&
           month <= 12;
         ++end) {
      month = month * 10 + (submit[end] - '0');
    }
    if (month >= 1 && month <= 12 &&
        StartsWith(std::string_view(submit).substr(end), "月")) {
      stated.months.push_back(month);
    }
  }
  return stated;
}

Calendar MakeCalendar(const Dataset& dataset, const Knowledge& knowledge,
                      const ApplicabilityMap& applicability, int hub,
                      int year) {
  return CalendarMaker(dataset, knowledge, applicability, hub, year).Run();
}

}  // namespace mapper
