#include "mapper/parse/crosswalk_sheets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/model/olir_columns.h"
#include "mapper/model/trestle_columns.h"
#include "mapper/parse/import_rows.h"

namespace mapper {
namespace {

template <std::size_t N>
std::vector<std::string> Names(const std::array<const char*, N>& columns) {
  return {columns.begin(), columns.end()};
}

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
  kProof
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
                                                  "proof"};
  return kNames;
}

bool HasOlirHeader(Grid& grid) {
  return grid.FindHeader(Names(kOlirColumns), {kOlirFocal, kOlirReference});
}

bool HasTrestleHeader(Grid& grid) {
  return grid.FindHeader(
      Names(kTrestleColumns),
      {kTrestleSourceIds, kTrestleTargetIds, kTrestleRelationship});
}

bool HasListingHeader(Grid& grid) {
  return grid.FindHeader(ListingNames(),
                         {kSourceControl, kRelation, kTargetControl});
}

bool MissesHeader(bool found, const char* format, const Grid& grid,
                  Diagnostics& diagnostics) {
  if (found) return false;
  diagnostics.Error("import-header", grid.Start(),
                    std::string("no row names the columns of ") + format);
  return true;
}

// What stands in columns that the format does not know.
void LoseOthers(const Grid& grid, std::size_t row, ImportRows& rows) {
  for (const auto& [name, place] : grid.others()) {
    if (grid.OtherText(row, place).empty()) continue;
    rows.Loss(grid.Where(row, 0),
              "column " + Quoted(ImportRows::OneLine(name)));
  }
}

void LoseCell(const Grid& grid, std::size_t row, std::size_t column,
              const char* what, ImportRows& rows) {
  if (!grid.Text(row, column).empty()) rows.Loss(grid.Where(row, column), what);
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
    for (const Statement& statement : comment.statements) {
      rows.AddStatement(statement, pair.where);
    }
    if (!comment.rest.empty()) {
      rows.Loss(grid.Where(row, kOlirComments),
                "comment of an element without reference");
    }
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

// ---- trestle

// The framework of the dataset that a path names: "catalogs/csf-2.0/x.json".
int FrameworkIn(const Dataset& dataset, const std::string& resource) {
  for (const std::string_view part : Split(resource, '/')) {
    const int framework = dataset.FindFramework(part);
    if (framework >= 0) return framework;
  }
  return -1;
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
    for (const std::string_view name : Split(Text(column), ' ')) {
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
    Statement statement;
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

  bool Complete(std::size_t row, Statement& statement) {
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

ImportedCrosswalk ReadTrestle(Grid& grid, const Dataset& dataset, int source,
                              int target, Diagnostics& diagnostics) {
  if (MissesHeader(HasTrestleHeader(grid), "csv-to-oscal-mc", grid,
                   diagnostics)) {
    return {};
  }
  // The second row holds descriptions, unless it is a row by its word.
  PairRelation word = PairRelation::kEqual;
  const std::size_t first =
      grid.size() > 0 && !ReadPairWord(grid.Text(0, kTrestleRelationship), word)
          ? 1
          : 0;
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
bool IsTrestle(Grid grid) { return HasTrestleHeader(grid); }
bool IsListing(Grid grid) { return HasListingHeader(grid); }

}  // namespace mapper
