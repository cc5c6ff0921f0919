// UUIDs (RFC 9562): made from names (version 5: SHA-1), so that the same input
// gives the same file, or random (version 4).

#ifndef MAPPER_BASE_UUID_H_
#define MAPPER_BASE_UUID_H_

#include <string>
#include <string_view>

namespace mapper {

// The namespace of all UUIDs of this program: version 5 of the name
// "kakehashi" in the nil namespace.
extern const char* const kUuidNamespace;

// 36 characters, lower case.  `space` is a UUID in that form; throws Error when
// it is not, or when libcrypto has no SHA-1.
std::string UuidV5(std::string_view space, std::string_view name);

// A new one each time; throws Error when libcrypto has no random bytes.
std::string RandomUuid();

}  // namespace mapper

#endif  // MAPPER_BASE_UUID_H_
