#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/source_date.h"
#include "cli/streams.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/outline_document.h"
#include "mapper/report/ciso_assistant.h"
#include "mapper/report/oscal_catalog.h"

namespace cli {
namespace {

struct ExportOptions {
  std::string framework;
  std::string format = "oscal";
  std::string out;
  std::string variant;
};

const mapper::OutlineVariant* ChooseVariant(const ExportOptions& options,
                                            const Session& session,
                                            const mapper::OutlineSpec& spec) {
  std::vector<std::string> names;
  for (const mapper::OutlineVariant& variant : spec.variants) {
    if (variant.name == options.variant) return &variant;
    names.push_back(variant.name);
  }
  const std::string known = mapper::Join(names, ", ");
  if (names.empty() && options.variant.empty()) return nullptr;
  if (names.empty()) {
    throw UsageError{
        session.Say("この基準の文書は一種類なので、--variant は使えません",
                    "the framework is one document: --variant does not apply")};
  }
  if (options.variant.empty()) {
    throw UsageError{
        session.Say("この基準は複数の文書からなります。--variant で"
                    "一つを選んでください: ",
                    "the framework is made of several documents; "
                    "choose one with --variant: ") +
        known};
  }
  throw UsageError{session.Say("知らない文書の種類です: ",
                               "no document of the framework: ") +
                   options.variant + session.Choices(options.variant, names)};
}

std::string ExportDocument(const ExportOptions& options, Session& session,
                           const mapper::Framework& framework) {
  const std::string toml = framework.directory + "/framework.toml";
  mapper::Diagnostics diagnostics;
  const auto spec =
      mapper::ReadOutlineSpec(toml, mapper::ReadFile(toml), diagnostics);
  if (diagnostics.has_errors()) {
    session.Print(std::move(diagnostics));
    session.status = kFindings;
    return {};
  }
  if (!spec) {
    throw UsageError{
        session.Say("framework.toml に [outline] がないので、文書の番号の付き方"
                    "が分かりません。--format oscal か ciso-assistant を使って"
                    "ください: ",
                    "its framework.toml has no [outline], which says how the "
                    "document is numbered; use --format oscal or "
                    "ciso-assistant: ") +
        framework.id};
  }
  const mapper::OutlineVariant* variant =
      ChooseVariant(options, session, *spec);
  const mapper::OutlineDocument document =
      mapper::WriteOutlineDocument(framework, *spec, variant, session.language);
  if (!document.added.empty()) {
    std::cerr << session.Say(
                     "kakehashi: カタログにない番号で、ほかの項目の上や前に"
                     "要るもの ",
                     "kakehashi: numbers that the catalogue leaves out, "
                     "written because others stand under or after them: ")
              << document.added.size() << ": "
              << mapper::Join(document.added, ", ") << '\n';
  }
  if (!document.printed.empty()) {
    std::cerr
        << session.Say(
               "kakehashi: この文書の番号では表せず、idを〔〕に入れて書いた"
               "項目 ",
               "kakehashi: controls without a number of the document, "
               "written with their id in brackets: ")
        << document.printed.size() << '\n';
  }
  for (const int place : document.lost) {
    std::cerr << session.Say("kakehashi: 文書に書けない項目: ",
                             "kakehashi: not in the document: ")
              << framework.controls[static_cast<std::size_t>(place)].id << ": "
              << session.Say("書いた行が同じ項目として読み戻せない",
                             "what was written does not read back as it was")
              << '\n';
  }
  if (!document.lost.empty()) {
    std::cerr << session.Say("kakehashi: 読み戻せる項目 ",
                             "kakehashi: controls that read back: ")
              << document.written.size()
              << session.Say(" 件、書けない項目 ", "; lost: ")
              << document.lost.size() << session.Say(" 件\n", "\n");
    session.status = kFindings;
  }
  return document.text;
}

std::string ExportText(const ExportOptions& options, Session& session) {
  const mapper::Framework& framework =
      session.Data().framework(session.Framework(options.framework));
  if (options.format == "document") {
    return ExportDocument(options, session, framework);
  }
  if (!options.variant.empty()) {
    throw UsageError{session.Say("--variant は --format document と使います",
                                 "--variant goes with --format document")};
  }
  return options.format == "oscal"
             ? mapper::WriteOscalCatalog(framework, SourceDate(session))
             : mapper::WriteCisoFramework(framework, session.language);
}

void RunExport(const ExportOptions& options, Session& session) {
  const std::string text = ExportText(options, session);
  if (text.empty()) return;
  if (options.out.empty()) {
    WriteData(text);
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
      ->check(CLI::IsMember({"oscal", "ciso-assistant", "document"}));
  command
      ->add_option("--out", options->out,
                   session.Say("書き込むファイル（既定は標準出力）",
                               "file to write (default: standard output)"))
      ->type_name("FILE");
  command
      ->add_option("--variant", options->variant,
                   session.Say("--format document で、基準のどの文書か",
                               "which document of the framework, with "
                               "--format document"))
      ->type_name("NAME");
  command->callback([options, &session] { RunExport(*options, session); });
}

}  // namespace cli
