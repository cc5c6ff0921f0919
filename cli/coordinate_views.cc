#include "cli/coordinate_views.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <map>
#include <system_error>

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/base/whole_files.h"
#include "mapper/crosswalk/department_work.h"
#include "mapper/report/csv_writer.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/table_words.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using Align = mapper::TextTable::Align;

struct LevelCount {
  std::size_t must = 0;
  std::size_t should = 0;
};

// "30+2": must and should; "-" for nothing.
std::string CountText(const LevelCount& count) {
  if (count.must + count.should == 0) return "-";
  return std::to_string(count.must) + "+" + std::to_string(count.should);
}

std::string Number(std::size_t n) { return std::to_string(n); }

// A name for a file: what file systems or shells take for something else is
// replaced.
std::string FileName(const std::string& department, std::size_t number) {
  std::string name;
  for (const char c : mapper::Visible(department)) {
    name += std::string_view("/\\:*?\"<>| $&;'`~!#(){}[]=").find(c) ==
                    std::string_view::npos
                ? c
                : '_';
  }
  constexpr std::size_t kLongest = 120;
  if (name.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 &&
           (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    name.resize(end);
  }
  return (number < 10 ? "0" : "") + std::to_string(number) + "-" + name;
}

}  // namespace

std::string RolePairsText(const Session& session,
                          const mapper::ReportContext& context,
                          const std::vector<mapper::RolePair>& pairs,
                          std::size_t controls) {
  const std::vector<int>& frameworks = context.applicability->frameworks();
  mapper::TextTable table;
  table.AddColumn(session.Say("役割1", "role 1"));
  table.AddColumn(session.Say("役割2", "role 2"));
  for (const char* title :
       {session.Say("1が主", "1 leads"), session.Say("2が主", "2 leads"),
        session.Say("ともに関係", "both support"),
        session.Say("計", "total")}) {
    table.AddColumn(title, 0, Align::kRight);
  }
  for (const int f : frameworks) {
    table.AddColumn(context.framework(f).id, 0, Align::kRight);
  }
  std::map<int, LevelCount> sums;
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t both = 0;
  const auto row = [&](std::vector<std::string> cells,
                       const std::map<int, LevelCount>& counts) {
    for (const int f : frameworks) {
      const auto it = counts.find(f);
      cells.push_back(
          CountText(it == counts.end() ? LevelCount{} : it->second));
    }
    table.AddRow(std::move(cells));
  };
  for (const mapper::RolePair& pair : pairs) {
    std::map<int, LevelCount> counts;
    for (const auto* list :
         {&pair.first_leads, &pair.second_leads, &pair.both_support}) {
      for (const mapper::ControlRef& ref : *list) {
        const bool must =
            context.dataset->control(ref).level == mapper::Level::kMust;
        for (auto* count : {&counts[ref.framework], &sums[ref.framework]}) {
          ++(must ? count->must : count->should);
        }
      }
    }
    first += pair.first_leads.size();
    second += pair.second_leads.size();
    both += pair.both_support.size();
    row({InWords(pair.first, session.language),
         InWords(pair.second, session.language),
         Number(pair.first_leads.size()), Number(pair.second_leads.size()),
         Number(pair.both_support.size()), Number(pair.size())},
        counts);
  }
  table.AddRule();
  row({session.Say("計", "total"), "", Number(first), Number(second),
       Number(both), Number(first + second + both)},
      sums);
  return session.Say("■ 二つの役割で進める項目\n",
                     "Controls that two roles share\n") +
         table.Render() +
         session.Say(
             "基準ごとの数は 必須+推奨。一つの項目は、関わる役割の組の数"
             "だけ数えます。異なる項目 ",
             "Counts by framework are must+should. A control counts in "
             "every pair of its roles; different controls: ") +
         Number(controls) + "\n" +
         session.Say("一つの組の項目: --pair ict,bousai\n",
                     "The controls of one pair: --pair ict,bousai\n");
}

std::string RolePairText(const Session& session,
                         const mapper::ReportContext& context,
                         const mapper::RolePair& pair) {
  const std::string first = InWords(pair.first, session.language);
  const std::string second = InWords(pair.second, session.language);
  const auto departments = [&](mapper::Role role) {
    const auto& names = context.applicability->profile().Departments(role);
    return names.empty() ? session.Say("未定", "nobody yet")
                         : mapper::Join(names, session.Say("、", ", "));
  };
  std::string out = first + session.Say("（", " (") + departments(pair.first) +
                    session.Say("）と ", ") and ") + second +
                    session.Say("（", " (") + departments(pair.second) +
                    session.Say("）　", "), ") + Number(pair.size()) +
                    session.Say(" 件\n", " controls\n");
  const auto part = [&](const std::string& title,
                        const std::vector<mapper::ControlRef>& list) {
    out += "\n■ " + title + session.Say("　", ": ") + Number(list.size()) +
           session.Say(" 件\n", "\n");
    if (list.empty()) {
      out += session.Say("ありません。\n", "None.\n");
      return;
    }
    mapper::TextTable table;
    table.AddColumn(session.Say("項目", "control"), 26);
    table.AddColumn(session.Say("見出し", "title"), 44);
    table.AddColumn(session.Say("レベル", "level"));
    table.AddColumn(session.Say("主担当", "lead"));
    for (const mapper::ControlRef& ref : list) {
      const mapper::Framework& f = context.framework(ref.framework);
      const mapper::Control& c = context.dataset->control(ref);
      table.AddRow(
          {f.id + ":" + c.id, c.title(session.language),
           mapper::table_words::LevelText(c, f, {session.language, false}),
           InWords(c.lead, session.language)});
    }
    out += table.Render();
  };
  part(first + session.Say(" が主", " leads"), pair.first_leads);
  part(second + session.Say(" が主", " leads"), pair.second_leads);
  part(session.Say("ほかの役割が主で、ともに関係", "both support a third"),
       pair.both_support);
  return out;
}

mapper::RolePair FindRolePair(const Session& session,
                              const std::vector<mapper::RolePair>& pairs,
                              const std::vector<std::string>& names) {
  std::vector<mapper::Role> roles;
  for (const std::string& name : names) {
    for (const auto& role : mapper::kRoles) {
      if (name == role.machine || name == role.words.in(session.language)) {
        roles.push_back(role.value);
      }
    }
  }
  if (names.size() != 2 || roles.size() != 2 || roles[0] == roles[1]) {
    throw UsageError{
        session.Say("--pair は ict,bousai のような二つの役割です: ",
                    "--pair takes two roles such as ict,bousai: ") +
        mapper::Join(names, ",") + session.Say("。役割: ", "; roles: ") +
        mapper::Join(mapper::MachineNames(mapper::kRoles), " ")};
  }
  const auto [first, second] = std::minmax(roles[0], roles[1]);
  for (const mapper::RolePair& pair : pairs) {
    if (pair.first == first && pair.second == second) return pair;
  }
  mapper::RolePair none;
  none.first = first;
  none.second = second;
  return none;
}

std::string WriteSheets(const Session& session,
                        const mapper::SheetSource& source,
                        const OutputOptions& output,
                        const std::string& directory) {
  const mapper::View view{session.language, output.header == "machine"};
  mapper::CsvOptions csv;
  csv.bom = !output.no_bom;
  csv.cp932 = output.encoding == "cp932";
  std::string unmappable;
  std::vector<mapper::NamedBytes> files;
  const auto departments =
      mapper::DepartmentsOf(source.context->applicability->profile());
  for (std::size_t i = 0; i < departments.size(); ++i) {
    const std::string& department = departments[i];
    const std::string name = FileName(department, i + 1);
    files.push_back({name + ".md", SheetMarkdown(MakeDepartmentSheet(
                                       source, department, session.language))});
    files.push_back(
        {name + ".csv", WriteCsv(DepartmentRecords(source, {department}, view),
                                 view, csv, unmappable)});
  }
  if (!mapper::IsDirectory(directory) && mkdir(directory.c_str(), 0777) != 0) {
    throw mapper::Error(directory +
                        session.Say(": 作れません: ", ": cannot create: ") +
                        std::generic_category().message(errno));
  }
  mapper::WriteFilesTogether(directory, files, "");
  if (!unmappable.empty()) {
    std::cerr << session.Say("kakehashi: CP932 にない文字を ? にしました: ",
                             "kakehashi: not in CP932, written as ?: ")
              << unmappable << '\n';
  }
  std::string out;
  for (const mapper::NamedBytes& file : files) out += file.name + "\n";
  return out + session.Say("課 ", "departments ") + Number(departments.size()) +
         session.Say("、ファイル ", ", files ") + Number(files.size()) +
         session.Say("。書き出した先: ", ". Written to: ") +
         mapper::Visible(directory) + "\n";
}

}  // namespace cli
