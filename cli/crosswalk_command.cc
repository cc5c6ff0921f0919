#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/crosswalk_views.h"
#include "mapper/base/text.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

// What a table says of its two sides: every counted control is mapped, has no
// counterpart by a row, or was not looked at.
struct Absence {
  std::size_t mapped = 0;
  std::size_t none = 0;
  std::vector<std::string> not_reviewed;
};

Absence CountSide(Session& session, int framework, int other) {
  Absence absence;
  const mapper::Framework& f = session.Data().framework(framework);
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    const mapper::ControlRef ref{framework, static_cast<int>(i)};
    if (!f.controls[i].has_gist() || f.IsClosed(f.controls[i])) continue;
    const auto rows = session.Facts().Rows(ref, other);
    const bool reached = !session.Facts().Containers(ref, other).empty() ||
                         !session.Facts().Overlaps(ref, other).empty();
    if (!rows.empty() && rows[0]->target.empty()) {
      ++absence.none;
    } else if (reached || !rows.empty()) {
      ++absence.mapped;
    } else {
      absence.not_reviewed.push_back(f.controls[i].id);
    }
  }
  return absence;
}

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
  const Absence absence = CountSide(session, framework, other);
  const std::string& id = session.Data().framework(framework).id;
  std::string out =
      id + session.Say(": 対応あり ", ": mapped ") +
      std::to_string(absence.mapped) +
      session.Say("、対応なし（検討済み） ", ", no counterpart (reviewed) ") +
      std::to_string(absence.none) +
      session.Say("、未検討 ", ", not reviewed ") +
      std::to_string(absence.not_reviewed.size()) + "\n";
  constexpr std::size_t kShown = 12;
  if (!absence.not_reviewed.empty()) {
    std::vector<std::string> shown(
        absence.not_reviewed.begin(),
        absence.not_reviewed.begin() +
            static_cast<std::ptrdiff_t>(
                std::min(kShown, absence.not_reviewed.size())));
    out += session.Say("  未検討: ", "  not reviewed: ") +
           mapper::Join(shown, " ") +
           (absence.not_reviewed.size() > kShown ? " …" : "") + "\n";
  }
  return out;
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
  mapper::TextTable table;
  table.AddColumn(session.Data().framework(source).id, 24);
  table.AddColumn(session.Say("関係", "relation"));
  table.AddColumn(session.Data().framework(target).id, 24);
  table.AddColumn(session.Say("確度", "confidence"));
  table.AddColumn(session.Say("理由", "rationale"), 60);
  for (const auto& row : records.rows) {
    table.AddRow({row[1].empty() ? "-" : row[1], row[2],
                  row[4].empty() ? "-" : row[4], row[6], row[8]});
  }
  return out + table.Render() + Totals(session, records) +
         SideLine(session, source, target) +
         (source == target ? "" : SideLine(session, target, source));
}

std::string MarkdownCell(const std::string& text) {
  std::string out;
  for (const char c : mapper::Visible(text)) {
    if (c == '|' || c == '\\' || c == '<' || c == '*' || c == '_' || c == '`' ||
        c == '[') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string Markdown(const mapper::Records& records, mapper::Language l) {
  std::string out = "|";
  std::string rule = "|";
  for (const mapper::Column& column : records.columns) {
    out += std::string(" ") + column.title.in(l) + " |";
    rule += " --- |";
  }
  out += "\n" + rule + "\n";
  for (const auto& row : records.rows) {
    out += "|";
    for (const std::string& cell : row) out += " " + MarkdownCell(cell) + " |";
    out += "\n";
  }
  return out;
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
  const auto records = [&](const mapper::View& view) {
    return CrosswalkRecords(context, source, target, options.derived, view);
  };
  if (options.output.format == "md") {
    OutputOptions as_text = options.output;
    as_text.format = "text";
    session.Emit(as_text, records, {}, [&] {
      return Markdown(records({session.language, false}), session.language);
    });
    return;
  }
  const Absence of_source = CountSide(session, source, target);
  const Absence of_target = CountSide(session, target, source);
  session.Emit(
      options.output, records,
      {{"source_mapped", {"", ""}, of_source.mapped},
       {"source_no_counterpart", {"", ""}, of_source.none},
       {"source_not_reviewed", {"", ""}, of_source.not_reviewed.size()},
       {"target_mapped", {"", ""}, of_target.mapped},
       {"target_no_counterpart", {"", ""}, of_target.none},
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
  AddOutputOptions(*command, session, options->output, true);
  command->callback([options, &session] { RunCrosswalk(*options, session); });
}

}  // namespace cli
