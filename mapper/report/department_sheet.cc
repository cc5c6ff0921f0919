#include "mapper/report/department_sheet.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/crosswalk/department_work.h"
#include "mapper/crosswalk/transition.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/sheet_points.h"
#include "mapper/report/table_words.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

using table_words::LevelText;
using table_words::Number;
using table_words::Word;

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class SheetMaker {
 public:
  SheetMaker(const SheetSource& source, const std::string& department,
             Language language)
      : source_(source),
        context_(*source.context),
        applicability_(*source.context->applicability),
        profile_(source.context->applicability->profile()),
        work_(WorkOf(*source.context->dataset, *source.context->applicability,
                     *source.coordination, department)),
        language_(language) {}

  DepartmentSheet Run() {
    const std::string organisation =
        language_ == Language::kEn && !profile_.name_en.empty()
            ? profile_.name_en
            : profile_.name;
    sheet_.title = work_.name + Say("　担当票（引継書）", ": department sheet");
    sheet_.sections.push_back(
        SheetPoints(source_, work_, organisation, language_));
    AddLeads();
    AddSupports();
    AddConsults();
    AddReportsTo();
    AddHoldings();
    AddYear();
    AddContacts();
    return std::move(sheet_);
  }

 private:
  const char* Say(const char* japanese, const char* english) const {
    return language_ == Language::kJa ? japanese : english;
  }
  std::string List(const std::vector<std::string>& parts) const {
    return Join(parts, Say("、", ", "));
  }
  View view() const { return {language_, false}; }

  SheetSection& Add(const char* japanese, const char* english) {
    sheet_.sections.emplace_back();
    sheet_.sections.back().title = Say(japanese, english);
    return sheet_.sections.back();
  }

  std::string Id(const ControlRef& ref) const {
    return context_.framework(ref.framework).id + ":" +
           context_.dataset->control(ref).id;
  }

  std::string LevelOf(const ControlRef& ref) const {
    return LevelText(context_.dataset->control(ref),
                     context_.framework(ref.framework), view());
  }

  // 適用中, a day, or what has to be confirmed.
  std::string PhaseOf(const ControlRef& ref) const {
    const Applicability& a = applicability_.Of(ref);
    std::string text;
    if (a.phase == Phase::kLater && a.from) {
      text = ToShortText(*a.from, language_) + Say("から", "");
    } else if (a.phase == Phase::kPast) {
      text = Say("旧版・参考", "past edition");
    } else {
      text = Say("適用中", "in force");
    }
    if (a.applies == Truth::kUnknown) text += Say("・要確認", ", to confirm");
    return text;
  }

  void AddLeads() {
    SheetSection& head = Add("主担当", "Leads");
    if (work_.leads.empty()) {
      head.lines.emplace_back(Say("ありません。", "Nothing."));
      return;
    }
    head.lines.push_back(Say("基準ごとに、根拠と項目を示します。計 ",
                             "By regime, with its basis. Total ") +
                         Number(work_.leads.size()) + Say(" 件", ""));
    for (const RegimeShare& share : work_.regimes) {
      const RegimeState& state =
          applicability_.regimes()[static_cast<std::size_t>(share.regime)];
      sheet_.sections.emplace_back();
      SheetSection& section = sheet_.sections.back();
      section.title = Say("主担当：", "Leads: ") +
                      RegimeTitle(*context_.dataset, state, language_) +
                      Say("　", ", ") + Number(share.leads) + Say(" 件", "");
      section.lines.push_back(Say("根拠: ", "Basis: ") + state.regime->basis);
      section.columns = {
          {Say("項目", "control"), 26},   {Say("見出し", "title"), 40},
          {Say("レベル", "level"), 0},    {Say("時期", "when"), 0},
          {Say("実施状況", "status"), 0}, {Say("関係課", "with"), 40}};
      for (const Assignment* a : work_.leads) {
        if (applicability_.Of(a->control).regime != share.regime) continue;
        section.rows.push_back(
            {Id(a->control),
             context_.dataset->control(a->control).title(language_),
             LevelOf(a->control), PhaseOf(a->control),
             context_.assessments == nullptr
                 ? "-"
                 : InWords(context_.StatusOf(a->control), language_),
             List(a->support)});
      }
    }
  }

  void AddSupports() {
    SheetSection& section = Add("関係課として加わるもの", "Supports");
    if (work_.supports.empty()) {
      section.lines.emplace_back(Say("ありません。", "Nothing."));
      return;
    }
    section.columns = {{Say("項目", "control"), 26},
                       {Say("見出し", "title"), 40},
                       {Say("レベル", "level"), 0},
                       {Say("主担当課", "lead"), 30}};
    for (const Assignment* a : work_.supports) {
      section.rows.push_back(
          {Id(a->control),
           context_.dataset->control(a->control).title(language_),
           LevelOf(a->control),
           a->lead.empty() ? Say("未定", "nobody yet") : List(a->lead)});
    }
  }

  void AddConsults() {
    SheetSection& section = Add("合議", "To consult");
    section.lines.emplace_back(
        Say("主担当の項目に関係の役割で加わる課です（データの関係の役割による。"
            "決裁の定めではありません）。",
            "Departments with a supporting role in what this one leads (from "
            "the data; not a rule of approval)."));
    section.columns = {{Say("課", "department"), 30},
                       {Say("加わる役割", "by role"), 40},
                       {Say("項目数", "controls"), 0}};
    for (const Counterpart& other : work_.consults) {
      section.rows.push_back({other.name, RolesText(other.roles, language_),
                              Number(other.controls)});
    }
    if (section.rows.empty()) {
      section.columns.clear();
      section.lines.emplace_back(Say("ありません。", "Nobody."));
    }
  }

  void AddReportsTo() {
    SheetSection& section = Add("報告先", "Reports to");
    const auto& exec = profile_.Departments(Role::kExec);
    section.lines.push_back(
        Say("庁内: ", "Inside: ") +
        (exec.empty() ? Say("長・CISOの課がプロフィールに書かれていません",
                            "the profile names nobody as executive")
                      : List(exec)));
    section.columns = {{Say("名称", "regime"), 30},
                       {Say("所管", "ministry"), 30},
                       {Say("届出・報告", "to be filed"), 50}};
    for (const RegimeShare& share : work_.regimes) {
      const Regime& regime =
          *applicability_.regimes()[static_cast<std::size_t>(share.regime)]
               .regime;
      if (regime.ministry.empty() && regime.submit.empty()) continue;
      section.rows.push_back(
          {RegimeTitle(
               *context_.dataset,
               applicability_.regimes()[static_cast<std::size_t>(share.regime)],
               language_),
           regime.ministry.empty() ? "-" : regime.ministry,
           regime.submit.empty() ? Say("定めの記載なし", "none stated")
                                 : regime.submit});
    }
    if (section.rows.empty()) {
      section.columns.clear();
      section.lines.emplace_back(
          Say("庁外: 主担当の基準に所管と届出の記載がありません。",
              "Outside: none is stated for what it leads."));
    }
  }

  void AddHoldings() {
    SheetSection& section =
        Add("関わるシステムと契約", "Systems and contracts concerned");
    section.lines.emplace_back(
        Say("プロフィールに担当課の記載がないため、区分と系統から役割を当てて"
            "います（当方の決め方）。",
            "The profile does not say whose they are: by kind and segment (our "
            "rule)."));
    section.columns = {{Say("名称", "name"), 40},
                       {Say("系統", "segment"), 0},
                       {Say("契約の終わり", "contract to"), 0},
                       {Say("次の更新", "next renewal"), 0},
                       {Say("経過措置", "transition"), 30}};
    const auto states =
        JudgeHoldings(*context_.dataset, applicability_.frameworks(), profile_);
    for (const Holding* holding : work_.holdings) {
      std::vector<std::string> transitions;
      for (const HoldingState& state : states) {
        if (state.holding != holding) continue;
        transitions.push_back(
            std::string(InWords(state.state, language_)) +
            (state.new_rule_from ? " " + ToIso(*state.new_rule_from) : ""));
      }
      section.rows.push_back(
          {holding->name,
           holding->segment ? InWords(*holding->segment, language_) : "-",
           holding->contract_to ? ToIso(*holding->contract_to) : "-",
           holding->next_renewal ? ToIso(*holding->next_renewal) : "-",
           transitions.empty() ? "-" : List(transitions)});
    }
    if (section.rows.empty()) {
      section.columns.clear();
      section.lines.emplace_back(Say("ありません。", "None."));
    }
  }

  void AddYear() {
    const Calendar& calendar =
        PlanningYear(applicability_.on()) == source_.running.year
            ? source_.running
            : source_.next;
    SheetSection& section = Add("年間の予定", "Calendar");
    section.lines.push_back(
        Number(static_cast<std::size_t>(calendar.year)) +
        Say("年度。（提案）の月は当方の案で、定めではありません。",
            " (April to March). Months marked (proposed) are ours."));
    section.columns = {{Say("時期", "when"), 0},
                       {Say("種類", "kind"), 0},
                       {Say("件名", "title"), 50},
                       {Say("立場", "part"), 0}};
    for (const CalendarAct& act : calendar.acts) {
      if (!IsConcerned(applicability_, work_, act)) continue;
      const std::string when = WhenText(calendar, act);
      section.rows.push_back(
          {when.empty()
               ? Say("月を定めない", "no month")
               : when + (act.proposed ? Say("（提案）", " (proposed)") : ""),
           ActKind(act, view()), ActTitle(context_, act, language_),
           Has(act.lead, work_.name) || act.regime != nullptr
               ? Say("主担当", "leads")
               : Say("関係課", "takes part")});
    }
    if (section.rows.empty()) {
      section.columns.clear();
      section.lines.emplace_back(Say("ありません。", "Nothing."));
    }
  }

  void AddContacts() {
    SheetSection& section = Add("連絡先（役割ごとの課）", "Contacts by role");
    section.lines.emplace_back(
        Say("担当者名と電話はデータにありません。引継ぎの際に書き入れてくだ"
            "さい。",
            "Names and telephone numbers are not in the data; add them."));
    section.columns = {{Say("役割", "role"), 0}, {Say("課", "department"), 60}};
    for (const auto& role : kRoles) {
      const auto& names = profile_.Departments(role.value);
      if (names.empty()) continue;
      section.rows.push_back({role.words.in(language_), List(names)});
    }
  }

  const SheetSource& source_;
  const ReportContext& context_;
  const ApplicabilityMap& applicability_;
  const Profile& profile_;
  const DepartmentWork work_;
  const Language language_;
  DepartmentSheet sheet_;
};

}  // namespace

SheetSource MakeSheetSource(const ReportContext& context,
                            const Coordination& coordination) {
  const int year = FiscalYear(context.applicability->on());
  SheetSource source;
  source.context = &context;
  source.coordination = &coordination;
  source.running = MakeCalendar(*context.dataset, *context.knowledge,
                                *context.applicability, context.hub, year);
  source.next = MakeCalendar(*context.dataset, *context.knowledge,
                             *context.applicability, context.hub, year + 1);
  return source;
}

DepartmentSheet MakeDepartmentSheet(const SheetSource& source,
                                    const std::string& department,
                                    Language language) {
  return SheetMaker(source, department, language).Run();
}

}  // namespace mapper
