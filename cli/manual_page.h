// Manual pages for man(1), made from the definitions of the commands.

#ifndef CLI_MANUAL_PAGE_H_
#define CLI_MANUAL_PAGE_H_

#include <string>

#include "cli/command_tree.h"
#include "cli/session.h"

namespace cli {

// A page of section 1 in the language of the session, in the macros of man(7):
// of the program when `command` is null, else of this command of it.  `date`
// is its day, "2026-11-22" or "".
std::string ManualPage(const Session& session, const CommandInfo& program,
                       const CommandInfo* command, const std::string& date);

}  // namespace cli

#endif  // CLI_MANUAL_PAGE_H_
