// The listings of `diff`: what changed between two editions, and what that
// touches.

#ifndef MAPPER_REPORT_EDITION_TABLES_H_
#define MAPPER_REPORT_EDITION_TABLES_H_

#include <vector>

#include "mapper/crosswalk/edition_diff.h"
#include "mapper/crosswalk/edition_impact.h"
#include "mapper/model/profile.h"
#include "mapper/report/records.h"

namespace mapper {

// `unchanged` lists what did not change too.
Records DiffRecords(const Edition& older, const Edition& newer,
                    const EditionDiff& diff, bool unchanged, const View& view);

std::vector<Total> DiffTotals(const EditionDiff& diff);

// A worklist, a row for each control that changed.  Without a profile the
// departments are given as roles.
Records ImpactRecords(const Dataset& dataset, int framework,
                      const Edition& newer, const EditionDiff& diff,
                      const std::vector<Impact>& impacts,
                      const Profile* profile, const View& view);

// Rows of the tables that MigrateTables left, with what changed.
Records LeftRecords(const Dataset& dataset, int framework, const Edition& newer,
                    const EditionDiff& diff,
                    const std::vector<MigratedTable>& tables, const View& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_EDITION_TABLES_H_
