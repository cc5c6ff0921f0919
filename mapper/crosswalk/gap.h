// 基準間の差: what one framework asks and another does not, control by control.
// It compares texts; it says nothing of what an organisation has done.

#ifndef MAPPER_CROSSWALK_GAP_H_
#define MAPPER_CROSSWALK_GAP_H_

#include <array>
#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/dataset.h"

namespace mapper {

// The first that is true (design 6).
enum class GapState {
  kNotApplicable,
  kToConfirm,
  kCovered,        // inside one control or an exact union there
  kPartial,        // a certain overlap, or a part of a union that has one
  kNoCounterpart,  // a row says so
  kNotReviewed     // nobody looked
};

extern const std::array<Name<GapState>, 6> kGapStates;

const char* ToString(GapState state);
const char* InWords(GapState state, Language language);

struct GapRow {
  ControlRef control;
  GapState state = GapState::kNotReviewed;
  std::vector<const Link*> links;  // the rows the state rests on
  bool counted = true;             // in totals; see Framework::IsCounted
};

// One framework against another: every control is in exactly one state.
struct GapComparison {
  int framework = -1;
  int against = -1;
  std::vector<GapRow> rows;           // every control, in document order
  std::array<int, 6> totals{};        // of the counted rows, by GapState
  std::array<int, 6> topic_totals{};  // of our own topic lists, apart
};

// `applicability` may be null: then every control is taken to apply.  The
// links point into `knowledge`.
GapComparison CompareFrameworks(const Dataset& dataset,
                                const Knowledge& knowledge, int framework,
                                int against,
                                const ApplicabilityMap* applicability);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_GAP_H_
