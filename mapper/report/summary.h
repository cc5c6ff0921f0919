// The first screen of a report: what binds this organisation, how far it is,
// what is urgent, and how sure all of it is.

#ifndef MAPPER_REPORT_SUMMARY_H_
#define MAPPER_REPORT_SUMMARY_H_

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "mapper/crosswalk/coordination.h"
#include "mapper/crosswalk/transition.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"

namespace mapper {

// Self-inspection of one group of controls: the six statuses add up to size.
struct StatusGroup {
  std::string title;
  std::array<std::size_t, 6> count{};  // by Status
  std::size_t size = 0;
  bool topics = false;  // our own topic list, never part of the totals
};

// What the summary says, as numbers; the text and summary.json are both made
// from it.
struct Summary {
  std::size_t duties = 0;  // law, must, applying or to be confirmed
  std::size_t items = 0;   // self-inspection items, topic lists apart
  std::size_t answered = 0;
  std::size_t not_met = 0;
  std::vector<std::pair<Date, std::size_t>> due;  // not yet met, by the day
  std::size_t to_confirm = 0;  // items whose application is to be confirmed
  std::vector<std::string> facts_to_confirm;
  std::vector<StatusGroup> groups;
  std::vector<ControlRef> urgent;  // duties not met, the most pressing first
  std::size_t renewals = 0;        // holdings that come under a new rule
  std::size_t shared_once = 0;     // pairs in which meeting one meets the other
  std::array<std::size_t, 6> differences{};  // counted controls by GapState
  std::array<std::size_t, 6> evidence{};     // listed controls by Evidence
};

// The groups that are part of the totals, added up.
StatusGroup SumOfGroups(const Summary& summary, Language language);

Summary Summarise(const ReportContext& context,
                  const std::vector<GapComparison>& comparisons,
                  const std::vector<HoldingState>& holdings, Language language);

// What a person is asked about facts and attributes, by their names.
std::vector<std::string> FactQuestions(const std::vector<std::string>& names,
                                       Language language);

// The first part of the screen, one sentence each.
std::vector<std::string> Conclusions(const ReportContext& context,
                                     const Summary& summary, Language language);

// When a regime begins or which edition it is, in a few words.
std::string RegimeWhen(const RegimeState& state, const Framework* framework,
                       Language language);

// A table of the summary; every row has as many cells as there are columns.
struct SummaryTable {
  struct Part {
    std::string title;
    std::size_t width = 0;  // most cells on a page, 0: as many as needed
    bool number = false;
  };
  std::vector<Part> columns;
  std::vector<std::vector<std::string>> rows;
  std::optional<std::size_t> total;  // row that adds up those before it
  std::size_t name = 0;              // column that says what a row is about
};

// A piece of the summary, in the order in which it is read.
struct SummaryBlock {
  enum class Kind { kTitle, kLine, kSection, kPoint, kParagraph, kTable };

  Kind kind = Kind::kLine;
  std::string text;
  std::string mark;    // of kPoint: its number
  SummaryTable table;  // of kTable
};

// The summary for people; blocks whose data does not exist are left out.
std::vector<SummaryBlock> SummaryBlocks(
    const ReportContext& context, const Summary& summary,
    const Coordination& coordination, const std::vector<HoldingState>& holdings,
    const View& view);

constexpr std::size_t kSummaryPage = 110;  // cells of a line of text

// The same as a page of text.
std::string WriteSummary(const ReportContext& context, const Summary& summary,
                         const Coordination& coordination,
                         const std::vector<HoldingState>& holdings,
                         const View& view);

// Numbers of the summary under stable names, for summary.json.
std::vector<Total> SummaryTotals(const Summary& summary);

}  // namespace mapper

#endif  // MAPPER_REPORT_SUMMARY_H_
