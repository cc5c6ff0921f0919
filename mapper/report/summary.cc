#include "mapper/report/summary.h"

#include <algorithm>
#include <map>
#include <set>

#include "mapper/report/tables.h"

namespace mapper {
namespace {

constexpr std::size_t kUrgent = 5;

class Summariser {
 public:
  Summariser(const ReportContext& context, Language language, Summary& summary)
      : context_(context), language_(language), summary_(summary) {}

  void Controls() {
    for (const int framework : context_.frameworks) {
      const Framework& f = context_.framework(framework);
      for (std::size_t i = 0; i < f.controls.size(); ++i) {
        const ControlRef ref{framework, static_cast<int>(i)};
        const Applicability& a = context_.applicability->Of(ref);
        if (a.applies == Truth::kFalse) continue;
        ++summary_.evidence[static_cast<std::size_t>(f.controls[i].evidence)];
        if (f.IsItem(f.controls[i])) Item(f, f.controls[i], ref, a);
      }
    }
    for (auto& [key, group] : groups_) {
      summary_.groups.push_back(std::move(group));
    }
    for (const auto& [day, count] : due_) {
      summary_.due.emplace_back(day, count);
    }
    Urgent();
  }

 private:
  // Order and title of the group that a control is counted in.
  StatusGroup& Group(const Framework& f, const Control& control) {
    // Law first, then guidance in the order of the regimes, then our topics.
    static const Words kDuty = {"法令上の義務", "Duties under law"};
    static const Words kEffort = {"法令上の努力義務",
                                  "Effort duties under law"};
    const bool must = control.level == Level::kMust;
    if (f.binding == Binding::kLaw) {
      StatusGroup& group = groups_[{0, must ? 0 : 1}];
      group.title = (must ? kDuty : kEffort).in(language_);
      return group;
    }
    const auto place =
        std::find(context_.frameworks.begin(), context_.frameworks.end(),
                  context_.dataset->FindFramework(f.id)) -
        context_.frameworks.begin();
    StatusGroup& group =
        groups_[{1000 * (f.topic_list ? 2 : 1) + static_cast<int>(place),
                 f.topic_list || must ? 0 : 1}];
    group.topics = f.topic_list;
    group.title = f.short_title(language_);
    if (!f.topic_list) {
      const char* level = InWords(control.level, f.binding, language_);
      group.title += language_ == Language::kJa
                         ? "（" + std::string(level) + "）"
                         : " (" + std::string(level) + ")";
    }
    return group;
  }

  void Item(const Framework& f, const Control& control, const ControlRef& ref,
            const Applicability& a) {
    const Status status = context_.StatusOf(ref);
    StatusGroup& group = Group(f, control);
    ++group.size;
    ++group.count[static_cast<std::size_t>(status)];
    if (a.applies == Truth::kUnknown) {
      ++summary_.to_confirm;
      for (const std::string& name : a.unknown) {
        if (names_.insert(name).second) {
          summary_.facts_to_confirm.push_back(name);
        }
      }
    }
    if (group.topics) return;
    ++summary_.items;
    if (status != Status::kUnknown) ++summary_.answered;
    if (status == Status::kNotMet) ++summary_.not_met;
    const bool open =
        status != Status::kMet && status != Status::kNotApplicable;
    if (f.binding != Binding::kLaw || control.level != Level::kMust) return;
    ++summary_.duties;
    if (a.phase == Phase::kLater && a.from && open) ++due_[*a.from];
    if (status == Status::kNotMet || status == Status::kPartly ||
        status == Status::kPlanned) {
      open_.push_back(ref);
    }
  }

  // Not met before partly before planned; what is in force before what comes.
  void Urgent() {
    const auto rank = [this](const ControlRef& ref) {
      const Applicability& a = context_.applicability->Of(ref);
      const Status status = context_.StatusOf(ref);
      const int open = status == Status::kNotMet   ? 0
                       : status == Status::kPartly ? 1
                                                   : 2;
      return std::make_tuple(open, a.phase, ref);
    };
    std::sort(open_.begin(), open_.end(),
              [&](const ControlRef& a, const ControlRef& b) {
                return rank(a) < rank(b);
              });
    for (const ControlRef& ref : open_) {
      if (summary_.urgent.size() < kUrgent) summary_.urgent.push_back(ref);
    }
  }

  const ReportContext& context_;
  Language language_;
  Summary& summary_;
  std::map<std::pair<int, int>, StatusGroup> groups_;
  std::map<Date, std::size_t> due_;
  std::set<std::string> names_;
  std::vector<ControlRef> open_;
};

// Pairs of applying controls of two regimes of which one contains the other.
std::size_t CountShared(const ReportContext& context) {
  std::size_t shared = 0;
  const auto applies = [&](int framework, int control) {
    return context.applicability->Of({framework, control}).applies !=
           Truth::kFalse;
  };
  for (const int a : context.frameworks) {
    for (const int b : context.frameworks) {
      if (a == b) continue;
      for (const Link& link : context.knowledge->Links(a, b)) {
        if (link.source.size() != 1 || link.target.size() != 1 ||
            !link.inside() || !applies(a, link.source[0]) ||
            !applies(b, link.target[0])) {
          continue;
        }
        // Equality is seen from both sides: count it once.
        if (link.contains() && b < a) continue;
        ++shared;
      }
    }
  }
  return shared;
}

}  // namespace

StatusGroup SumOfGroups(const Summary& summary, Language language) {
  StatusGroup sum;
  sum.title = language == Language::kJa ? "合計（自己点検の項目）"
                                        : "total (self-inspection)";
  for (const StatusGroup& group : summary.groups) {
    if (group.topics) continue;
    sum.size += group.size;
    for (std::size_t i = 0; i < sum.count.size(); ++i) {
      sum.count[i] += group.count[i];
    }
  }
  return sum;
}

Summary Summarise(const ReportContext& context,
                  const std::vector<GapComparison>& comparisons,
                  const std::vector<HoldingState>& holdings,
                  Language language) {
  Summary summary;
  Summariser(context, language, summary).Controls();
  for (const HoldingState& state : holdings) {
    if (state.new_rule_from) ++summary.renewals;
  }
  for (const GapComparison& comparison : comparisons) {
    for (std::size_t i = 0; i < summary.differences.size(); ++i) {
      summary.differences[i] += static_cast<std::size_t>(comparison.totals[i]);
    }
  }
  summary.shared_once = CountShared(context);
  return summary;
}

std::vector<Total> SummaryTotals(const Summary& s) {
  std::vector<Total> totals = {
      {"duties", {"法令上の義務", "duties"}, s.duties},
      {"items", {"自己点検の項目", "items"}, s.items},
      {"answered", {"回答済み", "answered"}, s.answered},
      {"not_met", {"未実施", "not met"}, s.not_met},
      {"to_confirm", {"要確認", "to confirm"}, s.to_confirm},
      {"renewals", {"更新・契約", "renewals"}, s.renewals},
      {"shared_once", {"共通化", "shared"}, s.shared_once}};
  for (const auto& state : kGapStates) {
    totals.push_back({state.machine, state.words,
                      s.differences[static_cast<std::size_t>(state.value)]});
  }
  return totals;
}

}  // namespace mapper
