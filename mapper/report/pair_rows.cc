#include "mapper/report/pair_rows.h"

#include <map>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

// The row says it of exactly these two controls.
void SetOwn(const CrosswalkViewRow& row, PairRow& pair) {
  pair.relation = PairWord(row.set);
  pair.same_wording = row.relation == ToString(Relation::kEqualTo);
  pair.rationale = row.rationale;
  if (row.relation == "within" || row.relation == "contains") {
    pair.caution_ja =
        "同内容であることもありうる（どちらかは分かっていない）。";
    pair.caution_en = "They may also be equal: which of the two is not known.";
  } else if (row.set == ToSet(Relation::kOverlaps)) {
    pair.caution_ja =
        "共通する求めがある。片方が他方を含むかは分かっていない。";
    pair.caution_en =
        "Demands are shared; whether one contains the other is not known.";
  }
}

// The row says it of unions to which these two belong.
void SetPart(const CrosswalkView& view, const CrosswalkViewRow& row,
             PairRow& pair) {
  const auto of_parts =
      OfParts(row.set, row.sources.size() > 1, row.targets.size() > 1);
  pair.relation = of_parts ? PairWord(*of_parts) : PairRelation::kIntersects;
  const std::string whole = SideText(*view.source, row.sources) + " " +
                            row.relation + " " +
                            SideText(*view.target, row.targets);
  pair.rationale = row.rationale;
  pair.caution_ja = "「" + whole + "」という和の一部。" +
                    (of_parts ? "" : "この組だけでは何も証明されていない。");
  pair.caution_en = "Part of the exact union in \"" + whole + "\"." +
                    (of_parts ? "" : " Of this pair alone nothing is proved.");
}

}  // namespace

Pairs MakePairs(const CrosswalkView& view) {
  Pairs table;
  struct Rows {
    const CrosswalkViewRow* own = nullptr;
    std::vector<const CrosswalkViewRow*> unions;
  };
  std::map<std::pair<int, int>, Rows> pairs;
  for (const CrosswalkViewRow& row : view.rows) {
    if (row.targets.empty()) table.no_target.push_back(&row);
    if (row.sources.empty()) table.no_source.push_back(&row);
    const bool own = row.sources.size() == 1 && row.targets.size() == 1;
    for (const int source : row.sources) {
      for (const int target : row.targets) {
        Rows& rows = pairs[{source, target}];
        // A stated row comes before what is derived of the same pair.
        if (own && rows.own == nullptr) {
          rows.own = &row;
        } else {
          rows.unions.push_back(&row);
        }
      }
    }
  }
  for (const auto& [key, rows] : pairs) {
    PairRow pair;
    std::tie(pair.source, pair.target) = key;
    if (rows.own != nullptr) {
      SetOwn(*rows.own, pair);
      pair.statements.push_back(ToString(StatementOf(view, *rows.own, false)));
    } else {
      SetPart(view, *rows.unions[0], pair);
    }
    for (const CrosswalkViewRow* row : rows.unions) {
      pair.statements.push_back(ToString(StatementOf(view, *row, true)));
    }
    table.rows.push_back(std::move(pair));
  }
  return table;
}

int StrengthOf(PairRelation relation) {
  switch (relation) {
    case PairRelation::kEqual:
      return 10;
    case PairRelation::kNotRelated:
      return 0;
    case PairRelation::kSubset:
    case PairRelation::kSuperset:
    case PairRelation::kIntersects:
      return -1;
  }
  return -1;
}

}  // namespace mapper
