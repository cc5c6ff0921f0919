#include "mapper/parse/regime_table.h"

#include <optional>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/parse/expression.h"
#include "mapper/parse/table.h"

namespace mapper {
namespace {

enum Column : std::size_t {
  kFramework,
  kApplies,
  kScope,
  kMinistry,
  kBasis,
  kFrom,
  kUntil,
  kSubmit,
  kNote
};

void ReadFramework(const Table& table, const TableRow& row,
                   const Dataset& dataset, Regime& regime,
                   Diagnostics& diagnostics) {
  const std::string_view cell = row.cells[kFramework];
  const std::size_t colon = cell.find(':');
  regime.framework = std::string(cell.substr(0, colon));
  const int index = dataset.FindFramework(regime.framework);
  if (index < 0) {
    std::vector<std::string> known;
    for (const Framework& f : dataset.frameworks) known.push_back(f.id);
    const std::string nearest = Nearest(regime.framework, known);
    table.Error(
        diagnostics, "unknown-framework", row, kFramework,
        "unknown framework '" + regime.framework + "'" +
            (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
    return;
  }
  if (colon == std::string_view::npos) return;
  for (const std::string_view id : Split(cell.substr(colon + 1), '+')) {
    if (dataset.framework(index).Find(id) < 0) {
      table.Error(
          diagnostics, "unknown-control", row, kFramework,
          "unknown control '" + std::string(id) + "' of " + regime.framework);
    }
    regime.roots.emplace_back(id);
  }
}

std::optional<Date> ReadDay(const Table& table, const TableRow& row,
                            std::size_t cell, Diagnostics& diagnostics) {
  if (row.cells[cell] == "-") return {};
  auto date = ParseDate(row.cells[cell]);
  if (!date) {
    table.Error(diagnostics, "date-invalid", row, cell,
                "expected a date such as 2027-07-01, or '-'");
  }
  return date;
}

}  // namespace

std::vector<Regime> ReadRegimes(const std::string& file, std::string text,
                                const Dataset& dataset,
                                Diagnostics& diagnostics) {
  const Table table(file, std::move(text),
                    {"framework", "applies", "scope", "ministry", "basis",
                     "from", "until", "submit", "note"},
                    diagnostics);
  std::vector<Regime> regimes;
  for (const TableRow& row : table.rows()) {
    Regime regime;
    regime.file = file;
    regime.line = row.line;
    ReadFramework(table, row, dataset, regime, diagnostics);
    if (auto applies =
            ParseExpression(row.cells[kApplies], table.Place(row, kApplies),
                            row.text, diagnostics)) {
      regime.applies = std::move(*applies);
    }
    regime.scope = CellText(row.cells[kScope]);
    regime.ministry = CellText(row.cells[kMinistry]);
    regime.basis = CellText(row.cells[kBasis]);
    regime.from = ReadDay(table, row, kFrom, diagnostics);
    regime.until = ReadDay(table, row, kUntil, diagnostics);
    if (regime.from && regime.until && *regime.until < *regime.from) {
      table.Error(diagnostics, "date-order", row, kUntil,
                  "until is before from");
    }
    if (regime.basis.empty()) {
      table.Error(diagnostics, "regime-basis", row, kBasis,
                  "a regime without its basis in words");
    }
    regime.submit = CellText(row.cells[kSubmit]);
    regime.note = CellText(row.cells[kNote]);
    regimes.push_back(std::move(regime));
  }
  return regimes;
}

}  // namespace mapper
