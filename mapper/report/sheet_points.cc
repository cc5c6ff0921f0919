#include "mapper/report/sheet_points.h"

#include <algorithm>
#include <map>

#include "mapper/base/text.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/table_words.h"

namespace mapper {
namespace {

using table_words::Number;

constexpr std::size_t kUpcoming = 5;   // acts named
constexpr std::size_t kEvidence = 10;  // proofs named

bool IsOpen(Status status) {
  return status != Status::kMet && status != Status::kNotApplicable;
}

class PointsMaker {
 public:
  PointsMaker(const SheetSource& source, const DepartmentWork& work,
              Language language)
      : source_(source),
        context_(*source.context),
        applicability_(*source.context->applicability),
        work_(work),
        language_(language) {}

  SheetSection Run(const std::string& organisation) const {
    SheetSection section;
    section.title = Say("引継ぎの要点", "In short");
    auto& lines = section.lines;
    lines.push_back(organisation + Say("　基準日 ", ", as of ") +
                    ToLongText(applicability_.on(), language_));
    lines.push_back(Say("役割: ", "Roles: ") +
                    RolesText(work_.roles, language_));
    const std::string levels = LevelCounts();
    lines.push_back(
        Say("主担当 ", "Leads ") + Number(work_.leads.size()) + Say(" 件", "") +
        (levels.empty() ? "" : Say("（", " (") + levels + Say("）", ")")) +
        Say("、関係課 ", ", supports ") + Number(work_.supports.size()) +
        Say(" 件", ""));
    AddUpcoming(lines);
    AddOpen(lines);
    AddEvidence(lines);
    lines.emplace_back(
        Say("本票は当方のデータとプロフィールから作ったもので、所管省庁の公式"
            "見解ではありません。",
            "Made from our data and the profile; not an official statement."));
    return section;
  }

 private:
  const char* Say(const char* japanese, const char* english) const {
    return language_ == Language::kJa ? japanese : english;
  }
  std::string List(const std::vector<std::string>& parts) const {
    return Join(parts, Say("、", ", "));
  }

  std::string LevelCounts() const {
    std::map<std::pair<Binding, Level>, std::size_t> counts;
    for (const Assignment* a : work_.leads) {
      const Framework& f = context_.framework(a->control.framework);
      ++counts[{f.binding, context_.dataset->control(a->control).level}];
    }
    std::vector<std::string> parts;
    for (const auto& [key, count] : counts) {
      parts.push_back(std::string(InWords(key.second, key.first, language_)) +
                      " " + Number(count));
    }
    return List(parts);
  }

  void AddUpcoming(std::vector<std::string>& lines) const {
    const Date& on = applicability_.on();
    std::vector<std::string> found;
    for (const Calendar* calendar : {&source_.running, &source_.next}) {
      for (const CalendarAct& act : calendar->acts) {
        if (act.month == 0 || !IsConcerned(applicability_, work_, act) ||
            found.size() == kUpcoming)
          continue;
        const bool past =
            calendar == &source_.running &&
            (act.day ? *act.day < on
                     : FiscalIndex(act.month) < FiscalIndex(on.month));
        if (past) continue;
        found.push_back("  " + WhenText(*calendar, act) +
                        (act.proposed ? Say("（提案）", " (proposed)") : "") +
                        " " + ActKind(act, {language_, false}) +
                        Say("：", ": ") + ActTitle(context_, act, language_));
      }
    }
    lines.push_back(Say("次に来るもの:", "Next:") +
                    std::string(found.empty()
                                    ? Say(" 期日も時期の提案もありません",
                                          " no date and no proposed month")
                                    : ""));
    lines.insert(lines.end(), found.begin(), found.end());
  }

  void AddOpen(std::vector<std::string>& lines) const {
    if (context_.assessments == nullptr) {
      lines.emplace_back(
          Say("未了: 実施状況が読み込まれていないので分かりません（--status "
              "FILE）",
              "Open: not known; no answers were read (--status FILE)"));
      return;
    }
    std::map<Status, std::size_t> counts;
    std::size_t open = 0;
    for (const Assignment* a : work_.leads) {
      const Status status = context_.StatusOf(a->control);
      if (IsOpen(status)) {
        ++counts[status];
        ++open;
      }
    }
    std::vector<std::string> parts;
    for (const auto& [status, count] : counts) {
      parts.push_back(std::string(InWords(status, language_)) + " " +
                      Number(count));
    }
    lines.push_back(
        Say("未了: 主担当のうち ", "Open, of what it leads: ") + Number(open) +
        Say(" 件", "") +
        (parts.empty() ? "" : Say("（", " (") + List(parts) + Say("）", ")")));
  }

  void AddEvidence(std::vector<std::string>& lines) const {
    std::vector<std::string> found;
    std::size_t more = 0;
    for (const Assignment* a : work_.leads) {
      if (context_.assessments == nullptr) break;
      const auto it = context_.assessments->find(a->control);
      if (it == context_.assessments->end()) continue;
      std::string text = it->second.evidence;
      if (!it->second.evidence_file.empty()) {
        text += (text.empty() ? "" : " ") + it->second.evidence_file;
      }
      if (text.empty() || it->second.status == Status::kNotApplicable) continue;
      if (found.size() == kEvidence) {
        ++more;
        continue;
      }
      found.push_back("  " + context_.framework(a->control.framework).id + ":" +
                      context_.dataset->control(a->control).id + " " + text);
    }
    lines.push_back(Say("証拠の在りか:", "Proof:") +
                    std::string(found.empty() ? Say(" 記録がありません",
                                                    " none is recorded")
                                              : ""));
    lines.insert(lines.end(), found.begin(), found.end());
    if (more > 0) {
      lines.push_back(Say("  ほか ", "  and ") + Number(more) +
                      Say(" 件（CSV）", " more (CSV)"));
    }
  }

  const SheetSource& source_;
  const ReportContext& context_;
  const ApplicabilityMap& applicability_;
  const DepartmentWork& work_;
  const Language language_;
};

}  // namespace

std::string WhenText(const Calendar& calendar, const CalendarAct& act) {
  return act.day ? ToIso(*act.day) : MonthText(calendar.year, act.month);
}

bool IsConcerned(const ApplicabilityMap& applicability,
                 const DepartmentWork& work, const CalendarAct& act) {
  if (act.regime != nullptr) {
    return std::any_of(
        work.regimes.begin(), work.regimes.end(),
        [&](const RegimeShare& share) {
          return &applicability
                      .regimes()[static_cast<std::size_t>(share.regime)] ==
                 act.regime;
        });
  }
  const auto in = [&work](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), work.name) != names.end();
  };
  return in(act.lead) || in(act.others);
}

std::string RolesText(const std::vector<Role>& roles, Language language) {
  std::vector<std::string> words;
  for (const Role role : roles) words.emplace_back(InWords(role, language));
  return Join(words, language == Language::kJa ? "、" : ", ");
}

SheetSection SheetPoints(const SheetSource& source, const DepartmentWork& work,
                         const std::string& organisation, Language language) {
  return PointsMaker(source, work, language).Run(organisation);
}

}  // namespace mapper
