#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/model/checklist_columns.h"
#include "mapper/report/answers.h"
#include "mapper/report/checklist_tables.h"
#include "mapper/report/csv_writer.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using Align = mapper::TextTable::Align;
using Questions = std::vector<mapper::Question>;

struct ChecklistOptions {
  SubjectOptions subject;
  OutputOptions output;
  std::string out;
  std::string department;
  std::string role;
  bool results = false;
};

const mapper::Assessments& Answers(const mapper::ReportContext& context) {
  static const mapper::Assessments kNone;
  return context.assessments == nullptr ? kNone : *context.assessments;
}

Questions Select(const ChecklistOptions& options, const Session& session,
                 const mapper::ReportContext& context, Questions questions) {
  const auto role = mapper::FindName(mapper::kRoles, options.role);
  const auto wanted = [&](const mapper::Question& question) {
    const auto& lead = question.lead;
    return (options.department.empty() ||
            std::find(lead.begin(), lead.end(), options.department) !=
                lead.end()) &&
           (!role || context.dataset->control(question.control).lead == *role);
  };
  questions.erase(
      std::remove_if(questions.begin(), questions.end(),
                     [&](const auto& question) { return !wanted(question); }),
      questions.end());
  if (!questions.empty() || options.department.empty()) return questions;
  std::set<std::string> names;
  for (const auto& [held, departments] :
       context.applicability->profile().departments) {
    names.insert(departments.begin(), departments.end());
  }
  throw UsageError{
      session.Say("この課が主担当の問いはありません: ",
                  "no question is led by this department: ") +
      options.department +
      session.Choices(options.department, {names.begin(), names.end()})};
}

// How many questions each department answers.
std::string Departments(const Session& session,
                        const mapper::ReportContext& context,
                        const Questions& questions) {
  mapper::TextTable table;
  table.AddColumn(session.Say("課", "department"), 40);
  table.AddColumn(session.Say("問い", "questions"), 0, Align::kRight);
  table.AddColumn(session.Say("含まれる項目", "answered with them"), 0,
                  Align::kRight);
  table.AddColumn(session.Say("回答済み", "answered"), 0, Align::kRight);
  struct Count {
    std::size_t questions = 0;
    std::size_t with = 0;
    std::size_t answered = 0;
  };
  Count all;
  Count count;
  const auto row = [&table](const std::string& name, const Count& c) {
    table.AddRow({name, std::to_string(c.questions), std::to_string(c.with),
                  std::to_string(c.answered)});
  };
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const mapper::Question& question = questions[i];
    const bool answered =
        context.StatusOf(question.control) != mapper::Status::kUnknown;
    for (Count* c : {&count, &all}) {
      ++c->questions;
      c->with += question.answered.size();
      c->answered += answered ? 1U : 0U;
    }
    const std::string department = SheetOf(question);
    if (i + 1 == questions.size() || SheetOf(questions[i + 1]) != department) {
      row(department.empty() ? session.Say("（主担当の未定）", "(no lead)")
                             : department,
          count);
      count = {};
    }
  }
  table.AddRule();
  row(session.Say("計", "total"), all);
  return table.Render();
}

std::string Detail(const Session& session, const mapper::ReportContext& context,
                   const Questions& questions) {
  namespace column = mapper::checklist_column;
  mapper::TextTable table;
  table.AddColumn(session.Say("項目", "control"), 24);
  table.AddColumn(session.Say("問い", "question"), 48);
  table.AddColumn(session.Say("レベル", "level"));
  table.AddColumn(session.Say("主担当課", "lead"), 16);
  table.AddColumn(session.Say("この回答に含まれる項目", "answered with this"),
                  34);
  table.AddColumn(session.Say("状況", "status"));
  const mapper::Records records =
      ChecklistRecords(context, questions, {session.language, false});
  for (const auto& row : records.rows) {
    table.AddRow({row[column::kFramework] + ":" + row[column::kControl],
                  row[column::kQuestion], row[column::kLevel],
                  row[column::kLead], row[column::kAnsweredWith],
                  row[column::kStatus]});
  }
  return table.Render();
}

std::string Totals(const Session& session, const mapper::Checklist& checklist,
                   std::size_t shown) {
  const auto count = [](std::size_t n) { return std::to_string(n); };
  std::string out =
      session.Say("項目 ", "items ") + count(checklist.items) +
      session.Say(" ＝ 問い ", " = questions ") +
      count(checklist.questions.size()) +
      session.Say(" ＋ 問いに含まれる項目 ", " + answered with them ") +
      count(checklist.answered_with) +
      session.Say("（うち独自論点 ", " (own topics among the items ") +
      count(checklist.topics) + session.Say("）\n", ")\n");
  if (shown != checklist.questions.size()) {
    out +=
        session.Say("上の表の問い ", "questions shown ") + count(shown) + "\n";
  }
  return out;
}

std::string Text(const ChecklistOptions& options, const Session& session,
                 const mapper::ReportContext& context,
                 const mapper::Checklist& checklist,
                 const Questions& questions) {
  const bool detail = !options.department.empty() || !options.role.empty();
  return std::string(session.Say("■ 一度答えれば足りる問い\n",
                                 "Questions to be answered once\n")) +
         (detail ? Detail(session, context, questions) + "\n" : std::string()) +
         Departments(session, context, questions) +
         Totals(session, checklist, questions.size()) +
         session.Say(
             "記入する表を作る: --out FILE.xlsx（または "
             ".csv）、一つの課の問い: "
             "--department 課名\n記入した表を記録する: kakehashi assess import "
             "FILE --org PROFILE\n",
             "A form to fill in: --out FILE.xlsx (or .csv); one department: "
             "--department NAME\nRecord a filled form: kakehashi assess import "
             "FILE "
             "--org PROFILE\n");
}

std::string ResultsText(const Session& session,
                        const mapper::ReportContext& context,
                        const mapper::AnswerList& answers) {
  mapper::TextTable table;
  table.AddColumn(session.Say("項目", "control"), 26);
  table.AddColumn(session.Say("見出し", "title"), 30);
  table.AddColumn(session.Say("回答", "answer"));
  table.AddColumn(session.Say("推論", "inferred"), 24);
  table.AddColumn(session.Say("もとの回答", "from"), 36);
  table.AddColumn(session.Say("根拠", "by"), 40);
  const mapper::Records records =
      AnswerRecords(context, answers, {session.language, false});
  for (std::size_t i = 0; i < records.rows.size(); ++i) {
    if (answers.rows[i].inferred == mapper::Inference::kNothing) continue;
    const auto& row = records.rows[i];
    table.AddRow({row[0] + ":" + row[1], row[3], row[5], row[9], row[10],
                  row[12].empty() ? row[11] : row[12]});
  }
  std::string out =
      session.Say("■ ほかの回答から分かること\n", "What other answers say\n");
  out += table.empty() ? std::string() : table.Render();
  std::vector<std::string> parts;
  for (const mapper::Total& total : AnswerTotals(answers)) {
    parts.push_back(std::string(total.title.in(session.language)) + " " +
                    std::to_string(total.value));
  }
  return out + mapper::Join(parts, session.Say("、", ", ")) + "\n" +
         session.Say(
             "すべての項目: --format csv、二つの項目の証明: kakehashi "
             "explain\n",
             "All items: --format csv; the proof of a pair: kakehashi "
             "explain\n");
}

void RunResults(const ChecklistOptions& options, Session& session,
                const mapper::ReportContext& context) {
  if (context.assessments == nullptr) {
    throw UsageError{session.Say("--results には回答が要ります: --status FILE",
                                 "--results needs answers: --status FILE")};
  }
  const mapper::AnswerList answers = ListAnswers(context);
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return AnswerRecords(context, answers, view);
      },
      AnswerTotals(answers),
      [&] { return ResultsText(session, context, answers); });
}

void WriteOut(const ChecklistOptions& options, Session& session,
              const mapper::ReportContext& context,
              const Questions& questions) {
  std::string bytes;
  if (mapper::EndsWith(options.out, ".xlsx")) {
    mapper::Diagnostics diagnostics;
    bytes = WriteXlsx(ChecklistWorkbook(context, questions, session.language),
                      diagnostics);
    session.Print(std::move(diagnostics));
  } else {
    bytes = session.Csv(options.output, [&](const mapper::View& view) {
      return ChecklistRecords(context, questions, view);
    });
  }
  mapper::WriteFileAtomically(options.out, bytes);
}

void RunChecklist(ChecklistOptions& options, Session& session) {
  const bool written = !options.out.empty();
  if (written && !mapper::EndsWith(options.out, ".xlsx") &&
      !mapper::EndsWith(options.out, ".csv")) {
    throw UsageError{session.Say("--out は .xlsx か .csv のファイルです: ",
                                 "--out takes a .xlsx or .csv file: ") +
                     options.out};
  }
  options.subject.hub = "none";
  const mapper::ReportContext& context = session.Context(options.subject);
  session.WarnOfClash();
  if (options.results) {
    RunResults(options, session, context);
    return;
  }
  const mapper::Checklist checklist =
      MakeChecklist(session.Data(), session.Facts(), *context.applicability,
                    Answers(context));
  const Questions questions = Select(
      options, session, context, ByDepartment(context, checklist.questions));
  if (written) WriteOut(options, session, context, questions);
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return ChecklistRecords(context, questions, view);
      },
      {{"items", {"項目", "items"}, checklist.items},
       {"questions", {"問い", "questions"}, checklist.questions.size()},
       {"answered_with",
        {"問いに含まれる項目", "answered with them"},
        checklist.answered_with},
       {"topics", {"独自論点", "own topics"}, checklist.topics},
       {"without_lead",
        {"主担当の未定", "without a lead"},
        checklist.without_lead},
       {"shown", {"表示", "shown"}, questions.size()}},
      [&] {
        if (!written) {
          return Text(options, session, context, checklist, questions);
        }
        return Departments(session, context, questions) +
               Totals(session, checklist, questions.size()) +
               session.Say("書き出した先: ", "Written to: ") + options.out +
               session.Say("\n記入した後: kakehashi assess import ",
                           "\nWhen filled in: kakehashi assess import ") +
               options.out + " --org " + options.subject.org + "\n";
      });
}

}  // namespace

void AddChecklistCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ChecklistOptions>();
  CLI::App* command = app.add_subcommand(
      "checklist",
      session.Say("課ごとの点検表を作る（同じことは一度だけ聞く）",
                  "the checklist of each department; nothing is asked twice"));
  AddSubjectOptions(*command, session, options->subject, false);
  AddStatusOption(*command, session, options->subject);
  CLI::Option* out =
      command
          ->add_option("--out", options->out,
                       session.Say("記入する表を書き出す（.xlsx か .csv）",
                                   "write a form to fill in (.xlsx or .csv)"))
          ->type_name("FILE");
  CLI::Option* department =
      command
          ->add_option("--department", options->department,
                       session.Say("この課が主担当の問いだけ",
                                   "questions that this department leads"))
          ->type_name("NAME");
  CLI::Option* role =
      command
          ->add_option("--role", options->role,
                       session.Say("この役割が主担当の問いだけ",
                                   "questions that this role leads"))
          ->check(CLI::IsMember(mapper::MachineNames(mapper::kRoles)));
  command
      ->add_flag("--results", options->results,
                 session.Say("回答から分かること（推論と矛盾）を示す",
                             "what the answers prove, and what contradicts"))
      ->excludes(out)
      ->excludes(department)
      ->excludes(role);
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunChecklist(*options, session); });
}

}  // namespace cli
