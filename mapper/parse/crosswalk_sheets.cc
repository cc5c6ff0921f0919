#include "mapper/parse/crosswalk_sheets.h"

#include <utility>

#include "mapper/base/text.h"
#include "mapper/model/olir_columns.h"
#include "mapper/parse/import_rows.h"
#include "mapper/parse/sheet_rows.h"

namespace mapper {
namespace {

using sheet_rows::LoseCell;
using sheet_rows::LoseOthers;
using sheet_rows::MissesHeader;
using sheet_rows::Names;

enum ListingColumn : std::size_t {
  kSourceFramework,
  kSourceControl,
  kRelation,
  kTargetFramework,
  kTargetControl,
  kHow,
  kConfidence,
  kBasis,
  kRationale,
  kProof,
  kReview  // of the user's decision; never read back
};

const std::vector<std::string>& ListingNames() {
  static const std::vector<std::string> kNames = {"source_framework",
                                                  "source_control|source_id",
                                                  "relation|relationship",
                                                  "target_framework",
                                                  "target_control|target_id",
                                                  "how",
                                                  "confidence",
                                                  "basis",
                                                  "rationale",
                                                  "proof",
                                                  "review"};
  return kNames;
}

bool HasOlirHeader(Grid& grid) {
  return grid.FindHeader(Names(kOlirColumns), {kOlirFocal, kOlirReference});
}

bool HasListingHeader(Grid& grid) {
  return grid.FindHeader(ListingNames(),
                         {kSourceControl, kRelation, kTargetControl});
}

// ---- OLIR

void LoseOlir(const Grid& grid, std::size_t row, const ImportedPair& pair,
              ImportRows& rows) {
  LoseCell(grid, row, kOlirBaseline, "security control baseline", rows);
  LoseCell(grid, row, kOlirRelationshipType, "relationship type", rows);
  LoseCell(grid, row, kOlirProperty, "relationship property", rows);
  if (ComparisonKey(grid.Text(row, kOlirRationale)) == "functional") {
    rows.Loss(grid.Where(row, kOlirRationale), "rationale \"functional\"");
  }
  const std::string strength = ComparisonKey(grid.Text(row, kOlirStrength));
  const bool implied =
      (strength == "10" && pair.relation == PairRelation::kEqual) ||
      (strength == "0" && pair.relation == PairRelation::kNotRelated);
  if (!strength.empty() && strength != "n/a" && !implied) {
    rows.Loss(grid.Where(row, kOlirStrength), "strength of relationship");
  }
}

void ReadOlirRow(const Grid& grid, std::size_t row, ImportRows& rows) {
  ImportedPair pair;
  pair.where = grid.Where(row, kOlirFocal);
  const std::string focal = grid.Text(row, kOlirFocal);
  if (focal.empty()) {
    rows.Error("import-cell", pair.where, "no focal document element");
    return;
  }
  pair.source = rows.SourceId(focal, pair.where);
  const std::string reference = grid.Text(row, kOlirReference);
  const std::string comments = grid.Text(row, kOlirComments);
  if (reference.empty()) {
    if (pair.source.empty() || comments == kOlirNotReviewed) return;
    const Comment comment = ParseComment(comments);
    for (const RowStatement& statement : comment.statements) {
      rows.AddStatement(statement, pair.where);
    }
    if (!comment.rest.empty()) {
      rows.Loss(grid.Where(row, kOlirComments),
                "comment of an element without reference");
    }
    LoseCell(grid, row, kOlirRelationship,
             "relationship of an element without reference", rows);
    if (comment.statements.empty()) {
      LoseCell(grid, row, kOlirExplanation,
               "explanation of an element without reference", rows);
    }
    LoseOthers(grid, row, rows);
    return;
  }
  pair.target = rows.TargetId(reference, grid.Where(row, kOlirReference));
  pair.reason = grid.Text(row, kOlirExplanation);
  pair.comment = ParseComment(comments);
  pair.same_wording =
      ComparisonKey(grid.Text(row, kOlirRationale)) == "syntactic";
  const std::string word = grid.Text(row, kOlirRelationship);
  const bool open = word.empty();
  if (!open && !ReadPairWord(word, pair.relation)) {
    rows.Error("import-relation", grid.Where(row, kOlirRelationship),
               "unknown relationship " + Quoted(word) +
                   "; known: subset of, intersects with, equal, superset of, "
                   "not related to");
    return;
  }
  LoseOlir(grid, row, pair, rows);
  LoseOthers(grid, row, rows);
  if (pair.source.empty() || pair.target.empty()) return;
  if (open && pair.comment.statements.empty()) {
    rows.Loss(pair.where, "no relationship stated: read as overlaps");
    ImportedRow plain;
    plain.sources = {pair.source};
    plain.targets = {pair.target};
    plain.relation = Relation::kOverlaps;
    plain.rationale = pair.reason;
    plain.where = pair.where;
    rows.AddRow(std::move(plain));
    return;
  }
  rows.AddPair(std::move(pair));
}

// ---- our own listing

class ListingReader {
 public:
  ListingReader(const Grid& grid, const Dataset& dataset, int source,
                int target, ImportRows& rows)
      : grid_(grid),
        source_(dataset.framework(source).id),
        target_(dataset.framework(target).id),
        rows_(rows) {}

  void Read(std::size_t row) {
    const std::string from = grid_.Text(row, kSourceFramework);
    const std::string to = grid_.Text(row, kTargetFramework);
    const auto is = [](const std::string& cell, const std::string& id) {
      return cell.empty() || cell == id;
    };
    const bool turned = !(is(from, source_) && is(to, target_));
    if (turned && !(is(from, target_) && is(to, source_))) {
      rows_.Loss(grid_.Where(row, kSourceControl), "rows of other frameworks");
      return;
    }
    RowStatement statement;
    statement.sources = Side(grid_.Text(row, kSourceControl));
    statement.targets = Side(grid_.Text(row, kTargetControl));
    statement.relation = grid_.Text(row, kRelation);
    statement.confidence = Word(row, kConfidence, "low");
    statement.basis = Word(row, kBasis, "project");
    statement.rationale = grid_.Text(row, kRationale);
    const SourceLocation where = grid_.Where(row, kSourceControl);
    if (grid_.Text(row, kHow) == "derived") statement.basis = "derived";
    if (statement.basis != "derived" && !Complete(row, statement)) return;
    if (turned) {
      std::swap(statement.sources, statement.targets);
      if (const auto relation = FindName(kRelations, statement.relation)) {
        statement.relation = ToString(Inverse(*relation));
      }
    }
    LoseOthers(grid_, row, rows_);
    rows_.AddStatement(statement, where);
  }

 private:
  static std::vector<std::string> Side(const std::string& text) {
    std::vector<std::string> ids;
    if (text.empty() || text == "-") return ids;
    for (const std::string_view id : Split(text, '+')) ids.emplace_back(id);
    return ids;
  }

  std::string Word(std::size_t row, std::size_t column,
                   const char* otherwise) const {
    std::string word = grid_.Text(row, column);
    return word.empty() ? otherwise : word;
  }

  bool Complete(std::size_t row, RowStatement& statement) {
    if (statement.relation.empty() && !statement.sources.empty() &&
        !statement.targets.empty()) {
      rows_.Loss(grid_.Where(row, kRelation),
                 "no relationship stated: read as overlaps");
      statement.relation = ToString(Relation::kOverlaps);
      return true;
    }
    if (!FindName(kRelations, statement.relation)) {
      rows_.Error("import-relation", grid_.Where(row, kRelation),
                  "unknown relation " + Quoted(statement.relation));
      return false;
    }
    return true;
  }

  const Grid& grid_;
  const std::string& source_;
  const std::string& target_;
  ImportRows& rows_;
};

}  // namespace

ImportedCrosswalk ReadOlir(Grid& grid, const Dataset& dataset, int source,
                           int target, Diagnostics& diagnostics) {
  ImportRows rows(dataset, source, target, diagnostics);
  if (MissesHeader(HasOlirHeader(grid), "OLIR", grid, diagnostics)) return {};
  for (std::size_t r = 0; r < grid.size() && !rows.full(); ++r) {
    ReadOlirRow(grid, r, rows);
  }
  return std::move(rows.result());
}

ImportedCrosswalk ReadListing(Grid& grid, const Dataset& dataset, int source,
                              int target, Diagnostics& diagnostics) {
  ImportRows rows(dataset, source, target, diagnostics);
  if (MissesHeader(HasListingHeader(grid), "a crosswalk listing", grid,
                   diagnostics)) {
    return {};
  }
  ListingReader reader(grid, dataset, source, target, rows);
  for (std::size_t r = 0; r < grid.size() && !rows.full(); ++r) reader.Read(r);
  return std::move(rows.result());
}

bool IsOlir(Grid grid) { return HasOlirHeader(grid); }
bool IsListing(Grid grid) { return HasListingHeader(grid); }

}  // namespace mapper
