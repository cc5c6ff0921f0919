// Reads frameworks/<id>/framework.toml and controls.tsv (docs/formats.md).

#ifndef MAPPER_PARSE_FRAMEWORK_FILES_H_
#define MAPPER_PARSE_FRAMEWORK_FILES_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/model/framework.h"

namespace mapper {

// `id` is the name of the directory; framework.toml must say the same.
// The [outline] table is left to parse/outline_spec.h.
Framework ReadFrameworkToml(const std::string& file, std::string_view text,
                            const std::string& id, Diagnostics& diagnostics);

// Fills `framework.controls` and links them.  Reports ids that are not ASCII,
// repeated or taken for a number or a date by a spreadsheet; parents that are
// unknown, come later or run in a cycle; unknown words; a lead that supports
// itself; bad conditions.
void ReadControls(const std::string& file, std::string text,
                  Framework& framework, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_FRAMEWORK_FILES_H_
