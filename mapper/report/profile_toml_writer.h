// Writes a profile as the TOML of design 4.5, with a comment on every key.

#ifndef MAPPER_REPORT_PROFILE_TOML_WRITER_H_
#define MAPPER_REPORT_PROFILE_TOML_WRITER_H_

#include <string>

#include "mapper/model/language.h"
#include "mapper/model/profile.h"

namespace mapper {

// parse/profile_toml.h reads it as an equal profile.  Facts and attributes
// that the profile does not state stand as comments, with their question in
// `language`.
std::string WriteProfileToml(const Profile& profile, Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_PROFILE_TOML_WRITER_H_
