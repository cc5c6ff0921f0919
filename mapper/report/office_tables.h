// Listings for the offices that carry the work out: pairs of roles, the
// calendar of a fiscal year, what goes into contracts, network models.

#ifndef MAPPER_REPORT_OFFICE_TABLES_H_
#define MAPPER_REPORT_OFFICE_TABLES_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/calendar.h"
#include "mapper/crosswalk/contract_terms.h"
#include "mapper/crosswalk/network_models.h"
#include "mapper/crosswalk/role_pairs.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"

namespace mapper {

// `role_pairs`: a row for each pair, framework and level.
Records RolePairRecords(const ReportContext& context,
                        const std::vector<RolePair>& pairs, const View& view);
// `role_pair_controls`: a row for each control of one pair.
Records RolePairControlRecords(const ReportContext& context,
                               const RolePair& pair, const View& view);

// `calendar`: a row for each duty, each fixed date and each filing; those of
// one act have the same number.
Records CalendarRecords(const ReportContext& context, const Calendar& calendar,
                        const View& view);
// What an act is, in words: 点検・確認, 施行・適用開始 ...
std::string ActKind(const CalendarAct& act, const View& view);
// What it is about: a heading, a regime, a system.
std::string ActTitle(const ReportContext& context, const CalendarAct& act,
                     Language language);
// "2027-04"; "" for month 0.
std::string MonthText(int fiscal_year, int month);

// `contracts`: a row for each holding and control.
Records ContractRecords(const ReportContext& context,
                        const std::vector<HoldingTerms>& terms,
                        const View& view);
// From when a control holds for a holding: the transitional clause over it,
// else the day on which it comes into force; "" when it is in force.
std::string TermFrom(const ReportContext& context, const HoldingTerms& terms,
                     const ContractTerm& term);

// `models`: what the network model brings and what it leaves out; of a profile
// that states none, what each model would bring.
Records ModelRecords(const ReportContext& context, const NetworkModels& models,
                     const View& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_OFFICE_TABLES_H_
