#include "mapper/base/oscal_token.h"

#include <cstddef>

#include "mapper/base/utf8.h"

namespace mapper {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::size_t kMostDigits = 6;  // U+10FFFF

bool IsLetter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// May stand in a token behind its first character.
bool IsPlain(char32_t c) {
  return IsLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

void AppendEscape(std::string& out, char32_t c) {
  std::string digits;
  do {
    digits.insert(digits.begin(), kHex[c % 16]);
    c /= 16;
  } while (c != 0);
  out += "_x" + digits + "_";
}

}  // namespace

const char* const kOscalNamespace =
    "urn:uuid:78171295-f88b-5495-8747-fbaa4ed8979d";

std::string OscalToken(std::string_view id) {
  std::string token;
  for (std::size_t i = 0; i < id.size();) {
    const Utf8Char c = DecodeUtf8(id, i);
    const bool first = i == 0;
    i += c.length;
    const bool starts_escape = c.value == '_' && i < id.size() && id[i] == 'x';
    if (first ? IsLetter(c.value) : IsPlain(c.value)) {
      token += static_cast<char>(c.value);
    } else if (c.value == '_' && !starts_escape) {
      token += '_';
    } else {
      AppendEscape(token, c.value);
    }
  }
  return token;
}

std::optional<std::string> FromOscalToken(std::string_view token) {
  std::string id;
  for (std::size_t i = 0; i < token.size();) {
    if (token.substr(i, 2) != "_x") {
      id += token[i++];
      continue;
    }
    char32_t value = 0;
    std::size_t digits = 0;
    for (i += 2; i < token.size() && token[i] != '_'; ++i) {
      const std::size_t digit = kHex.find(token[i]);
      if (digit == std::string_view::npos || ++digits > kMostDigits) return {};
      value = value * 16 + static_cast<char32_t>(digit);
    }
    if (i == token.size() || digits == 0 || value > 0x10FFFF) return {};
    ++i;
    AppendUtf8(id, value);
  }
  // Only what OscalToken writes: no needless escape, no surrogate.
  if (id.empty() || OscalToken(id) != token) return {};
  return id;
}

}  // namespace mapper
