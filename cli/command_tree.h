// The commands and options of the program as plain values, read from the
// definitions that CLI11 parses by: what the manual and the completions are
// made from, so that they cannot say anything else than the program does.

#ifndef CLI_COMMAND_TREE_H_
#define CLI_COMMAND_TREE_H_

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

// What a word on the command line stands for, as far as it can be completed.
enum class ValueKind {
  kNone,        // a flag, which takes no value
  kText,        // any text
  kChoice,      // one of OptionInfo::choices
  kFile,        // a file
  kDirectory,   // a directory
  kFramework,   // id of a framework
  kEdition,     // id of a framework, or a file or directory that holds one
  kFrameworks,  // ids of frameworks, joined by commas
  kControl,     // id of a control of the framework named before it
  kReference,   // framework:control
};

struct OptionInfo {
  std::vector<std::string> names;  // --org, or -h and --help; none: positional
  std::string value;               // as help names it; "" of a flag
  ValueKind kind = ValueKind::kNone;
  std::vector<std::string> choices;
  std::string description;
  bool required = false;
  bool many = false;                  // takes several words
  std::vector<std::string> excludes;  // options it does not go with
  std::vector<std::string> needs;     // options it does not go without
};

struct CommandInfo {
  std::string name;
  std::string description;
  std::vector<OptionInfo> options;      // in the order of the help
  std::vector<OptionInfo> positionals;  // in the order they are given in
  std::vector<CommandInfo> commands;
};

// `app` with all that is below it, in the order of the help; hidden commands
// and options are left out.
CommandInfo ReadCommands(const CLI::App& app);

}  // namespace cli

#endif  // CLI_COMMAND_TREE_H_
