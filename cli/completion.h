// Completion of command lines by the shells bash and zsh, made from the
// definitions of the commands.  What depends on the data (frameworks,
// controls) the scripts ask the program for, when the user presses Tab.

#ifndef CLI_COMPLETION_H_
#define CLI_COMPLETION_H_

#include <string>

#include "cli/command_tree.h"

namespace cli {

// A script to be sourced; needs bash 4.4 and nothing else.
std::string BashCompletion(const CommandInfo& program);

// A file to be autoloaded from fpath as _kakehashi; the descriptions are in
// the language of `program`.
std::string ZshCompletion(const CommandInfo& program);

}  // namespace cli

#endif  // CLI_COMPLETION_H_
