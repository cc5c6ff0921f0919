// SHA-256 (FIPS 180-4) of a whole buffer, by OpenSSL's libcrypto.

#ifndef MAPPER_BASE_SHA256_H_
#define MAPPER_BASE_SHA256_H_

#include <string>
#include <string_view>

namespace mapper {

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

// The same in Base64 (RFC 4648), as a content security policy names it.
std::string Sha256Base64(std::string_view bytes);

}  // namespace mapper

#endif  // MAPPER_BASE_SHA256_H_
