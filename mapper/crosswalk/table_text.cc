#include "mapper/crosswalk/table_text.h"

#include <tuple>

#include "mapper/base/guard.h"
#include "mapper/base/text.h"

namespace mapper {

std::string SideText(const Framework& framework, const std::vector<int>& side) {
  std::string text;
  for (const int control : side) {
    if (!text.empty()) text += '+';
    text += framework.controls[static_cast<std::size_t>(control)].id;
  }
  return text;
}

std::string SideCell(const Framework& framework, const std::vector<int>& side) {
  return side.empty() ? "-" : SideText(framework, side);
}

bool RowOrder(const Mapping& a, const Mapping& b) {
  return std::tuple(a.sources.empty(), a.sources, a.targets) <
         std::tuple(b.sources.empty(), b.sources, b.targets);
}

std::string RowText(const Dataset& dataset, const Crosswalk& table,
                    const Mapping& row) {
  return SideCell(dataset.framework(table.source), row.sources) + "\t" +
         ToString(row.relation) + "\t" +
         SideCell(dataset.framework(table.target), row.targets) + "\t" +
         ToString(row.confidence) + "\t" + ToString(row.basis) + "\t" +
         row.rationale;
}

const char* CompleteWord(const Crosswalk& table) {
  if (table.complete_source) return table.complete_target ? "both" : "source";
  return table.complete_target ? "target" : "no";
}

std::string WriteTable(const Dataset& dataset, const Crosswalk& table,
                       const std::vector<std::string>& about) {
  const Framework& source = dataset.framework(table.source);
  const Framework& target = dataset.framework(table.target);
  std::string out = "# Crosswalk: " + Visible(source.title_ja) + " (" +
                    source.id + ") -> " + Visible(target.title_ja) + " (" +
                    target.id + ")\n#\n";
  for (const std::string& line : about) out += "# " + Visible(line) + "\n";
  out += std::string("# Complete: ") + CompleteWord(table) +
         "\n#\n#source\trelation\ttarget\tconfidence\tbasis\trationale\n";
  for (Mapping row : table.mappings) {
    row.rationale = Guarded(row.rationale);
    out += RowText(dataset, table, row) + "\n";
  }
  return out;
}

}  // namespace mapper
