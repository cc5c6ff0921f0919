#include "cli/crosswalk_export.h"

#include <algorithm>
#include <iostream>

#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/report/ciso_assistant.h"
#include "mapper/report/csv_writer.h"
#include "mapper/report/dot.h"
#include "mapper/report/markdown.h"
#include "mapper/report/olir.h"
#include "mapper/report/tables.h"
#include "mapper/report/trestle.h"

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
  std::string out =
      "## " +
      mapper::MarkdownText(view.source->short_title(language) + " → " +
                           view.target->short_title(language)) +
      "\n\n" +
      MarkdownTable(CrosswalkRecords(context, source, target, options.derived,
                                     {language, false}),
                    language) +
      NotReviewed(session, *view.source, view.source_side);
  if (source != target) {
    out += NotReviewed(session, *view.target, view.target_side);
  }
  return out;
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
      "md", "olir", "ciso-assistant", "trestle", "dot"};
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
    bytes = Csv(options, OlirRecords(view, words), true, session);
  } else if (format == "trestle") {
    // The task takes a byte order mark for a part of the first column's name.
    bytes = Csv(options, TrestleRecords(view), false, session);
  } else if (format == "ciso-assistant") {
    bytes = WriteCisoMapping(view, session.language);
  } else if (format == "dot") {
    bytes = WriteDot(view, session.language);
  } else {
    bytes = Markdown(options, context, source, target, view, session);
  }
  WarnOfLoss(format, view, session);
  if (options.out.empty()) {
    std::cout << bytes;
  } else {
    mapper::WriteFileAtomically(options.out, bytes);
  }
}

}  // namespace cli
