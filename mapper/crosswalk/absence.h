// What the table between two frameworks says of the controls of one of them:
// mapped, no counterpart, or not reviewed (design 6 keeps the last two apart).

#ifndef MAPPER_CROSSWALK_ABSENCE_H_
#define MAPPER_CROSSWALK_ABSENCE_H_

#include <cstddef>
#include <vector>

#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/dataset.h"

namespace mapper {

// Every control with a gist that is not a closed heading is in one of the
// three.
struct Absence {
  std::size_t mapped = 0;
  std::vector<int> no_counterpart;  // places in Framework::controls, ascending
  std::vector<int> not_reviewed;
};

// The controls of `framework`, seen against `other`.  What is inside something
// there by a heading or a proof is mapped too; what lies below a control
// without counterpart has none either.
Absence FindAbsence(const Dataset& dataset, const Knowledge& knowledge,
                    int framework, int other);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_ABSENCE_H_
