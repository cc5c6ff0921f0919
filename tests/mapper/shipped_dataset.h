// The data as shipped, loaded once a program.

#ifndef TESTS_MAPPER_SHIPPED_DATASET_H_
#define TESTS_MAPPER_SHIPPED_DATASET_H_

#include "mapper/parse/dataset_files.h"

namespace mapper {

inline const Dataset& Shipped() {
  static const Dataset kDataset = [] {
    Diagnostics diagnostics;
    return LoadDataset(KAKEHASHI_ROOT, diagnostics);
  }();
  return kDataset;
}

}  // namespace mapper

#endif  // TESTS_MAPPER_SHIPPED_DATASET_H_
