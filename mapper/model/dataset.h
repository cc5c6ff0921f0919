// Everything that was loaded: catalogues, crosswalks and regimes.

#ifndef MAPPER_MODEL_DATASET_H_
#define MAPPER_MODEL_DATASET_H_

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "mapper/model/audit_hint.h"
#include "mapper/model/crosswalk.h"
#include "mapper/model/framework.h"
#include "mapper/model/regime.h"

namespace mapper {

// A control of a loaded framework, by place.
struct ControlRef {
  int framework = -1;
  int control = -1;
};

inline bool operator<(const ControlRef& a, const ControlRef& b) {
  return std::tie(a.framework, a.control) < std::tie(b.framework, b.control);
}
inline bool operator==(const ControlRef& a, const ControlRef& b) {
  return a.framework == b.framework && a.control == b.control;
}
inline bool operator!=(const ControlRef& a, const ControlRef& b) {
  return !(a == b);
}

struct Dataset {
  std::vector<Framework> frameworks;   // sorted by id
  std::vector<Crosswalk> crosswalks;   // sorted by file, the user's last
  std::vector<Regime> regimes;         // in file order, the user's last
  std::vector<AuditHint> audit_hints;  // in file order

  // Index in `frameworks`, or -1.
  int FindFramework(std::string_view id) const {
    for (std::size_t i = 0; i < frameworks.size(); ++i) {
      if (frameworks[i].id == id) return static_cast<int>(i);
    }
    return -1;
  }
  const Framework& framework(int index) const {
    return frameworks[static_cast<std::size_t>(index)];
  }
  const Control& control(const ControlRef& ref) const {
    return framework(ref.framework)
        .controls[static_cast<std::size_t>(ref.control)];
  }
  // The table from `a` to `b` as stored, or null.
  const Crosswalk* FindCrosswalk(int a, int b) const {
    for (const Crosswalk& crosswalk : crosswalks) {
      if (crosswalk.source == a && crosswalk.target == b) return &crosswalk;
    }
    return nullptr;
  }
};

}  // namespace mapper

#endif  // MAPPER_MODEL_DATASET_H_
