// What `assess status` and `assess history` show.

#ifndef CLI_ASSESS_VIEWS_H_
#define CLI_ASSESS_VIEWS_H_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "cli/session.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"
#include "mapper/store/assessment_store.h"

namespace cli {

// How far the answers to one framework are.  The six statuses add up to items,
// which are counted as in the summary of a report.
struct FrameworkStatus {
  std::string framework;
  std::string title;
  std::array<std::size_t, 6> count{};  // by mapper::Status
  std::size_t items = 0;
  std::size_t conflicts = 0;
  std::size_t other = 0;  // answers to what is not an item here
  bool topics = false;    // our own topic list, not in the totals
};

// The frameworks that apply in their order, then others that have answers;
// topic lists last.  `context.assessments` are those of `answers`.
std::vector<FrameworkStatus> CountStatuses(
    const mapper::ReportContext& context,
    const std::vector<mapper::CurrentAnswer>& answers,
    mapper::Language language);

mapper::Records StatusRecords(const std::vector<FrameworkStatus>& rows);
// The sums of all but topic lists.
std::vector<mapper::Total> StatusTotals(
    const std::vector<FrameworkStatus>& rows);
std::string StatusText(const Session& session,
                       const std::vector<FrameworkStatus>& rows);

// Every record of every conflict, the one that is used first.
std::string ConflictText(const Session& session,
                         const std::vector<mapper::CurrentAnswer>& answers);

// All records of one organisation, or of one of its controls, in order.
mapper::Records HistoryRecords(
    const std::vector<mapper::AssessmentRecord>& records,
    const mapper::View& view);
std::string HistoryText(const Session& session,
                        const std::vector<mapper::AssessmentRecord>& records);

}  // namespace cli

#endif  // CLI_ASSESS_VIEWS_H_
