#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <utility>

#include "cli/commands.h"
#include "cli/crosswalk_import.h"
#include "cli/import_new.h"
#include "cli/import_views.h"
#include "cli/outline_seen.h"
#include "cli/streams.h"
#include "cli/workspace_session.h"
#include "mapper/base/file.h"
#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/parse/document.h"
#include "mapper/store/document_store.h"

namespace cli {
namespace {

struct ImportOptions {
  std::string file;
  std::string framework;
  bool check = false;
  bool notes = false;
  bool make = false;  // --new
  NewFrameworkOptions how;
  CrosswalkImportOptions crosswalk;
  OutputOptions output;
};

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
    session.Remark() << session.Say(
                            "kakehashi: ほかに番号の飛びなどの注記 ",
                            "kakehashi: further notes, such as gaps in the "
                            "numbering: ")
                     << notes
                     << session.Say(" 件（--notes で表示）\n",
                                    " (list them with --notes)\n");
  }
}

// The document is none that can be read as this framework: says what it has.
void ExplainEmpty(const ImportOptions& options, const Session& session,
                  const Findings& findings, const std::string& bytes) {
  const std::string& kind = findings.document.kind;
  if (kind != "pdf" && kind != "text" && kind != "html") return;
  mapper::Diagnostics unused;  // reported when it was read
  const mapper::OutlineGuess guess = mapper::GuessOutline(
      mapper::ReadDocumentText(options.file, bytes, unused), "X");
  if (!guess.found) {
    std::cerr << NothingFound(session, guess);
  } else {
    std::cerr << session.Say(
                     "kakehashi: この文書の番号の付き方を見る: kakehashi "
                     "outline ",
                     "kakehashi: to see how it is numbered: kakehashi outline ")
              << mapper::Visible(options.file) << " --guess\n";
  }
}

mapper::Document DescribeDocument(const ImportOptions& options,
                                  const std::string& bytes,
                                  const mapper::Outline& outline) {
  mapper::Document document;
  document.framework = options.framework;
  document.file = options.file.substr(options.file.rfind('/') + 1);
  document.sha256 = mapper::Sha256Hex(bytes);
  document.kind = outline.kind;
  document.pages = outline.pages;
  document.lines = outline.lines;
  return document;
}

void StoreDocument(const Session& session, Findings& findings) {
  mapper::Workspace workspace = WritableWorkspace(session);
  findings.document.imported_at = Timestamp();
  findings.stored =
      mapper::DocumentStore(workspace).Add(findings.document, ItemsOf(findings))
          ? Stored::kAdded
          : Stored::kPresent;
}

bool Differs(const mapper::Reconciliation& r) {
  return r.only_in_document > 0 || !r.only_in_catalogue.empty() ||
         r.heading_differs > 0 || r.order_differs > 0 || r.by_heading > 0 ||
         r.by_position > 0;
}

void PrintImport(const ImportOptions& options, Session& session,
                 const Findings& findings) {
  if (options.output.format == "json") {
    WriteData(ImportJson(findings));
    return;
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) { return ImportRecords(findings, view); },
      ImportTotals(findings), [&] { return ImportText(session, findings); });
}

// Whether there is something to go on with; says what is wrong otherwise.
bool IsReadable(const ImportOptions& options, Session& session,
                const Findings& findings, const std::string& bytes,
                const mapper::Diagnostics& diagnostics) {
  PrintFindings(options, session, diagnostics);
  const bool bad = diagnostics.has_errors();
  if (!bad && !findings.outline.controls.empty()) return true;
  if (!bad) ExplainEmpty(options, session, findings, bytes);
  session.status = kFindings;
  return false;
}

void RunNew(const ImportOptions& options, Session& session) {
  NewFrameworkOptions how = options.how;
  how.id = options.framework;
  how.file = options.file;
  const std::string bytes = mapper::ReadFile(options.file);
  mapper::Diagnostics diagnostics;
  const NewFramework plan = [&] {
    const Working working =
        session.At("文書を読んでいます", "reading the document");
    return PlanFramework(how, session, bytes, diagnostics);
  }();
  Findings findings;
  findings.framework = &plan.framework;
  findings.file = options.file;
  findings.outline = plan.outline;
  findings.reconciliation = Reconcile(findings.outline, plan.framework);
  findings.document = DescribeDocument(options, bytes, findings.outline);
  if (!IsReadable(options, session, findings, bytes, diagnostics)) return;
  if (!options.check) {
    const std::string folder = WriteFramework(session, plan);
    StoreDocument(session, findings);
    session.Remark()
        << session.Say("kakehashi: 基準を作りました: ",
                       "kakehashi: framework made: ")
        << mapper::Visible(folder)
        << session.Say(
               "（要旨は空、レベルと担当は仮置き。controls.tsv と "
               "regimes.tsv を直してください）\n",
               " (no gists; levels and leads are placeholders: correct "
               "controls.tsv and regimes.tsv)\n");
  }
  PrintImport(options, session, findings);
}

void RunImport(const ImportOptions& options, Session& session) {
  if (options.framework.empty() == options.crosswalk.pair.empty()) {
    throw UsageError{session.Say(
        "--framework ID（文書）か --crosswalk A,B（対応表）のどちらかを"
        "指定してください",
        "give either --framework ID (a document) or --crosswalk A,B (a "
        "crosswalk)")};
  }
  if (options.framework.empty()) {
    if (options.make) {
      throw UsageError{session.Say("--new は --framework ID と使います",
                                   "--new goes with --framework ID")};
    }
    RunCrosswalkImport(options.file, options.check, options.output.format,
                       options.crosswalk, session);
    return;
  }
  if (options.crosswalk.given()) {
    throw UsageError{session.Say(
        "--as、--out、--basis、--source、--all は --crosswalk A,B と使います",
        "--as, --out, --basis, --source and --all go with --crosswalk A,B")};
  }
  if (options.make) return RunNew(options, session);
  Findings findings;
  findings.framework =
      &session.Data().framework(session.Framework(options.framework));
  if (findings.framework->controls_file.empty()) {
    throw UsageError{session.Say("この基準にはまだ項目がありません。--new を付"
                                 "けると文書から作ります: ",
                                 "this framework has no controls yet; with "
                                 "--new they are made from the document: ") +
                     options.framework};
  }
  findings.file = options.file;
  const std::string bytes = mapper::ReadFile(options.file);
  mapper::Diagnostics diagnostics;
  findings.outline = [&] {
    const Working working =
        session.At("文書を読んでいます", "reading the document");
    return mapper::ReadDocument(options.file, bytes, *findings.framework,
                                diagnostics);
  }();
  findings.reconciliation = Reconcile(findings.outline, *findings.framework);
  findings.document = DescribeDocument(options, bytes, findings.outline);
  if (!IsReadable(options, session, findings, bytes, diagnostics)) return;
  if (!options.check) {
    if (findings.reconciliation.matched == 0) {
      std::cerr << session.Say(
          "kakehashi: カタログと一致する項目が一つもないので、取り込んでいませ"
          "ん。--check で中身を見られます\n",
          "kakehashi: nothing was imported, since no item is a control of the "
          "catalogue; --check shows what was read\n");
      session.status = kFindings;
      return;
    }
    StoreDocument(session, findings);
  } else if (Differs(findings.reconciliation)) {
    session.status = kFindings;
  }
  PrintImport(options, session, findings);
}

}  // namespace

void AddImportCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = app.add_subcommand(
      "import",
      session.Say(
          "公式の文書をカタログと照合し、公式の文を取り込む。対応表を取り込む",
          "read an official document, hold it against the catalogue "
          "and keep its wording; import a crosswalk"));
  command
      ->add_option(
          "file", options->file,
          session.Say(
              "文書（PDF、テキスト、HTML、CPRT JSON、OSCAL JSON/XML）か対応表",
              "document (PDF, text, HTML, CPRT JSON, OSCAL "
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
  CLI::Option* make = command->add_flag(
      "--new", options->make,
      session.Say("カタログのない基準を、この文書から作る",
                  "make a framework without catalogue from this document"));
  command
      ->add_option("--title", options->how.title,
                   session.Say("--new の基準の名称（既定はファイル名）",
                               "its title, with --new (the name of the file)"))
      ->type_name("TITLE")
      ->needs(make);
  CLI::Option* outline = command->add_option(
      "--outline", options->how.outline,
      session.Say("--new で使う [outline] の入ったTOML（既定は推定）",
                  "TOML file with its [outline], with --new (guessed)"));
  outline->type_name("FILE")->needs(make);
  command
      ->add_option(
          "--prefix", options->how.prefix,
          session.Say("推定した項目IDの頭の英字（既定は基準IDの頭文字）",
                      "letters that guessed ids begin with (initials "
                      "of the framework)"))
      ->type_name("LETTERS")
      ->needs(make)
      ->excludes(outline);
  AddOutputOptions(*command, session, options->output);
  AddCrosswalkImportOptions(*command, session, options->crosswalk);
  command->callback([options, &session] { RunImport(*options, session); });
}

}  // namespace cli
