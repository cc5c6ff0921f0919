// Recurring and dated duties: which control asks for a drill, a review, an
// audit, training, a report or a check, and how often.  The interval is what
// the text asks; the month is only a proposal (docs/formats.md).

#ifndef MAPPER_MODEL_RECURRING_H_
#define MAPPER_MODEL_RECURRING_H_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/words.h"

namespace mapper {

enum class DutyKind { kTraining, kCheck, kDrill, kAudit, kReport, kReview };

enum class Interval {
  kYearly,
  kHalfYearly,
  kQuarterly,
  kMonthly,
  kRegular,   // 定期: regularly, without a number
  kOnChange,  // when something changes, or when it is needed
  kOnEvent,   // each time something happens
  kUnstated   // the act is asked for, no interval is stated
};

// Where the interval is stated.
enum class DutyBasis { kText, kGist, kUnknown };

extern const std::array<Name<DutyKind>, 6> kDutyKinds;
extern const std::array<Name<Interval>, 8> kIntervals;
extern const std::array<Name<DutyBasis>, 3> kDutyBases;

const char* ToString(DutyKind value);
const char* ToString(Interval value);
const char* ToString(DutyBasis value);
const char* InWords(DutyKind value, Language language);
const char* InWords(Interval value, Language language);
const char* InWords(DutyBasis value, Language language);

// False for what depends on a change or an event: it has no season.
bool HasSeason(Interval interval);

// One row of recurring.tsv.
struct Duty {
  int control = -1;  // place in Framework::controls
  DutyKind kind = DutyKind::kCheck;
  Interval interval = Interval::kUnstated;
  std::vector<int> months;  // proposed, 1 to 12, ascending; empty: none
  DutyBasis basis = DutyBasis::kUnknown;
  std::string note;  // the words on which the row rests
  std::size_t line = 0;
};

// The duties of one framework, in the order of its controls.
struct Duties {
  std::string file;
  std::size_t read = 0;  // "# Read:", controls that the table was made from
  std::size_t read_line = 0;
  std::vector<Duty> rows;
};

}  // namespace mapper

#endif  // MAPPER_MODEL_RECURRING_H_
