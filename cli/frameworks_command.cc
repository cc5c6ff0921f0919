#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

constexpr std::size_t kFirstNumber = 6;  // column `controls` of the records

std::string Text(const Session& session, const mapper::Records& records) {
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
  for (const auto& row : records.rows) {
    std::vector<std::string> cells = {row[0], row[1], row[4], row[5]};
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
          return FrameworkRecords(dataset, view);
        },
        {{"frameworks", {"基準", "frameworks"}, dataset.frameworks.size()},
         {"controls", {"項目", "controls"}, controls}},
        [&] {
          return Text(session,
                      FrameworkRecords(dataset, {session.language, false}));
        });
  });
}

}  // namespace cli
