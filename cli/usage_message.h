// What is wrong with a command line, in the chosen language: CLI11 states its
// errors in English only, and does not say what is nearest to an unknown word.

#ifndef CLI_USAGE_MESSAGE_H_
#define CLI_USAGE_MESSAGE_H_

#include <memory>
#include <string>

#include "cli/session.h"

namespace CLI {
class Formatter;
class ParseError;
}  // namespace CLI

namespace cli {

// `app` is the whole program, as far as it has read the command line.
std::string UsageMessage(const CLI::App& app, const CLI::ParseError& error,
                         const Session& session);

// What is wrong with the first word that stands where a command is to be, or
// "".  To be asked before CLI11 reads the words: it would call the word an
// argument too many.
std::string UnknownCommand(const CLI::App& app, const Session& session,
                           int argc, const char* const* argv);

// The command that was given, to be followed by --help: "kakehashi assess set".
std::string CommandName(const CLI::App& app);

// Help texts whose titles are Japanese.
std::shared_ptr<CLI::Formatter> JapaneseHelp();

}  // namespace cli

#endif  // CLI_USAGE_MESSAGE_H_
