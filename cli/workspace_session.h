// Where the workspace is, how a command opens it, and what time it is for what
// is recorded.

#ifndef CLI_WORKSPACE_SESSION_H_
#define CLI_WORKSPACE_SESSION_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "mapper/model/assessment.h"
#include "mapper/model/date.h"
#include "mapper/store/assessment_store.h"
#include "mapper/store/workspace.h"

namespace cli {

// --db, else KAKEHASHI_DB, else kakehashi/workspace.db in XDG_DATA_HOME, else
// ~/.local/share/kakehashi/workspace.db.  Throws Error when none can be named.
std::string WorkspacePath(const Session& session);

// Where the user's frameworks and crosswalks are: the path of the workspace
// with
// ".data" in the place of ".db"; "" when none can be named.
std::string UserDirectory(const Session& session);

// For reading; nothing when there is none.
std::optional<mapper::Workspace> FindWorkspace(const Session& session);
// The same for commands that cannot do without: throws Error.
mapper::Workspace RequireWorkspace(const Session& session);
// What stands for an organisation in one scope; nothing without a workspace.
std::vector<mapper::CurrentAnswer> CurrentAnswers(const Session& session,
                                                  const std::string& org,
                                                  const std::string& scope);
// For writing; created when it is missing.
mapper::Workspace WritableWorkspace(const Session& session);

// The time in UTC, 2026-11-22T01:02:03Z, and the day in Japan.
// SOURCE_DATE_EPOCH (seconds since 1970) takes the place of the clock, and then
// makes the id of a new workspace too: for tests, and for what has to be made
// again alike.
std::string Timestamp();
mapper::Date CurrentDay();
// The day of --date, today when it is left out; UsageError when it is none.
mapper::Date DayOrToday(const Session& session, const std::string& text);

// UsageError unless `scope` is "" or the name of a system of the profile.
void RequireScope(const Session& session, const mapper::Profile& profile,
                  const std::string& scope);

// The answers that are used, by control.  `unknown` counts those to controls
// that the data does not have (any more).
mapper::Assessments ToAssessments(
    const std::vector<mapper::CurrentAnswer>& answers,
    const mapper::Dataset& dataset, std::size_t& unknown);

std::size_t CountConflicts(const std::vector<mapper::CurrentAnswer>& answers);

}  // namespace cli

#endif  // CLI_WORKSPACE_SESSION_H_
