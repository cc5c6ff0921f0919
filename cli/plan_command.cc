#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/plan.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct PlanOptions {
  SubjectOptions subject;
  OutputOptions output;
};

std::string Name(const mapper::Dataset& dataset,
                 const mapper::ControlRef& ref) {
  return dataset.framework(ref.framework).id + ":" + dataset.control(ref).id;
}

mapper::Records PlanRecords(const mapper::ReportContext& context,
                            const mapper::Plan& plan,
                            const mapper::View& view) {
  using Type = mapper::Column::Type;
  mapper::Records records;
  records.name = "plan";
  records.columns = {
      {"order", {"順", "order"}, Type::kNumber},
      {"framework", {"基準", "framework"}},
      {"control", {"項目", "control"}},
      {"title", {"見出し", "title"}},
      {"gain", {"新たに満たす数", "gain"}, Type::kNumber},
      {"covers", {"満たす項目", "covers"}, Type::kList},
      {"minimum", {"最小の組", "in the minimum"}},
      {"status", {"いまの状況", "status"}},
      {"lead_departments", {"主担当課", "lead departments"}, Type::kList}};
  const std::set<mapper::ControlRef> minimum(plan.minimum.begin(),
                                             plan.minimum.end());
  const mapper::Dataset& data = *context.dataset;
  std::size_t order = 0;
  static const mapper::Words kYes = {"○", "yes"};
  for (const mapper::PlanStep& step : plan.greedy) {
    const mapper::Control& control = data.control(step.control);
    std::vector<std::string> covers;
    for (const mapper::ControlRef& ref : step.covers) {
      covers.push_back(Name(data, ref));
    }
    const mapper::Status status = context.StatusOf(step.control);
    records.rows.push_back(
        {std::to_string(++order), data.framework(step.control.framework).id,
         control.id, control.title(view.language),
         std::to_string(step.covers.size()), mapper::Join(covers, ";"),
         minimum.count(step.control) == 0
             ? ""
             : (view.machine ? "yes" : view.words(kYes)),
         view.machine ? ToString(status) : InWords(status, view.language),
         mapper::Join(context.LeadDepartments(control), ";")});
  }
  return records;
}

std::string Text(const Session& session, const mapper::ReportContext& context,
                 const mapper::Plan& plan) {
  using Align = mapper::TextTable::Align;
  constexpr std::size_t kShown = 30;
  const mapper::Records records =
      PlanRecords(context, plan, {session.language, false});
  mapper::TextTable table;
  table.AddColumn(session.Say("順", "order"), 0, Align::kRight);
  table.AddColumn(session.Say("項目", "control"), 26);
  table.AddColumn(session.Say("見出し", "title"), 34);
  table.AddColumn(session.Say("新たに満たす数", "gain"), 0, Align::kRight);
  table.AddColumn(session.Say("最小の組", "minimum"));
  table.AddColumn(session.Say("いまの状況", "status"));
  table.AddColumn(session.Say("主担当課", "lead"), 18);
  for (std::size_t i = 0; i < std::min(kShown, records.rows.size()); ++i) {
    const auto& row = records.rows[i];
    table.AddRow({row[0], row[1] + ":" + row[2], row[3], row[4], row[6], row[7],
                  row[8]});
  }
  std::string out =
      session.Say("■ まだ満たしていない項目を、少ない作業で満たす順\n",
                  "What to do first to cover most of what is not covered\n") +
      table.Render();
  const auto count = [](std::size_t n) { return std::to_string(n); };
  if (records.rows.size() > kShown) {
    out += session.Say("ほか ", "and ") + count(records.rows.size() - kShown) +
           session.Say(" 件（全部: --format csv）\n",
                       " more (all: --format csv)\n");
  }
  out += session.Say("まだ満たしていない項目 ", "not covered ") +
         count(plan.targets.size()) +
         session.Say("、ほかの回答から満たされるもの ",
                     ", covered by other answers ") +
         count(plan.inferred.size()) +
         session.Say("、上の順で要る作業 ", ", steps above ") +
         count(plan.greedy.size()) +
         session.Say("、最小の組 ", ", least set ") +
         count(plan.minimum.size()) +
         (plan.proved
              ? session.Say("（最小であることを証明済み。独立な部分 ",
                            " (proved least; independent parts ")
              : session.Say("（最小の証明は途中まで。独立な部分 ",
                            " (not proved to the end; independent parts ")) +
         count(static_cast<std::size_t>(plan.components)) +
         session.Say("）\n", ")\n");
  return out;
}

void RunPlan(PlanOptions& options, Session& session) {
  const mapper::ReportContext& context = session.Context(options.subject);
  std::vector<int> frameworks;
  for (const int framework : context.frameworks) {
    if (framework != context.hub) frameworks.push_back(framework);
  }
  static const mapper::Assessments kNone;
  const mapper::Plan plan =
      MakePlan(session.Data(), session.Facts(), *context.applicability,
               context.assessments == nullptr ? kNone : *context.assessments,
               frameworks);
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return PlanRecords(context, plan, view);
      },
      {{"not_covered", {"", ""}, plan.targets.size()},
       {"covered_by_inference", {"", ""}, plan.inferred.size()},
       {"steps", {"", ""}, plan.greedy.size()},
       {"minimum", {"", ""}, plan.minimum.size()},
       {"proved", {"", ""}, plan.proved ? std::size_t{1} : std::size_t{0}}},
      [&] { return Text(session, context, plan); });
}

}  // namespace

void AddPlanCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<PlanOptions>();
  CLI::App* command = app.add_subcommand(
      "plan", session.Say("何から行えば、多くの基準の項目を満たせるか",
                          "what to do first to cover most"));
  AddSubjectOptions(*command, session, options->subject, false);
  AddStatusOption(*command, session, options->subject);
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunPlan(*options, session); });
}

}  // namespace cli
