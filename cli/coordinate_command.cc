#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/coordinate_views.h"
#include "cli/department.h"
#include "mapper/base/text.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct CoordinateOptions {
  SubjectOptions subject;
  OutputOptions output;
  std::string department;
  std::string pairs;
  std::vector<std::string> pair;
  std::string sheet;
  std::string sheets;
};

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

mapper::Records DepartmentPairRecords(
    const mapper::Coordination& coordination) {
  using Type = mapper::Column::Type;
  mapper::Records records;
  records.name = "department_pairs";
  records.columns = {
      {"first", {"課1", "department 1"}},
      {"second", {"課2", "department 2"}},
      {"first_leads", {"課1が主", "department 1 leads"}, Type::kNumber},
      {"second_leads", {"課2が主", "department 2 leads"}, Type::kNumber},
      {"total", {"計", "total"}, Type::kNumber}};
  for (const mapper::DepartmentPair& pair : coordination.pairs) {
    records.rows.push_back({pair.first, pair.second,
                            std::to_string(pair.first_leads.size()),
                            std::to_string(pair.second_leads.size()),
                            std::to_string(pair.size())});
  }
  return records;
}

void KeepDepartment(const std::string& department,
                    mapper::Coordination& coordination) {
  auto& list = coordination.assignments;
  list.erase(std::remove_if(list.begin(), list.end(),
                            [&](const mapper::Assignment& a) {
                              return !Has(a.lead, department) &&
                                     !Has(a.support, department);
                            }),
             list.end());
}

std::string DepartmentText(const Session& session,
                           const mapper::ReportContext& context,
                           const mapper::Coordination& coordination,
                           const std::string& department) {
  mapper::TextTable table;
  table.AddColumn(session.Say("項目", "control"), 26);
  table.AddColumn(session.Say("見出し", "title"), 40);
  table.AddColumn(session.Say("立場", "part"));
  table.AddColumn(session.Say("主担当課", "lead"), 18);
  table.AddColumn(session.Say("関係課", "support"), 36);
  for (const mapper::Assignment& a : coordination.assignments) {
    const mapper::Control& c = context.dataset->control(a.control);
    table.AddRow({context.framework(a.control.framework).id + ":" + c.id,
                  c.title(session.language),
                  Has(a.lead, department) ? session.Say("主担当", "leads")
                                          : session.Say("関係課", "supports"),
                  mapper::Join(a.lead, session.Say("、", ", ")),
                  mapper::Join(a.support, session.Say("、", ", "))});
  }
  return mapper::Visible(department) + "  " +
         std::to_string(coordination.assignments.size()) +
         session.Say(" 件\n", " controls\n") + table.Render();
}

// `pairs_only` leaves out the counts of single departments.
std::string Text(const Session& session, const mapper::ReportContext& context,
                 const mapper::Coordination& coordination, bool pairs_only) {
  using Align = mapper::TextTable::Align;
  std::map<std::string, std::pair<std::size_t, std::size_t>> departments;
  for (const mapper::Assignment& a : coordination.assignments) {
    for (const std::string& name : a.lead) ++departments[name].first;
    for (const std::string& name : a.support) ++departments[name].second;
  }
  mapper::TextTable table;
  table.AddColumn(session.Say("課", "department"), 40);
  table.AddColumn(session.Say("主担当", "leads"), 0, Align::kRight);
  table.AddColumn(session.Say("関係課", "supports"), 0, Align::kRight);
  for (const auto& [name, count] : departments) {
    table.AddRow(
        {name, std::to_string(count.first), std::to_string(count.second)});
  }
  mapper::TextTable pairs;
  pairs.AddColumn(session.Say("課", "department"), 30);
  pairs.AddColumn(session.Say("課", "department"), 30);
  pairs.AddColumn(session.Say("前者が主", "first leads"), 0, Align::kRight);
  pairs.AddColumn(session.Say("後者が主", "second leads"), 0, Align::kRight);
  pairs.AddColumn(session.Say("計", "total"), 0, Align::kRight);
  for (const mapper::DepartmentPair& pair : coordination.pairs) {
    pairs.AddRow({pair.first, pair.second,
                  std::to_string(pair.first_leads.size()),
                  std::to_string(pair.second_leads.size()),
                  std::to_string(pair.size())});
  }
  std::string out = (pairs_only ? std::string()
                                : session.Say("■ 課ごとの項目数\n",
                                              "Controls by department\n") +
                                      table.Render() + "\n") +
                    session.Say("■ 二つの課で進める項目\n",
                                "Controls that two departments share\n") +
                    pairs.Render() + session.Say("項目 ", "controls ") +
                    std::to_string(coordination.assignments.size()) +
                    session.Say("、うち主担当の未定 ", ", without a lead ") +
                    std::to_string(coordination.without_lead) + "\n";
  if (coordination.without_lead > 0) {
    std::map<std::string, std::size_t> roles;
    for (const mapper::Assignment& a : coordination.assignments) {
      if (a.lead.empty()) {
        ++roles[InWords(context.dataset->control(a.control).lead,
                        session.language)];
      }
    }
    std::vector<std::string> parts;
    for (const auto& [role, count] : roles) {
      parts.push_back(role + " " + std::to_string(count));
    }
    out += session.Say("プロフィールの [departments] に課を書く役割: ",
                       "roles to be named in [departments]: ") +
           mapper::Join(parts, session.Say("、", ", ")) + "\n";
  }
  return out + session.Say("一つの課の一覧: --department 課名\n",
                           "One department: --department NAME\n");
}

void RunPairs(const CoordinateOptions& options, Session& session,
              const mapper::ReportContext& context,
              const mapper::Coordination& coordination) {
  const auto pairs = FindRolePairs(session.Data(), coordination);
  if (!options.pair.empty()) {
    const mapper::RolePair pair = FindRolePair(session, pairs, options.pair);
    session.Emit(
        options.output,
        [&](const mapper::View& view) {
          return RolePairControlRecords(context, pair, view);
        },
        {{"controls", {"項目", "controls"}, pair.size()}},
        [&] { return RolePairText(session, context, pair); });
    return;
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return RolePairRecords(context, pairs, view);
      },
      {{"pairs", {"組", "pairs"}, pairs.size()},
       {"controls", {"項目", "controls"}, coordination.assignments.size()}},
      [&] {
        return RolePairsText(session, context, pairs,
                             coordination.assignments.size());
      });
}

void RunSheets(const CoordinateOptions& options, Session& session,
               const mapper::ReportContext& context,
               const mapper::Coordination& coordination) {
  session.WarnOfClash();
  const mapper::SheetSource source = MakeSheetSource(context, coordination);
  if (!options.sheets.empty()) {
    std::cout << WriteSheets(session, source, options.output, options.sheets);
    return;
  }
  RequireDepartment(session, context, options.sheet);
  const auto sheet = [&] {
    return MakeDepartmentSheet(source, options.sheet, session.language);
  };
  if (options.output.format == "md") {
    std::cout << SheetMarkdown(sheet());
    return;
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return DepartmentRecords(source, {options.sheet}, view);
      },
      {}, [&] { return SheetText(sheet()); });
}

void RunCoordinate(CoordinateOptions& options, Session& session) {
  const bool sheets = !options.sheet.empty() || !options.sheets.empty();
  if (!sheets || session.Data().FindFramework(options.subject.hub) < 0) {
    options.subject.hub = "none";
  }
  if (options.output.format == "md" && options.sheet.empty()) {
    throw UsageError{session.Say("--format md は --sheet とともに使います",
                                 "--format md goes with --sheet")};
  }
  const mapper::ReportContext& context = session.Context(options.subject);
  mapper::Coordination coordination =
      Coordinate(session.Data(), *context.applicability);
  if (sheets) return RunSheets(options, session, context, coordination);
  if (options.pairs == "roles" || !options.pair.empty()) {
    return RunPairs(options, session, context, coordination);
  }
  if (!options.department.empty()) {
    RequireDepartment(session, context, options.department);
    KeepDepartment(options.department, coordination);
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return options.pairs == "departments"
                   ? DepartmentPairRecords(coordination)
                   : CoordinationRecords(context, coordination, view);
      },
      {{"controls", {"項目", "controls"}, coordination.assignments.size()},
       {"without_lead",
        {"主担当の未定", "without a lead"},
        static_cast<std::size_t>(coordination.without_lead)}},
      [&] {
        return options.department.empty()
                   ? Text(session, context, coordination,
                          options.pairs == "departments")
                   : DepartmentText(session, context, coordination,
                                    options.department);
      });
}

}  // namespace

void AddCoordinateCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<CoordinateOptions>();
  CLI::App* command = app.add_subcommand(
      "coordinate", session.Say("どの課が主担当で、どの課が関わるか",
                                "who leads and who supports"));
  AddSubjectOptions(*command, session, options->subject, false);
  command
      ->add_option("--department", options->department,
                   session.Say("この課の項目だけ", "controls of this one only"))
      ->type_name("NAME");
  CLI::Option* pairs = command->add_option(
      "--pairs", options->pairs,
      session.Say("組ごとの件数: 役割の組か、課の組か",
                  "counts by pairs: of roles, or of departments"));
  pairs->check(CLI::IsMember({"roles", "departments"}));
  CLI::Option* pair =
      command
          ->add_option("--pair", options->pair,
                       session.Say("この二つの役割の項目（ict,bousai）",
                                   "controls of these two roles (ict,bousai)"))
          ->delimiter(',')
          ->type_name("ROLE,ROLE");
  CLI::Option* sheet = command->add_option(
      "--sheet", options->sheet,
      session.Say("この課の担当票（引継書）",
                  "the sheet of this department, for a handover"));
  sheet->type_name("NAME");
  CLI::Option* sheets = command->add_option(
      "--sheets", options->sheets,
      session.Say("全課の担当票をこのフォルダに書く（MarkdownとCSV）",
                  "write the sheets of all (Markdown and CSV) to a directory"));
  sheets->type_name("DIR");
  for (CLI::Option* option : {pairs, pair, sheet, sheets}) {
    option->excludes("--department");
  }
  pairs->excludes(sheet)->excludes(sheets);
  pair->excludes(sheet)->excludes(sheets);
  sheet->excludes(sheets);
  AddStatusOption(*command, session, options->subject);
  AddOutputOptions(*command, session, options->output, {"md"});
  command->callback([options, &session] { RunCoordinate(*options, session); });
}

}  // namespace cli
