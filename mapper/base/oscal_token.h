// Ids as OSCAL tokens, and back.
//
// An OSCAL token is a letter or "_", then letters, digits, ".", "-" and "_".
// Ids of Japanese documents hold parentheses and more.  What a token may not
// have is written "_xH_" with its code point in upper case hexadecimal digits:
// "MIC4.1(1)" is "MIC4.1_x28_1_x29_".  A "_" that could be taken for the
// beginning of such an escape ("_x") is escaped itself.  Letters outside ASCII
// are escaped too: which characters are letters differs between versions of
// Unicode, and so between readers.

#ifndef MAPPER_BASE_OSCAL_TOKEN_H_
#define MAPPER_BASE_OSCAL_TOKEN_H_

#include <optional>
#include <string>
#include <string_view>

namespace mapper {

// The namespace of our OSCAL props: the URN of kUuidNamespace (base/uuid.h).
extern const char* const kOscalNamespace;

// A token for any id of valid UTF-8 that is not empty; different ids have
// different tokens.
std::string OscalToken(std::string_view id);

// The id that OscalToken made into this token, or nothing when it made none.
std::optional<std::string> FromOscalToken(std::string_view token);

}  // namespace mapper

#endif  // MAPPER_BASE_OSCAL_TOKEN_H_
