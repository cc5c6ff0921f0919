#include <CLI/CLI.hpp>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "mapper/base/text.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct GapOptions {
  SubjectOptions subject;
  OutputOptions output;
  std::string framework;
  std::string against;
  std::string state;
  bool nowhere = false;
};

// Column numbers of GapRecords.
enum : std::size_t { kState = 7 };

using Comparisons = std::vector<mapper::GapComparison>;

Comparisons Select(const GapOptions& options, Session& session,
                   const mapper::ReportContext& context) {
  const int framework =
      options.framework.empty() ? -1 : session.Framework(options.framework);
  const int against =
      options.against.empty() ? -1 : session.Framework(options.against);
  Comparisons selected;
  for (mapper::GapComparison& comparison : CompareAll(context)) {
    if ((framework < 0 || comparison.framework == framework) &&
        (against < 0 || comparison.against == against)) {
      selected.push_back(std::move(comparison));
    }
  }
  if (selected.empty()) {
    throw UsageError{
        session.Say("比べる組がありません。適用されない基準か、同じ基準です",
                    "nothing to compare: a framework that does not apply, or "
                    "the same one twice")};
  }
  return selected;
}

mapper::Records Filtered(const GapOptions& options,
                         const mapper::ReportContext& context,
                         const Comparisons& comparisons,
                         const mapper::View& view) {
  mapper::Records records = GapRecords(context, comparisons, view);
  if (options.state.empty()) return records;
  // The state in the words of this view.
  std::string wanted = options.state;
  if (!view.machine) {
    wanted = InWords(*mapper::FindName(mapper::kGapStates, options.state),
                     view.language);
  }
  std::vector<std::vector<std::string>> kept;
  for (auto& row : records.rows) {
    if (row[kState] == wanted) kept.push_back(std::move(row));
  }
  records.rows = std::move(kept);
  return records;
}

std::string TotalsTable(const Session& session,
                        const mapper::ReportContext& context,
                        const Comparisons& comparisons) {
  using Align = mapper::TextTable::Align;
  mapper::TextTable table;
  table.AddColumn(session.Say("基準", "framework"));
  table.AddColumn(session.Say("比べる基準", "against"));
  for (const auto& state : mapper::kGapStates) {
    table.AddColumn(state.words.in(session.language), 0, Align::kRight);
  }
  table.AddColumn(session.Say("計", "total"), 0, Align::kRight);
  for (const mapper::GapComparison& c : comparisons) {
    const mapper::Framework& f = context.framework(c.framework);
    const auto& totals = f.topic_list ? c.topic_totals : c.totals;
    std::vector<std::string> cells = {
        f.id + (f.topic_list ? session.Say("（別掲）", " (apart)") : ""),
        context.framework(c.against).id};
    int sum = 0;
    for (const int n : totals) {
      cells.push_back(std::to_string(n));
      sum += n;
    }
    cells.push_back(std::to_string(sum));
    table.AddRow(std::move(cells));
  }
  return table.Render();
}

std::string Text(const GapOptions& options, const Session& session,
                 const mapper::ReportContext& context,
                 const Comparisons& comparisons) {
  std::string out =
      session.Say(
          "■ 基準間の差（文言の比較です。未実施という意味ではありません）\n",
          "Differences between texts (not work that is undone)\n") +
      TotalsTable(session, context, comparisons);
  const bool detail =
      comparisons.size() == 1 || !options.state.empty() || options.nowhere;
  if (!detail) {
    return out +
           session.Say(
               "一組を詳しく: --framework A --against B、状態で絞る: --state "
               "no-counterpart\n",
               "One pair in full: --framework A --against B; one state: "
               "--state no-counterpart\n");
  }
  const mapper::Records records =
      Filtered(options, context, comparisons, {session.language, false});
  mapper::TextTable table;
  table.AddColumn(session.Say("項目", "control"), 28);
  table.AddColumn(session.Say("見出し", "title"), 30);
  table.AddColumn(session.Say("比べる基準", "against"));
  table.AddColumn(session.Say("状態", "state"));
  if (context.assessments != nullptr) {
    table.AddColumn(session.Say("実施状況", "status"));
  }
  table.AddColumn(session.Say("理由", "rationale"), 50);
  for (const auto& row : records.rows) {
    std::vector<std::string> cells = {row[0] + ":" + row[1], row[3], row[6],
                                      row[kState]};
    if (context.assessments != nullptr) cells.push_back(row[9]);
    cells.push_back(row[8]);
    table.AddRow(std::move(cells));
  }
  return out + "\n" + table.Render();
}

bool IsReached(mapper::GapState state) {
  return state == mapper::GapState::kCovered ||
         state == mapper::GapState::kPartial;
}

// Keeps the controls that none of the other frameworks reaches.
void KeepNowhere(Comparisons& comparisons) {
  std::set<mapper::ControlRef> reached;
  for (const mapper::GapComparison& c : comparisons) {
    for (const mapper::GapRow& row : c.rows) {
      if (IsReached(row.state)) reached.insert(row.control);
    }
  }
  for (mapper::GapComparison& c : comparisons) {
    c.totals.fill(0);
    c.topic_totals.fill(0);
    std::vector<mapper::GapRow> kept;
    for (mapper::GapRow& row : c.rows) {
      if (!row.counted || reached.count(row.control) != 0) continue;
      ++c.totals[static_cast<std::size_t>(row.state)];
      kept.push_back(std::move(row));
    }
    c.rows = std::move(kept);
  }
}

void RunGap(const GapOptions& options, Session& session) {
  const mapper::ReportContext& context = session.Context(options.subject);
  session.WarnOfClash();
  Comparisons comparisons = Select(options, session, context);
  if (options.nowhere) {
    if (options.framework.empty() || !options.against.empty()) {
      throw UsageError{session.Say(
          "--nowhere は --framework と一緒に、--against なしで使います",
          "--nowhere goes with --framework and without --against")};
    }
    KeepNowhere(comparisons);
  }
  std::vector<mapper::Total> totals;
  for (const auto& state : mapper::kGapStates) {
    std::size_t sum = 0;
    for (const auto& comparison : comparisons) {
      sum += static_cast<std::size_t>(
          comparison.totals[static_cast<std::size_t>(state.value)]);
    }
    totals.push_back({state.machine, state.words, sum});
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return Filtered(options, context, comparisons, view);
      },
      totals, [&] { return Text(options, session, context, comparisons); });
}

}  // namespace

void AddGapCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<GapOptions>();
  CLI::App* command = app.add_subcommand(
      "gap", session.Say("ある基準にあって別の基準にないもの",
                         "what one framework asks and another does not"));
  AddSubjectOptions(*command, session, options->subject, true);
  AddStatusOption(*command, session, options->subject);
  command
      ->add_option(
          "--framework", options->framework,
          session.Say("この基準の項目だけ", "controls of this one only"))
      ->type_name("ID");
  command
      ->add_option("--against", options->against,
                   session.Say("この基準と比べる", "against this one only"))
      ->type_name("ID");
  command
      ->add_option("--state", options->state,
                   session.Say("この状態だけ", "this state only"))
      ->check(CLI::IsMember(mapper::MachineNames(mapper::kGapStates)));
  command->add_flag(
      "--nowhere", options->nowhere,
      session.Say("ほかのどの基準も触れない項目だけ",
                  "only controls that none of the others reaches"));
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunGap(*options, session); });
}

}  // namespace cli
