#include "mapper/crosswalk/edition_impact.h"

#include <algorithm>

#include "mapper/crosswalk/table_text.h"

namespace mapper {
namespace {

std::size_t Index(int place) { return static_cast<std::size_t>(place); }

// The sides of a table that are of `framework`; both in a table within one.
struct Sides {
  bool source;
  bool target;
};

Sides SidesOf(const Crosswalk& table, int framework) {
  return {table.source == framework, table.target == framework};
}

// Carries one side over; false when it has to be looked at.
bool Carry(const EditionDiff& diff, std::vector<int>& side,
           std::vector<int>& changed) {
  std::vector<int> carried;
  for (const int control : side) {
    const EditionRow& row = diff.OfOld(control);
    if (row.SameDemands()) {
      carried.push_back(row.new_item);
    } else {
      changed.push_back(control);
    }
  }
  if (carried.size() != side.size()) return false;
  std::sort(carried.begin(), carried.end());
  side = std::move(carried);
  return true;
}

}  // namespace

std::vector<Impact> FindImpacts(const Dataset& dataset, int framework,
                                const EditionDiff& diff,
                                const Assessments* assessments) {
  const std::size_t size = dataset.framework(framework).controls.size();
  std::vector<Impact> all(size);
  for (std::size_t c = 0; c < dataset.crosswalks.size(); ++c) {
    const Crosswalk& table = dataset.crosswalks[c];
    const Sides of = SidesOf(table, framework);
    for (std::size_t r = 0; r < table.mappings.size(); ++r) {
      const RowRef row{static_cast<int>(c), static_cast<int>(r)};
      const auto add = [&all, &row](const std::vector<int>& side) {
        for (const int control : side) {
          auto& rows = all[Index(control)].rows;
          if (rows.empty() || !(rows.back() == row)) rows.push_back(row);
        }
      };
      if (of.source) add(table.mappings[r].sources);
      if (of.target) add(table.mappings[r].targets);
    }
  }
  std::vector<Impact> impacts;
  for (std::size_t i = 0; i < size; ++i) {
    if (diff.rows[i].SameDemands()) continue;
    all[i].item = static_cast<int>(i);
    if (assessments != nullptr) {
      const auto answer =
          assessments->find(ControlRef{framework, static_cast<int>(i)});
      if (answer != assessments->end()) all[i].answer = &answer->second;
    }
    impacts.push_back(std::move(all[i]));
  }
  return impacts;
}

std::vector<MigratedTable> MigrateTables(const Dataset& dataset, int older,
                                         int newer, const EditionDiff& diff) {
  std::vector<MigratedTable> tables;
  for (std::size_t c = 0; c < dataset.crosswalks.size(); ++c) {
    const Crosswalk& table = dataset.crosswalks[c];
    const Sides of = SidesOf(table, older);
    if (!of.source && !of.target) continue;
    // What the editions say of each other is no matter of one of them.
    if (table.source == newer || table.target == newer) continue;
    MigratedTable migrated;
    migrated.crosswalk = static_cast<int>(c);
    migrated.table.source = of.source ? newer : table.source;
    migrated.table.target = of.target ? newer : table.target;
    for (std::size_t r = 0; r < table.mappings.size(); ++r) {
      Mapping row = table.mappings[r];
      MigratedTable::Left left;
      left.row = static_cast<int>(r);
      bool carried = true;
      if (of.source) carried = Carry(diff, row.sources, left.controls);
      if (of.target) carried &= Carry(diff, row.targets, left.controls);
      // "No counterpart in the whole edition" speaks of all of it.
      const bool whole = (of.source && row.sources.empty()) ||
                         (of.target && row.targets.empty());
      if (carried && !whole) {
        migrated.table.mappings.push_back(std::move(row));
      } else {
        migrated.left.push_back(std::move(left));
      }
    }
    std::stable_sort(migrated.table.mappings.begin(),
                     migrated.table.mappings.end(), RowOrder);
    tables.push_back(std::move(migrated));
  }
  return tables;
}

}  // namespace mapper
