#include "cli/crosswalk_export.h"

#include <algorithm>
#include <iostream>

#include "cli/source_date.h"
#include "cli/streams.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/crosswalk_diff.h"
#include "mapper/crosswalk/review.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/report/ciso_assistant.h"
#include "mapper/report/csv_writer.h"
#include "mapper/report/dot.h"
#include "mapper/report/markdown.h"
#include "mapper/report/olir.h"
#include "mapper/report/oscal_mapping.h"
#include "mapper/report/tables.h"
#include "mapper/report/trestle.h"
#include "mapper/report/xlsx_writer.h"

namespace cli {
namespace {

std::string Csv(const CrosswalkOptions& options, const mapper::Records& records,
                bool bom, const Session& session) {
  mapper::CsvOptions csv;
  csv.bom = bom && !options.output.no_bom;
  csv.cp932 = options.output.encoding == "cp932";
  std::string unmappable;
  std::string bytes =
      WriteCsv(records, {session.language, /*machine=*/true}, csv, unmappable);
  session.WarnOfUnmappable(unmappable);
  return bytes;
}

std::string NotReviewed(const Session& session,
                        const mapper::Framework& framework,
                        const mapper::Absence& side) {
  std::vector<std::string> ids;
  for (const int control : side.not_reviewed) {
    ids.push_back(framework.controls[static_cast<std::size_t>(control)].id);
  }
  return "\n" +
         mapper::MarkdownText(framework.id +
                              session.Say(" の未検討 ", ", not reviewed: ") +
                              std::to_string(ids.size())) +
         (ids.empty() ? ""
                      : ": " + mapper::MarkdownText(mapper::Join(ids, ", "))) +
         "\n";
}

std::string Markdown(const CrosswalkOptions& options,
                     const mapper::ReportContext& context, int source,
                     int target, const mapper::CrosswalkView& view,
                     const Session& session) {
  const mapper::Language language = session.language;
  mapper::Records records = CrosswalkRecords(
      context, source, target, options.derived, {language, false});
  // The column for the user's marks is for tables that have some.
  if (std::all_of(records.rows.begin(), records.rows.end(),
                  [](const auto& row) { return row.back().empty(); })) {
    records.columns.pop_back();
    for (auto& row : records.rows) row.pop_back();
  }
  std::string out =
      "## " +
      mapper::MarkdownText(view.source->short_title(language) + " → " +
                           view.target->short_title(language)) +
      "\n\n" + MarkdownTable(records, language) +
      NotReviewed(session, *view.source, view.source_side);
  if (source != target) {
    out += NotReviewed(session, *view.target, view.target_side);
  }
  return out;
}

std::string Oscal(const CrosswalkOptions& options,
                  const mapper::ReportContext& context, int source, int target,
                  const Session& session) {
  std::string text = mapper::WriteOscalMapping(
      context, source, target, {options.derived, SourceDate(session)});
  if (text.empty()) {
    throw UsageError{
        std::string(session.Say(
            "この二つの基準の間には、項目どうしの対応の行がありません。OSCAL "
            "の対応表は一行以上が必要です",
            "no row maps a control of one to a control of the other, and an "
            "OSCAL mapping needs one")) +
        (options.derived
             ? ""
             : session.Say("（--derived で証明できる関係も書けます）",
                           " (--derived also writes what is proved)"))};
  }
  return text;
}

// Our own table, with the decisions of the user in its rows and in its header.
std::string Table(const CrosswalkOptions& options, int source, int target,
                  Session& session) {
  if (options.derived) {
    throw UsageError{session.Say(
        "--derived の関係は証明であって、表の行にはなりません（--format tsv）",
        "what --derived proves is no row of a table (--format tsv)")};
  }
  const mapper::Crosswalk table =
      mapper::StoredCrosswalk(session.Data(), source, target);
  if (table.mappings.empty() && table.decisions.empty()) {
    throw UsageError{session.Say("この二つの基準の対応表はありません",
                                 "there is no crosswalk between these two")};
  }
  return WriteTable(
      session.Data(), table,
      mapper::DecidedHeader(table, "kakehashi " KAKEHASHI_VERSION));
}

mapper::SheetColumn TextColumn(const char* title) {
  mapper::SheetColumn column;
  column.title = title;
  return column;
}

std::string OlirWorkbook(const mapper::CrosswalkView& view,
                         const mapper::Records& records,
                         const Session& session) {
  mapper::Workbook workbook;
  workbook.language = session.language;
  workbook.title = view.source->id + " - " + view.target->id;
  mapper::Sheet general;
  general.name = "General Information";
  general.columns = {TextColumn("Field"), TextColumn("Value")};
  general.autofilter = false;
  for (auto& [field, value] : OlirGeneralInformation(view, KAKEHASHI_VERSION)) {
    general.rows.push_back({field, value});
  }
  mapper::Sheet relationships;
  relationships.name = "Relationships";
  for (const mapper::Column& column : records.columns) {
    relationships.columns.push_back(TextColumn(column.machine));
  }
  relationships.rows = records.rows;
  relationships.frozen_columns = 1;
  workbook.sheets = {std::move(general), std::move(relationships)};
  mapper::Diagnostics diagnostics;
  std::string bytes = WriteXlsx(workbook, diagnostics);
  session.Print(std::move(diagnostics));
  return bytes;
}

// Formats of pairs have no place for what is no pair.
void WarnOfLoss(const std::string& format, const mapper::CrosswalkView& view,
                const Session& session) {
  std::size_t targets = 0;
  std::size_t sources = 0;
  for (const mapper::CrosswalkViewRow& row : view.rows) {
    if (row.sources.empty()) ++targets;
    if (row.targets.empty()) ++sources;
  }
  if (format == "olir") sources = 0;  // focal elements stay as empty rows
  if (format != "olir" && format != "ciso-assistant") return;
  if (sources + targets == 0) return;
  std::cerr << session.Say("kakehashi: この形式には書けません: 対応なしの行 ",
                           "kakehashi: this format cannot hold rows without "
                           "counterpart: ")
            << sources + targets << session.Say(" 件", "") << '\n';
}

}  // namespace

const std::vector<std::string>& InterchangeFormats() {
  static const std::vector<std::string> kFormats = {
      "md", "oscal", "olir", "ciso-assistant", "trestle", "dot", "tsv"};
  return kFormats;
}

bool IsInterchangeFormat(const std::string& format) {
  const auto& formats = InterchangeFormats();
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

void RunExport(const CrosswalkOptions& options,
               const mapper::ReportContext& context, int source, int target,
               Session& session) {
  const std::string& format = options.output.format;
  const mapper::CrosswalkView view =
      MakeCrosswalkView(context, source, target, options.derived);
  const mapper::View words{session.language, /*machine=*/true};
  const bool xlsx = mapper::EndsWith(options.out, ".xlsx");
  if (xlsx && format != "olir") {
    throw UsageError{session.Say(".xlsx に書けるのは --format olir だけです",
                                 "only --format olir is written as .xlsx")};
  }
  std::string bytes;
  if (format == "olir") {
    const mapper::Records records = OlirRecords(view, words);
    bytes = xlsx ? OlirWorkbook(view, records, session)
                 : Csv(options, records, true, session);
  } else if (format == "oscal") {
    bytes = Oscal(options, context, source, target, session);
  } else if (format == "trestle") {
    // The task takes a byte order mark for a part of the first column's name.
    bytes = Csv(options, TrestleRecords(view), false, session);
  } else if (format == "ciso-assistant") {
    bytes = WriteCisoMapping(view, session.language);
  } else if (format == "tsv") {
    bytes = Table(options, source, target, session);
  } else if (format == "dot") {
    bytes = WriteDot(view, session.language);
  } else {
    bytes = Markdown(options, context, source, target, view, session);
  }
  WarnOfLoss(format, view, session);
  if (options.out.empty()) {
    WriteData(bytes);
  } else {
    mapper::WriteFileAtomically(options.out, bytes);
    std::cout << session.Say("書き出した先: ", "Written to: ")
              << mapper::Visible(options.out) << '\n';
  }
}

}  // namespace cli
