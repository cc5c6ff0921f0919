// `workspace documents`: the imported documents, their items, and removing one.

#ifndef CLI_WORKSPACE_DOCUMENTS_H_
#define CLI_WORKSPACE_DOCUMENTS_H_

#include "cli/session.h"

namespace cli {

// Registers the command below `workspace`.
void AddDocumentsCommand(CLI::App& workspace, Session& session);

}  // namespace cli

#endif  // CLI_WORKSPACE_DOCUMENTS_H_
