#include "mapper/parse/crosswalk_document.h"

#include <algorithm>
#include <utility>

#include "mapper/base/encoding.h"
#include "mapper/base/text.h"
#include "mapper/parse/ciso_assistant.h"
#include "mapper/parse/crosswalk_sheets.h"
#include "mapper/parse/import_rows.h"
#include "mapper/parse/oscal_mapping.h"
#include "mapper/parse/table.h"
#include "mapper/parse/xlsx_reader.h"

namespace mapper {
namespace {

// As ReadCrosswalk wants them; here ids may be written as in other files.
ImportedCrosswalk ReadTable(const std::string& file, std::string text,
                            const Dataset& dataset, int source, int target,
                            Diagnostics& diagnostics) {
  ImportRows rows(dataset, source, target, diagnostics);
  const Table table(
      file, std::move(text),
      {"source", "relation", "target", "confidence", "basis", "rationale"},
      diagnostics);
  for (const auto& [line, comment] : table.comments()) {
    if (!StartsWith(comment, "Complete:")) continue;
    const std::string_view word = Trim(comment.substr(9));
    rows.result().complete_source = word == "source" || word == "both";
    rows.result().complete_target = word == "target" || word == "both";
  }
  for (const TableRow& row : table.rows()) {
    if (rows.full()) break;
    // A row is a statement, but for its tabs.
    RowStatement statement;
    for (const auto& [cell, side] :
         {std::make_pair(std::size_t{0}, &statement.sources),
          std::make_pair(std::size_t{2}, &statement.targets)}) {
      if (row.cells[cell] == "-") continue;
      for (const std::string_view id : Split(row.cells[cell], '+')) {
        side->emplace_back(id);
      }
    }
    statement.relation = row.cells[1];
    statement.confidence = row.cells[3];
    statement.basis = row.cells[4];
    statement.rationale = CellText(row.cells[5]);
    if (!FindName(kRelations, statement.relation)) {
      rows.Error("import-relation", table.Place(row, 1),
                 "unknown relation " + Quoted(statement.relation));
      continue;
    }
    rows.AddStatement(statement, table.Place(row, 0));
  }
  return std::move(rows.result());
}

// The sheets of a workbook, those first that people see; of CSV there is one.
std::vector<Grid> Grids(const std::string& file, std::string_view bytes,
                        Diagnostics& diagnostics) {
  std::vector<Grid> grids;
  if (!LooksLikeXlsx(bytes)) {
    grids.emplace_back(file, ReadCsv(file, bytes, diagnostics));
    return grids;
  }
  std::vector<XlsxSheet> sheets = ReadXlsx(file, bytes, diagnostics);
  std::stable_partition(sheets.begin(), sheets.end(),
                        [](const XlsxSheet& sheet) { return !sheet.hidden; });
  for (XlsxSheet& sheet : sheets) {
    grids.emplace_back(file + "!" + sheet.name, std::move(sheet.rows));
  }
  return grids;
}

ImportedCrosswalk ReadGrid(const std::string& file, std::string_view bytes,
                           CrosswalkFormat format, const Dataset& dataset,
                           int source, int target, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  std::vector<Grid> grids = Grids(file, bytes, diagnostics);
  if (diagnostics.error_count() != errors) return {};
  if (grids.empty()) grids.emplace_back(file, std::vector<CsvRow>());
  const auto is = format == CrosswalkFormat::kOlir      ? IsOlir
                  : format == CrosswalkFormat::kTrestle ? IsTrestle
                                                        : IsListing;
  const auto read = format == CrosswalkFormat::kOlir      ? ReadOlir
                    : format == CrosswalkFormat::kTrestle ? ReadTrestle
                                                          : ReadListing;
  Grid* chosen = nullptr;
  std::vector<ImportLoss> others;
  for (Grid& grid : grids) {
    if (!is(grid)) continue;
    if (chosen == nullptr) {
      chosen = &grid;
    } else {
      others.push_back({grid.Start(), "another sheet with these columns"});
    }
  }
  if (chosen == nullptr) chosen = &grids[0];
  ImportedCrosswalk imported =
      read(*chosen, dataset, source, target, diagnostics);
  LossBook losses(imported.losses);
  for (const ImportLoss& loss : others) losses.Add(loss.what, loss.where);
  return imported;
}

std::vector<int> Places(const Framework& framework,
                        const std::vector<std::string>& ids) {
  std::vector<int> places;
  for (const std::string& id : ids) places.push_back(framework.Find(id));
  return places;
}

}  // namespace

const std::vector<std::string>& CrosswalkFormatNames() {
  static const std::vector<std::string> kNames = {
      "oscal", "olir", "ciso-assistant", "trestle", "csv", "tsv"};
  return kNames;
}

const char* ToString(CrosswalkFormat format) {
  return CrosswalkFormatNames()[static_cast<std::size_t>(format)].c_str();
}

std::optional<CrosswalkFormat> DetectCrosswalkFormat(const std::string& file,
                                                     std::string_view bytes) {
  Diagnostics ignored;  // said when the file is read as what it is
  if (LooksLikeXlsx(bytes)) return CrosswalkFormat::kOlir;
  const std::string text = DecodeText(file, bytes, ignored);
  const std::string_view body = Trim(text);
  if (StartsWith(body, "{")) return CrosswalkFormat::kOscal;
  if (text.find("\n#source\trelation\ttarget\t") != std::string::npos ||
      StartsWith(text, "#source\trelation\ttarget\t")) {
    return CrosswalkFormat::kTsv;
  }
  // The first lines are enough to see a header.
  constexpr std::size_t kHead = 65536;
  const Grid grid(file, ReadCsv(file, text.substr(0, kHead), ignored));
  if (IsOlir(grid)) return CrosswalkFormat::kOlir;
  if (IsTrestle(grid)) return CrosswalkFormat::kTrestle;
  if (IsListing(grid)) return CrosswalkFormat::kCsv;
  if (LooksLikeCisoLibrary(text)) return CrosswalkFormat::kCisoAssistant;
  return {};
}

ImportedCrosswalk ReadCrosswalkDocument(const std::string& file,
                                        std::string_view bytes,
                                        CrosswalkFormat format,
                                        const Dataset& dataset, int source,
                                        int target, Diagnostics& diagnostics) {
  ImportedCrosswalk imported;
  switch (format) {
    case CrosswalkFormat::kOscal:
      imported = ReadOscalMapping(
          file, bytes, dataset,
          {dataset.framework(source).id, dataset.framework(target).id},
          diagnostics);
      break;
    case CrosswalkFormat::kCisoAssistant:
      imported = ReadCisoMapping(file, DecodeText(file, bytes, diagnostics),
                                 dataset, source, target, diagnostics);
      break;
    case CrosswalkFormat::kTsv:
      imported = ReadTable(file, std::string(bytes), dataset, source, target,
                           diagnostics);
      break;
    case CrosswalkFormat::kOlir:
    case CrosswalkFormat::kTrestle:
    case CrosswalkFormat::kCsv:
      imported =
          ReadGrid(file, bytes, format, dataset, source, target, diagnostics);
      break;
  }
  PutInOrder(dataset, imported, diagnostics);
  return imported;
}

Crosswalk ToCrosswalk(const Dataset& dataset,
                      const ImportedCrosswalk& imported) {
  Crosswalk crosswalk;
  crosswalk.source = dataset.FindFramework(imported.source_framework);
  crosswalk.target = dataset.FindFramework(imported.target_framework);
  crosswalk.complete_source = imported.complete_source;
  crosswalk.complete_target = imported.complete_target;
  if (crosswalk.source < 0 || crosswalk.target < 0) return crosswalk;
  for (const ImportedRow& row : imported.rows) {
    Mapping mapping;
    mapping.sources = Places(dataset.framework(crosswalk.source), row.sources);
    mapping.relation = row.relation;
    mapping.targets = Places(dataset.framework(crosswalk.target), row.targets);
    mapping.confidence = row.confidence;
    mapping.basis = row.basis;
    mapping.rationale = row.rationale;
    mapping.line = row.where.line;
    crosswalk.mappings.push_back(std::move(mapping));
  }
  return crosswalk;
}

}  // namespace mapper
