// The crosswalk between two frameworks in the direction asked for, as every
// interchange format is written from it: rows, and both states of absence.

#ifndef MAPPER_REPORT_CROSSWALK_VIEW_H_
#define MAPPER_REPORT_CROSSWALK_VIEW_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/absence.h"
#include "mapper/model/statement.h"
#include "mapper/report/context.h"

namespace mapper {

struct CrosswalkViewRow {
  std::vector<int> sources;  // controls of the source; empty: no counterpart
  std::vector<int> targets;
  RelationSet set = kAnyRelation;
  How how = How::kAsserted;
  // Machine words.  relation: also "within" and "contains" of a derived row;
  // basis: "" of a derived row.
  std::string relation;
  std::string confidence;
  std::string basis;
  std::string rationale;
  std::string proof;  // "file:line" of each row used, joined by ";"
};

// Refers to the frameworks of the context, which must outlive it.
struct CrosswalkView {
  const Framework* source = nullptr;
  const Framework* target = nullptr;
  std::vector<CrosswalkViewRow> rows;  // as CrosswalkRecords has them
  Absence source_side;
  Absence target_side;  // of a framework with itself: the same again
};

// With `derived` also what the tables prove and no row says.
CrosswalkView MakeCrosswalkView(const ReportContext& context, int source,
                                int target, bool derived);

// The row as one line; without its rationale when `rationale` is false.
RowStatement StatementOf(const CrosswalkView& view, const CrosswalkViewRow& row,
                         bool rationale);

}  // namespace mapper

#endif  // MAPPER_REPORT_CROSSWALK_VIEW_H_
