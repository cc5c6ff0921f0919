#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct RegimesOptions {
  SubjectOptions subject;
  OutputOptions output;
  bool all = false;
};

std::string Text(const RegimesOptions& options, const Session& session,
                 const mapper::ReportContext& context) {
  const mapper::Records records =
      RegimeRecords(context, {session.language, false}, options.all);
  std::string out = session.Say("基準日 ", "As of ") +
                    ToLongText(context.applicability->on(), session.language) +
                    "\n";
  mapper::TextTable table;
  table.AddColumn(session.Say("拘束力", "binding"));
  table.AddColumn(session.Say("名称", "title"), 30);
  table.AddColumn(session.Say("適用", "applies"), 18);
  table.AddColumn(session.Say("根拠", "basis"), 40);
  table.AddColumn(session.Say("対象", "scope"), 30);
  std::vector<std::string> unknown;
  std::size_t applies = 0;
  std::size_t later = 0;
  for (const auto& row : records.rows) {
    const int framework = context.dataset->FindFramework(row[0]);
    const bool text =
        framework >= 0 && !context.framework(framework).controls.empty();
    table.AddRow({row[2],
                  row[1] + (text ? ""
                                 : session.Say("（本文未取込）",
                                               " (text not imported)")),
                  row[3], row[8], row[4]});
  }
  std::size_t left_out = 0;
  for (const mapper::RegimeState& state : context.applicability->regimes()) {
    if (state.applies == mapper::Truth::kTrue) ++applies;
    if (state.applies == mapper::Truth::kTrue &&
        state.phase == mapper::Phase::kLater) {
      ++later;
    }
    if (state.applies == mapper::Truth::kFalse) ++left_out;
    for (const std::string& name : state.unknown) {
      if (std::find(unknown.begin(), unknown.end(), name) == unknown.end()) {
        unknown.push_back(name);
      }
    }
  }
  const std::size_t confirm =
      context.applicability->regimes().size() - applies - left_out;
  out += table.Render();
  out += session.Say("適用 ", "apply ") + std::to_string(applies) +
         session.Say("（うち施行前 ", " (of which not yet in force ") +
         std::to_string(later) + session.Say("）、要確認 ", "), to confirm ") +
         std::to_string(confirm) +
         session.Say("、対象外 ", ", not applicable ") +
         std::to_string(left_out) +
         (options.all ? "\n"
                      : session.Say("（対象外も表示: --all）\n",
                                    " (list these too: --all)\n"));
  for (const std::string& name : unknown) {
    const mapper::Fact* fact = mapper::FindFact(name);
    const mapper::Attribute* attribute = mapper::FindAttribute(name);
    out += session.Say("要確認: ", "to confirm: ") + name + "  " +
           (fact != nullptr        ? fact->question.in(session.language)
            : attribute != nullptr ? attribute->question.in(session.language)
                                   : "") +
           "\n";
  }
  return out;
}

}  // namespace

void AddRegimesCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<RegimesOptions>();
  CLI::App* command = app.add_subcommand(
      "regimes", session.Say("どの法令・基準が、どの根拠で、いつから当たるか",
                             "which regimes apply, on what basis, from when"));
  AddSubjectOptions(*command, session, options->subject, false);
  command->add_flag(
      "--all", options->all,
      session.Say("対象外のものも示す", "list those that do not apply too"));
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] {
    options->subject.hub = "none";
    const mapper::ReportContext& context = session.Context(options->subject);
    session.Emit(
        options->output,
        [&](const mapper::View& view) {
          return RegimeRecords(context, view, options->all);
        },
        {}, [&] { return Text(*options, session, context); });
  });
}

}  // namespace cli
