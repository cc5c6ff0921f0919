#include "mapper/crosswalk/absence.h"

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
    if (!rows.empty() && rows[0]->target.empty()) {
      absence.no_counterpart.push_back(ref.control);
    } else if (reached || !rows.empty()) {
      ++absence.mapped;
    } else {
      absence.not_reviewed.push_back(ref.control);
    }
  }
  return absence;
}

}  // namespace mapper
