#include "cli/workspace_session.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "mapper/base/error.h"
#include "mapper/base/text.h"
#include "mapper/base/uuid.h"

namespace cli {
namespace {

// The value of a variable of the environment; "" when it is not set.
std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// SOURCE_DATE_EPOCH, when it is set.
std::optional<std::time_t> FixedTime() {
  const std::string text = Environment("SOURCE_DATE_EPOCH");
  if (text.empty()) return {};
  constexpr std::int64_t kLast = 253402300799;  // the year 9999
  std::int64_t seconds = -1;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc() || stop != end || seconds < 0 || seconds > kLast) {
    throw UsageError{"SOURCE_DATE_EPOCH: not a number of seconds: " + text};
  }
  return static_cast<std::time_t>(seconds);
}

std::string TimeText(std::time_t seconds, const char* format) {
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof text, format, &parts);
  return {text, size};
}

std::string NewWorkspaceId() {
  const auto fixed = FixedTime();
  return fixed ? mapper::UuidV5(mapper::kUuidNamespace,
                                "workspace " + std::to_string(*fixed))
               : mapper::RandomUuid();
}

// XDG_DATA_HOME; the convention is that a relative one does not count.
std::string DataHome() {
  std::string data = Environment("XDG_DATA_HOME");
  return !data.empty() && data[0] == '/' ? data : "";
}

// Whether WorkspacePath() knows a place.
bool CanBeNamed(const Session& session) {
  return !session.db.empty() || !Environment("KAKEHASHI_DB").empty() ||
         !DataHome().empty() || !Environment("HOME").empty();
}

}  // namespace

std::string WorkspacePath(const Session& session) {
  if (!session.db.empty()) return session.db;
  if (std::string named = Environment("KAKEHASHI_DB"); !named.empty()) {
    return named;
  }
  const std::string below = "/kakehashi/workspace.db";
  if (const std::string data = DataHome(); !data.empty()) return data + below;
  if (const std::string home = Environment("HOME"); !home.empty()) {
    return home + "/.local/share" + below;
  }
  throw mapper::Error(session.Say(
      "ワークスペースの場所が決まりません。--db FILE で指定してください",
      "no place for the workspace; name its file with --db FILE"));
}

std::string UserDirectory(const Session& session) {
  if (!CanBeNamed(session)) return {};
  std::string path = WorkspacePath(session);
  const std::string ending = ".db";
  if (mapper::EndsWith(path, ending)) path.resize(path.size() - ending.size());
  return path + ".data";
}

std::optional<mapper::Workspace> FindWorkspace(const Session& session) {
  if (!CanBeNamed(session)) return {};
  return mapper::Workspace::OpenForReading(WorkspacePath(session));
}

mapper::Workspace RequireWorkspace(const Session& session) {
  const std::string path = WorkspacePath(session);
  auto workspace = mapper::Workspace::OpenForReading(path);
  if (!workspace) {
    throw mapper::Error(
        path + session.Say(": ワークスペースがありません（assess set か assess "
                           "import で作られます）",
                           ": no workspace there (assess set and assess import "
                           "make one)"));
  }
  return std::move(*workspace);
}

std::vector<mapper::CurrentAnswer> CurrentAnswers(const Session& session,
                                                  const std::string& org,
                                                  const std::string& scope) {
  auto workspace = FindWorkspace(session);
  if (!workspace) return {};
  return mapper::AssessmentStore(*workspace).Current(org, scope);
}

mapper::Workspace WritableWorkspace(const Session& session) {
  return mapper::Workspace::OpenForWriting(WorkspacePath(session),
                                           {NewWorkspaceId(), Timestamp()});
}

std::string Timestamp() {
  const auto fixed = FixedTime();
  return TimeText(fixed ? *fixed : std::time(nullptr), "%Y-%m-%dT%H:%M:%SZ");
}

mapper::Date CurrentDay() {
  const auto fixed = FixedTime();
  if (!fixed) return mapper::Today();
  constexpr std::time_t kJapan = std::time_t{9} * 3600;  // as in Today()
  const auto day = mapper::ParseDate(TimeText(*fixed + kJapan, "%Y-%m-%d"));
  return day ? *day : mapper::Today();
}

mapper::Date DayOrToday(const Session& session, const std::string& text) {
  if (text.empty()) return CurrentDay();
  const auto date = mapper::ParseDate(text);
  if (date) return *date;
  throw UsageError{session.Say("--date は 2027-07-01 のような日付です: ",
                               "--date takes a date such as 2027-07-01: ") +
                   text};
}

void RequireScope(const Session& session, const mapper::Profile& profile,
                  const std::string& scope) {
  if (scope.empty()) return;
  std::vector<std::string> systems;
  for (const mapper::Holding& holding : profile.holdings) {
    if (holding.kind == mapper::Holding::Kind::kSystem) {
      systems.push_back(holding.name);
    }
  }
  if (std::find(systems.begin(), systems.end(), scope) != systems.end()) return;
  throw UsageError{session.Say("プロフィールにないシステムです: ",
                               "the profile has no system ") +
                   scope +
                   (systems.empty()
                        ? session.Say("（[[systems]] に書かれていません）",
                                      " (it has no [[systems]])")
                        : session.Choices(scope, systems))};
}

mapper::Assessments ToAssessments(
    const std::vector<mapper::CurrentAnswer>& answers,
    const mapper::Dataset& dataset, std::size_t& unknown) {
  mapper::Assessments assessments;
  unknown = 0;
  for (const mapper::CurrentAnswer& answer : answers) {
    const mapper::AssessmentRecord& record = answer.used();
    if (record.status == mapper::Status::kUnknown) continue;
    mapper::ControlRef ref;
    ref.framework = dataset.FindFramework(record.framework);
    if (ref.framework >= 0) {
      ref.control = dataset.framework(ref.framework).Find(record.control);
    }
    if (ref.control < 0) {
      ++unknown;
      continue;
    }
    mapper::Assessment& assessment = assessments[ref];
    assessment.status = record.status;
    assessment.evidence = record.evidence;
    assessment.evidence_file = record.evidence_file;
    assessment.evidence_sha256 = record.evidence_sha256;
    assessment.date = mapper::ParseDate(record.assessed_on);
    assessment.by = record.assessor;
  }
  return assessments;
}

std::size_t CountConflicts(const std::vector<mapper::CurrentAnswer>& answers) {
  return static_cast<std::size_t>(
      std::count_if(answers.begin(), answers.end(),
                    [](const auto& answer) { return answer.conflict(); }));
}

}  // namespace cli
