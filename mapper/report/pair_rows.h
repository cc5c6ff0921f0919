// A crosswalk as pairs of single controls, for OLIR and CISO Assistant, which
// know no unions and five relation words.  One row a pair.

#ifndef MAPPER_REPORT_PAIR_ROWS_H_
#define MAPPER_REPORT_PAIR_ROWS_H_

#include <string>
#include <vector>

#include "mapper/report/crosswalk_view.h"

namespace mapper {

struct PairRow {
  int source = -1;
  int target = -1;
  PairRelation relation = PairRelation::kIntersects;
  bool same_wording = false;  // equal-to
  // The rationale of the pair's own row; where only a row of a union speaks of
  // the pair, what that row says, and of which union.
  std::string rationale;
  // Why the five words say more or less than is known; "" when they fit.
  std::string caution_ja;
  std::string caution_en;
  // The exact rows, one line each; those of the pair itself first.
  std::vector<std::string> statements;
};

struct Pairs {
  std::vector<PairRow> rows;  // in order of source, then target
  // Rows without a target or without a source: no pair.  In order.
  std::vector<const CrosswalkViewRow*> no_target;
  std::vector<const CrosswalkViewRow*> no_source;
};

// Refers to `view`.
Pairs MakePairs(const CrosswalkView& view);

// 10 for equal, 0 for not related, as IR 8278A defines them; else -1: the
// degrees between are judgements that nobody has made.
int StrengthOf(PairRelation relation);

}  // namespace mapper

#endif  // MAPPER_REPORT_PAIR_ROWS_H_
