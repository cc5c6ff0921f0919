#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/department.h"
#include "mapper/base/text.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct CalendarOptions {
  SubjectOptions subject;
  OutputOptions output;
  std::string year;
  std::string department;
};

// What a municipal office does in a month of its year.
const char* OfficeYear(const Session& session, int month) {
  switch (month) {
    case 4:
      return session.Say("新任者と新しい体制", "new staff and structure");
    case 6:
      return session.Say("自己点検", "self-inspection");
    case 9:
      return session.Say("防災月間", "month of disaster prevention");
    case 10:
    case 11:
      return session.Say("監査と予算要求", "audit and budget requests");
    case 2:
      return session.Say("議会", "council");
    case 3:
      return session.Say("議会、ガイドラインの改定", "council, new guideline");
    default:
      return "";
  }
}

int YearOf(const Session& session, const CalendarOptions& options,
           const mapper::Date& on) {
  if (options.year.empty()) return PlanningYear(on);
  std::string digits = options.year;
  if (mapper::StartsWith(digits, "FY")) digits = digits.substr(2);
  const bool number = digits.size() == 4 &&
                      std::all_of(digits.begin(), digits.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (!number || digits < "2000") {
    throw UsageError{
        session.Say("--year は 2027 か FY2027 のような年度です: ",
                    "--year takes a fiscal year such as 2027 or FY2027: ") +
        options.year};
  }
  return std::stoi(digits);
}

bool Concerns(const mapper::CalendarAct& act, const std::string& department) {
  const auto in = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), department) != names.end();
  };
  return in(act.lead) || in(act.others);
}

std::string YearText(const Session& session, int year) {
  const std::string number = std::to_string(year);
  const std::string span = number + "-04" + session.Say("から", " to ") +
                           std::to_string(year + 1) + "-03" +
                           session.Say("まで", "");
  if (!session.ja()) return "Fiscal year " + number + " (" + span + ")";
  return (year >= 2019 ? "令和" +
                             (year == 2019 ? std::string("元")
                                           : std::to_string(year - 2018)) +
                             "年度"
                       : number + "年度") +
         "（" + span + "）";
}

class CalendarText {
 public:
  CalendarText(const Session& session, const mapper::ReportContext& context,
               const mapper::Calendar& calendar, std::string department)
      : session_(session),
        context_(context),
        calendar_(calendar),
        department_(std::move(department)) {}

  std::string Run() {
    std::string out =
        YearText(session_, calendar_.year) +
        session_.Say("の年間計画　", ": calendar of ") +
        mapper::Visible(Name()) +
        (department_.empty()
             ? ""
             : session_.Say("　", ", ") + mapper::Visible(department_)) +
        "\n" +
        session_.Say(
            "「提案」の月は当方の案で、基準の定めではありません。"
            "間隔は基準が書くとおりに示します。＊は要旨によるもので、"
            "本文を読んでいません。\n",
            "A month marked 'proposal' is ours; no regime asks "
            "for it. Intervals are as the regimes state them; * by our "
            "gist, the text was not read.\n");
    for (int i = 0; i < 12; ++i) out += Month((i + 3) % 12 + 1);
    return out + Month(0) + Totals();
  }

 private:
  std::string Name() const {
    const mapper::Profile& p = context_.applicability->profile();
    return session_.ja() || p.name_en.empty() ? p.name : p.name_en;
  }

  std::string Month(int month) const {
    mapper::TextTable table;
    table.AddColumn(session_.Say("時期", "when"));
    table.AddColumn(session_.Say("種類", "kind"));
    table.AddColumn(session_.Say("件名", "title"), 40);
    table.AddColumn(session_.Say("求める項目と間隔", "asked by, how often"),
                    46);
    table.AddColumn(session_.Say("主担当課", "lead"), 20);
    table.AddColumn(session_.Say("関係課", "others"), 30);
    for (const mapper::CalendarAct& act : calendar_.acts) {
      if (act.month == month) AddRow(act, table);
    }
    const std::string office = OfficeYear(session_, month);
    std::string out = "\n■ ";
    out += month == 0 ? session_.Say("月を定めないもの（事由のつど、日常）",
                                     "Without a month (on events, day to day)")
                      : mapper::MonthText(calendar_.year, month);
    if (!office.empty()) {
      out += session_.Say("　庁内の動き: ", "  the office's year: ") + office;
    }
    return out + "\n" +
           (table.empty() ? session_.Say(" 予定はありません。\n", " Nothing.\n")
                          : table.Render(1));
  }

  void AddRow(const mapper::CalendarAct& act, mapper::TextTable& table) const {
    const mapper::View view{session_.language, false};
    std::string when = act.day ? ToIso(*act.day) : "";
    if (act.proposed) when = session_.Say("提案", "proposal");
    if (act.what == mapper::CalendarAct::What::kSubmit && !act.day) {
      when = act.month == 0 ? session_.Say("定めによる", "as stated")
                            : session_.Say("毎年", "each year");
    }
    if (when.empty()) when = "-";
    table.AddRow({when, ActKind(act, view),
                  ActTitle(context_, act, session_.language), AskedBy(act),
                  LeadText(act),
                  mapper::Join(act.others, session_.Say("、", ", "))});
  }

  // Marked when no text that was read states it.
  std::string IntervalText(const mapper::Duty& duty) const {
    if (duty.basis == mapper::DutyBasis::kUnknown) {
      return session_.Say("間隔は未確認", "interval not known");
    }
    return std::string(InWords(duty.interval, session_.language)) +
           (duty.basis == mapper::DutyBasis::kGist ? session_.Say("＊", "*")
                                                   : "");
  }

  // A role that nobody holds, or a matter whose owner the data does not name.
  std::string LeadText(const mapper::CalendarAct& act) const {
    if (!act.lead.empty()) {
      return mapper::Join(act.lead, session_.Say("、", ", "));
    }
    return act.duties.empty() ? session_.Say("（記載なし）", "(not stated)")
                              : session_.Say("未定", "nobody yet");
  }

  std::string Id(const mapper::ControlRef& ref) const {
    return context_.framework(ref.framework).id + ":" +
           context_.dataset->control(ref).id;
  }

  std::string AskedBy(const mapper::CalendarAct& act) const {
    if (act.holding != nullptr) return "-";
    if (act.regime != nullptr) return act.regime->regime->framework;
    std::vector<std::string> parts;
    for (const mapper::CalendarDuty& entry : act.duties) {
      std::string part = Id(entry.control) + " " + IntervalText(*entry.duty);
      const mapper::Applicability& a =
          context_.applicability->Of(entry.control);
      if (a.phase == mapper::Phase::kLater && a.from) {
        part += session_.Say("・", ", ") +
                ToShortText(*a.from, session_.language) +
                session_.Say("から", " on");
      }
      if (a.phase == mapper::Phase::kPast) {
        part += session_.Say("・旧版", ", past edition");
      }
      parts.push_back(std::move(part));
    }
    std::string text = mapper::Join(parts, session_.Say("、", "; "));
    if (act.covering >= 0) {
      return text +
             session_.Say("。一度で済む（ほかを含む: ",
                          ". Once does; contains the others: ") +
             Id(act.duties[static_cast<std::size_t>(act.covering)].control) +
             session_.Say("）", "");
    }
    std::vector<std::string> within;
    for (const mapper::CalendarDuty& entry : act.duties) {
      if (entry.within < 0) continue;
      const auto place = static_cast<std::size_t>(entry.within);
      within.push_back(Id(entry.control) + session_.Say(" は ", " by ") +
                       Id(act.duties[place].control) +
                       session_.Say(" で済む", ""));
    }
    if (!within.empty()) {
      text += session_.Say("。", ". Done: ") +
              mapper::Join(within, session_.Say("、", "; "));
    }
    if (act.joined == mapper::CalendarAct::Joined::kOverlap) {
      text += session_.Say("。重なりあり（一度で済むとは限らない）",
                           ". They overlap; once may not do");
    } else if (act.joined == mapper::CalendarAct::Joined::kTopic) {
      text += session_.Say("。同じ話題（一度で済むとは限らない）",
                           ". Same topic; once may not do");
    }
    return text;
  }

  std::string Totals() const {
    std::size_t fixed = 0;
    std::size_t proposed = 0;
    std::size_t once = 0;
    for (const mapper::CalendarAct& act : calendar_.acts) {
      if (act.proposed) {
        ++proposed;
      } else if (act.month != 0) {
        ++fixed;
      }
      if (act.covering >= 0) ++once;
    }
    const std::size_t all = calendar_.acts.size();
    const auto number = [](std::size_t n) { return std::to_string(n); };
    std::string out = session_.Say("\n計 ", "\nTotal ") + number(all) +
                      session_.Say("（期日あり ", " (fixed ") + number(fixed) +
                      session_.Say("、提案 ", ", proposed ") +
                      number(proposed) +
                      session_.Say("、月を定めない ", ", without a month ") +
                      number(all - fixed - proposed) +
                      session_.Say("）。一度で済むもの ", "). Once does: ") +
                      number(once) + "\n";
    if (department_.empty()) {
      out +=
          session_.Say("もとになった項目と種類 ",
                       "Rows of recurring.tsv in it: ") +
          number(calendar_.duties) +
          session_.Say("、この年度の後に施行されるもの ",
                       "; of controls in force after this year: ") +
          number(calendar_.later) + "\n" +
          session_.Say("一つの課の予定: --department 課名、別の年度: --year ",
                       "One department: --department NAME; another year: "
                       "--year ") +
          "FY" + std::to_string(calendar_.year + 1) + "\n";
    }
    return out;
  }

  const Session& session_;
  const mapper::ReportContext& context_;
  const mapper::Calendar& calendar_;
  const std::string department_;
};

void RunCalendar(CalendarOptions& options, Session& session) {
  if (session.Data().FindFramework(options.subject.hub) < 0) {
    options.subject.hub = "none";
  }
  const mapper::ReportContext& context = session.Context(options.subject);
  session.WarnOfClash();
  mapper::Calendar calendar = MakeCalendar(
      *context.dataset, *context.knowledge, *context.applicability, context.hub,
      YearOf(session, options, context.applicability->on()));
  if (!options.department.empty()) {
    RequireDepartment(session, context, options.department);
    auto& acts = calendar.acts;
    acts.erase(std::remove_if(acts.begin(), acts.end(),
                              [&](const mapper::CalendarAct& act) {
                                return !Concerns(act, options.department);
                              }),
               acts.end());
  }
  const auto total = [&](mapper::CalendarAct::What what) {
    return static_cast<std::size_t>(
        std::count_if(calendar.acts.begin(), calendar.acts.end(),
                      [&](const auto& act) { return act.what == what; }));
  };
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return CalendarRecords(context, calendar, view);
      },
      {{"acts", {"件", "acts"}, calendar.acts.size()},
       {"duties",
        {"定例の行事", "recurring acts"},
        total(mapper::CalendarAct::What::kDuty)},
       {"year",
        {"年度", "fiscal year"},
        static_cast<std::size_t>(calendar.year)},
       {"later", {"年度の後に施行", "in force later"}, calendar.later}},
      [&] {
        return CalendarText(session, context, calendar, options.department)
            .Run();
      });
}

}  // namespace

void AddCalendarCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<CalendarOptions>();
  CLI::App* command = app.add_subcommand(
      "calendar",
      session.Say("年度の訓練、点検、監査、研修、報告、見直しと期日",
                  "drills, checks, audits, training, reports and reviews of a "
                  "fiscal year"));
  AddSubjectOptions(*command, session, options->subject, false);
  command
      ->add_option("--year", options->year,
                   session.Say("年度（既定は基準日から見た計画の年度）",
                               "fiscal year (the one to plan)"))
      ->type_name("FY2027");
  command
      ->add_option("--department", options->department,
                   session.Say("この課の予定だけ", "acts of this one only"))
      ->type_name("NAME");
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunCalendar(*options, session); });
}

}  // namespace cli
