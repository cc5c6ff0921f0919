#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/review_session.h"
#include "cli/workspace_session.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/lint.h"
#include "mapper/crosswalk/lint_recurring.h"
#include "mapper/parse/audit_hints.h"
#include "mapper/parse/crosswalk_table.h"
#include "mapper/parse/dataset_files.h"
#include "mapper/parse/framework_files.h"
#include "mapper/parse/profile_toml.h"
#include "mapper/parse/recurring_table.h"
#include "mapper/parse/regime_table.h"
#include "mapper/parse/status_csv.h"

namespace cli {
namespace {

struct LintOptions {
  std::vector<std::string> files;
  bool notes = false;
  OutputOptions output;
};

std::string FileName(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string FolderName(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

// Checks one file in the light of the loaded data, which it may replace a part
// of.  Only findings in this file are kept.
void LintFile(const std::string& file, mapper::Dataset dataset,
              mapper::Diagnostics& found) {
  mapper::Diagnostics all;
  const std::string bytes = mapper::ReadFile(file);
  const std::string name = FileName(file);
  if (name == "controls.tsv") {
    const std::string folder = FolderName(file);
    const std::string toml = folder + "/framework.toml";
    mapper::Framework framework = mapper::ReadFrameworkToml(
        toml, mapper::ReadFile(toml), FileName(folder), all);
    mapper::ReadControls(file, bytes, framework, all);
  } else if (name == "recurring.tsv") {
    const int framework = dataset.FindFramework(FileName(FolderName(file)));
    if (framework < 0) {
      all.Error("unknown-framework", {file, 0, 0},
                "lies in no folder of a framework that is known");
    } else {
      auto& f = dataset.frameworks[static_cast<std::size_t>(framework)];
      mapper::ReadRecurring(file, bytes, f, all);
      mapper::LintRecurring(f, all);
    }
  } else if (name == "framework.toml") {
    mapper::ReadFrameworkToml(file, bytes, FileName(FolderName(file)), all);
  } else if (name == "regimes.tsv") {
    mapper::ReadRegimes(file, bytes, dataset, all);
  } else if (name == "audit_hints.tsv") {
    mapper::ReadAuditHints(file, bytes, all);
  } else if (mapper::EndsWith(name, ".toml")) {
    mapper::ReadProfile(file, bytes, all);
  } else if (mapper::EndsWith(name, ".csv") ||
             mapper::EndsWith(name, ".xlsx")) {
    mapper::ReadStatusCsv(file, bytes, dataset, all);
  } else if (mapper::EndsWith(name, ".tsv")) {
    if (auto crosswalk = mapper::ReadCrosswalk(file, bytes, dataset, all)) {
      // In the place of the shipped table of the same name, when there is one.
      auto& tables = dataset.crosswalks;
      for (std::size_t i = 0; i < tables.size(); ++i) {
        if (FileName(tables[i].file) == name) {
          tables.erase(tables.begin() + static_cast<std::ptrdiff_t>(i));
          break;
        }
      }
      tables.push_back(std::move(*crosswalk));
      mapper::Lint(dataset, all);
    }
  } else {
    all.Error("lint-file", {file, 0, 0},
              "not a file that lint knows: controls.tsv, framework.toml, "
              "recurring.tsv, regimes.tsv, audit_hints.tsv, FROM--TO.tsv, a "
              "profile (.toml), a status file or a checklist (.csv, .xlsx)");
  }
  for (const mapper::Diagnostic& diagnostic : all.all()) {
    if (diagnostic.where.file == file) found.Add(diagnostic);
  }
}

// Decisions whose rows are not any more what was decided about.
void WarnOfRechecks(const ReviewsInUse& reviews,
                    mapper::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < reviews.records.size(); ++i) {
    if (reviews.states[i] != mapper::ReviewState::kRecheck) continue;
    const mapper::ReviewRecord& r = reviews.records[i];
    diagnostics.Warning(
        "review-recheck",
        {mapper::kWorkspaceTable, static_cast<std::size_t>(r.number), 1},
        "the row " + mapper::Visible(NameOf(r)) +
            " is not any more what was decided about; the decision is not "
            "used until somebody decides again");
  }
}

void RunLint(const LintOptions& options, Session& session) {
  mapper::Diagnostics diagnostics;
  mapper::Dataset dataset = mapper::LoadDataset(
      session.DataDirectory(), diagnostics, UserDirectory(session));
  if (!diagnostics.has_errors()) {
    WarnOfRechecks(UseReviews(session, dataset), diagnostics);
  }
  std::size_t files = options.files.size();
  if (options.files.empty()) {
    files = dataset.crosswalks.size() + 1;
    if (!dataset.audit_hints.empty()) ++files;
    for (const auto& f : dataset.frameworks) {
      files += f.controls.empty() ? 1U : 2U;
      files += f.duties.file.empty() ? 0U : 1U;
    }
    // Findings between tables mean little while the tables cannot be read.
    if (!diagnostics.has_errors()) mapper::Lint(dataset, diagnostics);
  } else {
    if (diagnostics.has_errors()) session.Require(diagnostics);
    diagnostics = {};
    const std::set<std::string> unique(options.files.begin(),
                                       options.files.end());
    for (const std::string& file : unique) {
      LintFile(file, dataset, diagnostics);
    }
    files = unique.size();
  }
  diagnostics.Sort();
  session.status = diagnostics.has_errors() ? kFindings : kOk;
  session.Emit(
      options.output,
      [&](const mapper::View&) { return FindingRecords(diagnostics); },
      {{"files", {"ファイル", "files"}, files},
       {"errors", {"誤り", "errors"}, diagnostics.error_count()},
       {"warnings", {"注意", "warnings"}, diagnostics.warning_count()}},
      [&] {
        mapper::Diagnostics shown;
        for (const mapper::Diagnostic& d : diagnostics.all()) {
          if (options.notes || d.severity != mapper::Severity::kNote) {
            shown.Add(d);
          }
        }
        const auto notes =
            std::count_if(diagnostics.all().begin(), diagnostics.all().end(),
                          [](const mapper::Diagnostic& d) {
                            return d.severity == mapper::Severity::kNote;
                          });
        session.Print(std::move(shown));
        std::string numbers =
            std::to_string(files) +
            session.Say(" ファイル、誤り ", " files, ") +
            std::to_string(diagnostics.error_count()) +
            session.Say(" 件、注意 ", " errors, ") +
            std::to_string(diagnostics.warning_count()) +
            session.Say(" 件、注記 ", " warnings, ") + std::to_string(notes) +
            session.Say(" 件", " notes") +
            (notes > 0 && !options.notes
                 ? session.Say("（--notes で表示）\n", " (list with --notes)\n")
                 : "\n");
        return numbers;
      });
}

}  // namespace

void AddLintCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<LintOptions>();
  CLI::App* command = app.add_subcommand(
      "lint", session.Say("データ、対応表、プロフィール、実施状況を点検する",
                          "check data, crosswalks, profiles and status files"));
  command
      ->add_option("files", options->files,
                   session.Say("点検するファイル（省略するとデータ全体）",
                               "files to check (default: all data)"))
      ->type_name("FILE");
  command->add_flag(
      "--notes", options->notes,
      session.Say("誤りではないが見ておくとよい点も示す",
                  "print notes too: nothing wrong, worth a look"));
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunLint(*options, session); });
}

}  // namespace cli
