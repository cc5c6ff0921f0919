// Loads a data directory: frameworks/*/{framework.toml,controls.tsv,
// recurring.tsv},
// frameworks/regimes.tsv and crosswalks/*.tsv.

#ifndef MAPPER_PARSE_DATASET_FILES_H_
#define MAPPER_PARSE_DATASET_FILES_H_

#include <string>

#include "mapper/base/diagnostic.h"
#include "mapper/model/dataset.h"

namespace mapper {

// A framework without controls.tsv is known, and its text awaits import.
// Throws Error when the directory has no frameworks/.
Dataset LoadDataset(const std::string& directory, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_DATASET_FILES_H_
