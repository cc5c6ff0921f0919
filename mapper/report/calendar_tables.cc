#include "mapper/base/text.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/table_words.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

using Type = Column::Type;
using table_words::LevelText;
using table_words::Number;
using table_words::Word;
using What = CalendarAct::What;

// Machine word and words of an enumerator, as they stand in a cell.
std::string Cell(const View& view, const char* machine, const Words& words) {
  return view.machine ? machine : view.words(words);
}

std::string NatureText(const CalendarAct& act, const View& view) {
  if (act.day || (act.what == What::kSubmit && act.month != 0)) {
    return Cell(view, "fixed", {"期日あり", "fixed"});
  }
  if (act.proposed) return Cell(view, "proposal", {"提案", "proposal"});
  return {};
}

// The duty that contains this one, "framework:id", or "".
std::string WithinText(const ReportContext& context, const CalendarAct& act,
                       const CalendarDuty& entry) {
  if (entry.within < 0) return {};
  const ControlRef& ref =
      act.duties[static_cast<std::size_t>(entry.within)].control;
  return context.framework(ref.framework).id + ":" +
         context.dataset->control(ref).id;
}

std::string JoinedText(const CalendarAct& act, const View& view) {
  if (act.covering >= 0) {
    return Cell(view, "once", {"一度で済む", "once does"});
  }
  switch (act.joined) {
    case CalendarAct::Joined::kAlone:
      return {};
    case CalendarAct::Joined::kOverlap:
      return Cell(view, "overlap", {"重なりあり", "overlap"});
    case CalendarAct::Joined::kTopic:
      return Cell(view, "topic", {"同じ話題", "same topic"});
  }
  return {};
}

}  // namespace

std::string MonthText(int fiscal_year, int month) {
  if (month == 0) return {};
  return std::to_string(month >= 4 ? fiscal_year : fiscal_year + 1) +
         (month < 10 ? "-0" : "-") + std::to_string(month);
}

std::string ActKind(const CalendarAct& act, const View& view) {
  switch (act.what) {
    case What::kInForce:
      return Cell(view, "in-force", {"施行・適用開始", "in force"});
    case What::kLastDay:
      return Cell(view, "last-day", {"適用の最終日", "last day"});
    case What::kStart:
      return Cell(view, "start", {"開始", "start"});
    case What::kContractEnd:
      return Cell(view, "contract-end", {"契約の終わり", "contract ends"});
    case What::kRenewal:
      return Cell(view, "renewal", {"更新", "renewal"});
    case What::kSubmit:
      return Cell(view, "submit", {"届出・提出", "filing"});
    case What::kDuty:
      return Word(act.kind, view);
  }
  return {};
}

std::string ActTitle(const ReportContext& context, const CalendarAct& act,
                     Language language) {
  if (act.holding != nullptr) return act.holding->name;
  if (act.regime != nullptr) {
    const std::string title =
        RegimeTitle(*context.dataset, *act.regime, language);
    return act.what == What::kSubmit ? title + ": " + act.regime->regime->submit
                                     : title;
  }
  const std::size_t shown =
      act.covering < 0 ? 0 : static_cast<std::size_t>(act.covering);
  std::string title =
      context.dataset->control(act.duties[shown].control).title(language);
  const std::size_t more = act.duties.size() - 1;
  if (more == 0) return title;
  return language == Language::kJa
             ? title + "ほか" + std::to_string(more) + "件"
             : title + " and " + std::to_string(more) + " more";
}

Records CalendarRecords(const ReportContext& context, const Calendar& calendar,
                        const View& view) {
  Records records;
  records.name = "calendar";
  records.columns = {
      {"act", {"番号", "act"}, Type::kNumber},
      {"month", {"月", "month"}},
      {"day", {"期日", "day"}},
      {"nature", {"時期の根拠", "month is"}},
      {"kind", {"種類", "kind"}},
      {"title", {"件名", "title"}},
      {"framework", {"基準", "framework"}},
      {"control", {"項目", "control"}},
      {"label", {"項目番号", "label"}},
      {"level", {"レベル", "level"}},
      {"interval", {"間隔", "interval"}},
      {"interval_basis", {"間隔の根拠", "interval stated in"}},
      {"joined", {"まとめ方", "joined"}},
      {"within", {"含まれる先", "contained in"}},
      {"from", {"施行・適用", "from"}},
      {"lead_departments", {"主担当課", "lead departments"}, Type::kList},
      {"other_departments", {"関係課", "other departments"}, Type::kList},
      {"note", {"備考", "note"}}};
  for (std::size_t i = 0; i < calendar.acts.size(); ++i) {
    const CalendarAct& act = calendar.acts[i];
    const std::vector<std::string> head = {
        Number(i + 1), MonthText(calendar.year, act.month),
        act.day ? ToIso(*act.day) : std::string(), NatureText(act, view),
        ActKind(act, view)};
    const std::string lead = Join(act.lead, ";");
    const std::string others = Join(act.others, ";");
    if (act.what != What::kDuty) {
      std::vector<std::string> row = head;
      const bool regime = act.regime != nullptr;
      row.push_back(
          regime ? RegimeTitle(*context.dataset, *act.regime, view.language)
                 : act.holding->name);
      row.push_back(regime ? act.regime->regime->framework : std::string());
      row.insert(row.end(), 7, std::string());
      row.push_back(regime && act.regime->regime->from
                        ? ToIso(*act.regime->regime->from)
                        : std::string());
      row.insert(
          row.end(),
          {lead, others, regime ? act.regime->regime->submit : std::string()});
      records.rows.push_back(std::move(row));
      continue;
    }
    for (const CalendarDuty& entry : act.duties) {
      const Framework& f = context.framework(entry.control.framework);
      const Control& c = context.dataset->control(entry.control);
      const Applicability& applies = context.applicability->Of(entry.control);
      std::vector<std::string> row = head;
      row.insert(
          row.end(),
          {c.title(view.language), f.id, c.id, c.label, LevelText(c, f, view),
           Word(entry.duty->interval, view), Word(entry.duty->basis, view),
           JoinedText(act, view), WithinText(context, act, entry),
           applies.from ? ToIso(*applies.from) : std::string(), lead, others,
           entry.duty->note});
      records.rows.push_back(std::move(row));
    }
  }
  return records;
}

}  // namespace mapper
