// UTF-8 at the boundary: decoding one character, validating a whole text.

#ifndef MAPPER_BASE_UTF8_H_
#define MAPPER_BASE_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace mapper {

struct Utf8Char {
  char32_t value = 0;      // U+FFFD where the bytes are not UTF-8
  std::size_t length = 1;  // bytes taken; at least 1
  bool valid = true;
};

// Decodes the character at `offset`, which must be inside `text`.  Overlong
// forms, surrogates and values past U+10FFFF are not valid.
Utf8Char DecodeUtf8(std::string_view text, std::size_t offset);

void AppendUtf8(std::string& out, char32_t value);

// Byte offset of the first byte that is not UTF-8, or npos.
std::size_t FindInvalidUtf8(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_BASE_UTF8_H_
