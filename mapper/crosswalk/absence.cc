#include "mapper/crosswalk/absence.h"

#include <algorithm>

namespace mapper {

Absence FindAbsence(const Dataset& dataset, const Knowledge& knowledge,
                    int framework, int other) {
  Absence absence;
  const Framework& f = dataset.framework(framework);
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    const ControlRef ref{framework, static_cast<int>(i)};
    if (!f.controls[i].has_gist() || f.IsClosed(f.controls[i])) continue;
    const auto rows = knowledge.Rows(ref, other);
    const bool said_none =
        std::any_of(rows.begin(), rows.end(),
                    [](const Link* row) { return row->target.empty(); });
    const bool reached = !rows.empty() ||
                         !knowledge.Containers(ref, other).empty() ||
                         !knowledge.Overlaps(ref, other).empty();
    if (reached && !said_none) {
      ++absence.mapped;
    } else if (knowledge.NoCounterpart(ref, other) != nullptr) {
      absence.no_counterpart.push_back(ref.control);
    } else {
      absence.not_reviewed.push_back(ref.control);
    }
  }
  return absence;
}

}  // namespace mapper
