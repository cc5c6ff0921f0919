// The two editions that `diff` and `migrate` are about, as named on the command
// line: a framework, a framework directory, or a published document.

#ifndef CLI_EDITIONS_H_
#define CLI_EDITIONS_H_

#include <string>
#include <utility>

#include "cli/session.h"
#include "mapper/model/edition.h"

namespace cli {

struct LoadedEdition {
  mapper::Edition edition;
  int framework = -1;  // index in the data, -1 for a directory or a document
};

// `framework` says how a text or PDF is numbered; "" takes the other side's, or
// the only one.  Prints the diagnostics of what is read and throws InputError
// when there are errors; throws UsageError for a name that is nothing.
std::pair<LoadedEdition, LoadedEdition> LoadEditions(
    Session& session, const std::string& older, const std::string& newer,
    const std::string& framework);

void AddEditionArguments(CLI::App& command, const Session& session,
                         std::string& older, std::string& newer,
                         std::string& framework);

}  // namespace cli

#endif  // CLI_EDITIONS_H_
