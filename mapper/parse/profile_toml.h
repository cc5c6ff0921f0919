// Reads the profile of an organisation (docs/formats.md, docs/facts.md).

#ifndef MAPPER_PARSE_PROFILE_TOML_H_
#define MAPPER_PARSE_PROFILE_TOML_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/model/profile.h"

namespace mapper {

// Unknown keys, facts, roles and values are errors that name the nearest known
// one; so are facts that contradict each other.
Profile ReadProfile(const std::string& file, std::string_view text,
                    Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_PROFILE_TOML_H_
