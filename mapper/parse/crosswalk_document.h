// Reads a crosswalk from a file of whatever interchange format.

#ifndef MAPPER_PARSE_CROSSWALK_DOCUMENT_H_
#define MAPPER_PARSE_CROSSWALK_DOCUMENT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/crosswalk.h"
#include "mapper/parse/imported_crosswalk.h"

namespace mapper {

enum class CrosswalkFormat {
  kOscal,
  kOlir,
  kCisoAssistant,
  kTrestle,
  kCsv,
  kTsv
};

// "oscal", "olir", "ciso-assistant", "trestle", "csv", "tsv", in this order.
const std::vector<std::string>& CrosswalkFormatNames();
const char* ToString(CrosswalkFormat format);

// By what the bytes hold; nothing when they look like none.
std::optional<CrosswalkFormat> DetectCrosswalkFormat(const std::string& file,
                                                     std::string_view bytes);

// Rows from `source` to `target` (places in the dataset), in table order.  Only
// without errors in `diagnostics` are they all there.  `bytes`: text in any
// encoding of base/encoding.h; OLIR may be XLSX, of which the sheet with the
// columns is read.
ImportedCrosswalk ReadCrosswalkDocument(const std::string& file,
                                        std::string_view bytes,
                                        CrosswalkFormat format,
                                        const Dataset& dataset, int source,
                                        int target, Diagnostics& diagnostics);

// The rows with their controls by place; `line` is that in the file read.
Crosswalk ToCrosswalk(const Dataset& dataset,
                      const ImportedCrosswalk& imported);

}  // namespace mapper

#endif  // MAPPER_PARSE_CROSSWALK_DOCUMENT_H_
