#include "mapper/model/statement.h"

#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr std::string_view kLead = "kakehashi: ";

std::string SideOf(const std::vector<std::string>& ids) {
  return ids.empty() ? "-" : Join(ids, "+");
}

std::vector<std::string> IdsOf(std::string_view side) {
  std::vector<std::string> ids;
  if (side == "-") return ids;
  for (const std::string_view id : Split(side, '+')) ids.emplace_back(id);
  return ids;
}

// The text up to `end`, which is taken off with it; all of it without `end`.
std::string_view Take(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size()
                                                  : at + end.size());
  return part;
}

}  // namespace

std::string ToString(const RowStatement& statement) {
  std::string out = std::string(kLead) + SideOf(statement.sources) + " " +
                    statement.relation + " " + SideOf(statement.targets) +
                    "; " + statement.confidence + "; " + statement.basis;
  if (!statement.rationale.empty()) out += "; " + statement.rationale;
  for (char& c : out) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return out;
}

std::optional<RowStatement> ParseStatement(std::string_view line) {
  if (!StartsWith(line, kLead)) return {};
  line.remove_prefix(kLead.size());
  RowStatement statement;
  std::string_view row = Take(line, "; ");
  const std::string_view source = Take(row, " ");
  const std::string_view relation = Take(row, " ");
  if (source.empty() || relation.empty() || row.empty() ||
      row.find(' ') != std::string_view::npos) {
    return statement;
  }
  statement.confidence = Take(line, "; ");
  statement.basis = Take(line, "; ");
  statement.rationale = line;
  if (statement.confidence.empty() || statement.basis.empty()) return statement;
  statement.sources = IdsOf(source);
  statement.targets = IdsOf(row);
  statement.relation = relation;
  return statement;
}

Comment ParseComment(std::string_view text) {
  Comment comment;
  std::vector<std::string> rest;
  for (const std::string_view line : Split(text, '\n')) {
    if (auto statement = ParseStatement(Trim(line))) {
      comment.statements.push_back(std::move(*statement));
    } else {
      rest.emplace_back(line);
    }
  }
  comment.rest = std::string(Trim(Join(rest, "\n")));
  return comment;
}

const char* ToString(PairRelation relation) {
  switch (relation) {
    case PairRelation::kEqual:
      return "equal";
    case PairRelation::kSubset:
      return "subset of";
    case PairRelation::kSuperset:
      return "superset of";
    case PairRelation::kIntersects:
      return "intersects with";
    case PairRelation::kNotRelated:
      return "not related to";
  }
  return "";
}

PairRelation PairWord(RelationSet set) {
  if (set == kEq) return PairRelation::kEqual;
  if (set == kDr) return PairRelation::kNotRelated;
  if ((set & ~(kEq | kPp)) == 0) return PairRelation::kSubset;
  if ((set & ~(kEq | kPpi)) == 0) return PairRelation::kSuperset;
  return PairRelation::kIntersects;
}

RelationSet SetOfWord(std::string_view word) {
  if (word == "within") return kEq | kPp;
  if (word == "contains") return kEq | kPpi;
  const auto found = FindName(kRelations, word);
  return found ? ToSet(*found) : kAnyRelation;
}

std::optional<RelationSet> OfParts(RelationSet set, bool source_is_union,
                                   bool target_is_union) {
  if (set == kDr || (!source_is_union && !target_is_union)) return set;
  // Inside the whole, every part of the source is inside; whether it is inside
  // any one part of the target is not known, and the other way round.
  const bool inside = (set & ~(kEq | kPp)) == 0;
  const bool contains = (set & ~(kEq | kPpi)) == 0;
  if (!target_is_union && inside) return kPp;
  if (!source_is_union && contains) return kPpi;
  return {};
}

PairRelation PairWord(const RowStatement& statement) {
  const auto of_parts =
      OfParts(SetOfWord(statement.relation), statement.sources.size() > 1,
              statement.targets.size() > 1);
  return of_parts ? PairWord(*of_parts) : PairRelation::kIntersects;
}

}  // namespace mapper
