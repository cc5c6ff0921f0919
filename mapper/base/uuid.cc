#include "mapper/base/uuid.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>

#include "mapper/base/error.h"

namespace mapper {
namespace {

constexpr std::size_t kBytes = 16;

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// The sixteen bytes of a UUID, or "" when the text is none.
std::string Bytes(std::string_view uuid) {
  std::string digits;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen != (uuid[i] == '-')) return {};
    if (!hyphen) digits += uuid[i];
  }
  if (digits.size() != 2 * kBytes) return {};
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const int high = HexDigit(digits[i]);
    const int low = HexDigit(digits[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(16 * high + low);
  }
  return bytes;
}

// The UUID of sixteen bytes or more, marked with its version.
std::string Format(unsigned char* bytes, unsigned int version) {
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0fU) | version << 4U);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3fU) | 0x80U);
  static const char* kHex = "0123456789abcdef";
  std::string uuid;
  for (std::size_t i = 0; i < kBytes; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += kHex[bytes[i] >> 4U];
    uuid += kHex[bytes[i] & 15U];
  }
  return uuid;
}

}  // namespace

const char* const kUuidNamespace = "78171295-f88b-5495-8747-fbaa4ed8979d";

std::string UuidV5(std::string_view space, std::string_view name) {
  std::string text = Bytes(space);
  if (text.empty()) throw Error("not a UUID: " + std::string(space));
  text += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(),
                 nullptr) != 1) {
    throw Error("SHA-1 is not available from libcrypto");
  }
  return Format(digest.data(), 5);
}

std::string RandomUuid() {
  std::array<unsigned char, kBytes> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw Error("libcrypto has no random bytes");
  }
  return Format(bytes.data(), 4);
}

}  // namespace mapper
