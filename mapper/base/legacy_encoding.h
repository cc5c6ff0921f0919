// Japanese text from before Unicode, and UTF-16, one character at a time, by
// tables that the build takes from its machine's iconv
// (cmake/encoding_tables.cc).  encoding.h reads whole texts with it.

#ifndef MAPPER_BASE_LEGACY_ENCODING_H_
#define MAPPER_BASE_LEGACY_ENCODING_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace mapper {

// A character, and how many bytes it was; 0 when the bytes are none.
struct LegacyChar {
  char32_t value = 0;
  std::size_t length = 0;
};

// The character at `at`, which is before the end of `bytes`.
LegacyChar DecodeCp932(std::string_view bytes, std::size_t at);
LegacyChar DecodeEucJp(std::string_view bytes, std::size_t at);
LegacyChar DecodeUtf16(std::string_view bytes, std::size_t at, bool big_endian);

// Adds the bytes of a character in CP932; false when CP932 lacks it.
bool AppendCp932(std::string& out, char32_t c);

}  // namespace mapper

#endif  // MAPPER_BASE_LEGACY_ENCODING_H_
