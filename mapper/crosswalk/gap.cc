#include "mapper/crosswalk/gap.h"

namespace mapper {

const std::array<Name<GapState>, 6> kGapStates = {{
    {GapState::kNotApplicable,
     "not-applicable",
     {"適用なし", "not applicable"}},
    {GapState::kToConfirm, "to-confirm", {"要確認", "to confirm"}},
    {GapState::kCovered, "covered", {"含まれる", "covered"}},
    {GapState::kPartial, "partial", {"一部重なる", "partial"}},
    {GapState::kNoCounterpart,
     "no-counterpart",
     {"対応なし", "no counterpart"}},
    {GapState::kNotReviewed, "not-reviewed", {"未検討", "not reviewed"}},
}};

const char* ToString(GapState state) {
  return kGapStates[static_cast<std::size_t>(state)].machine;
}

const char* InWords(GapState state, Language language) {
  return kGapStates[static_cast<std::size_t>(state)].words.in(language);
}

namespace {

void Judge(const Knowledge& knowledge, int against,
           const ApplicabilityMap* applicability, GapRow& row) {
  if (applicability != nullptr) {
    const Truth applies = applicability->Of(row.control).applies;
    if (applies == Truth::kFalse) {
      row.state = GapState::kNotApplicable;
      return;
    }
    if (applies == Truth::kUnknown) {
      row.state = GapState::kToConfirm;
      return;
    }
  }
  row.links = knowledge.Containers(row.control, against);
  if (!row.links.empty()) {
    row.state = GapState::kCovered;
    return;
  }
  row.links = knowledge.Overlaps(row.control, against);
  if (!row.links.empty()) {
    row.state = GapState::kPartial;
    return;
  }
  if (const Link* none = knowledge.NoCounterpart(row.control, against)) {
    row.state = GapState::kNoCounterpart;
    row.links = {none};
    return;
  }
  // Named in a union: whoever wrote the row saw a share of this part in it.
  for (const Link* link : knowledge.Rows(row.control, against)) {
    if (!link->target.empty() && link->meets()) row.links.push_back(link);
  }
  if (!row.links.empty()) row.state = GapState::kPartial;
}

}  // namespace

GapComparison CompareFrameworks(const Dataset& dataset,
                                const Knowledge& knowledge, int framework,
                                int against,
                                const ApplicabilityMap* applicability) {
  GapComparison comparison;
  comparison.framework = framework;
  comparison.against = against;
  const Framework& f = dataset.framework(framework);
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    GapRow row;
    row.control = {framework, static_cast<int>(i)};
    row.counted = f.IsCounted(f.controls[i]);
    Judge(knowledge, against, applicability, row);
    const auto state = static_cast<std::size_t>(row.state);
    if (row.counted) ++comparison.totals[state];
    if (f.topic_list && f.controls[i].has_gist() && f.controls[i].is_leaf()) {
      ++comparison.topic_totals[state];
    }
    comparison.rows.push_back(std::move(row));
  }
  return comparison;
}

}  // namespace mapper
