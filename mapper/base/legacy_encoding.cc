#include "mapper/base/legacy_encoding.h"

#include <cstdint>
#include <iterator>

namespace mapper {
namespace {

// kCp932Single and the other tables.
#include "encoding_tables.inc"

constexpr std::uint16_t kNone = 0xFFFF;  // no character

unsigned Byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool Within(unsigned byte, unsigned first, unsigned last) {
  return first <= byte && byte <= last;
}

LegacyChar Found(std::uint16_t value, std::size_t length) {
  if (value == kNone) return {};
  return {value, length};
}

}  // namespace

LegacyChar DecodeCp932(std::string_view bytes, std::size_t at) {
  const unsigned lead = Byte(bytes, at);
  if (kCp932Single[lead] != kNone) return Found(kCp932Single[lead], 1);
  if (!Within(lead, 0x81, 0xFC) || at + 1 >= bytes.size()) return {};
  const unsigned trail = Byte(bytes, at + 1);
  if (!Within(trail, 0x40, 0xFC)) return {};
  return Found(kCp932Double[(lead - 0x81) * 0xBD + trail - 0x40], 2);
}

LegacyChar DecodeEucJp(std::string_view bytes, std::size_t at) {
  const unsigned lead = Byte(bytes, at);
  if (kEucSingle[lead] != kNone) return Found(kEucSingle[lead], 1);
  if (!Within(lead, 0x8E, 0xFE) || at + 1 >= bytes.size()) return {};
  const unsigned second = Byte(bytes, at + 1);
  if (!Within(second, 0xA1, 0xFE)) return {};
  if (lead != 0x8F) {
    return Found(kEucDouble[(lead - 0x8E) * 94 + second - 0xA1], 2);
  }
  if (at + 2 >= bytes.size()) return {};
  const unsigned third = Byte(bytes, at + 2);
  if (!Within(third, 0xA1, 0xFE)) return {};
  return Found(kEucTriple[(second - 0xA1) * 94 + third - 0xA1], 3);
}

LegacyChar DecodeUtf16(std::string_view bytes, std::size_t at,
                       bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const unsigned first = Byte(bytes, i);
    const unsigned second = Byte(bytes, i + 1);
    return big_endian ? first << 8U | second : second << 8U | first;
  };
  if (at + 1 >= bytes.size()) return {};
  const unsigned high = unit(at);
  if (!Within(high, 0xD800, 0xDFFF)) return {high, 2};
  if (high >= 0xDC00 || at + 3 >= bytes.size()) return {};
  const unsigned low = unit(at + 2);
  if (!Within(low, 0xDC00, 0xDFFF)) return {};
  return {0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00), 4};
}

bool AppendCp932(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return true;
  }
  std::size_t first = 0;  // pairs from first up to last may hold it
  std::size_t last = std::size(kToCp932) / 2;
  while (first < last) {
    const std::size_t middle = (first + last) / 2;
    const char32_t there = kToCp932[2 * middle];
    if (there == c) {
      const unsigned bytes = kToCp932[2 * middle + 1];
      if (bytes > 0xFF) out += static_cast<char>(bytes >> 8U);
      out += static_cast<char>(bytes & 0xFFU);
      return true;
    }
    (there < c ? first : last) = there < c ? middle + 1 : middle;
  }
  return false;
}

}  // namespace mapper
