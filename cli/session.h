// What all subcommands share: global options, loading with errors told to the
// user, and writing a listing in the form that was asked for.

#ifndef CLI_SESSION_H_
#define CLI_SESSION_H_

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/terminal.h"
#include "mapper/base/diagnostic.h"
#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/assessment.h"
#include "mapper/model/dataset.h"
#include "mapper/model/profile.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"
#include "mapper/store/assessment_store.h"

namespace CLI {
class App;
}

namespace cli {

// How a listing is written: --format, --header, --no-bom, --encoding.
struct OutputOptions {
  std::string format = "text";
  std::string header = "words";
  bool no_bom = false;
  std::string encoding = "utf-8";
};

// Which organisation or frameworks a command is about.
struct SubjectOptions {
  std::string org;
  std::vector<std::string> frameworks;
  std::string on;
  std::string status;
  std::string hub = "csf-2.0";
  bool answers = false;  // what has been done matters: AddStatusOption
  std::string scope;     // whose answers of the workspace: "" or a system
};

class Session {
 public:
  Session();
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  std::string data;            // --data
  std::string db;              // --db
  bool no_reviews = false;     // --no-reviews
  bool quiet = false;          // --quiet
  std::string color = "auto";  // --color
  mapper::Language language = mapper::Language::kJa;
  ExitStatus status = kOk;

  bool ja() const { return language == mapper::Language::kJa; }
  // The text in the chosen language.
  const char* Say(const char* japanese, const char* english) const {
    return ja() ? japanese : english;
  }

  // Where remarks go that are about nothing wrong: standard error, or nowhere
  // with --quiet.
  std::ostream& Remark() const;

  // To be held while something may take more than a second.
  Working At(const char* japanese, const char* english) const {
    return {Say(japanese, english), quiet};
  }

  // "; did you mean NEAREST?", or "" when none of the words is near.
  std::string DidYouMean(const std::string& word,
                         const std::vector<std::string>& known) const;

  // The same, then all of the words.
  std::string Choices(const std::string& word,
                      const std::vector<std::string>& known) const;

  // The data directory: --data, else KAKEHASHI_DATA, else the data built in,
  // the nearest folder with frameworks/ at or above the program, or the
  // installed.
  std::string DataDirectory() const;

  // Loads the data once, with the user's decisions about rows, unless
  // no_reviews (review_session.h).  Throws InputError after printing every
  // diagnostic when there are errors.
  const mapper::Dataset& Data();
  const mapper::Knowledge& Facts();

  // Index of a framework named on the command line; UsageError with the
  // nearest known one.
  int Framework(const std::string& id);
  mapper::ControlRef Control(int framework, const std::string& id);

  // Says on standard error that the tables clash, when they do: what is shown
  // then comes from their rows alone.
  void WarnOfClash();

  // Everything a listing needs.  With --org the regimes that apply are
  // compared, and the hub; with --frameworks those named.
  const mapper::ReportContext& Context(const SubjectOptions& options);

  // The answers of the workspace that Context() used; none with --status, or
  // when there are none.
  const std::vector<mapper::CurrentAnswer>& Answers() const;

  // Reads a profile; `text` receives the file when it is not null.  Throws
  // InputError after printing every diagnostic when there are errors.
  mapper::Profile ReadProfile(const std::string& path,
                              std::string* text = nullptr) const;

  // Writes `records` to standard output as --format says; `text` makes the
  // text form.
  void Emit(const OutputOptions& options,
            const std::function<mapper::Records(const mapper::View&)>& records,
            const std::vector<mapper::Total>& totals,
            const std::function<std::string()>& text);

  // The bytes of `records` as CSV; says on standard error what the encoding
  // lacks.
  std::string Csv(
      const OutputOptions& options,
      const std::function<mapper::Records(const mapper::View&)>& records) const;
  // Says on standard error which characters CP932 could not hold, if any.
  void WarnOfUnmappable(const std::string& characters) const;

  // Prints diagnostics, sorted, to standard error.
  void Print(mapper::Diagnostics diagnostics) const;
  // Prints and throws InputError when there are errors.
  void Require(mapper::Diagnostics diagnostics) const;

 private:
  // Takes the answers of the workspace, and says so, when there are any.
  void UseWorkspace(const std::string& scope);

  struct Loaded;
  std::unique_ptr<Loaded> loaded_;
};

// The input is wrong and was reported; the program ends with kFailure.
struct InputError {};
// The command line is wrong in a way CLI11 cannot see.
struct UsageError {
  std::string message;
};

// --header, --no-bom and --encoding, of whatever is written as CSV.
void AddCsvOptions(CLI::App& command, const Session& session,
                   OutputOptions& options);
// --status and --scope: what has been done, from a file or the workspace.
void AddStatusOption(CLI::App& command, const Session& session,
                     SubjectOptions& options);
// `more`: formats that this command has beside text, csv and json.
void AddOutputOptions(CLI::App& command, const Session& session,
                      OutputOptions& options,
                      const std::vector<std::string>& more = {});
void AddSubjectOptions(CLI::App& command, const Session& session,
                       SubjectOptions& options, bool frameworks_too);

}  // namespace cli

#endif  // CLI_SESSION_H_
