#include "mapper/report/crosswalk_view.h"

#include <utility>

#include "mapper/base/text.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

enum Column : std::size_t {
  kSourceControl = 1,
  kRelation,
  kTargetControl = 4,
  kHow,
  kConfidence,
  kBasis,
  kRationale,
  kProof
};

std::vector<int> Places(const Framework& framework, const std::string& side) {
  std::vector<int> places;
  if (side.empty()) return places;
  for (const std::string_view id : Split(side, '+')) {
    places.push_back(framework.Find(id));
  }
  return places;
}

std::vector<std::string> Ids(const Framework& framework,
                             const std::vector<int>& side) {
  std::vector<std::string> ids;
  for (const int control : side) {
    ids.push_back(framework.controls[static_cast<std::size_t>(control)].id);
  }
  return ids;
}

}  // namespace

CrosswalkView MakeCrosswalkView(const ReportContext& context, int source,
                                int target, bool derived) {
  CrosswalkView view;
  view.source = &context.framework(source);
  view.target = &context.framework(target);
  const Records records = CrosswalkRecords(context, source, target, derived,
                                           {Language::kJa, /*machine=*/true});
  for (const std::vector<std::string>& cells : records.rows) {
    CrosswalkViewRow row;
    row.sources = Places(*view.source, cells[kSourceControl]);
    row.targets = Places(*view.target, cells[kTargetControl]);
    row.relation = cells[kRelation];
    row.set = SetOfWord(row.relation);
    row.how = cells[kHow] == ToString(How::kAsserted)  ? How::kAsserted
              : cells[kHow] == ToString(How::kInverse) ? How::kInverse
                                                       : How::kDerived;
    row.confidence = cells[kConfidence];
    row.basis = cells[kBasis];
    row.rationale = cells[kRationale];
    row.proof = cells[kProof];
    view.rows.push_back(std::move(row));
  }
  view.source_side =
      FindAbsence(*context.dataset, *context.knowledge, source, target);
  view.target_side =
      FindAbsence(*context.dataset, *context.knowledge, target, source);
  return view;
}

RowStatement StatementOf(const CrosswalkView& view, const CrosswalkViewRow& row,
                         bool rationale) {
  RowStatement statement;
  statement.sources = Ids(*view.source, row.sources);
  statement.relation = row.relation;
  statement.targets = Ids(*view.target, row.targets);
  statement.confidence = row.confidence;
  statement.basis = row.how == How::kDerived ? "derived" : row.basis;
  if (rationale) statement.rationale = row.rationale;
  return statement;
}

}  // namespace mapper
