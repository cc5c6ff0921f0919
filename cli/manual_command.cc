#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command_tree.h"
#include "cli/commands.h"
#include "cli/manual_page.h"
#include "cli/source_date.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"

namespace cli {
namespace {

struct ManualOptions {
  std::string command;
  std::string out;
};

void RunManual(const ManualOptions& options, const CLI::App& app,
               Session& session) {
  const CommandInfo program = ReadCommands(app);
  const std::string date = SourceDate(session).substr(0, 10);
  if (!options.out.empty()) {
    mapper::WriteFileAtomically(options.out + "/kakehashi.1",
                                ManualPage(session, program, nullptr, date));
    for (const CommandInfo& command : program.commands) {
      mapper::WriteFileAtomically(
          options.out + "/kakehashi-" + command.name + ".1",
          ManualPage(session, program, &command, date));
    }
    return;
  }
  const CommandInfo* shown = nullptr;
  std::vector<std::string> known;
  for (const CommandInfo& command : program.commands) {
    known.push_back(command.name);
    if (command.name == options.command) shown = &command;
  }
  if (shown == nullptr && !options.command.empty()) {
    const std::string nearest = mapper::Nearest(options.command, known);
    throw UsageError{
        session.Say("知らないコマンドです: ", "unknown command: ") +
        options.command +
        (nearest.empty() ? ""
                         : session.Say("。もしかして: ", "; did you mean ") +
                               nearest + session.Say("", "?"))};
  }
  std::cout << ManualPage(session, program, shown, date);
}

}  // namespace

void AddManualCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ManualOptions>();
  CLI::App* command = app.add_subcommand(
      "manual", session.Say("マニュアルのページ（man の形式）を書き出す",
                            "the manual page, in the form of man"));
  CLI::Option* name = command->add_option(
      "command", options->command,
      session.Say("コマンド（既定は全体のページ）",
                  "a command (default: the page of the program)"));
  name->type_name("COMMAND");
  command
      ->add_option("--out", options->out,
                   session.Say("全部のページを書くディレクトリ",
                               "directory to write all the pages to"))
      ->type_name("DIR")
      ->excludes(name);
  command->callback(
      [options, &app, &session] { RunManual(*options, app, session); });
}

}  // namespace cli
