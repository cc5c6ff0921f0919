#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/editions.h"
#include "mapper/base/text.h"
#include "mapper/report/edition_tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct DiffOptions {
  std::string older;
  std::string newer;
  std::string framework;
  bool impact = false;
  bool all = false;
  SubjectOptions subject;
  OutputOptions output;
};

std::string TotalsTable(const Session& session,
                        const mapper::EditionDiff& diff) {
  using Align = mapper::TextTable::Align;
  mapper::TextTable table;
  std::vector<std::string> cells;
  std::size_t sum = 0;
  for (const mapper::Total& total : DiffTotals(diff)) {
    table.AddColumn(total.title.in(session.language), 0, Align::kRight);
    cells.push_back(std::to_string(total.value));
    sum += total.value;
  }
  table.AddColumn(session.Say("計", "total"), 0, Align::kRight);
  cells.push_back(std::to_string(sum));
  table.AddRow(std::move(cells));
  return table.Render(1);
}

// Columns of `records` by machine name, as an aligned table.
std::string Listing(
    const mapper::Records& records,
    const std::vector<std::pair<const char*, std::size_t>>& columns,
    mapper::Language language) {
  mapper::TextTable table;
  std::vector<std::size_t> places;
  for (const auto& [machine, widest] : columns) {
    for (std::size_t i = 0; i < records.columns.size(); ++i) {
      if (std::string_view(records.columns[i].machine) != machine) continue;
      table.AddColumn(records.columns[i].title.in(language), widest);
      places.push_back(i);
    }
  }
  for (const auto& row : records.rows) {
    std::vector<std::string> cells;
    for (const std::size_t place : places) cells.push_back(row[place]);
    table.AddRow(std::move(cells));
  }
  return table.Render(1);
}

std::string DiffText(const Session& session, const LoadedEdition& older,
                     const LoadedEdition& newer,
                     const mapper::EditionDiff& diff,
                     const mapper::Records& records) {
  std::string out = session.Say("■ 版の違い　", "Changes between editions  ") +
                    mapper::Visible(older.edition.name) + " → " +
                    mapper::Visible(newer.edition.name) + "\n" +
                    TotalsTable(session, diff);
  if (!diff.wording_compared) {
    out += session.Say(
        " 片方は当方の要旨、片方は公式の文なので、文言の違いは比べていません。"
        "\n",
        " One side has our gists, the other the official wording: wording was "
        "not compared.\n");
  }
  if (!records.rows.empty()) {
    out += "\n" + Listing(records,
                          {{"changes", 20},
                           {"old", 16},
                           {"new", 16},
                           {"new_title", 30},
                           {"basis", 0},
                           {"sureness", 0},
                           {"near", 30}},
                          session.language);
  }
  if (older.framework >= 0) {
    out += session.Say(
        "\n見直す対応表の行と担当: --impact、対応表の引き継ぎ: kakehashi "
        "migrate\n",
        "\nRows and departments to look at: --impact; carry tables over: "
        "kakehashi migrate\n");
  }
  return out;
}

std::string ImpactText(const Session& session,
                       const std::vector<mapper::Impact>& impacts,
                       const mapper::Records& records) {
  std::size_t rows = 0;
  std::size_t answers = 0;
  for (const mapper::Impact& impact : impacts) {
    rows += impact.rows.size();
    answers += impact.answer != nullptr ? 1 : 0;
  }
  return session.Say("■ 見直すもの　項目 ", "To look at: controls ") +
         std::to_string(impacts.size()) +
         session.Say(" 件、対応表の行 のべ ",
                     ", rows (a row of two counts twice) ") +
         std::to_string(rows) + session.Say(" 件、回答 ", ", answers ") +
         std::to_string(answers) + session.Say(" 件\n", "\n") +
         Listing(records,
                 {{"control", 16},
                  {"title", 26},
                  {"changes", 20},
                  {"new", 16},
                  {"near", 26},
                  {"rows", 0},
                  {"status", 0},
                  {"lead", 20}},
                 session.language);
}

void RunDiff(const DiffOptions& options, Session& session) {
  const auto [older, newer] =
      LoadEditions(session, options.older, options.newer, options.framework);
  const mapper::EditionDiff diff = DiffEditions(older.edition, newer.edition);
  if (!options.impact) {
    session.Emit(
        options.output,
        [&, &o = older.edition, &n = newer.edition](const mapper::View& view) {
          return DiffRecords(o, n, diff, options.all, view);
        },
        DiffTotals(diff),
        [&, &o = older, &n = newer] {
          return DiffText(session, o, n, diff,
                          DiffRecords(o.edition, n.edition, diff, options.all,
                                      {session.language, false}));
        });
    return;
  }
  if (older.framework < 0) {
    throw UsageError{session.Say(
        "--impact は、旧版が一覧にある基準のときに使えます",
        "--impact needs an old edition that is one of the frameworks")};
  }
  const mapper::ReportContext* context =
      options.subject.org.empty() ? nullptr : &session.Context(options.subject);
  const auto impacts =
      FindImpacts(session.Data(), older.framework, diff,
                  context == nullptr ? nullptr : context->assessments);
  const mapper::Profile* profile =
      context == nullptr ? nullptr : &context->applicability->profile();
  const auto records = [&, framework = older.framework,
                        &n = newer.edition](const mapper::View& view) {
    return ImpactRecords(session.Data(), framework, n, diff, impacts, profile,
                         view);
  };
  session.Emit(options.output, records, DiffTotals(diff), [&] {
    return ImpactText(session, impacts, records({session.language, false}));
  });
}

}  // namespace

void AddDiffCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command = app.add_subcommand(
      "diff", session.Say("二つの版の違い（追加、削除、番号変更、移動、見出し、"
                          "文言）",
                          "what changed between two editions"));
  AddEditionArguments(*command, session, options->older, options->newer,
                      options->framework);
  command->add_flag(
      "--impact", options->impact,
      session.Say("見直す対応表の行、回答、担当課を作業一覧にする",
                  "list the rows, answers and departments that are touched"));
  command->add_flag(
      "--all", options->all,
      session.Say("変わらない項目も示す", "list what did not change too"));
  CLI::Option* org = command->add_option(
      "--org", options->subject.org,
      session.Say("団体のプロフィール(TOML)。--impact に担当課を示す",
                  "profile of the organisation (TOML), for the departments of "
                  "--impact"));
  org->type_name("PROFILE");
  AddStatusOption(*command, session, options->subject);
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunDiff(*options, session); });
}

}  // namespace cli
