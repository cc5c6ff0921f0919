#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/editions.h"
#include "cli/workspace_session.h"
#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/base/whole_files.h"
#include "mapper/crosswalk/edition_impact.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/model/checklist_columns.h"
#include "mapper/report/csv_writer.h"
#include "mapper/report/edition_tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct MigrateOptions {
  std::string older;
  std::string newer;
  std::string out;
  SubjectOptions subject;
  OutputOptions output;
};

struct NewFile {
  std::string name;
  std::string bytes;
};

// What becomes of the answers to the old edition.
struct Answers {
  mapper::Records records;
  std::size_t left = 0;  // to controls that changed or are gone
};

std::string FileName(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::string TableName(const mapper::Dataset& data,
                      const mapper::Crosswalk& table) {
  return data.framework(table.source).id + "--" +
         data.framework(table.target).id + ".tsv";
}

std::vector<std::string> Header(const mapper::Crosswalk& old,
                                const mapper::MigratedTable& migrated,
                                const std::string& older,
                                const std::string& newer,
                                const std::string& day) {
  std::vector<std::string> about = {
      "Made by:  kakehashi " KAKEHASHI_VERSION " migrate " + older + " " +
          newer + ", " + day,
      "From:     " + FileName(old.file) +
          (old.dated.empty() ? "" : " of " + old.dated) + "; " +
          std::to_string(migrated.table.mappings.size()) + " of " +
          std::to_string(old.mappings.size()) +
          " rows, those of controls whose text has not changed",
      "Method:   carried over by a program with the old reasons; nobody has "
      "read these rows against the new edition",
      "Left:     " + std::to_string(migrated.left.size()) +
          " rows, in worklist.csv"};
  if (!old.decisions.empty()) {
    about.push_back("User:     " + std::to_string(old.decisions.size()) +
                    " decisions of the workspace are part of the old rows");
  }
  return about;
}

// In the columns of a status file.
Answers CarryAnswers(const mapper::Dataset& data, int older, int newer,
                     const mapper::EditionDiff& diff,
                     const mapper::Assessments& assessments,
                     const mapper::View& view) {
  namespace column = mapper::checklist_column;
  Answers answers;
  answers.records.name = "answers";
  for (const std::size_t place :
       {std::size_t{column::kFramework}, std::size_t{column::kControl},
        std::size_t{column::kStatus}, std::size_t{column::kEvidence},
        std::size_t{column::kEvidenceFile}, std::size_t{column::kDate},
        std::size_t{column::kBy}}) {
    const mapper::ChecklistColumn& c = mapper::kChecklistColumns[place];
    answers.records.columns.push_back({c.machine, c.title});
  }
  const mapper::Framework& to = data.framework(newer);
  for (const auto& [control, answer] : assessments) {
    if (control.framework != older) continue;
    const mapper::EditionRow& row = diff.OfOld(control.control);
    if (!row.SameDemands()) {
      ++answers.left;
      continue;
    }
    answers.records.rows.push_back(
        {to.id, to.controls[static_cast<std::size_t>(row.new_item)].id,
         view.machine ? ToString(answer.status)
                      : InWords(answer.status, view.language),
         answer.evidence, answer.evidence_file,
         answer.date ? ToIso(*answer.date) : "", answer.by});
  }
  return answers;
}

// As frameworks/<id>/renamed.tsv; only what is sure.
std::string Renamed(const mapper::Dataset& data, int older, int newer,
                    const mapper::EditionDiff& diff, std::size_t& count) {
  const mapper::Framework& from = data.framework(older);
  const mapper::Framework& to = data.framework(newer);
  std::string out = "# Controls of " + from.id + " under another number in " +
                    to.id + "; matched by their text\n#\n#old\tnew\treason\n";
  for (const mapper::EditionRow& row : diff.rows) {
    if (!row.renumbered || row.old_item < 0 || row.new_item < 0) continue;
    const auto id = [](const mapper::Framework& f, int item) {
      return f.controls[static_cast<std::size_t>(item)].id;
    };
    const auto& sure =
        mapper::kSurenesses[static_cast<std::size_t>(row.sureness)];
    out += id(from, row.old_item) + "\t" + to.id + ":" + id(to, row.new_item) +
           "\t番号の変更（確かさ: " + sure.words.ja +
           (row.SameDemands() ? "、内容は同じ" : "、内容も変わった") + "）\n";
    ++count;
  }
  return out;
}

// All of them in a directory that was not there, or nothing.
void WriteAll(const std::string& directory, const std::vector<NewFile>& files) {
  const mapper::HoldInterrupts hold;
  std::string made = directory + ".XXXXXX";
  if (mkdtemp(made.data()) == nullptr) {
    throw mapper::Error(directory + ": cannot make the directory");
  }
  std::error_code ignored;
  try {
    for (const NewFile& file : files) {
      mapper::WriteFileAtomically(made + "/" + file.name, file.bytes);
    }
    std::filesystem::permissions(made, std::filesystem::perms(0755), ignored);
    // Fails when somebody else has put something there meanwhile.
    if (std::rename(made.c_str(), directory.c_str()) != 0) {
      throw mapper::Error(directory + ": cannot make the directory");
    }
    mapper::SyncDirectoryOf(directory);
  } catch (...) {
    std::filesystem::remove_all(made, ignored);
    throw;
  }
}

std::string Text(const Session& session, const mapper::Dataset& data,
                 const std::vector<mapper::MigratedTable>& tables) {
  using Align = mapper::TextTable::Align;
  mapper::TextTable table;
  table.AddColumn(session.Say("旧の表", "old table"));
  table.AddColumn(session.Say("新の表", "new table"));
  table.AddColumn(session.Say("引き継いだ行", "carried over"), 0,
                  Align::kRight);
  table.AddColumn(session.Say("見直す行", "to look at"), 0, Align::kRight);
  table.AddColumn(session.Say("計", "total"), 0, Align::kRight);
  std::size_t carried = 0;
  std::size_t left = 0;
  const auto row = [&](const std::string& a, const std::string& b,
                       std::size_t c, std::size_t l) {
    table.AddRow(
        {a, b, std::to_string(c), std::to_string(l), std::to_string(c + l)});
  };
  for (const mapper::MigratedTable& migrated : tables) {
    const std::size_t c = migrated.table.mappings.size();
    row(FileName(
            data.crosswalks[static_cast<std::size_t>(migrated.crosswalk)].file),
        TableName(data, migrated.table), c, migrated.left.size());
    carried += c;
    left += migrated.left.size();
  }
  table.AddRule();
  row(session.Say("合計", "total"), "", carried, left);
  return table.Render(1);
}

void RunMigrate(const MigrateOptions& options, Session& session) {
  std::string out = options.out;
  while (out.size() > 1 && out.back() == '/') out.pop_back();
  if (out.empty() || mapper::Exists(out)) {
    throw UsageError{
        session.Say("--out は、まだないフォルダの名前です（今あるものには"
                    "書きません）: ",
                    "--out names a directory that is not there yet; nothing "
                    "is written over: ") +
        options.out};
  }
  const auto [older, newer] =
      LoadEditions(session, options.older, options.newer, "");
  const mapper::Dataset& data = session.Data();
  for (const LoadedEdition* edition : {&older, &newer}) {
    if (edition->framework >= 0 &&
        !data.framework(edition->framework).controls.empty()) {
      continue;
    }
    throw UsageError{
        edition->edition.name +
        session.Say(
            ": migrate は、項目の一覧がデータにある基準どうしに使います",
            ": migrate takes frameworks of the data that have a "
            "catalogue")};
  }
  if (older.framework == newer.framework) {
    throw UsageError{session.Say("旧版と新版が同じ基準です: ",
                                 "the same framework twice: ") +
                     options.older};
  }
  const mapper::EditionDiff diff = DiffEditions(older.edition, newer.edition);
  const auto tables =
      MigrateTables(data, older.framework, newer.framework, diff);
  const std::string day = ToIso(CurrentDay());
  std::vector<NewFile> files;
  for (const mapper::MigratedTable& migrated : tables) {
    const mapper::Crosswalk& old =
        data.crosswalks[static_cast<std::size_t>(migrated.crosswalk)];
    files.push_back(
        {TableName(data, migrated.table),
         WriteTable(data, migrated.table,
                    Header(old, migrated, options.older, options.newer, day))});
  }
  // A table within one edition can have the name of another one.
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (std::size_t j = i + 1; j < files.size(); ++j) {
      if (files[i].name != files[j].name) continue;
      throw mapper::Error(session.Say("二つの表が同じ名前になります: ",
                                      "two tables would have one name: ") +
                          files[i].name);
    }
  }
  files.push_back({"worklist.csv",
                   session.Csv(options.output, [&, framework = older.framework,
                                                &n = newer.edition](
                                                   const mapper::View& view) {
                     return LeftRecords(data, framework, n, diff, tables, view);
                   })});
  std::size_t renumbered = 0;
  files.push_back({"renamed.tsv", Renamed(data, older.framework,
                                          newer.framework, diff, renumbered)});
  std::string summary = session.Say("■ 版の引き継ぎ　", "Migration  ") +
                        options.older + " → " + options.newer + "\n" +
                        Text(session, data, tables);
  if (!options.subject.org.empty()) {
    const mapper::ReportContext& context = session.Context(options.subject);
    const mapper::Assessments none;
    const mapper::Assessments& assessments =
        context.assessments == nullptr ? none : *context.assessments;
    const auto carry = [&, from = older.framework,
                        to = newer.framework](const mapper::View& view) {
      return CarryAnswers(data, from, to, diff, assessments, view);
    };
    const Answers answers = carry({session.language, false});
    files.push_back({"answers.csv",
                     session.Csv(options.output, [&](const mapper::View& view) {
                       return carry(view).records;
                     })});
    summary += session.Say("回答: 引き継いだ ", "answers: carried over ") +
               std::to_string(answers.records.rows.size()) +
               session.Say("、答え直す ", ", to answer again ") +
               std::to_string(answers.left) + session.Say("、計 ", ", total ") +
               std::to_string(answers.records.rows.size() + answers.left) +
               "\n";
  }
  summary += session.Say("番号だけ、または番号も変わった項目: ",
                         "controls under another number: ") +
             std::to_string(renumbered) + "\n";
  WriteAll(out, files);
  summary += session.Say("書いたファイル（", "files (") +
             mapper::Visible(options.out) + session.Say("）: ", "): ");
  for (std::size_t i = 0; i < files.size(); ++i) {
    summary += (i == 0 ? "" : " ") + files[i].name;
  }
  std::cout << summary
            << session.Say(
                   "\n次に: worklist.csv の行を新しい版と読み比べて表に足し、"
                   "kakehashi lint で点検する。",
                   "\nNext: read the rows of worklist.csv against the new "
                   "edition, add them to the tables, and run kakehashi lint.")
            << (options.subject.org.empty()
                    ? "\n"
                    : session.Say("回答は kakehashi assess import answers.csv"
                                  "、答え直す項目は kakehashi diff --impact\n",
                                  " Answers: kakehashi assess import "
                                  "answers.csv; those to give again: kakehashi "
                                  "diff --impact\n"));
}

}  // namespace

void AddMigrateCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<MigrateOptions>();
  CLI::App* command = app.add_subcommand(
      "migrate",
      session.Say("変わらない項目の対応表の行と回答を新しい版に引き継ぐ",
                  "carry rows and answers of unchanged controls over to a new "
                  "edition"));
  command
      ->add_option("old", options->older,
                   session.Say("旧版の基準", "framework of the old edition"))
      ->required()
      ->type_name("OLD");
  command
      ->add_option("new", options->newer,
                   session.Say("新版の基準", "framework of the new edition"))
      ->required()
      ->type_name("NEW");
  command
      ->add_option(
          "--out", options->out,
          session.Say("書き出すフォルダ（まだないもの）", "directory to make"))
      ->required()
      ->type_name("DIR");
  command
      ->add_option("--org", options->subject.org,
                   session.Say("団体のプロフィール(TOML)。回答も引き継ぐ",
                               "profile of the organisation (TOML): its "
                               "answers too"))
      ->type_name("PROFILE");
  AddStatusOption(*command, session, options->subject);
  AddCsvOptions(*command, session, options->output);
  command->callback([options, &session] { RunMigrate(*options, session); });
}

}  // namespace cli
