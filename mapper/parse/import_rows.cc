#include "mapper/parse/import_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

struct PairName {
  const char* key;  // lower case, without separators
  PairRelation relation;
};

// OLIR's words, CISO Assistant's, OSCAL's, and the plural and passive forms
// that files in circulation have.
constexpr std::array<PairName, 19> kPairNames = {{
    {"equal", PairRelation::kEqual},
    {"equalto", PairRelation::kEqual},
    {"equals", PairRelation::kEqual},
    {"equivalent", PairRelation::kEqual},
    {"equivalentto", PairRelation::kEqual},
    {"subset", PairRelation::kSubset},
    {"subsetof", PairRelation::kSubset},
    {"issubsetof", PairRelation::kSubset},
    {"superset", PairRelation::kSuperset},
    {"supersetof", PairRelation::kSuperset},
    {"issupersetof", PairRelation::kSuperset},
    {"intersect", PairRelation::kIntersects},
    {"intersects", PairRelation::kIntersects},
    {"intersectswith", PairRelation::kIntersects},
    {"notrelated", PairRelation::kNotRelated},
    {"notrelatedto", PairRelation::kNotRelated},
    {"norelationship", PairRelation::kNotRelated},
    {"norelation", PairRelation::kNotRelated},
    {"unrelated", PairRelation::kNotRelated},
}};

Relation RelationOf(const ImportedPair& pair) {
  switch (pair.relation) {
    case PairRelation::kEqual:
      return pair.same_wording ? Relation::kEqualTo : Relation::kEquivalentTo;
    case PairRelation::kSubset:
      return Relation::kSubsetOf;
    case PairRelation::kSuperset:
      return Relation::kSupersetOf;
    case PairRelation::kIntersects:
      return Relation::kIntersectsWith;
    case PairRelation::kNotRelated:
      return Relation::kNoRelationship;
  }
  return Relation::kOverlaps;
}

bool Has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

bool ReadPairWord(std::string_view word, PairRelation& relation) {
  std::string key;
  for (const char c : Trim(word)) {
    if (c == ' ' || c == '-' || c == '_') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const PairName& name : kPairNames) {
    if (key != name.key) continue;
    relation = name.relation;
    return true;
  }
  return false;
}

ImportRows::ImportRows(const Dataset& dataset, int source, int target,
                       Diagnostics& diagnostics)
    : source_(dataset.framework(source)),
      target_(dataset.framework(target)),
      source_finder_(source_),
      target_finder_(target_),
      diagnostics_(diagnostics) {
  result_.source_framework = source_.id;
  result_.target_framework = target_.id;
}

std::string ImportRows::OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return Visible(Trim(line));
}

void ImportRows::Error(const char* id, const SourceLocation& where,
                       const std::string& message) {
  if (full()) return;
  if (errors_++ < kMostErrors) {
    diagnostics_.Error(id, where, message);
  } else {
    diagnostics_.Error("too-many-problems", where,
                       "more than " + std::to_string(kMostErrors) +
                           " problems in this file; those from here on are not "
                           "shown");
  }
}

void ImportRows::Loss(const SourceLocation& where, const std::string& what) {
  losses_.Add(what, where);
}

std::string ImportRows::Id(
    const ControlFinder& finder, const Framework& framework,
    const std::string& name, const SourceLocation& where,
    std::unordered_map<std::string, std::string>& known) {
  const auto [at, fresh] = known.emplace(name, std::string());
  if (fresh) {
    const int place = finder.Find(name);
    if (place >= 0) {
      at->second = framework.controls[static_cast<std::size_t>(place)].id;
    }
  }
  if (at->second.empty() && !full()) {
    Error("unknown-control", where,
          "unknown control " + Quoted(name) + " of " + framework.id +
              finder.Hint(name.substr(0, 100)));
  }
  return at->second;
}

std::string ImportRows::SourceId(const std::string& name,
                                 const SourceLocation& where) {
  return Id(source_finder_, source_, name, where, source_ids_);
}

std::string ImportRows::TargetId(const std::string& name,
                                 const SourceLocation& where) {
  return Id(target_finder_, target_, name, where, target_ids_);
}

bool ImportRows::CheckStatement(const RowStatement& statement,
                                const ImportedPair& pair, bool first) {
  if (statement.relation.empty()) {
    Error("import-statement", pair.where,
          "a line 'kakehashi:' that cannot be read; correct or delete it");
    return false;
  }
  if (!Has(statement.sources, pair.source) ||
      !Has(statement.targets, pair.target)) {
    Error("import-statement", pair.where,
          "the line 'kakehashi:' is not about " + pair.source + " and " +
              pair.target + "; correct or delete it");
    return false;
  }
  if (first && PairWord(statement) != pair.relation) {
    Error("import-statement", pair.where,
          std::string("the relationship is '") + ToString(pair.relation) +
              "', but the line 'kakehashi:' says " + statement.relation +
              "; correct one, or delete the line");
    return false;
  }
  return true;
}

void ImportRows::AddPair(ImportedPair pair) {
  bool first = true;
  for (RowStatement& statement : pair.comment.statements) {
    if (!CheckStatement(statement, pair, first)) return;
    const bool own =
        statement.sources.size() == 1 && statement.targets.size() == 1;
    if (own && first) statement.rationale = pair.reason;
    first = false;
    AddStatement(statement, pair.where);
  }
  if (!pair.comment.statements.empty()) return;
  ImportedRow row;
  row.sources = {pair.source};
  row.relation = RelationOf(pair);
  row.targets = {pair.target};
  row.rationale = pair.reason;
  if (!pair.comment.rest.empty()) {
    row.rationale += (row.rationale.empty() ? "" : " / ") + pair.comment.rest;
  }
  row.where = pair.where;
  AddRow(std::move(row));
}

void ImportRows::AddStatement(const RowStatement& statement,
                              const SourceLocation& where) {
  if (statement.basis == "derived") {
    Loss(where, "rows that were derived: the tables prove them again");
    return;
  }
  const auto relation = FindName(kRelations, statement.relation);
  const auto confidence = FindName(kConfidences, statement.confidence);
  const auto basis = FindName(kBases, statement.basis);
  if (!relation || !confidence || !basis) {
    Error("import-statement", where,
          "a line 'kakehashi:' with a word that is not known; correct or "
          "delete it");
    return;
  }
  // A union stands beside each of its pairs.
  if (statement.sources.size() + statement.targets.size() > 2 &&
      !statements_.insert(ToString(statement)).second) {
    return;
  }
  ImportedRow row;
  row.relation = *relation;
  row.confidence = *confidence;
  row.basis = *basis;
  row.rationale = statement.rationale;
  row.where = where;
  bool good = true;
  for (const std::string& name : statement.sources) {
    row.sources.push_back(SourceId(name, where));
    good = good && !row.sources.back().empty();
  }
  for (const std::string& name : statement.targets) {
    row.targets.push_back(TargetId(name, where));
    good = good && !row.targets.back().empty();
  }
  if (good) AddRow(std::move(row));
}

void ImportRows::AddRow(ImportedRow row) {
  row.rationale = OneLine(row.rationale);
  result_.rows.push_back(std::move(row));
}

}  // namespace mapper
