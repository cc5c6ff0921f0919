#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/workspace_session.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"
#include "mapper/store/document_store.h"

namespace cli {
namespace {

constexpr std::size_t kFirstNumber = 6;  // column `controls` of the records

// The listing, whose frameworks are the user's, and what was imported.
mapper::Records AllRecords(const Session& session,
                           const mapper::Dataset& dataset,
                           const mapper::View& view) {
  std::map<std::string, std::size_t> documents;
  if (auto workspace = FindWorkspace(session)) {
    for (const auto& d : mapper::DocumentStore(*workspace).Documents()) {
      ++documents[d.framework];
    }
  }
  static const mapper::Words kUser = {"利用者", "user"};
  static const mapper::Words kShipped = {"付属", "shipped"};
  mapper::Records records = FrameworkRecords(dataset, view);
  records.columns.push_back({"origin", {"由来", "origin"}});
  records.columns.push_back({"documents",
                             {"取り込んだ文書", "documents imported"},
                             mapper::Column::Type::kNumber});
  for (std::size_t i = 0; i < records.rows.size(); ++i) {
    const mapper::Framework& f = dataset.frameworks[i];
    const mapper::Words& origin = f.user ? kUser : kShipped;
    records.rows[i].emplace_back(view.machine ? origin.en : view.words(origin));
    records.rows[i].push_back(std::to_string(documents[f.id]));
  }
  return records;
}

std::string Text(const Session& session, const mapper::Dataset& dataset,
                 const mapper::Records& records) {
  using Align = mapper::TextTable::Align;
  mapper::TextTable table;
  table.AddColumn("ID");
  table.AddColumn(session.Say("名称", "title"), 36);
  table.AddColumn(session.Say("拘束力", "binding"));
  table.AddColumn(session.Say("状態", "status"));
  std::vector<std::size_t> sums;
  for (std::size_t i = kFirstNumber; i < kFirstNumber + 7; ++i) {
    table.AddColumn(records.columns[i].title.in(session.language), 0,
                    Align::kRight);
    sums.push_back(0);
  }
  for (std::size_t place = 0; place < records.rows.size(); ++place) {
    const auto& row = records.rows[place];
    std::vector<std::string> cells = {row[0], row[1], row[4], row[5]};
    if (dataset.frameworks[place].user) {
      cells[3] += session.Say("・利用者", ", user's");
    }
    if (row.back() != "0") {
      cells[3] += session.Say("・本文取込済", ", imported");
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const std::string& number = row[kFirstNumber + i];
      cells.push_back(number);
      sums[i] += std::stoul(number);
    }
    table.AddRow(std::move(cells));
  }
  table.AddRule();
  std::vector<std::string> total = {session.Say("計", "total"), "", "", ""};
  for (const std::size_t sum : sums) total.push_back(std::to_string(sum));
  table.AddRow(std::move(total));
  return table.Render() +
         session.Say("項目の中身は: kakehashi show ID\n",
                     "The controls of one: kakehashi show ID\n");
}

}  // namespace

void AddFrameworksCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<OutputOptions>();
  CLI::App* command = app.add_subcommand(
      "frameworks",
      session.Say("基準の一覧（版、項目数、情報の確かさ）",
                  "every catalogue: edition, controls, evidence"));
  AddOutputOptions(*command, session, *options);
  command->callback([options, &session] {
    const mapper::Dataset& dataset = session.Data();
    std::size_t controls = 0;
    for (const auto& f : dataset.frameworks) controls += f.controls.size();
    session.Emit(
        *options,
        [&](const mapper::View& view) {
          return AllRecords(session, dataset, view);
        },
        {{"frameworks", {"基準", "frameworks"}, dataset.frameworks.size()},
         {"controls", {"項目", "controls"}, controls}},
        [&] {
          return Text(session, dataset,
                      AllRecords(session, dataset, {session.language, false}));
        });
  });
}

}  // namespace cli
