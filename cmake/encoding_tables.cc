// Writes the tables of mapper/base/legacy_encoding.cc to standard output, as
// iconv of the machine that builds knows CP932 and EUC-JP.  So the program
// needs no iconv, whose converters are files that a single static program
// cannot count on.

#include <iconv.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr unsigned kNone = 0xFFFF;

class Converter {
 public:
  Converter(const char* to, const char* from) : handle_(iconv_open(to, from)) {
    if (handle_ == reinterpret_cast<iconv_t>(-1)) {
      std::fprintf(stderr, "iconv cannot convert %s to %s\n", from, to);
      std::exit(1);
    }
  }
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // The converted bytes; "" when `in` as a whole is no character.
  std::string Convert(std::string in) {
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    char out[16];
    char* from = in.data();
    std::size_t left = in.size();
    char* to = out;
    std::size_t room = sizeof out;
    if (iconv(handle_, &from, &left, &to, &room) ==
        static_cast<std::size_t>(-1)) {
      return {};
    }
    return {out, to};
  }

 private:
  iconv_t handle_;
};

std::string Bytes(std::initializer_list<unsigned> values) {
  std::string out;
  for (const unsigned value : values) out += static_cast<char>(value);
  return out;
}

unsigned Byte(char c) { return static_cast<unsigned char>(c); }

// One character of the Basic Multilingual Plane, or kNone.
unsigned Decode(Converter& converter, const std::string& bytes) {
  const std::string wide = converter.Convert(bytes);
  return wide.size() == 2 ? Byte(wide[0]) << 8U | Byte(wide[1]) : kNone;
}

void Print(const char* name, const std::vector<unsigned>& values) {
  std::printf("constexpr std::uint16_t %s[] = {", name);
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::printf("%s0x%X", i == 0 ? "" : i % 16 == 0 ? ",\n" : ",", values[i]);
  }
  std::printf("};\n");
}

}  // namespace

int main() {
  std::printf("// Written by cmake/encoding_tables.cc.\n");
  Converter from_cp932("UTF-16BE", "CP932");
  std::vector<unsigned> table;
  for (unsigned byte = 0; byte < 0x100; ++byte) {
    table.push_back(Decode(from_cp932, Bytes({byte})));
  }
  Print("kCp932Single", table);
  table.clear();
  for (unsigned lead = 0x81; lead <= 0xFC; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFC; ++trail) {
      const bool single = lead >= 0xA0 && lead < 0xE0;
      table.push_back(single ? kNone
                             : Decode(from_cp932, Bytes({lead, trail})));
    }
  }
  Print("kCp932Double", table);
  Converter from_euc("UTF-16BE", "EUC-JP");
  table.clear();
  for (unsigned byte = 0; byte < 0x100; ++byte) {
    table.push_back(Decode(from_euc, Bytes({byte})));
  }
  Print("kEucSingle", table);
  table.clear();
  for (unsigned lead = 0x8E; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0xA1; trail <= 0xFE; ++trail) {
      const bool single = lead > 0x8E && lead < 0xA1;
      table.push_back(single ? kNone : Decode(from_euc, Bytes({lead, trail})));
    }
  }
  Print("kEucDouble", table);
  table.clear();
  for (unsigned second = 0xA1; second <= 0xFE; ++second) {
    for (unsigned third = 0xA1; third <= 0xFE; ++third) {
      table.push_back(Decode(from_euc, Bytes({0x8F, second, third})));
    }
  }
  Print("kEucTriple", table);
  // Pairs of a character and its bytes, by character.
  Converter to_cp932("CP932", "UTF-16BE");
  table.clear();
  for (unsigned c = 0x80; c < 0x10000; ++c) {
    const std::string bytes = to_cp932.Convert(Bytes({c >> 8U, c & 0xFFU}));
    if (bytes.empty() || bytes.size() > 2) continue;
    table.push_back(c);
    table.push_back(bytes.size() == 1 ? Byte(bytes[0])
                                      : Byte(bytes[0]) << 8U | Byte(bytes[1]));
  }
  Print("kToCp932", table);
  return 0;
}
