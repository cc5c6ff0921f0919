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
    const bool reached = !knowledge.Containers(ref, other).empty() ||
                         !knowledge.Overlaps(ref, other).empty();
    const bool none =
        std::any_of(rows.begin(), rows.end(),
                    [](const Link* row) { return row->target.empty(); });
    if (none) {
      absence.no_counterpart.push_back(ref.control);
    } else if (reached || !rows.empty()) {
      ++absence.mapped;
    } else if (knowledge.NoCounterpart(ref, other) != nullptr) {
      absence.no_counterpart.push_back(ref.control);  // of one above it
    } else {
      absence.not_reviewed.push_back(ref.control);
    }
  }
  return absence;
}

}  // namespace mapper
