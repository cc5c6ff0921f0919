#include "cli/crosswalk_import.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <iostream>

#include "cli/streams.h"
#include "mapper/base/file.h"
#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/crosswalk_diff.h"
#include "mapper/report/imported_table.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

std::string BaseName(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::vector<std::string> Losses(const mapper::ImportedCrosswalk& imported) {
  std::vector<std::string> lines;
  for (const mapper::ImportLoss& loss : imported.losses) {
    lines.push_back(std::to_string(loss.count) + " x " + loss.what);
  }
  return lines;
}

void PrintLosses(const mapper::ImportedCrosswalk& imported,
                 const Session& session) {
  if (imported.losses.empty()) return;
  std::cerr << session.Say(
      "kakehashi: 取り込めないもの（数、内容、最初の場所）\n",
      "kakehashi: not kept (number, what, first place)\n");
  for (const mapper::ImportLoss& loss : imported.losses) {
    std::cerr << "  " << loss.count << " x " << mapper::Visible(loss.what)
              << "  (" << mapper::Visible(loss.where.file) << ':'
              << loss.where.line << ':' << loss.where.column << ")\n";
  }
}

mapper::CrosswalkFormat FormatOf(const std::string& file,
                                 const std::string& bytes,
                                 const std::string& as,
                                 const Session& session) {
  const auto& names = mapper::CrosswalkFormatNames();
  if (!as.empty()) {
    return static_cast<mapper::CrosswalkFormat>(
        std::find(names.begin(), names.end(), as) - names.begin());
  }
  const auto format = mapper::DetectCrosswalkFormat(file, bytes);
  if (!format) {
    throw UsageError{
        session.Say("対応表の形式が分かりません。--as で指定してください: ",
                    "cannot tell the format of the crosswalk; name it with "
                    "--as: ") +
        mapper::Join(names, " ")};
  }
  return *format;
}

// What was read, and how it stands to the stored table.
struct Comparison {
  mapper::Crosswalk file;
  std::vector<mapper::RowDifference> rows;
  std::array<std::size_t, 4> counts{};  // by RowState
  std::size_t losses = 0;
};

std::string Text(const CrosswalkImportOptions& options,
                 const Comparison& comparison, Session& session) {
  const mapper::Records records =
      DifferenceRecords(session.Data(), comparison.file, comparison.rows,
                        options.all, {session.language, false});
  std::string out;
  for (const auto& state : mapper::kRowStates) {
    out += std::string(out.empty() ? "" : session.Say("、", ", ")) +
           state.words.in(session.language) + " " +
           std::to_string(
               comparison.counts[static_cast<std::size_t>(state.value)]);
  }
  out += session.Say("、計 ", ", total ") +
         std::to_string(comparison.rows.size()) + "\n";
  if (!records.rows.empty()) {
    mapper::TextTable table;
    for (const mapper::Column& column : records.columns) {
      table.AddColumn(column.title.in(session.language), 28,
                      column.type == mapper::Column::Type::kNumber
                          ? mapper::TextTable::Align::kRight
                          : mapper::TextTable::Align::kLeft);
    }
    for (const auto& row : records.rows) table.AddRow(row);
    out += table.Render();
  }
  return out + session.Say("何も書き込んでいません（--check）。\n",
                           "Nothing was written (--check).\n");
}

void Check(const mapper::ImportedCrosswalk& imported, const std::string& format,
           const CrosswalkImportOptions& options, Session& session) {
  Comparison comparison;
  comparison.file = ToCrosswalk(session.Data(), imported);
  comparison.rows = CompareCrosswalks(
      comparison.file,
      mapper::StoredCrosswalk(session.Data(), comparison.file.source,
                              comparison.file.target));
  for (const mapper::RowDifference& row : comparison.rows) {
    ++comparison.counts[static_cast<std::size_t>(row.state)];
  }
  for (const mapper::ImportLoss& loss : imported.losses) {
    comparison.losses += loss.count;
  }
  OutputOptions output;
  output.format = format;
  session.Emit(
      output,
      [&](const mapper::View& view) {
        return DifferenceRecords(session.Data(), comparison.file,
                                 comparison.rows, options.all, view);
      },
      {{"same", {"", ""}, comparison.counts[0]},
       {"differs", {"", ""}, comparison.counts[1]},
       {"only_in_file", {"", ""}, comparison.counts[2]},
       {"only_in_table", {"", ""}, comparison.counts[3]},
       {"not_kept", {"", ""}, comparison.losses}},
      [&] { return Text(options, comparison, session); });
}

void CheckOptions(bool check, const std::string& format,
                  const CrosswalkImportOptions& options,
                  const Session& session) {
  if (check && !options.out.empty()) {
    throw UsageError{session.Say("--check と --out は一緒に使えません",
                                 "--check and --out exclude each other")};
  }
  if (!check && (format != "text" || options.all)) {
    throw UsageError{session.Say("--format と --all は --check と使います",
                                 "--format and --all go with --check")};
  }
  if ((options.basis == "official") != !options.source.empty()) {
    throw UsageError{session.Say(
        "--basis official には、どの公表資料かを --source TEXT で書きます",
        "--basis official goes with --source TEXT, which names the "
        "publication")};
  }
}

}  // namespace

void AddCrosswalkImportOptions(CLI::App& command, const Session& session,
                               CrosswalkImportOptions& options) {
  command
      .add_option("--crosswalk", options.pair,
                  session.Say("対応表として読む。元と先の基準",
                              "read a crosswalk between these frameworks"))
      ->delimiter(',')
      ->expected(2)
      ->type_name("A,B");
  command
      .add_option("--as", options.as,
                  session.Say("対応表の形式（既定は中身で判断）",
                              "format of the crosswalk (default: by content)"))
      ->check(CLI::IsMember(mapper::CrosswalkFormatNames()));
  command
      .add_option("--out", options.out,
                  session.Say("対応表を書くファイル（既定は標準出力）",
                              "table to write (default: standard output)"))
      ->type_name("TABLE.tsv");
  command
      .add_option("--basis", options.basis,
                  session.Say("取り込む行の出どころ", "basis of the rows"))
      ->check(CLI::IsMember({"project", "official"}));
  command
      .add_option(
          "--source", options.source,
          session.Say("official の典拠", "the publication, of official"))
      ->type_name("TEXT");
  command.add_flag("--all", options.all,
                   session.Say("--check で同じ行も示す",
                               "with --check, list equal rows too"));
}

std::optional<CrosswalkFile> ReadCrosswalkFile(
    const std::string& file, const std::vector<std::string>& pair,
    const std::string& as, Session& session) {
  const int source = session.Framework(pair[0]);
  const int target = session.Framework(pair[1]);
  CrosswalkFile read;
  read.bytes = mapper::ReadFile(file);
  read.format = FormatOf(file, read.bytes, as, session);
  mapper::Diagnostics diagnostics;
  read.imported =
      ReadCrosswalkDocument(file, read.bytes, read.format, session.Data(),
                            source, target, diagnostics);
  if (!diagnostics.has_errors() && read.imported.rows.empty()) {
    diagnostics.Error(
        "import-empty", {file, 0, 0},
        "no row between " + pair[0] + " and " + pair[1] + " was found");
  }
  const bool bad = diagnostics.has_errors();
  session.Print(std::move(diagnostics));
  PrintLosses(read.imported, session);
  if (!bad) return read;
  session.status = kFindings;
  std::cerr << session.Say("kakehashi: 誤りがあるため、何も書いていません\n",
                           "kakehashi: errors: nothing was written\n");
  return {};
}

void RunCrosswalkImport(const std::string& file, bool check,
                        const std::string& format,
                        const CrosswalkImportOptions& options,
                        Session& session) {
  CheckOptions(check, format, options, session);
  const auto read = ReadCrosswalkFile(file, options.pair, options.as, session);
  if (!read) return;
  const mapper::ImportedCrosswalk& imported = read->imported;
  if (check) {
    Check(imported, format, options, session);
    return;
  }
  const auto official = std::count_if(
      imported.rows.begin(), imported.rows.end(),
      [](const auto& row) { return row.basis == mapper::Basis::kOfficial; });
  if (official > 0 && options.source.empty()) {
    std::cerr << session.Say(
                     "kakehashi: ファイルが official と呼ぶ行を project にしま"
                     "した（典拠は --basis official --source TEXT）: ",
                     "kakehashi: rows that the file calls official became "
                     "project (see --basis official --source TEXT): ")
              << official << '\n';
  }
  mapper::ImportOrigin origin;
  origin.file = BaseName(file);
  origin.format = ToString(read->format);
  origin.sha256 = mapper::Sha256Hex(read->bytes);
  origin.source = options.source;
  origin.about = imported.about;
  origin.losses = Losses(imported);
  const std::string table = WriteImportedTable(
      session.Data(), ToCrosswalk(session.Data(), imported), origin);
  if (options.out.empty()) {
    WriteData(table);
    return;
  }
  mapper::WriteFileAtomically(options.out, table);
  session.Remark() << imported.rows.size()
                   << session.Say(
                          " 行を書きました。次は内容の検査: kakehashi lint ",
                          " rows written. Next: kakehashi lint ")
                   << mapper::Visible(options.out) << '\n';
  const std::string wanted =
      imported.source_framework + "--" + imported.target_framework + ".tsv";
  if (BaseName(options.out) != wanted) {
    session.Remark() << session.Say("対応表として読まれるファイル名: ",
                                    "to be read as a crosswalk, name it: ")
                     << wanted << '\n';
  }
}

}  // namespace cli
