// A row of a loaded crosswalk table, by place.

#ifndef MAPPER_CROSSWALK_ROW_REF_H_
#define MAPPER_CROSSWALK_ROW_REF_H_

#include <string>
#include <tuple>

#include "mapper/model/dataset.h"

namespace mapper {

struct RowRef {
  int crosswalk = -1;
  int row = -1;
};

inline bool operator<(const RowRef& a, const RowRef& b) {
  return std::tie(a.crosswalk, a.row) < std::tie(b.crosswalk, b.row);
}
inline bool operator==(const RowRef& a, const RowRef& b) {
  return a.crosswalk == b.crosswalk && a.row == b.row;
}

inline const Crosswalk& CrosswalkOf(const Dataset& dataset, const RowRef& row) {
  return dataset.crosswalks[static_cast<std::size_t>(row.crosswalk)];
}
inline const Mapping& MappingOf(const Dataset& dataset, const RowRef& row) {
  return CrosswalkOf(dataset, row).mappings[static_cast<std::size_t>(row.row)];
}

// "file:line"; the file by its name alone, so that results do not depend on
// where the data lies.  "workspace:3" for what the user's decision 3 says.
std::string PlaceOf(const Dataset& dataset, const RowRef& row);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_ROW_REF_H_
