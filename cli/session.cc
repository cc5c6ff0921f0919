#include "cli/session.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <climits>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "cli/diagnostic_words.h"
#include "cli/review_session.h"
#include "cli/streams.h"
#include "cli/workspace_session.h"
#include "mapper/base/built_in.h"
#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/dataset_files.h"
#include "mapper/parse/profile_toml.h"
#include "mapper/parse/status_csv.h"
#include "mapper/report/csv_writer.h"
#include "mapper/report/json_writer.h"

namespace cli {

struct Session::Loaded {
  std::optional<mapper::Dataset> dataset;
  std::optional<mapper::Knowledge> knowledge;
  std::optional<mapper::Profile> profile;
  std::optional<mapper::ApplicabilityMap> applicability;
  std::optional<mapper::Assessments> assessments;
  std::vector<mapper::CurrentAnswer> answers;
  std::optional<mapper::Coverage> coverage;
  mapper::ReportContext context;
};

namespace {

std::string ProgramDirectory() {
  char path[PATH_MAX];
  const ssize_t size = readlink("/proc/self/exe", path, sizeof path);
  if (size <= 0) return {};
  const std::string program(path, static_cast<std::size_t>(size));
  return program.substr(0, program.rfind('/'));
}

mapper::Date DayOf(const Session& session, const std::string& text) {
  if (text.empty()) return mapper::Today();
  const auto date = mapper::ParseDate(text);
  if (!date) {
    throw UsageError{session.Say("--on は 2027-07-01 のような日付です: ",
                                 "--on takes a date such as 2027-07-01: ") +
                     text};
  }
  return *date;
}

}  // namespace

Session::Session() : loaded_(std::make_unique<Loaded>()) {}
Session::~Session() = default;

std::ostream& Session::Remark() const {
  static std::ostream nowhere(nullptr);
  return quiet ? nowhere : std::cerr;
}

std::string Session::DidYouMean(const std::string& word,
                                const std::vector<std::string>& known) const {
  const std::string nearest = mapper::Nearest(word, known);
  if (nearest.empty()) return {};
  return Say("。もしかして: ", "; did you mean ") + nearest + Say("", "?");
}

std::string Session::Choices(const std::string& word,
                             const std::vector<std::string>& known) const {
  const std::string near = DidYouMean(word, known);
  return near + Say("。使えるのは: ", near.empty() ? "; known: " : " Known: ") +
         mapper::Join(known, Say("、", ", "));
}

std::string Session::DataDirectory() const {
  if (!data.empty()) return data;
  if (const char* set = std::getenv("KAKEHASHI_DATA");
      set != nullptr && *set != '\0') {
    return set;
  }
  if (!mapper::ShippedFiles().empty()) return std::string(mapper::kBuiltInRoot);
  for (std::string at = ProgramDirectory(); !at.empty();
       at = at.substr(0, at.rfind('/'))) {
    if (mapper::Exists(at + "/frameworks/regimes.tsv")) return at;
    if (mapper::IsDirectory(at + "/share/kakehashi/frameworks")) {
      return at + "/share/kakehashi";
    }
  }
  throw mapper::Error(
      Say("データが見つかりません。--data DIR で指定してください",
          "no data found; name its directory with --data DIR"));
}

void Session::Print(mapper::Diagnostics diagnostics) const {
  diagnostics.Sort();
  const bool colour = UsesColour(color, STDERR_FILENO);
  for (const mapper::Diagnostic& diagnostic : diagnostics.all()) {
    const std::string text = ToString(diagnostic);
    std::cerr << (colour ? ColouredDiagnostic(text) : text);
  }
  if (ja()) Remark() << JapaneseMeanings(diagnostics);
}

void Session::Require(mapper::Diagnostics diagnostics) const {
  const bool bad = diagnostics.has_errors();
  Print(std::move(diagnostics));
  if (bad) throw InputError{};
}

const mapper::Dataset& Session::Data() {
  if (!loaded_->dataset) {
    mapper::Diagnostics diagnostics;
    {
      const Working working = At("データを読んでいます", "reading the data");
      loaded_->dataset = mapper::LoadDataset(DataDirectory(), diagnostics,
                                             UserDirectory(*this));
    }
    Require(std::move(diagnostics));
    UseReviews(*this, *loaded_->dataset);
  }
  return *loaded_->dataset;
}

const mapper::Knowledge& Session::Facts() {
  if (!loaded_->knowledge) loaded_->knowledge.emplace(Data());
  return *loaded_->knowledge;
}

int Session::Framework(const std::string& id) {
  const int index = Data().FindFramework(id);
  if (index >= 0) return index;
  std::vector<std::string> known;
  for (const auto& f : Data().frameworks) known.push_back(f.id);
  throw UsageError{Say("知らない基準です: ", "unknown framework: ") + id +
                   DidYouMean(id, known)};
}

mapper::ControlRef Session::Control(int framework, const std::string& id) {
  const mapper::Framework& f = Data().framework(framework);
  const int control = f.Find(id);
  if (control >= 0) return {framework, control};
  std::vector<std::string> known;
  for (const auto& c : f.controls) known.push_back(c.id);
  throw UsageError{f.id + Say(" にない項目です: ", " has no control ") + id +
                   DidYouMean(id, known)};
}

void Session::WarnOfClash() {
  Facts();
  {
    const Working working =
        At("対応表から関係を導いています", "deriving from the tables");
    if (Facts().consistent()) return;
  }
  std::cerr << Say(
      "kakehashi: 対応表どうしが矛盾しています。矛盾につながる部分は導出せず、"
      "表の行だけで答えます（kakehashi lint）\n",
      "kakehashi: the tables contradict each other; what is connected with the "
      "contradiction is answered from their rows alone (kakehashi lint)\n");
}

const mapper::ReportContext& Session::Context(const SubjectOptions& options) {
  if (options.org.empty() == options.frameworks.empty()) {
    throw UsageError{Say(
        "--org PROFILE か --frameworks A,B,... のどちらかを指定してください",
        "give either --org PROFILE or --frameworks A,B,...")};
  }
  if (!options.scope.empty() && options.org.empty()) {
    throw UsageError{
        Say("--scope は --org と一緒に使います", "--scope goes with --org")};
  }
  mapper::ReportContext& context = loaded_->context;
  context.dataset = &Data();
  context.knowledge = &Facts();
  if (options.hub != "none") context.hub = Framework(options.hub);
  if (options.org.empty()) {
    for (const std::string& id : options.frameworks) {
      const int framework = Framework(id);
      auto& list = context.frameworks;
      if (std::find(list.begin(), list.end(), framework) == list.end()) {
        list.push_back(framework);
      }
    }
    if (context.frameworks.size() < 2) {
      throw UsageError{Say("--frameworks には二つ以上の基準を指定してください",
                           "--frameworks takes two or more frameworks")};
    }
  } else {
    loaded_->profile = ReadProfile(options.org);
    loaded_->applicability.emplace(Data(), *loaded_->profile,
                                   DayOf(*this, options.on));
    context.applicability = &*loaded_->applicability;
    context.frameworks = context.applicability->frameworks();
  }
  if (!options.status.empty()) {
    mapper::Diagnostics diagnostics;
    loaded_->assessments = mapper::ReadStatusCsv(
        options.status, mapper::ReadFile(options.status), Data(), diagnostics);
    Require(std::move(diagnostics));
    context.assessments = &*loaded_->assessments;
  } else if (options.answers && loaded_->profile) {
    RequireScope(*this, *loaded_->profile, options.scope);
    UseWorkspace(options.scope);
  }
  if (context.assessments != nullptr) {
    const Working working =
        At("実施状況から推しています", "inferring from what has been done");
    loaded_->coverage.emplace(Data(), Facts(), *context.assessments);
    context.coverage = &*loaded_->coverage;
  }
  return context;
}

void Session::UseWorkspace(const std::string& scope) {
  // A name that was given is not passed over when it is misspelt.
  auto workspace = db.empty() ? FindWorkspace(*this)
                              : std::make_optional(RequireWorkspace(*this));
  if (!workspace) return;
  std::size_t unknown = 0;
  auto answers =
      mapper::AssessmentStore(*workspace).Current(loaded_->profile->id, scope);
  auto assessments = ToAssessments(answers, Data(), unknown);
  if (unknown > 0) {
    std::cerr << Say("kakehashi: データにない項目への回答 ",
                     "kakehashi: answers to controls that the data lacks, left "
                     "out: ")
              << unknown << Say(" 件を除きました\n", "\n");
  }
  if (assessments.empty()) return;
  Remark() << Say("kakehashi: 実施状況はワークスペースの回答 ",
                  "kakehashi: status from the workspace: ")
           << assessments.size() << Say(" 件", " answers");
  if (const std::size_t conflicts = CountConflicts(answers); conflicts > 0) {
    Remark() << Say("、うち食い違い ", ", conflicts among them: ") << conflicts
             << Say(" 件", "");
  }
  Remark() << Say("（", " (") << mapper::Visible(workspace->path())
           << Say("）\n", ")\n");
  loaded_->assessments = std::move(assessments);
  loaded_->answers = std::move(answers);
  loaded_->context.assessments = &*loaded_->assessments;
}

const std::vector<mapper::CurrentAnswer>& Session::Answers() const {
  return loaded_->answers;
}

mapper::Profile Session::ReadProfile(const std::string& path,
                                     std::string* text) const {
  mapper::Diagnostics diagnostics;
  std::string bytes = mapper::ReadFile(path);
  mapper::Profile profile = mapper::ReadProfile(path, bytes, diagnostics);
  Require(std::move(diagnostics));
  if (text != nullptr) *text = std::move(bytes);
  return profile;
}

void Session::Emit(
    const OutputOptions& options,
    const std::function<mapper::Records(const mapper::View&)>& records,
    const std::vector<mapper::Total>& totals,
    const std::function<std::string()>& text) {
  if (options.format == "text") {
    std::cout << text();
  } else if (options.format == "json") {
    WriteData(WriteJson(records({language, true}), totals));
  } else {
    WriteData(Csv(options, records));
  }
}

std::string Session::Csv(
    const OutputOptions& options,
    const std::function<mapper::Records(const mapper::View&)>& records) const {
  const mapper::View view{language, options.header == "machine"};
  mapper::CsvOptions csv;
  csv.bom = !options.no_bom;
  csv.cp932 = options.encoding == "cp932";
  std::string unmappable;
  std::string bytes = WriteCsv(records(view), view, csv, unmappable);
  WarnOfUnmappable(unmappable);
  return bytes;
}

void Session::WarnOfUnmappable(const std::string& characters) const {
  if (characters.empty()) return;
  std::cerr << Say("kakehashi: CP932 にない文字を ? にしました: ",
                   "kakehashi: not in CP932, written as ?: ")
            << characters << '\n';
}

void AddOutputOptions(CLI::App& command, const Session& session,
                      OutputOptions& options,
                      const std::vector<std::string>& more) {
  std::vector<std::string> formats = {"text", "csv", "json"};
  formats.insert(formats.end(), more.begin(), more.end());
  command
      .add_option("--format", options.format,
                  session.Say("出力の形式", "form of the output"))
      ->check(CLI::IsMember(formats));
  AddCsvOptions(command, session, options);
}

void AddCsvOptions(CLI::App& command, const Session& session,
                   OutputOptions& options) {
  command
      .add_option("--header", options.header,
                  session.Say("CSVの見出しと値: 言葉か、機械名(machine)か",
                              "CSV header and values: words or machine names"))
      ->check(CLI::IsMember({"words", "machine"}));
  command.add_flag("--no-bom", options.no_bom,
                   session.Say("CSVにバイト順マークを付けない",
                               "no byte order mark in CSV"));
  command
      .add_option("--encoding", options.encoding,
                  session.Say("CSVの文字コード", "encoding of CSV"))
      ->check(CLI::IsMember({"utf-8", "cp932"}));
}

void AddStatusOption(CLI::App& command, const Session& session,
                     SubjectOptions& options) {
  options.answers = true;
  CLI::Option* status = command.add_option(
      "--status", options.status,
      session.Say("実施状況（CSV か、記入した点検表の XLSX）。指定するとワーク"
                  "スペースは見ない",
                  "what has been done: CSV, or a filled checklist (XLSX), "
                  "instead of the workspace"));
  status->type_name("FILE");
  command
      .add_option("--scope", options.scope,
                  session.Say("ワークスペースのうち、このシステムへの回答",
                              "answers of the workspace for this system"))
      ->type_name("SYSTEM")
      ->excludes(status);
}

void AddSubjectOptions(CLI::App& command, const Session& session,
                       SubjectOptions& options, bool frameworks_too) {
  CLI::Option* org =
      command.add_option("--org", options.org,
                         session.Say("団体のプロフィール(TOML)",
                                     "profile of the organisation (TOML)"));
  org->type_name("PROFILE");
  if (frameworks_too) {
    command
        .add_option("--frameworks", options.frameworks,
                    session.Say("比べる基準（コンマ区切り）",
                                "frameworks to compare, comma-separated"))
        ->delimiter(',')
        ->type_name("A,B,...")
        ->excludes(org);
    command
        .add_option("--hub", options.hub,
                    session.Say("共通の話題とする枠組み（none で使わない）",
                                "framework of the topics (none: without)"))
        ->type_name("ID");
  } else {
    org->required();
  }
  command
      .add_option(
          "--on", options.on,
          session.Say("基準日（既定は今日）", "day of reference (today)"))
      ->type_name("DATE");
}

}  // namespace cli
