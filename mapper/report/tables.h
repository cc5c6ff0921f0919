// The listings of design 8: regimes, controls, crosswalk, overlaps, gaps,
// coordination, and those of `frameworks` and of the transitional clause.

#ifndef MAPPER_REPORT_TABLES_H_
#define MAPPER_REPORT_TABLES_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/coordination.h"
#include "mapper/crosswalk/gap.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/crosswalk/overlap.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/crosswalk/transition.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"

namespace mapper {

Records FrameworkRecords(const Dataset& dataset, const View& view);
Records ControlRecords(const ReportContext& context,
                       const std::vector<int>& frameworks, const View& view);
// `all` lists the regimes that do not apply too.
Records RegimeRecords(const ReportContext& context, const View& view, bool all);
// Rows as they stand, seen from one control.
Records LinkRecords(const ReportContext& context,
                    const std::vector<const Link*>& links, const View& view);
// The rows of the table between two frameworks, in the direction that is asked
// for, and with `derived` what is proved beside them.
Records CrosswalkRecords(const ReportContext& context, int source, int target,
                         bool derived, const View& view);
// The same, with what is derived, for every pair of compared frameworks.
Records AllCrosswalkRecords(const ReportContext& context, const View& view);
Records OverlapRecords(const ReportContext& context, const View& view);
Records GapRecords(const ReportContext& context,
                   const std::vector<GapComparison>& comparisons,
                   const View& view);
Records CoordinationRecords(const ReportContext& context,
                            const Coordination& coordination, const View& view);
Records HoldingRecords(const ReportContext& context,
                       const std::vector<HoldingState>& holdings,
                       const View& view);

// Where a regime stands, in words: 適用, 要確認, 対象外, 2027-07-01から.
std::string PhaseText(const RegimeState& state, const View& view);

// The short title, and which part of the framework a row speaks of.
std::string RegimeTitle(const Dataset& dataset, const RegimeState& state,
                        Language language);

// The department that leads most of what a framework asks of this
// organisation, or "".
std::string DeskOf(const ReportContext& context, int framework);

// The relation words of design 6 for what is known of a link.
std::string RelationText(const Knowledge& knowledge, const Link& link,
                         const View& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_TABLES_H_
