#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>
#include <utility>

#include "cli/assess_views.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/workspace_documents.h"
#include "cli/workspace_session.h"
#include "mapper/base/error.h"
#include "mapper/base/text.h"
#include "mapper/report/text_table.h"
#include "mapper/store/workspace_check.h"
#include "mapper/store/workspace_merge.h"

namespace cli {
namespace {

using Align = mapper::TextTable::Align;
using Type = mapper::Column::Type;

struct WorkspaceOptions {
  std::string target;              // backup
  std::vector<std::string> heads;  // check
  std::vector<std::string> files;  // merge
  OutputOptions output;
};

constexpr std::string_view kFile = "file";

std::string Number(std::size_t value) { return std::to_string(value); }

// What one organisation has in one scope.
struct Share {
  std::size_t records = 0;
  std::size_t answers = 0;
  std::size_t conflicts = 0;
};

struct Info {
  std::vector<std::pair<std::string, std::string>> facts;  // kFile first
  std::vector<std::string> heads;
  std::vector<std::string> merged;  // ids of other workspaces
  std::map<std::pair<std::string, std::string>, Share> shares;
  std::size_t records = 0;
};

Info Describe(mapper::Workspace& workspace) {
  Info info;
  const auto records = mapper::AssessmentStore(workspace).All();
  info.records = records.size();
  info.heads = mapper::Heads(records);
  for (const auto& r : records) ++info.shares[{r.org, r.scope}].records;
  for (const auto& answer : mapper::Standing(records)) {
    Share& share = info.shares[{answer.used().org, answer.used().scope}];
    ++share.answers;
    share.conflicts += answer.conflict() ? 1U : 0U;
  }
  for (const std::string& id : workspace.KnownIds()) {
    if (id != workspace.id()) info.merged.push_back(id);
  }
  info.facts = {{std::string(kFile), workspace.path()},
                {"id", workspace.id()},
                {"created_at", workspace.created_at()},
                {"format", std::to_string(workspace.format())},
                {"records", Number(records.size())}};
  return info;
}

mapper::Records InfoRecords(const Info& info) {
  mapper::Records records;
  records.name = "workspace";
  records.columns = {{"kind", {"種類", "kind"}},
                     {"name", {"名前", "name"}},
                     {"scope", {"システム", "scope"}},
                     {"value", {"値", "value"}}};
  for (const auto& [name, value] : info.facts) {
    records.rows.push_back({"workspace", name, "", value});
  }
  for (const std::string& id : info.merged) {
    records.rows.push_back({"workspace", "merged", "", id});
  }
  for (const std::string& hash : info.heads) {
    records.rows.push_back({"workspace", "head", "", hash});
  }
  for (const auto& [key, share] : info.shares) {
    const auto& [org, scope] = key;
    records.rows.push_back({"records", org, scope, Number(share.records)});
    records.rows.push_back({"answers", org, scope, Number(share.answers)});
    records.rows.push_back({"conflicts", org, scope, Number(share.conflicts)});
  }
  return records;
}

std::string InfoText(const Session& session, const Info& info) {
  static const std::map<std::string, mapper::Words> kWords = {
      {"id", {"ID", "id"}},
      {"created_at", {"作成(UTC)", "created (UTC)"}},
      {"format", {"形式の版", "format"}},
      {"records", {"記録の数", "records"}}};
  mapper::TextTable facts;
  facts.AddColumn(session.Say("内容", "what"));
  facts.AddColumn(session.Say("値", "value"));
  for (const auto& [name, value] : info.facts) {
    if (name == kFile) continue;  // stands above: paths may be long
    facts.AddRow({kWords.at(name).in(session.language), value});
  }
  for (const std::string& id : info.merged) {
    facts.AddRow({session.Say("取り込んだもの", "merged in"), id});
  }
  for (const std::string& hash : info.heads) {
    facts.AddRow({session.Say("末尾のハッシュ", "head"), hash});
  }
  mapper::TextTable shares;
  shares.AddColumn(session.Say("団体", "organisation"), 24);
  shares.AddColumn(session.Say("システム", "scope"), 24);
  shares.AddColumn(session.Say("記録", "records"), 0, Align::kRight);
  shares.AddColumn(session.Say("有効な回答", "answers"), 0, Align::kRight);
  shares.AddColumn(session.Say("食い違い", "conflicts"), 0, Align::kRight);
  Share sum;
  for (const auto& [key, share] : info.shares) {
    shares.AddRow({key.first, key.second, Number(share.records),
                   Number(share.answers), Number(share.conflicts)});
    sum.records += share.records;
    sum.answers += share.answers;
    sum.conflicts += share.conflicts;
  }
  shares.AddRule();
  shares.AddRow({session.Say("合計", "total"), "", Number(sum.records),
                 Number(sum.answers), Number(sum.conflicts)});
  return session.Say("■ ワークスペース ", "Workspace ") +
         mapper::Visible(info.facts.front().second) + "\n" + facts.Render() +
         "\n" + shares.Render() +
         session.Say(
             "末尾のハッシュと記録の数を、日付とともに紙などに控えてください。"
             "新し"
             "い記録が消されたことは、\n控えとの照合でだけ分かります（kakehashi"
             " "
             "workspace check --head ハッシュ）。\n",
             "Note the head and the number of records with the date, on paper "
             "for example: that the newest\nrecords were removed shows only "
             "against such a note (kakehashi workspace check --head HASH).\n");
}

void RunInfo(const WorkspaceOptions& options, Session& session) {
  mapper::Workspace workspace = RequireWorkspace(session);
  const Info info = Describe(workspace);
  session.Emit(
      options.output, [&](const mapper::View&) { return InfoRecords(info); },
      {{"records", {"記録の数", "records"}, info.records}},
      [&] { return InfoText(session, info); });
}

void RunBackup(const WorkspaceOptions& options, Session& session) {
  mapper::Workspace workspace = RequireWorkspace(session);
  workspace.BackUp(options.target);
  std::cout << session.Say("控えを作りました: ", "Backup written: ")
            << mapper::Visible(options.target) << '\n';
}

void RunCheck(const WorkspaceOptions& options, Session& session) {
  mapper::Workspace workspace = RequireWorkspace(session);
  mapper::Diagnostics diagnostics;
  const mapper::WorkspaceCheck check =
      mapper::CheckWorkspace(workspace, options.heads, diagnostics);
  diagnostics.Sort();
  if (diagnostics.has_errors()) session.status = kFindings;
  std::vector<mapper::Total> totals = {
      {"records", {"記録", "records"}, check.records},
      {"profiles", {"プロフィール", "profiles"}, check.profiles},
      {"errors", {"誤り", "errors"}, diagnostics.error_count()}};
  if (!options.heads.empty()) {
    totals.push_back(
        {"sealed",
         {"控えたハッシュが守る記録", "records that the noted hashes seal"},
         check.sealed});
    totals.push_back(
        {"after", {"その後の記録", "records after them"}, check.after});
    totals.push_back({"beside",
                      {"どちらでもない記録（取り込み。覚えがなければ要確認）",
                       "neither (merged in; look into it if you did not)"},
                      check.beside});
  }
  session.Emit(
      options.output,
      [&](const mapper::View&) { return FindingRecords(diagnostics); }, totals,
      [&] {
        session.Print(diagnostics);
        mapper::TextTable table;
        table.AddColumn(session.Say("点検", "checked"));
        table.AddColumn(session.Say("件", "number"), 0, Align::kRight);
        for (const mapper::Total& total : totals) {
          table.AddRow({total.title.in(session.language), Number(total.value)});
        }
        return table.Render() +
               (diagnostics.has_errors()
                    ? session.Say("次に: 控え（backup）の同じ記録と比べる。\n",
                                  "Next: compare with the same record of a "
                                  "backup.\n")
                    : session.Say("記録の鎖に切れ目はありません。\n",
                                  "The chain of records is unbroken.\n"));
      });
}

std::size_t SizeOf(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<std::size_t>(info.st_size)
                                        : 0;
}

void RunVacuum(const WorkspaceOptions& /*options*/, Session& session) {
  RequireWorkspace(session);  // here nothing is made
  mapper::Workspace workspace = WritableWorkspace(session);
  const std::size_t before = SizeOf(workspace.path());
  workspace.Vacuum();
  std::cout << session.Say("整理しました: ", "Vacuumed: ")
            << mapper::Visible(workspace.path()) << ' ' << before << " -> "
            << SizeOf(workspace.path()) << session.Say(" バイト\n", " bytes\n");
}

mapper::Records MergeRecords(const std::vector<mapper::MergedFile>& files) {
  mapper::Records records;
  records.name = "merge";
  records.columns = {
      {"file", {"ファイル", "file"}},
      {"added", {"加えた記録", "records added"}, Type::kNumber},
      {"present", {"すでにある記録", "records present"}, Type::kNumber},
      {"profiles", {"加えたプロフィール", "profiles added"}, Type::kNumber},
      {"reviews", {"加えた行の決定", "decisions added"}, Type::kNumber}};
  for (const mapper::MergedFile& file : files) {
    records.rows.push_back({file.path, Number(file.added), Number(file.present),
                            Number(file.profiles), Number(file.reviews)});
  }
  return records;
}

std::string MergeText(const Session& session,
                      const std::vector<mapper::MergedFile>& files,
                      const std::vector<mapper::CurrentAnswer>& conflicts) {
  mapper::TextTable table;
  for (const mapper::Column& column : MergeRecords({}).columns) {
    table.AddColumn(
        column.title.in(session.language), 0,
        column.type == Type::kNumber ? Align::kRight : Align::kLeft);
  }
  mapper::MergedFile sum;
  for (auto row : MergeRecords(files).rows) {
    row[0] = row[0].substr(row[0].find_last_of('/') + 1);
    table.AddRow(std::move(row));
  }
  for (const mapper::MergedFile& file : files) {
    sum.added += file.added;
    sum.present += file.present;
    sum.profiles += file.profiles;
    sum.reviews += file.reviews;
  }
  table.AddRule();
  sum.path = session.Say("合計", "total");
  table.AddRow(MergeRecords({sum}).rows.front());
  return table.Render() +
         (conflicts.empty()
              ? session.Say("食い違いはありません。\n", "No conflicts.\n")
              : ConflictText(session, conflicts));
}

void RunMerge(const WorkspaceOptions& options, Session& session) {
  std::vector<mapper::Workspace> others;
  mapper::Diagnostics diagnostics;
  for (const std::string& file : options.files) {
    auto other = mapper::Workspace::OpenForReading(file);
    if (!other) {
      throw mapper::Error(file + session.Say(": ワークスペースがありません",
                                             ": no workspace there"));
    }
    mapper::CheckWorkspace(*other, {}, diagnostics);
    others.push_back(std::move(*other));
  }
  if (diagnostics.has_errors()) {
    session.Print(std::move(diagnostics));
    std::cerr << session.Say(
        "kakehashi: 損なわれた記録があるので、何も取り込んでいません\n",
        "kakehashi: nothing was merged, because records are damaged\n");
    session.status = kFindings;
    return;
  }
  mapper::Workspace workspace = WritableWorkspace(session);
  const auto files = MergeWorkspaces(workspace, others);
  const auto conflicts = mapper::AssessmentStore(workspace).Conflicts();
  session.Emit(
      options.output, [&](const mapper::View&) { return MergeRecords(files); },
      {{"conflicts", {"食い違い", "conflicts"}, conflicts.size()}},
      [&] { return MergeText(session, files, conflicts); });
}

}  // namespace

void AddWorkspaceCommand(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand(
      "workspace",
      session.Say("回答を納めたファイルの点検、控え、取り込み",
                  "check, back up and merge the file that holds the answers"));
  command->require_subcommand(1);
  const auto add = [&](const char* name,
                       void (*run)(const WorkspaceOptions&, Session&),
                       const char* japanese, const char* english) {
    auto options = std::make_shared<WorkspaceOptions>();
    CLI::App* sub =
        command->add_subcommand(name, session.Say(japanese, english));
    sub->callback([options, run, &session] { run(*options, session); });
    return std::pair(sub, options);
  };
  {
    const auto [info, o] =
        add("info", RunInfo, "何が入っているか、末尾のハッシュ",
            "what is in it, and the head of its chain");
    AddOutputOptions(*info, session, o->output);
  }
  {
    const auto [backup, o] =
        add("backup", RunBackup, "控えを新しいファイルに作る",
            "write a copy to a new file");
    backup
        ->add_option("file", o->target,
                     session.Say("新しいファイル", "a new file"))
        ->required()
        ->type_name("FILE");
  }
  {
    const auto [check, o] =
        add("check", RunCheck, "記録が変えられ、消されていないか点検する",
            "find records that were changed, removed or put in");
    check
        ->add_option("--head", o->heads,
                     session.Say("控えておいたハッシュ（いくつでも）",
                                 "a hash that was noted (any number)"))
        ->type_name("HASH");
    AddOutputOptions(*check, session, o->output);
  }
  AddDocumentsCommand(*command, session);
  add("vacuum", RunVacuum, "使っていない場所を詰める",
      "give back what is no longer used");
  {
    const auto [merge, o] =
        add("merge", RunMerge, "ほかの人のワークスペースの記録を取り込む",
            "take in the records of other people's workspaces");
    merge
        ->add_option("files", o->files,
                     session.Say("ほかのワークスペース", "other workspaces"))
        ->required()
        ->type_name("FILE");
    AddOutputOptions(*merge, session, o->output);
  }
}

}  // namespace cli
