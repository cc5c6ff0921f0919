#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/commands.h"
#include "mapper/base/text.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct CoordinateOptions {
  SubjectOptions subject;
  OutputOptions output;
  std::string department;
};

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
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

std::string Text(const Session& session, const mapper::ReportContext& context,
                 const mapper::Coordination& coordination) {
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
  std::string out =
      session.Say("■ 課ごとの項目数\n", "Controls by department\n") +
      table.Render() + "\n" +
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

void RunCoordinate(CoordinateOptions& options, Session& session) {
  options.subject.hub = "none";
  const mapper::ReportContext& context = session.Context(options.subject);
  mapper::Coordination coordination =
      Coordinate(session.Data(), *context.applicability);
  if (!options.department.empty()) {
    KeepDepartment(options.department, coordination);
    if (coordination.assignments.empty()) {
      std::set<std::string> names;
      for (const auto& [role, departments] :
           context.applicability->profile().departments) {
        names.insert(departments.begin(), departments.end());
      }
      const std::vector<std::string> known(names.begin(), names.end());
      throw UsageError{session.Say("この課の項目はありません: ",
                                   "no control involves this department: ") +
                       options.department + session.Say("。課: ", "; known: ") +
                       mapper::Join(known, session.Say("、", ", "))};
    }
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return CoordinationRecords(context, coordination, view);
      },
      {{"controls", {"項目", "controls"}, coordination.assignments.size()},
       {"without_lead",
        {"主担当の未定", "without a lead"},
        static_cast<std::size_t>(coordination.without_lead)}},
      [&] {
        return options.department.empty()
                   ? Text(session, context, coordination)
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
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunCoordinate(*options, session); });
}

}  // namespace cli
