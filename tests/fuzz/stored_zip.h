// A zip archive whose parts are stored, not packed, so that a fuzzer's bytes
// reach the readers of the parts.

#ifndef TESTS_FUZZ_STORED_ZIP_H_
#define TESTS_FUZZ_STORED_ZIP_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace fuzz {

inline std::uint32_t Crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
  }
  return ~crc;
}

inline std::string LittleEndian(std::size_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) {
    out += static_cast<char>(value & 0xFFU);
    value >>= 8U;
  }
  return out;
}

inline std::string StoredZip(const std::map<std::string, std::string>& parts) {
  std::string out;
  std::string directory;
  for (const auto& [name, bytes] : parts) {
    const std::string common =
        LittleEndian(0, 8) +  // flags, method, time
        LittleEndian(Crc32(bytes), 4) + LittleEndian(bytes.size(), 4) +
        LittleEndian(bytes.size(), 4) + LittleEndian(name.size(), 2);
    directory += "PK\1\2" + LittleEndian(20, 2) + LittleEndian(20, 2) + common +
                 LittleEndian(0, 12) + LittleEndian(out.size(), 4) + name;
    out += "PK\3\4" + LittleEndian(20, 2) + common + LittleEndian(0, 2) + name +
           bytes;
  }
  return out + directory + "PK\5\6" + LittleEndian(0, 4) +
         LittleEndian(parts.size(), 2) + LittleEndian(parts.size(), 2) +
         LittleEndian(directory.size(), 4) + LittleEndian(out.size(), 4) +
         LittleEndian(0, 2);
}

}  // namespace fuzz

#endif  // TESTS_FUZZ_STORED_ZIP_H_
