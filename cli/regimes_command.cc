#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct RegimesOptions {
  SubjectOptions subject;
  OutputOptions output;
  bool all = false;
  bool models = false;
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

// The section ネットワークモデル; "" when no framework speaks of models.
std::string ModelsText(const Session& session,
                       const mapper::ReportContext& context,
                       const mapper::NetworkModels& models) {
  if (models.controls.empty()) return {};
  const mapper::Records records =
      ModelRecords(context, models, {session.language, false});
  std::string out =
      session.Say("\n■ ネットワークモデル: ", "\nNetwork model: ");
  if (models.own.empty()) {
    const mapper::Attribute* attribute = mapper::FindAttribute("network_model");
    out += session.Say("要確認（network_model）。",
                       "to confirm (network_model). ") +
           std::string(attribute == nullptr
                           ? ""
                           : attribute->question.in(session.language)) +
           session.Say("\n採るモデルにより加わる対策は次のとおりです。\n",
                       "\nWhat each model would bring:\n");
  } else {
    out += ModelInWords(models.own, session.language) + "\n";
  }
  std::string heading;
  std::size_t count = 0;
  mapper::TextTable table;
  const auto flush = [&] {
    if (heading.empty()) return;
    out += heading + session.Say("　", ": ") + std::to_string(count) +
           session.Say(" 件\n", "\n") +
           (count == 0 ? session.Say("  ありません。\n", "  None.\n")
                       : table.Render(2));
  };
  const auto start = [&](const std::string& title) {
    flush();
    heading = title;
    count = 0;
    table = mapper::TextTable();
    table.AddColumn(session.Say("項目", "control"), 28);
    table.AddColumn(session.Say("見出し", "title"), 44);
    table.AddColumn(session.Say("レベル", "level"));
    table.AddColumn(session.Say("求めるモデル", "models that ask"), 30);
    table.AddColumn(session.Say("実施状況", "status"));
    table.AddColumn(session.Say("確かさ", "evidence"));
  };
  const auto add = [&](const mapper::ModelControl& entry) {
    const mapper::Framework& f = context.framework(entry.control.framework);
    const mapper::Control& c = context.dataset->control(entry.control);
    std::vector<std::string> asking;
    for (const std::string& model : entry.models) {
      asking.push_back(ModelInWords(model, session.language));
    }
    ++count;
    table.AddRow(
        {f.id + ":" + c.id, c.title(session.language),
         InWords(c.level, f.binding, session.language),
         mapper::Join(asking, session.Say("、", ", ")),
         context.assessments == nullptr
             ? "-"
             : InWords(context.StatusOf(entry.control), session.language),
         InWords(c.evidence, session.language)});
  };
  if (models.own.empty()) {
    for (const std::string& model : models.models) {
      start(" " + ModelInWords(model, session.language));
      for (const mapper::ModelControl& entry : models.controls) {
        if (mapper::NetworkModels::Brings(entry, model)) add(entry);
      }
    }
  } else {
    for (const bool brought : {true, false}) {
      start(brought ? session.Say(" このモデルで加わる対策",
                                  " Measures that this model brings")
                    : session.Say(" 未適用の対策（ほかのモデルの条件）",
                                  " Measures not applied (conditions of other "
                                  "models)"));
      for (const mapper::ModelControl& entry : models.controls) {
        if (mapper::NetworkModels::Brings(entry, models.own) == brought) {
          add(entry);
        }
      }
    }
  }
  flush();
  return out +
         session.Say(
             " 未適用の対策は、採っていないモデルの条件の行です。残存"
             "リスクを示すものではなく、モデルを勧めるものでもありません。"
             "\n",
             " Measures not applied are the conditions of models that are "
             "not in use. They are not a\n residual risk, and no model is "
             "recommended.\n");
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
  command->add_flag(
      "--models", options->models,
      session.Say("ネットワークモデルで加わる対策と未適用の対策だけ",
                  "only what the network model brings and leaves out"));
  AddStatusOption(*command, session, options->subject);
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] {
    options->subject.hub = "none";
    const mapper::ReportContext& context = session.Context(options->subject);
    const mapper::NetworkModels models =
        FindNetworkModels(session.Data(), context.applicability->profile(),
                          context.applicability->on());
    if (options->models) {
      session.Emit(
          options->output,
          [&](const mapper::View& view) {
            return ModelRecords(context, models, view);
          },
          {{"controls", {"項目", "controls"}, models.controls.size()}},
          [&] {
            const std::string text = ModelsText(session, context, models);
            return text.empty() ? session.Say(
                                      "ネットワークモデルを条件とする項目は"
                                      "ありません。\n",
                                      "No control depends on the network "
                                      "model.\n")
                                : text.substr(1);
          });
      return;
    }
    session.Emit(
        options->output,
        [&](const mapper::View& view) {
          return RegimeRecords(context, view, options->all);
        },
        {},
        [&] {
          return Text(*options, session, context) +
                 ModelsText(session, context, models);
        });
  });
}

}  // namespace cli
