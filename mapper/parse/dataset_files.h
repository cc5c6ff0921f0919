// Loads a data directory: frameworks/*/{framework.toml,controls.tsv,
// recurring.tsv}, frameworks/regimes.tsv and audit_hints.tsv, crosswalks/*.tsv;
// and beside them those of the user's own directory, which has the same
// folders.

#ifndef MAPPER_PARSE_DATASET_FILES_H_
#define MAPPER_PARSE_DATASET_FILES_H_

#include <string>

#include "mapper/base/diagnostic.h"
#include "mapper/model/dataset.h"

namespace mapper {

// A framework without controls.tsv is known, and its text awaits import.
// Throws Error when the directory has no frameworks/.
//
// `user` is the user's directory; "", or one that is not there: none.  A
// framework of the user completes a shipped one that has no controls: its
// controls, status, sourcing and [outline] count, the rest stays as shipped.
// One that has a shipped catalogue is reported as [framework-twice].  A row of
// a user's crosswalk takes the place of the row of the shipped one of the same
// name with the same source and target; the shipped one then claims no longer
// to be complete.
Dataset LoadDataset(const std::string& directory, Diagnostics& diagnostics,
                    const std::string& user = {});

}  // namespace mapper

#endif  // MAPPER_PARSE_DATASET_FILES_H_
