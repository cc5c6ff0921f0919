#include "mapper/crosswalk/crosswalk_diff.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "mapper/crosswalk/table_text.h"

namespace mapper {

const std::array<Name<RowState>, 4> kRowStates = {
    {{RowState::kSame, "same", {"同じ", "same"}},
     {RowState::kDiffers, "differs", {"違う", "differs"}},
     {RowState::kOnlyInFile, "only-in-file", {"ファイルだけ", "only in file"}},
     {RowState::kOnlyInTable, "only-in-table", {"表だけ", "only in table"}}}};

Crosswalk StoredCrosswalk(const Dataset& dataset, int source, int target) {
  if (const Crosswalk* stored = dataset.FindCrosswalk(source, target)) {
    return *stored;
  }
  if (const Crosswalk* stored = dataset.FindCrosswalk(target, source)) {
    return TurnRound(*stored);
  }
  Crosswalk none;
  none.source = source;
  none.target = target;
  return none;
}

Crosswalk TurnRound(Crosswalk table) {
  std::swap(table.source, table.target);
  std::swap(table.complete_source, table.complete_target);
  for (Mapping& mapping : table.mappings) {
    std::swap(mapping.sources, mapping.targets);
    mapping.relation = Inverse(mapping.relation);
  }
  std::sort(table.mappings.begin(), table.mappings.end(), RowOrder);
  return table;
}

std::vector<RowDifference> CompareCrosswalks(const Crosswalk& file,
                                             const Crosswalk& table) {
  using Key = std::tuple<bool, std::vector<int>, std::vector<int>>;
  std::map<Key, RowDifference> rows;
  const auto key = [](const Mapping& m) {
    return Key(m.sources.empty(), m.sources, m.targets);
  };
  for (const Mapping& m : file.mappings) rows[key(m)].file = m;
  for (const Mapping& m : table.mappings) rows[key(m)].table = m;
  std::vector<RowDifference> differences;
  for (auto& [at, row] : rows) {
    if (!row.file) {
      row.state = RowState::kOnlyInTable;
    } else if (!row.table) {
      row.state = RowState::kOnlyInFile;
    } else {
      row.relation = row.file->relation != row.table->relation;
      row.confidence = row.file->confidence != row.table->confidence;
      row.basis = row.file->basis != row.table->basis;
      row.rationale = row.file->rationale != row.table->rationale;
      row.state = row.relation || row.confidence || row.basis || row.rationale
                      ? RowState::kDiffers
                      : RowState::kSame;
    }
    differences.push_back(std::move(row));
  }
  return differences;
}

}  // namespace mapper
