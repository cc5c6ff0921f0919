#include "mapper/report/trestle.h"

#include <string>
#include <utility>
#include <vector>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/model/trestle_columns.h"

namespace mapper {
namespace {

using Cells = std::vector<std::string>;

std::string Tokens(const Framework& framework, const std::vector<int>& side) {
  std::vector<std::string> ids;
  for (const int control : side) {
    ids.push_back(
        OscalToken(framework.controls[static_cast<std::size_t>(control)].id));
  }
  return Join(ids, " ");
}

// OSCAL has no `overlaps`, and no "subset of or equal to".
std::string OscalRelation(const CrosswalkViewRow& row) {
  if (row.relation == "within") return ToString(Relation::kSubsetOf);
  if (row.relation == "contains") return ToString(Relation::kSupersetOf);
  if (row.set == ToSet(Relation::kOverlaps)) {
    return ToString(Relation::kIntersectsWith);
  }
  return row.relation;
}

Cells Descriptions() {
  return {"A reference to the catalog of the source.",
          "A reference to the catalog of the target.",
          "Source control ids, separated by spaces; several: their union.",
          "Target control ids, separated by spaces; several: their union.",
          "The relationship; empty: a gap.",
          "Confidence as a percentage; not estimated.",
          "Coverage as a percentage; not estimated.",
          "The exact relation.",
          "Confidence: high, medium or low.",
          "Basis: official or project; empty when derived.",
          "Why, in Japanese.",
          "Rows used, file:line."};
}

}  // namespace

Records TrestleRecords(const CrosswalkView& view) {
  Records records;
  records.name = "trestle";
  for (const char* name : kTrestleColumns) {
    records.columns.push_back({name, {name, name}});
  }
  records.rows.push_back(Descriptions());
  const auto resource = [](const Framework& framework) {
    return "catalogs/" + framework.id + "/catalog.json";
  };
  const auto base = [&] {
    Cells cells(kTrestleColumns.size());
    cells[kTrestleSource] = resource(*view.source);
    cells[kTrestleTarget] = resource(*view.target);
    return cells;
  };
  for (const CrosswalkViewRow& row : view.rows) {
    Cells cells = base();
    cells[kTrestleSourceIds] = Tokens(*view.source, row.sources);
    cells[kTrestleTargetIds] = Tokens(*view.target, row.targets);
    if (!row.sources.empty() && !row.targets.empty()) {
      cells[kTrestleRelationship] = OscalRelation(row);
    }
    cells[kTrestleExactRelation] = row.relation;
    cells[kTrestleExactConfidence] = row.confidence;
    cells[kTrestleBasis] = row.basis;
    cells[kTrestleRationale] = row.rationale;
    cells[kTrestleProof] = row.proof;
    records.rows.push_back(std::move(cells));
  }
  const auto open = [&](const Framework& framework,
                        const std::vector<int>& controls, std::size_t column) {
    for (const int control : controls) {
      Cells cells = base();
      cells[column] = Tokens(framework, {control});
      cells[kTrestleExactRelation] = kTrestleNotReviewed;
      records.rows.push_back(std::move(cells));
    }
  };
  open(*view.source, view.source_side.not_reviewed, kTrestleSourceIds);
  if (view.source != view.target) {
    open(*view.target, view.target_side.not_reviewed, kTrestleTargetIds);
  }
  return records;
}

}  // namespace mapper
