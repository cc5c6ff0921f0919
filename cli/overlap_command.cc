#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "mapper/base/text.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct OverlapOptions {
  SubjectOptions subject;
  OutputOptions output;
};

std::string Text(const Session& session, const mapper::ReportContext& context,
                 const mapper::Records& records) {
  const std::string hub =
      context.hub < 0 ? std::string() : context.framework(context.hub).id;
  mapper::TextTable topics;
  mapper::TextTable pairs;
  for (mapper::TextTable* table : {&topics, &pairs}) {
    table->AddColumn(table == &topics ? session.Say("話題", "topic")
                                      : session.Say("項目", "control"),
                     26);
    table->AddColumn(session.Say("見出し", "title"), 30);
    table->AddColumn(session.Say("関係", "relation"));
    table->AddColumn(session.Say("相手", "other"), 34);
    table->AddColumn(session.Say("見出し", "title"), 36);
  }
  topics.AddColumn(session.Say("最厳", "strictest"));
  std::set<std::string> shared;
  std::map<std::string, std::set<std::string>> by_topic;
  std::string last;
  for (const auto& row : records.rows) {
    const std::string other = row[3] + ":" + row[4];
    if (row[0] == hub) {
      by_topic[row[1]].insert(row[3]);
      // A topic is named once, at its first row.
      const bool same = last == row[1];
      topics.AddRow({same ? "" : row[1], same ? "" : row[2], row[6], other,
                     row[5], row[8]});
      last = row[1];
    } else {
      pairs.AddRow({row[0] + ":" + row[1], row[2], row[6], other, row[5]});
    }
  }
  std::size_t together = 0;
  for (const auto& [topic, frameworks] : by_topic) {
    if (frameworks.size() > 1) ++together;
  }
  std::string out;
  if (!hub.empty()) {
    out += session.Say("■ 同じ話題（", "Same topic (") + hub +
           session.Say("。話題が同じでも、重なるとは限りません）\n",
                       "; sharing a topic is not yet overlapping)\n") +
           topics.Render() + session.Say("話題 ", "topics ") +
           std::to_string(by_topic.size()) +
           session.Say("、うち二つ以上の基準が触れるもの ",
                       ", of which several frameworks touch ") +
           std::to_string(together) + "\n\n";
  }
  if (!pairs.empty()) {
    out += session.Say("■ 基準どうしの確かな重なり\n",
                       "Certain overlaps between frameworks\n") +
           pairs.Render();
  }
  return out + session.Say("理由は: kakehashi crosswalk A B\n",
                           "Reasons: kakehashi crosswalk A B\n");
}

}  // namespace

void AddOverlapCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<OverlapOptions>();
  CLI::App* command = app.add_subcommand(
      "overlap", session.Say("基準どうしの重なりと、同じ話題の項目",
                             "what frameworks ask for together"));
  AddSubjectOptions(*command, session, options->subject, true);
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] {
    const mapper::ReportContext& context = session.Context(options->subject);
    session.WarnOfClash();
    const mapper::Records shown =
        OverlapRecords(context, {session.language, false});
    session.Emit(
        options->output,
        [&](const mapper::View& view) { return OverlapRecords(context, view); },
        {{"rows", {"行", "rows"}, shown.rows.size()}},
        [&] { return Text(session, context, shown); });
  });
}

}  // namespace cli
