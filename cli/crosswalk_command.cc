#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/crosswalk_export.h"
#include "cli/crosswalk_views.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/absence.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

std::string Totals(const Session& session, const mapper::Records& records) {
  std::string out;
  const auto count = [&](std::size_t column, const auto& vocabulary,
                         const char* title) {
    std::map<std::string, std::size_t> counts;
    for (const auto& row : records.rows) ++counts[row[column]];
    std::vector<std::string> parts;
    for (const auto& name : vocabulary) {
      const char* word = name.words.in(session.language);
      parts.push_back(std::string(word) + " " + std::to_string(counts[word]));
    }
    out += std::string(title) + mapper::Join(parts, "  ") + "\n";
  };
  count(2, mapper::kRelations, session.Say("関係別: ", "by relation: "));
  count(6, mapper::kConfidences, session.Say("確度別: ", "by confidence: "));
  std::size_t strong = 0;
  std::size_t positive = 0;
  for (const auto& row : records.rows) {
    const auto is = [&](mapper::Relation r) {
      return row[2] == InWords(r, session.language);
    };
    if (is(mapper::Relation::kNoRelationship)) continue;
    ++positive;
    if (!is(mapper::Relation::kIntersectsWith) &&
        !is(mapper::Relation::kOverlaps)) {
      ++strong;
    }
  }
  if (positive > 0) {
    out += session.Say("包含・同等まで言える行: ",
                       "rows that say containment or equality: ") +
           std::to_string(strong) + " / " + std::to_string(positive) + " (" +
           std::to_string(100 * strong / positive) + "%)\n";
  }
  return out;
}

std::string SideLine(Session& session, int framework, int other) {
  const mapper::Absence absence =
      FindAbsence(session.Data(), session.Facts(), framework, other);
  const mapper::Framework& own = session.Data().framework(framework);
  std::string out =
      own.id + session.Say(": 対応あり ", ": mapped ") +
      std::to_string(absence.mapped) +
      session.Say("、対応なし（検討済み） ", ", no counterpart (reviewed) ") +
      std::to_string(absence.no_counterpart.size()) +
      session.Say("、未検討 ", ", not reviewed ") +
      std::to_string(absence.not_reviewed.size()) + "\n";
  constexpr std::size_t kShown = 12;
  if (!absence.not_reviewed.empty()) {
    std::vector<std::string> shown;
    for (const int control : absence.not_reviewed) {
      if (shown.size() == kShown) break;
      shown.push_back(own.controls[static_cast<std::size_t>(control)].id);
    }
    out += session.Say("  未検討: ", "  not reviewed: ") +
           mapper::Join(shown, " ") +
           (absence.not_reviewed.size() > kShown ? " …" : "") + "\n";
  }
  return out;
}

// How many rows the user decided about; rejected ones are not in the table.
std::string DecisionLine(Session& session, int source, int target) {
  std::array<std::size_t, mapper::kDecisions.size()> counts{};
  std::size_t sum = 0;
  const auto count = [&](const mapper::Crosswalk* table) {
    if (table == nullptr) return;
    for (const mapper::ReviewRecord& r : table->decisions) {
      ++counts[static_cast<std::size_t>(r.decision)];
      ++sum;
    }
  };
  count(session.Data().FindCrosswalk(source, target));
  if (source != target) count(session.Data().FindCrosswalk(target, source));
  if (sum == 0) return {};
  std::vector<std::string> parts;
  for (const auto& name : mapper::kDecisions) {
    if (name.value == mapper::Decision::kWithdraw) continue;
    parts.push_back(
        std::string(name.words.in(session.language)) + " " +
        std::to_string(counts[static_cast<std::size_t>(name.value)]));
  }
  return session.Say("利用者の決定: ", "decisions of the user: ") +
         mapper::Join(parts, "  ") +
         session.Say("（一覧: kakehashi review list ",
                     " (list: kakehashi review "
                     "list ") +
         session.Data().framework(source).id + " " +
         session.Data().framework(target).id + session.Say("）\n", ")\n");
}

std::string Text(Session& session, int source, int target,
                 const mapper::Records& records) {
  const mapper::Language language = session.language;
  std::string out =
      session.Data().framework(source).short_title(language) + " -> " +
      session.Data().framework(target).short_title(language) + "  " +
      std::to_string(records.rows.size()) + session.Say(" 行\n", " rows\n");
  for (const mapper::Crosswalk& table : session.Data().crosswalks) {
    const bool between = (table.source == source && table.target == target) ||
                         (table.source == target && table.target == source);
    if (!between || !table.user) continue;
    out +=
        session.Say("利用者の表を含む（行 ", "With the user's table (rows ") +
        std::to_string(table.mappings.size()) + session.Say("）: ", "): ") +
        mapper::Visible(table.file) + "\n";
  }
  if (records.rows.empty()) {
    return out +
           session.Say("この二つの基準の対応表はまだありません（未検討）。\n",
                       "There is no crosswalk between these two yet (not "
                       "reviewed).\n");
  }
  const bool marked =
      std::any_of(records.rows.begin(), records.rows.end(),
                  [](const auto& row) { return !row[10].empty(); });
  mapper::TextTable table;
  if (marked) table.AddColumn(session.Say("利用者", "user"));
  table.AddColumn(session.Data().framework(source).id, 24);
  table.AddColumn(session.Say("関係", "relation"));
  table.AddColumn(session.Data().framework(target).id, 24);
  table.AddColumn(session.Say("確度", "confidence"));
  table.AddColumn(session.Say("理由", "rationale"), 60);
  for (const auto& row : records.rows) {
    std::vector<std::string> cells;
    if (marked) cells.push_back(row[10]);
    cells.insert(cells.end(), {row[1].empty() ? "-" : row[1], row[2],
                               row[4].empty() ? "-" : row[4], row[6], row[8]});
    table.AddRow(std::move(cells));
  }
  return out + table.Render() + Totals(session, records) +
         DecisionLine(session, source, target) +
         SideLine(session, source, target) +
         (source == target ? "" : SideLine(session, target, source));
}

void RunCrosswalk(const CrosswalkOptions& options, Session& session) {
  if (options.candidates) {
    RunCandidates(options, session);
    return;
  }
  if (!options.by.empty()) {
    RunParts(options, session);
    return;
  }
  const int source = session.Framework(options.source);
  const int target = session.Framework(options.target);
  mapper::ReportContext context;
  context.dataset = &session.Data();
  context.knowledge = &session.Facts();
  session.WarnOfClash();
  if (IsInterchangeFormat(options.output.format)) {
    RunExport(options, context, source, target, session);
    return;
  }
  if (!options.out.empty()) {
    throw UsageError{session.Say(
        "--out は交換用の形式（--format olir など）で使います",
        "--out goes with the interchange formats (--format olir and others)")};
  }
  const auto records = [&](const mapper::View& view) {
    return CrosswalkRecords(context, source, target, options.derived, view);
  };
  const mapper::Absence of_source =
      FindAbsence(session.Data(), session.Facts(), source, target);
  const mapper::Absence of_target =
      FindAbsence(session.Data(), session.Facts(), target, source);
  session.Emit(
      options.output, records,
      {{"source_mapped", {"", ""}, of_source.mapped},
       {"source_no_counterpart", {"", ""}, of_source.no_counterpart.size()},
       {"source_not_reviewed", {"", ""}, of_source.not_reviewed.size()},
       {"target_mapped", {"", ""}, of_target.mapped},
       {"target_no_counterpart", {"", ""}, of_target.no_counterpart.size()},
       {"target_not_reviewed", {"", ""}, of_target.not_reviewed.size()}},
      [&] {
        return Text(session, source, target,
                    records({session.language, false}));
      });
}

}  // namespace

void AddCrosswalkCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<CrosswalkOptions>();
  CLI::App* command = app.add_subcommand(
      "crosswalk", session.Say("二つの基準の対応表（理由と確度つき）",
                               "the crosswalk between two frameworks"));
  command
      ->add_option("source", options->source, session.Say("元の基準", "source"))
      ->required()
      ->type_name("A");
  command
      ->add_option("target", options->target, session.Say("先の基準", "target"))
      ->required()
      ->type_name("B");
  command->add_flag("--derived", options->derived,
                    session.Say("表から証明できる関係も示す（証明の行つき）",
                                "also what the tables prove, with the rows"));
  command->add_flag("--candidates", options->candidates,
                    session.Say("証明できないが行でつながる組（検討用）",
                                "pairs that rows connect but do not prove, "
                                "for review"));
  command
      ->add_option("--by", options->by,
                   session.Say("見出しの深さでまとめた行数（例 1,3）",
                               "rows by parts at these depths, such as 1,3"))
      ->delimiter(',')
      ->expected(2)
      ->type_name("M,N");
  AddOutputOptions(*command, session, options->output, InterchangeFormats());
  command
      ->add_option("--out", options->out,
                   session.Say("書き出すファイル（.xlsx は olir だけ）",
                               "file to write (.xlsx: olir only)"))
      ->type_name("FILE");
  command->callback([options, &session] { RunCrosswalk(*options, session); });
}

}  // namespace cli
