// One Add function per subcommand, each in its own <name>_command.cc.  It
// registers the options and a callback that does the work.

#ifndef CLI_COMMANDS_H_
#define CLI_COMMANDS_H_

#include "cli/session.h"

namespace cli {

void AddFrameworksCommand(CLI::App& app, Session& session);
void AddShowCommand(CLI::App& app, Session& session);
void AddImportCommand(CLI::App& app, Session& session);
void AddLintCommand(CLI::App& app, Session& session);
void AddCrosswalkCommand(CLI::App& app, Session& session);
void AddReviewCommand(CLI::App& app, Session& session);
void AddDiffCommand(CLI::App& app, Session& session);
void AddMigrateCommand(CLI::App& app, Session& session);
void AddOutlineCommand(CLI::App& app, Session& session);
void AddExplainCommand(CLI::App& app, Session& session);
void AddOverlapCommand(CLI::App& app, Session& session);
void AddExportCommand(CLI::App& app, Session& session);
void AddCompletionCommand(CLI::App& app, Session& session);
void AddManualCommand(CLI::App& app, Session& session);
void AddGapCommand(CLI::App& app, Session& session);
void AddPlanCommand(CLI::App& app, Session& session);
void AddProfileCommand(CLI::App& app, Session& session);
void AddSuggestCommand(CLI::App& app, Session& session);
void AddRegimesCommand(CLI::App& app, Session& session);
void AddCalendarCommand(CLI::App& app, Session& session);
void AddContractsCommand(CLI::App& app, Session& session);
void AddCoordinateCommand(CLI::App& app, Session& session);
void AddChecklistCommand(CLI::App& app, Session& session);
void AddSearchCommand(CLI::App& app, Session& session);
void AddReportCommand(CLI::App& app, Session& session);
void AddAssessCommand(CLI::App& app, Session& session);
void AddWorkspaceCommand(CLI::App& app, Session& session);

}  // namespace cli

#endif  // CLI_COMMANDS_H_
