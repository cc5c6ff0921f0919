#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "cli/assess_options.h"
#include "cli/assess_views.h"
#include "cli/commands.h"
#include "cli/workspace_session.h"
#include "mapper/base/text.h"

namespace cli {
namespace {

std::string NextStep(const Session& session,
                     const std::vector<FrameworkStatus>& rows) {
  const FrameworkStatus* open = nullptr;
  bool conflict = false;
  for (const FrameworkStatus& row : rows) {
    conflict |= row.conflicts > 0;
    if (open == nullptr && !row.topics &&
        row.count[static_cast<std::size_t>(mapper::Status::kUnknown)] > 0) {
      open = &row;
    }
  }
  if (conflict) {
    return session.Say("次に: 食い違いを kakehashi assess set で答え直す。\n",
                       "Next: settle the conflicts by kakehashi assess set.\n");
  }
  if (open != nullptr) {
    return session.Say(
               "次に: 未回答の項目を表に書き、kakehashi assess import "
               "FILE で記録する（始めるなら ",
               "Next: answer what is open in a table, and record it "
               "by kakehashi assess import FILE (first of all ") +
           open->framework + session.Say("）。\n", ").\n");
  }
  return session.Say("次に: kakehashi plan で、何から行うかを見る。\n",
                     "Next: kakehashi plan says what to do first.\n");
}

void RunStatus(const AssessOptions& options, Session& session) {
  SubjectOptions subject;
  subject.org = options.org;
  subject.on = options.on;
  mapper::ReportContext context = session.Context(subject);
  const mapper::Profile& profile = context.applicability->profile();
  RequireScope(session, profile, options.scope);
  const auto answers = CurrentAnswers(session, profile.id, options.scope);
  std::size_t unknown = 0;
  const auto assessments = ToAssessments(answers, session.Data(), unknown);
  context.assessments = &assessments;
  const auto rows = CountStatuses(context, answers, session.language);
  auto totals = StatusTotals(rows);
  totals.push_back({"lost", {"データにない項目", "not in the data"}, unknown});
  session.Emit(
      options.output, [&](const mapper::View&) { return StatusRecords(rows); },
      totals,
      [&] {
        std::string out =
            session.Say("■ 実施状況　", "Status of ") +
            mapper::Visible(session.ja() || profile.name_en.empty()
                                ? profile.name
                                : profile.name_en) +
            (options.scope.empty() ? "" : " / " + options.scope) + "\n" +
            StatusText(session, rows);
        if (unknown > 0) {
          out += session.Say("データにない項目への回答（数えていません） ",
                             "answers to controls that the data lacks (not "
                             "counted) ") +
                 std::to_string(unknown) + "\n";
        }
        return out + ConflictText(session, answers) + NextStep(session, rows);
      });
}

void RunHistory(const AssessOptions& options, Session& session) {
  const mapper::Profile profile = session.ReadProfile(options.org);
  mapper::Workspace workspace = RequireWorkspace(session);
  const auto records = mapper::AssessmentStore(workspace).History(
      profile.id, options.framework, options.control);
  if (records.empty() && !options.framework.empty()) {
    // A misspelt name is told apart from one without answers.
    const int framework = session.Framework(options.framework);
    if (!options.control.empty()) session.Control(framework, options.control);
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) { return HistoryRecords(records, view); },
      {{"records", {"記録", "records"}, records.size()}},
      [&] { return HistoryText(session, records); });
}

class Commands {
 public:
  Commands(CLI::App& assess, Session& session)
      : assess_(assess), session_(session) {}

  void AddSet() {
    const auto [command, o] =
        Add("set", RunAssessSet, "一つの項目に答える", "answer one control");
    command->add_option("framework", o->framework, Say("基準", "framework"))
        ->required()
        ->type_name("FRAMEWORK");
    command->add_option("control", o->control, Say("項目", "control"))
        ->required()
        ->type_name("CONTROL");
    command
        ->add_option(
            "status", o->status,
            Say("実施済 一部 計画 未実施 対象外 未回答（取り消し）",
                "met partly planned not-met not-applicable, or unknown "
                "to take it back"))
        ->required()
        ->type_name("STATUS");
    AddScope(*command, *o);
    AddBy(*command, *o);
    CLI::Option* evidence =
        command->add_option("--evidence", o->evidence,
                            Say("証拠がどこにあるか", "where the proof is"));
    evidence->type_name("TEXT");
    command
        ->add_option(
            "--evidence-file", o->evidence_file,
            Say("証拠のファイル（名前とSHA-256を記録）",
                "file of the proof: its name and SHA-256 are recorded"))
        ->type_name("FILE");
    command
        ->add_option(
            "--date", o->date,
            Say("確かめた日（既定は今日）", "day of the answer (today)"))
        ->type_name("DATE");
    command
        ->add_option("--reason", o->reason,
                     Say("対象外の理由", "why it is not applicable"))
        ->type_name("TEXT")
        ->excludes(evidence);
  }

  void AddImport() {
    const auto [command, o] =
        Add("import", RunAssessImport, "回答の表(CSV)を記録する",
            "record a table of answers (CSV)");
    command->add_option("file", o->file, Say("回答の表", "table of answers"))
        ->required()
        ->type_name("FILE");
    AddScope(*command, *o);
    AddBy(*command, *o);
    command->add_flag(
        "--check", o->check,
        Say("読むだけで、何も記録しない", "read only; record nothing"));
    AddOutputOptions(*command, session_, o->output);
  }

  void AddStatus() {
    const auto [command, o] = Add("status", RunStatus, "回答の集計と食い違い",
                                  "what stands, counted, and conflicts");
    AddScope(*command, *o);
    command
        ->add_option("--on", o->on,
                     Say("基準日（既定は今日）", "day of reference (today)"))
        ->type_name("DATE");
    AddOutputOptions(*command, session_, o->output);
  }

  void AddHistory() {
    const auto [command, o] =
        Add("history", RunHistory, "記録を順に示す（誰が、いつ、何を）",
            "the records in order: who, when, what");
    command->add_option("framework", o->framework, Say("基準", "framework"))
        ->type_name("FRAMEWORK");
    command->add_option("control", o->control, Say("項目", "control"))
        ->type_name("CONTROL");
    AddOutputOptions(*command, session_, o->output);
  }

 private:
  using Options = std::shared_ptr<AssessOptions>;

  const char* Say(const char* japanese, const char* english) const {
    return session_.Say(japanese, english);
  }

  std::pair<CLI::App*, Options> Add(const char* name,
                                    void (*run)(const AssessOptions&, Session&),
                                    const char* japanese, const char* english) {
    auto options = std::make_shared<AssessOptions>();
    CLI::App* command = assess_.add_subcommand(name, Say(japanese, english));
    command
        ->add_option("--org", options->org,
                     Say("団体のプロフィール(TOML)",
                         "profile of the organisation (TOML)"))
        ->required()
        ->type_name("PROFILE");
    Session& session = session_;
    command->callback([options, run, &session] { run(*options, session); });
    return {command, options};
  }

  void AddScope(CLI::App& command, AssessOptions& options) const {
    command
        .add_option("--scope", options.scope,
                    Say("プロフィールのシステムの名前（既定は団体全体）",
                        "name of a system of the profile (default: all of the "
                        "organisation)"))
        ->type_name("SYSTEM");
  }

  void AddBy(CLI::App& command, AssessOptions& options) const {
    command.add_option("--by", options.by, Say("答えた人・課", "who says so"))
        ->type_name("NAME");
  }

  CLI::App& assess_;
  Session& session_;
};

}  // namespace

void AddAssessCommand(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "assess", session.Say("実施状況を答え、記録し、集計する",
                            "answer, record and count what has been done"));
  command->require_subcommand(1);
  Commands commands(*command, session);
  commands.AddSet();
  commands.AddImport();
  commands.AddStatus();
  commands.AddHistory();
}

}  // namespace cli
