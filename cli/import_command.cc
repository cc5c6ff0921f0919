#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/crosswalk_import.h"
#include "mapper/base/file.h"
#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/parse/document.h"
#include "mapper/report/json_writer.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct ImportOptions {
  std::string file;
  std::string framework;
  std::string format = "text";
  bool check = false;
  bool notes = false;
  CrosswalkImportOptions crosswalk;
};

using mapper::JsonString;

// Everything that was found; made before anything is printed.
struct Findings {
  const mapper::Framework* framework = nullptr;
  std::string file;
  std::string sha256;
  mapper::Outline outline;
  mapper::Reconciliation reconciliation;
};

std::string Number(std::size_t value) { return std::to_string(value); }

std::string ControlJson(const mapper::OutlineControl& control) {
  std::string out = "{\"id\": " + JsonString(control.id) +
                    ", \"label\": " + JsonString(control.label) +
                    ", \"mark\": " + JsonString(control.mark) +
                    ", \"line\": " + Number(control.line);
  if (control.withdrawn) {
    out += ", \"withdrawn\": true, \"successors\": [";
    for (std::size_t i = 0; i < control.successors.size(); ++i) {
      out += (i > 0 ? ", " : "") + JsonString(control.successors[i]);
    }
    out += "]";
  }
  return out + "}";
}

std::string DifferenceJson(const mapper::Difference& d) {
  std::string out = "{\"id\": " + JsonString(d.id);
  if (d.document_line != 0) {
    out += ", \"line\": " + Number(d.document_line) +
           ", \"title\": " + JsonString(d.document_title);
  }
  if (d.catalogue_line != 0) {
    out += ", \"catalogue_line\": " + Number(d.catalogue_line) +
           ", \"catalogue_title\": " + JsonString(d.catalogue_title);
  }
  return out + "}";
}

template <typename List, typename ToJson>
std::string Array(const List& list, ToJson to_json) {
  std::string out = "[";
  for (std::size_t i = 0; i < list.size(); ++i) {
    out += (i == 0 ? "\n  " : ",\n  ") + to_json(list[i]);
  }
  return out + (list.empty() ? "]" : "\n ]");
}

std::string Json(const Findings& f) {
  const mapper::Reconciliation& r = f.reconciliation;
  return "{\n \"framework\": " + JsonString(f.framework->id) +
         ",\n \"file\": " + JsonString(f.file) +
         ",\n \"sha256\": " + JsonString(f.sha256) + ",\n \"counts\": {" +
         [&] {
           std::string counts;
           for (const auto& [mark, count] : f.outline.counts) {
             counts += (counts.empty() ? "" : ", ") + JsonString(mark) + ": " +
                       Number(count);
           }
           return counts;
         }() +
         "},\n \"controls\": " + Array(f.outline.controls, ControlJson) +
         ",\n \"only_in_document\": " +
         Array(r.only_in_document, DifferenceJson) +
         ",\n \"only_in_catalogue\": " +
         Array(r.only_in_catalogue, DifferenceJson) +
         ",\n \"heading_differs\": " +
         Array(r.heading_differs, DifferenceJson) + "\n}\n";
}

std::string List(const Session& session, const char* title,
                 const std::vector<mapper::Difference>& list) {
  constexpr std::size_t kShown = 15;
  std::string out = std::string(title) + " " + Number(list.size()) + "\n";
  if (list.empty()) return out;
  mapper::TextTable table;
  table.AddColumn("ID", 30);
  table.AddColumn(session.Say("文書の行", "line"), 0,
                  mapper::TextTable::Align::kRight);
  table.AddColumn(session.Say("文書の見出し", "heading of the document"), 36);
  table.AddColumn(session.Say("カタログの行", "catalogue line"), 0,
                  mapper::TextTable::Align::kRight);
  table.AddColumn(session.Say("カタログの見出し", "heading of the catalogue"),
                  36);
  for (std::size_t i = 0; i < std::min(kShown, list.size()); ++i) {
    const mapper::Difference& d = list[i];
    table.AddRow({d.id, d.document_line == 0 ? "" : Number(d.document_line),
                  d.document_title,
                  d.catalogue_line == 0 ? "" : Number(d.catalogue_line),
                  d.catalogue_title});
  }
  out += table.Render(1);
  if (list.size() > kShown) {
    out += session.Say(" ほか ", " and ") + Number(list.size() - kShown) +
           session.Say(" 件（全部: --format json）\n",
                       " more (all: --format json)\n");
  }
  return out;
}

std::string Text(const Session& session, const Findings& f) {
  const mapper::Reconciliation& r = f.reconciliation;
  std::string out = mapper::Visible(f.file) + "  sha256 " + f.sha256 + "\n";
  mapper::TextTable table;
  table.AddColumn(session.Say("項目のしるし", "mark"));
  table.AddColumn(session.Say("数", "number"), 0,
                  mapper::TextTable::Align::kRight);
  for (const auto& [mark, count] : f.outline.counts) {
    table.AddRow({mark, Number(count)});
  }
  out += table.Render(1) + session.Say("文書の項目 ", "controls read ") +
         Number(f.outline.controls.size()) +
         session.Say("、カタログ ", ", catalogue ") +
         Number(f.framework->controls.size()) +
         session.Say("、一致 ", ", matched ") + Number(r.matched) + "\n";
  out += List(session,
              session.Say("■ 文書にだけある項目", "Only in the document:"),
              r.only_in_document);
  out += List(session,
              session.Say("■ カタログにだけある項目", "Only in the catalogue:"),
              r.only_in_catalogue);
  out += List(session, session.Say("■ 見出しが違う項目", "Heading differs:"),
              r.heading_differs);
  return out + session.Say("何も書き込んでいません（--check）。\n",
                           "Nothing was written (--check).\n");
}

// Notes, such as numbers that a law has left out, are many and seldom wanted.
void PrintFindings(const ImportOptions& options, const Session& session,
                   const mapper::Diagnostics& diagnostics) {
  mapper::Diagnostics shown;
  std::size_t notes = 0;
  for (const mapper::Diagnostic& d : diagnostics.all()) {
    if (d.severity == mapper::Severity::kNote && !options.notes) {
      ++notes;
    } else {
      shown.Add(d);
    }
  }
  session.Print(std::move(shown));
  if (notes > 0) {
    std::cerr << session.Say("kakehashi: ほかに番号の飛びなどの注記 ",
                             "kakehashi: further notes, such as gaps in the "
                             "numbering: ")
              << notes
              << session.Say(" 件（--notes で表示）\n",
                             " (list them with --notes)\n");
  }
}

void RunImport(const ImportOptions& options, Session& session) {
  if (options.framework.empty() == options.crosswalk.pair.empty()) {
    throw UsageError{session.Say(
        "--framework ID（文書の照合）か --crosswalk A,B（対応表）のどちらかを"
        "指定してください",
        "give either --framework ID (check a document) or --crosswalk A,B (a "
        "crosswalk)")};
  }
  if (options.framework.empty()) {
    RunCrosswalkImport(options.file, options.check, options.format,
                       options.crosswalk, session);
    return;
  }
  if (options.format == "csv" || options.crosswalk.given()) {
    throw UsageError{session.Say(
        "--format csv、--as、--out、--basis、--source は --crosswalk A,B と"
        "使います",
        "--format csv, --as, --out, --basis and --source go with --crosswalk "
        "A,B")};
  }
  if (!options.check) {
    throw UsageError{session.Say(
        "この版の import は --check（照合だけ）です。--check を付けてください",
        "this version of import only checks: add --check")};
  }
  Findings findings;
  findings.framework =
      &session.Data().framework(session.Framework(options.framework));
  findings.file = options.file;
  const std::string bytes = mapper::ReadFile(options.file);
  findings.sha256 = mapper::Sha256Hex(bytes);
  mapper::Diagnostics diagnostics;
  findings.outline = mapper::ReadDocument(options.file, bytes,
                                          *findings.framework, diagnostics);
  findings.reconciliation = Reconcile(findings.outline, *findings.framework);
  PrintFindings(options, session, diagnostics);
  // A document in which nothing was found is not this framework's.
  if (diagnostics.has_errors() || findings.outline.controls.empty()) {
    session.status = kFindings;
    return;
  }
  const mapper::Reconciliation& r = findings.reconciliation;
  if (!r.only_in_document.empty() || !r.only_in_catalogue.empty() ||
      !r.heading_differs.empty()) {
    session.status = kFindings;
  }
  std::cout << (options.format == "json" ? Json(findings)
                                         : Text(session, findings));
}

}  // namespace

void AddImportCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = app.add_subcommand(
      "import",
      session.Say("公式の文書をカタログと照合する。対応表を取り込む",
                  "hold an official document against the catalogue; import a "
                  "crosswalk"));
  command
      ->add_option(
          "file", options->file,
          session.Say(
              "文書（PDF、テキスト、CPRT JSON、OSCAL JSON/XML）か対応表",
              "document (PDF, text, CPRT JSON, OSCAL "
              "JSON/XML) or crosswalk"))
      ->required()
      ->type_name("FILE");
  command
      ->add_option(
          "--framework", options->framework,
          session.Say("どの基準の文書か", "the framework it belongs to"))
      ->type_name("ID");
  command->add_flag(
      "--check", options->check,
      session.Say("照合だけして、何も変えない", "only check; change nothing"));
  command->add_flag("--notes", options->notes,
                    session.Say("番号の飛びなどの注記も示す",
                                "print notes too, such as gaps"));
  command
      ->add_option("--format", options->format,
                   session.Say("出力の形式", "form of the output"))
      ->check(CLI::IsMember({"text", "csv", "json"}));
  AddCrosswalkImportOptions(*command, session, options->crosswalk);
  command->callback([options, &session] { RunImport(*options, session); });
}

}  // namespace cli
