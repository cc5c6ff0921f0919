// `assess set` and `assess import`: what is recorded.

#include <algorithm>
#include <array>
#include <iostream>
#include <utility>

#include "cli/assess_options.h"
#include "cli/workspace_session.h"
#include "mapper/base/file.h"
#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/parse/status_csv.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using mapper::NewAnswer;
using mapper::Status;
using mapper::Verdict;

constexpr std::array<mapper::Name<Verdict>, 5> kVerdicts = {{
    {Verdict::kFirst, "first", {"新しい回答", "new"}},
    {Verdict::kReplaces,
     "replaces",
     {"答え直し（前の回答を置き換え）", "replaces what stood"}},
    {Verdict::kSame, "same", {"同じ回答が記録済み", "recorded already"}},
    {Verdict::kInConflict,
     "in-conflict",
     {"食い違いの一方として記録済み", "recorded already, in a conflict"}},
    {Verdict::kUnanswered,
     "unanswered",
     {"未回答（記録しない）", "no answer (not recorded)"}},
}};

std::vector<Verdict> JudgeAll(const std::vector<NewAnswer>& answers,
                              const std::vector<mapper::CurrentAnswer>& current,
                              bool settles) {
  std::vector<Verdict> verdicts;
  for (const NewAnswer& answer : answers) {
    verdicts.push_back(mapper::Judge(
        answer, mapper::Find(current, answer.framework, answer.control),
        settles));
  }
  return verdicts;
}

// Records what is new; a workspace is made only when something is.
std::vector<Verdict> Record(const Session& session,
                            const mapper::Recording& recording,
                            const std::string& scope,
                            const std::vector<NewAnswer>& answers, bool check) {
  std::vector<Verdict> verdicts =
      JudgeAll(answers, CurrentAnswers(session, recording.org, scope),
               recording.settles);
  if (check ||
      std::none_of(verdicts.begin(), verdicts.end(), mapper::IsRecorded)) {
    return verdicts;
  }
  mapper::Workspace workspace = WritableWorkspace(session);
  return mapper::AssessmentStore(workspace).Record(recording, answers);
}

Status ParseStatus(const Session& session, const std::string& word) {
  std::vector<std::string> known;
  for (const auto& name : mapper::kStatuses) {
    if (word == name.machine || word == name.words.ja ||
        word == name.words.en) {
      return name.value;
    }
    known.emplace_back(session.ja() ? name.words.ja : name.machine);
  }
  throw UsageError{session.Say("知らない状況です: ", "unknown status: ") +
                   word + session.Choices(word, known)};
}

void RequireUtf8(const Session& session, const char* option,
                 const std::string& text) {
  if (mapper::FindInvalidUtf8(text) == std::string::npos) return;
  throw UsageError{std::string(option) +
                   session.Say(" が UTF-8 ではありません", " is not UTF-8")};
}

NewAnswer AnswerOf(const AssessOptions& options, const Session& session) {
  RequireUtf8(session, "--evidence", options.evidence);
  RequireUtf8(session, "--evidence-file", options.evidence_file);
  RequireUtf8(session, "--reason", options.reason);
  RequireUtf8(session, "--by", options.by);
  NewAnswer answer;
  answer.scope = options.scope;
  answer.framework = options.framework;
  answer.control = options.control;
  answer.status = ParseStatus(session, options.status);
  answer.evidence = options.evidence;
  answer.assessor = options.by;
  answer.source = "set";
  if (answer.status == Status::kNotApplicable) {
    if (!options.reason.empty()) answer.evidence = options.reason;
    if (answer.evidence.empty()) {
      throw UsageError{session.Say("対象外には --reason で理由が要ります",
                                   "not-applicable needs its --reason")};
    }
  } else if (!options.reason.empty()) {
    throw UsageError{session.Say("--reason は対象外のときだけ使います",
                                 "--reason goes with not-applicable only")};
  }
  answer.assessed_on = ToIso(DayOrToday(session, options.date));
  answer.evidence_file = options.evidence_file;
  if (!answer.evidence_file.empty()) {
    if (mapper::Exists(answer.evidence_file)) {
      answer.evidence_sha256 =
          mapper::Sha256Hex(mapper::ReadFile(answer.evidence_file));
    } else {
      std::cerr
          << session.Say(
                 "kakehashi: 証拠ファイルがないので、名前だけ記録します: ",
                 "kakehashi: the evidence file is not there; only its "
                 "name is recorded: ")
          << mapper::Visible(answer.evidence_file) << '\n';
    }
  }
  return answer;
}

std::string BaseName(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

// In the order of the file's rows.
std::vector<NewAnswer> AnswersOf(const mapper::Assessments& assessments,
                                 const AssessOptions& options,
                                 const mapper::Dataset& dataset) {
  std::vector<std::pair<std::size_t, NewAnswer>> rows;
  for (const auto& [ref, assessment] : assessments) {
    NewAnswer answer;
    answer.scope = options.scope;
    answer.framework = dataset.framework(ref.framework).id;
    answer.control = dataset.control(ref).id;
    answer.status = assessment.status;
    answer.evidence = assessment.evidence;
    answer.evidence_file = assessment.evidence_file;
    answer.evidence_sha256 = assessment.evidence_sha256;
    answer.assessor = assessment.by.empty() ? options.by : assessment.by;
    if (assessment.date) answer.assessed_on = ToIso(*assessment.date);
    answer.source =
        BaseName(options.file) + ":" + std::to_string(assessment.line);
    rows.emplace_back(assessment.line, std::move(answer));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  std::vector<NewAnswer> answers;
  for (auto& row : rows) answers.push_back(std::move(row.second));
  return answers;
}

mapper::Records ImportRecords(const std::vector<NewAnswer>& answers,
                              const std::vector<Verdict>& verdicts,
                              const mapper::View& view) {
  mapper::Records records;
  records.name = "import";
  records.columns = {{"source", {"出どころ", "source"}},
                     {"framework", {"基準", "framework"}},
                     {"control", {"項目", "control"}},
                     {"status", {"状況", "status"}},
                     {"result", {"結果", "result"}}};
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const NewAnswer& answer = answers[i];
    const auto& name = kVerdicts[static_cast<std::size_t>(verdicts[i])];
    records.rows.push_back(
        {answer.source, answer.framework, answer.control,
         view.machine ? ToString(answer.status)
                      : InWords(answer.status, view.language),
         view.machine ? name.machine : view.words(name.words)});
  }
  return records;
}

std::string ImportText(const Session& session, const AssessOptions& options,
                       const std::vector<mapper::Total>& totals) {
  mapper::TextTable table;
  table.AddColumn(session.Say("結果", "result"));
  table.AddColumn(session.Say("件", "rows"), 0,
                  mapper::TextTable::Align::kRight);
  for (const mapper::Total& total : totals) {
    if (&total == &totals.back()) table.AddRule();
    table.AddRow(
        {total.title.in(session.language), std::to_string(total.value)});
  }
  return table.Render() +
         (options.check
              ? session.Say("何も記録していません（--check）。記録するには "
                            "--check なしで実行します。\n",
                            "Nothing was recorded (--check); leave it out to "
                            "record.\n")
              : session.Say("次に: kakehashi assess status --org PROFILE "
                            "で集計を見る。\n",
                            "Next: kakehashi assess status --org PROFILE "
                            "counts what stands.\n"));
}

}  // namespace

void RunAssessSet(const AssessOptions& options, Session& session) {
  std::string text;
  const mapper::Profile profile = session.ReadProfile(options.org, &text);
  RequireScope(session, profile, options.scope);
  session.Control(session.Framework(options.framework), options.control);
  const NewAnswer answer = AnswerOf(options, session);
  const auto verdict =
      Record(session, {profile.id, text, answer.assessed_on, Timestamp(), true},
             options.scope, {answer}, false)
          .front();
  const std::string name =
      answer.framework + ":" + answer.control +
      (answer.scope.empty() ? "" : " " + mapper::Visible(answer.scope)) + " " +
      InWords(answer.status, session.language);
  switch (verdict) {
    case Verdict::kFirst:
      std::cout << session.Say("記録しました: ", "Recorded: ") << name << '\n';
      break;
    case Verdict::kReplaces:
      std::cout << session.Say("記録しました（前の回答を置き換え）: ",
                               "Recorded, in place of what stood: ")
                << name << '\n';
      break;
    case Verdict::kSame:
    case Verdict::kInConflict:
      std::cout << session.Say("同じ回答が記録済みです: ", "Recorded already: ")
                << name << '\n';
      break;
    case Verdict::kUnanswered:
      std::cout << session.Say("取り消す回答がありません: ",
                               "There is no answer to take back: ")
                << name << '\n';
      break;
  }
}

void RunAssessImport(const AssessOptions& options, Session& session) {
  RequireUtf8(session, "--by", options.by);
  std::string text;
  const mapper::Profile profile = session.ReadProfile(options.org, &text);
  RequireScope(session, profile, options.scope);
  mapper::Diagnostics diagnostics;
  const mapper::Assessments assessments =
      mapper::ReadStatusCsv(options.file, mapper::ReadFile(options.file),
                            session.Data(), diagnostics);
  const bool bad = diagnostics.has_errors();
  session.Print(std::move(diagnostics));
  if (bad) {
    std::cerr << session.Say(
        "kakehashi: 誤りがあるので、何も記録していません\n",
        "kakehashi: nothing was recorded, because of "
        "errors\n");
    session.status = kFindings;
    return;
  }
  const auto answers = AnswersOf(assessments, options, session.Data());
  const auto verdicts = Record(
      session, {profile.id, text, ToIso(CurrentDay()), Timestamp(), false},
      options.scope, answers, options.check);
  std::vector<mapper::Total> totals;
  for (const auto& name : kVerdicts) {
    totals.push_back({name.machine, name.words,
                      static_cast<std::size_t>(std::count(
                          verdicts.begin(), verdicts.end(), name.value))});
  }
  totals.push_back({"rows", {"行の合計", "rows in all"}, answers.size()});
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return ImportRecords(answers, verdicts, view);
      },
      totals, [&] { return ImportText(session, options, totals); });
}

}  // namespace cli
