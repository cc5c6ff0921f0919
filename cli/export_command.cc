#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/source_date.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/report/ciso_assistant.h"
#include "mapper/report/oscal_catalog.h"

namespace cli {
namespace {

struct ExportOptions {
  std::string framework;
  std::string format = "oscal";
  std::string out;
};

void RunExport(const ExportOptions& options, Session& session) {
  const mapper::Framework& framework =
      session.Data().framework(session.Framework(options.framework));
  const std::string text =
      options.format == "oscal"
          ? mapper::WriteOscalCatalog(framework, SourceDate(session))
          : mapper::WriteCisoFramework(framework, session.language);
  if (options.out.empty()) {
    std::cout << text;
    return;
  }
  mapper::WriteFileAtomically(options.out, text);
  std::cout << session.Say("書き出した先: ", "Written to: ")
            << mapper::Visible(options.out) << '\n';
}

}  // namespace

void AddExportCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = app.add_subcommand(
      "export", session.Say("基準の一覧を、ほかの道具が読む形で書き出す",
                            "write a catalogue in a form that other tools "
                            "read"));
  command
      ->add_option("framework", options->framework,
                   session.Say("どの基準か", "the framework"))
      ->required()
      ->type_name("FRAMEWORK");
  command
      ->add_option("--format", options->format,
                   session.Say("出力の形式", "form of the output"))
      ->check(CLI::IsMember({"oscal", "ciso-assistant"}));
  command
      ->add_option("--out", options->out,
                   session.Say("書き込むファイル（既定は標準出力）",
                               "file to write (default: standard output)"))
      ->type_name("FILE");
  command->callback([options, &session] { RunExport(*options, session); });
}

}  // namespace cli
