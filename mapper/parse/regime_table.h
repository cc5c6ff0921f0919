// Reads frameworks/regimes.tsv (docs/formats.md).

#ifndef MAPPER_PARSE_REGIME_TABLE_H_
#define MAPPER_PARSE_REGIME_TABLE_H_

#include <string>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/model/dataset.h"

namespace mapper {

// The first column is a framework, or FRAMEWORK:ID+ID.. for the part of it
// that the row speaks of.  The framework must be loaded, if only its metadata.
std::vector<Regime> ReadRegimes(const std::string& file, std::string text,
                                const Dataset& dataset,
                                Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_REGIME_TABLE_H_
