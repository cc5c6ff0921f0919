#include <utility>

#include "mapper/base/text.h"
#include "mapper/model/trestle_columns.h"
#include "mapper/parse/crosswalk_sheets.h"
#include "mapper/parse/import_rows.h"
#include "mapper/parse/sheet_rows.h"

namespace mapper {
namespace {

using sheet_rows::LoseCell;
using sheet_rows::LoseOthers;
using sheet_rows::MissesHeader;
using sheet_rows::Names;

bool HasTrestleHeader(Grid& grid) {
  return grid.FindHeader(
      Names(kTrestleColumns),
      {kTrestleSourceIds, kTrestleTargetIds, kTrestleRelationship});
}

// The framework of the dataset that a path names: "catalogs/csf-2.0/x.json".
int FrameworkIn(const Dataset& dataset, const std::string& resource) {
  for (const std::string_view part : Split(resource, '/')) {
    const int framework = dataset.FindFramework(part);
    if (framework >= 0) return framework;
  }
  return -1;
}

// Whether a cell lists nothing but controls of one of the two frameworks.
bool NamesControls(const std::string& list, const ControlFinder& a,
                   const ControlFinder& b) {
  bool some = false;
  for (const std::string_view part : Split(list, ' ')) {
    if (part.empty()) continue;
    const std::string name(part);
    if (a.Find(name) < 0 && b.Find(name) < 0) return false;
    some = true;
  }
  return some;
}

// The second row holds descriptions of the columns, unless it is one of data:
// by its word, or, where the word is wrong or missing, by its controls.
bool HasDescriptions(const Grid& grid, const Dataset& dataset, int source,
                     int target) {
  PairRelation word = PairRelation::kEqual;
  if (grid.size() == 0 ||
      ReadPairWord(grid.Text(0, kTrestleRelationship), word)) {
    return false;
  }
  const ControlFinder a(dataset.framework(source));
  const ControlFinder b(dataset.framework(target));
  return !NamesControls(grid.Text(0, kTrestleSourceIds), a, b) &&
         !NamesControls(grid.Text(0, kTrestleTargetIds), a, b);
}

class TrestleReader {
 public:
  TrestleReader(const Grid& grid, ImportRows& rows)
      : grid_(grid), rows_(rows) {}

  void Read(std::size_t row) {
    row_ = row;
    ImportedRow out;
    out.where = grid_.Where(row, kTrestleSourceIds);
    const std::string exact = Text(kTrestleExactRelation);
    if (exact == kTrestleNotReviewed) return;
    bool good = Ids(kTrestleSourceIds, true, out.sources);
    good &= Ids(kTrestleTargetIds, false, out.targets);
    LoseCell(grid_, row, kTrestleConfidence, "confidence score", rows_);
    LoseCell(grid_, row, kTrestleCoverage, "coverage", rows_);
    LoseOthers(grid_, row, rows_);
    const std::string word = Text(kTrestleRelationship);
    if (word.empty() && exact != ToString(Relation::kNoRelationship)) {
      rows_.Loss(out.where, "gap without relationship: read as not reviewed");
      return;
    }
    if (!exact.empty() && Text(kTrestleBasis).empty() &&
        !Text(kTrestleProof).empty()) {
      rows_.Loss(out.where,
                 "rows that were derived: the tables prove them again");
      return;
    }
    good &= ReadRelation(word, exact, out.relation);
    if (good) good = Words(out);
    if (good) rows_.AddRow(std::move(out));
  }

 private:
  std::string Text(std::size_t column) const {
    return grid_.Text(row_, column);
  }
  SourceLocation Where(std::size_t column) const {
    return grid_.Where(row_, column);
  }

  bool Ids(std::size_t column, bool source, std::vector<std::string>& ids) {
    bool good = true;
    const std::string list = Text(column);
    for (const std::string_view name : Split(list, ' ')) {
      if (name.empty()) continue;
      const SourceLocation where = Where(column);
      std::string id = source ? rows_.SourceId(std::string(name), where)
                              : rows_.TargetId(std::string(name), where);
      good = good && !id.empty();
      ids.push_back(std::move(id));
    }
    return good;
  }

  bool ReadRelation(const std::string& word, const std::string& exact,
                    Relation& relation) {
    PairRelation pair = PairRelation::kNotRelated;
    if (!word.empty() && !ReadPairWord(word, pair)) {
      rows_.Error("import-relation", Where(kTrestleRelationship),
                  "unknown relationship " + Quoted(word));
      return false;
    }
    const auto own = FindName(kRelations, exact.empty() ? word : exact);
    if (!own) {
      rows_.Error(
          "import-relation",
          Where(exact.empty() ? kTrestleRelationship : kTrestleExactRelation),
          "unknown relation " + Quoted(exact.empty() ? word : exact));
      return false;
    }
    if (PairWord(ToSet(*own)) != pair) {
      rows_.Error("import-relation", Where(kTrestleRelationship),
                  "the relationship is " + Quoted(word) + ", but " +
                      kTrestleColumns[kTrestleExactRelation] + " says " +
                      Quoted(exact) + "; correct one");
      return false;
    }
    relation = *own;
    return true;
  }

  bool Words(ImportedRow& out) {
    const std::string confidence = Text(kTrestleExactConfidence);
    const std::string basis = Text(kTrestleBasis);
    out.rationale = Text(kTrestleRationale);
    if (!confidence.empty()) {
      const auto found = FindName(kConfidences, confidence);
      if (!found) return Unknown(kTrestleExactConfidence, confidence);
      out.confidence = *found;
    }
    if (!basis.empty()) {
      const auto found = FindName(kBases, basis);
      if (!found) return Unknown(kTrestleBasis, basis);
      out.basis = *found;
    }
    return true;
  }

  bool Unknown(std::size_t column, const std::string& word) {
    rows_.Error("unknown-word", Where(column), "unknown word " + Quoted(word));
    return false;
  }

  const Grid& grid_;
  ImportRows& rows_;
  std::size_t row_ = 0;
};

}  // namespace

ImportedCrosswalk ReadTrestle(Grid& grid, const Dataset& dataset, int source,
                              int target, Diagnostics& diagnostics) {
  if (MissesHeader(HasTrestleHeader(grid), "csv-to-oscal-mc", grid,
                   diagnostics)) {
    return {};
  }
  const std::size_t first =
      HasDescriptions(grid, dataset, source, target) ? 1 : 0;
  const auto framework = [&](std::size_t row, std::size_t column) {
    return FrameworkIn(dataset, grid.Text(row, column));
  };
  const bool turned = source != target && grid.size() > first &&
                      framework(first, kTrestleSource) == target &&
                      framework(first, kTrestleTarget) == source;
  if (turned) std::swap(source, target);
  ImportRows rows(dataset, source, target, diagnostics);
  TrestleReader reader(grid, rows);
  for (std::size_t r = first; r < grid.size() && !rows.full(); ++r) {
    bool good = true;
    for (const auto& [column, own] : {std::make_pair(kTrestleSource, source),
                                      std::make_pair(kTrestleTarget, target)}) {
      const int named = framework(r, column);
      if (named < 0 || named == own) continue;
      rows.Error("import-framework", grid.Where(r, column),
                 "this is of " + dataset.framework(named).id + ", not of " +
                     dataset.framework(own).id);
      good = false;
    }
    if (good) reader.Read(r);
  }
  if (turned) TurnRound(rows.result());
  return std::move(rows.result());
}

bool IsTrestle(Grid grid) { return HasTrestleHeader(grid); }

}  // namespace mapper
