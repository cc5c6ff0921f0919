#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/completion.h"

namespace cli {
namespace {

struct CompletionOptions {
  std::string what;
  std::string framework;
};

void RunCompletion(const CompletionOptions& options, const CLI::App& app,
                   Session& session) {
  if ((options.what == "controls") == options.framework.empty()) {
    throw UsageError{
        session.Say("controls には基準を一つ指定し、ほかには指定しません",
                    "controls takes a framework, the rest none")};
  }
  if (options.what == "bash") {
    std::cout << BashCompletion(ReadCommands(app));
  } else if (options.what == "zsh") {
    std::cout << ZshCompletion(ReadCommands(app));
  } else if (options.what == "frameworks") {
    for (const auto& f : session.Data().frameworks) std::cout << f.id << '\n';
  } else {
    const int framework = session.Framework(options.framework);
    for (const auto& control : session.Data().framework(framework).controls) {
      std::cout << control.id << '\n';
    }
  }
}

}  // namespace

void AddCompletionCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<CompletionOptions>();
  CLI::App* command = app.add_subcommand(
      "completion", session.Say("シェルの補完（bash、zsh）を書き出す",
                                "the completion for a shell (bash, zsh)"));
  command
      ->add_option("what", options->what,
                   session.Say("シェル。または補完が尋ねる基準・項目の一覧",
                               "the shell, or the ids that a completion asks "
                               "for"))
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "frameworks", "controls"}));
  command
      ->add_option(
          "framework", options->framework,
          session.Say("基準（controls のとき）", "framework (of controls)"))
      ->type_name("FRAMEWORK");
  command->callback(
      [options, &app, &session] { RunCompletion(*options, app, session); });
}

}  // namespace cli
