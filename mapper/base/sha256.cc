#include "mapper/base/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>

#include "mapper/base/error.h"

namespace mapper {

namespace {

std::array<unsigned char, 32> Digest(std::string_view bytes) {
  // A configuration of this machine could have libcrypto load modules.
  static const int ready =
      OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  if (ready != 1 ||
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(),
                 nullptr) != 1 ||
      size != digest.size()) {
    throw Error("SHA-256 is not available from libcrypto");
  }
  return digest;
}

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  static const char* kHex = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : Digest(bytes)) {
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

std::string Sha256Base64(std::string_view bytes) {
  const auto digest = Digest(bytes);
  std::array<unsigned char, 45> text{};  // 44 and the end
  const int size = EVP_EncodeBlock(text.data(), digest.data(),
                                   static_cast<int>(digest.size()));
  return {text.begin(), text.begin() + size};
}

}  // namespace mapper
