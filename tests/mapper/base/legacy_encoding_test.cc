#include "mapper/base/legacy_encoding.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "mapper/base/utf8.h"

namespace mapper {
namespace {

// iconv of this machine, one character at a time.
class Iconv {
 public:
  Iconv(const char* to, const char* from) : handle_(iconv_open(to, from)) {
    // iconv_open says it failed by this very value.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    known_ = handle_ != reinterpret_cast<iconv_t>(-1);
  }
  ~Iconv() {
    if (known_) iconv_close(handle_);
  }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;
  bool known() const { return known_; }

  // What the whole of `bytes` becomes; "" when it is not whole characters.
  std::string Convert(std::string bytes) {
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    char out[64];
    char* from = bytes.data();
    std::size_t left = bytes.size();
    char* to = out;
    std::size_t room = sizeof out;
    const std::size_t result = iconv(handle_, &from, &left, &to, &room);
    if (result == static_cast<std::size_t>(-1)) return {};
    return {out, to};
  }

 private:
  iconv_t handle_;
  bool known_ = false;
};

using Decoder = std::function<LegacyChar(std::string_view, std::size_t)>;

// All of `bytes` as UTF-8; "" when some of it is no character.
std::string Decode(const Decoder& decoder, std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const LegacyChar c = decoder(bytes, at);
    if (c.length == 0) return {};
    AppendUtf8(out, c.value);
    at += c.length;
  }
  return out;
}

std::string Bytes(unsigned value, int count) {
  std::string out;
  for (int i = count - 1; i >= 0; --i) {
    out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
  }
  return out;
}

std::string Hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    out += kDigits[static_cast<unsigned char>(c) >> 4U];
    out += kDigits[static_cast<unsigned char>(c) & 15U];
  }
  return out;
}

struct Case {
  const char* name;
  Decoder decoder;
  // Which longer sequences are tried too: those that begin with this byte.
  unsigned three_bytes_from;
};

class LegacyEncodingTest : public testing::TestWithParam<Case> {};

TEST_P(LegacyEncodingTest, ReadsEverySequenceAsIconvDoes) {
  Iconv iconv("UTF-8", GetParam().name);
  if (!iconv.known()) GTEST_SKIP() << "no iconv for " << GetParam().name;
  int characters = 0;
  int differing = 0;
  const auto compare = [&](const std::string& bytes) {
    const std::string want = iconv.Convert(bytes);
    const std::string got = Decode(GetParam().decoder, bytes);
    characters += want.empty() ? 0 : 1;
    if (got == want) return;
    if (++differing < 10) {
      ADD_FAILURE() << Hex(bytes) << ": " << Hex(got) << ", iconv says "
                    << Hex(want);
    }
  };
  for (unsigned value = 0; value < 0x100; ++value) compare(Bytes(value, 1));
  for (unsigned value = 0; value < 0x10000; ++value) compare(Bytes(value, 2));
  if (GetParam().three_bytes_from != 0) {
    const unsigned lead = GetParam().three_bytes_from << 16U;
    for (unsigned value = 0; value < 0x10000; ++value) {
      compare(Bytes(lead | value, 3));
    }
  }
  EXPECT_GT(characters, 20000);
  EXPECT_EQ(differing, 0);
}

// A pair of surrogates, whole and not, in front of an ordinary character.
TEST_P(LegacyEncodingTest, ReadsLongerSequencesAsIconvDoes) {
  Iconv iconv("UTF-8", GetParam().name);
  if (!iconv.known()) GTEST_SKIP() << "no iconv for " << GetParam().name;
  for (const unsigned first : {0xD800U, 0xDBFFU, 0xDC00U, 0x3042U, 0x82A0U}) {
    for (const unsigned second :
         {0xDC00U, 0xDFFFU, 0xD800U, 0x3042U, 0xFEFFU}) {
      for (const int count : {1, 2}) {
        const std::string bytes =
            Bytes(first, 2) + Bytes(second, count) + Bytes(0x4141, 2);
        EXPECT_EQ(Hex(Decode(GetParam().decoder, bytes)),
                  Hex(iconv.Convert(bytes)))
            << Hex(bytes);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, LegacyEncodingTest,
    testing::Values(Case{"CP932", DecodeCp932, 0},
                    Case{"EUC-JP", DecodeEucJp, 0x8F},
                    Case{"UTF-16LE",
                         [](std::string_view bytes, std::size_t at) {
                           return DecodeUtf16(bytes, at, false);
                         },
                         0x30},
                    Case{"UTF-16BE",
                         [](std::string_view bytes, std::size_t at) {
                           return DecodeUtf16(bytes, at, true);
                         },
                         0xD8}),
    [](const auto& test) {
      std::string name = test.param.name;
      name.erase(
          name.find('-') == std::string::npos ? name.size() : name.find('-'),
          1);
      return name;
    });

TEST(AppendCp932Test, WritesEveryCharacterAsIconvDoes) {
  Iconv iconv("CP932", "UTF-8");
  if (!iconv.known()) GTEST_SKIP() << "no iconv for CP932";
  int characters = 0;
  for (char32_t c = 0; c < 0x20000; ++c) {
    if (0xD800 <= c && c <= 0xDFFF) continue;
    std::string utf8;
    AppendUtf8(utf8, c);
    const std::string want = iconv.Convert(utf8);
    std::string got;
    EXPECT_EQ(AppendCp932(got, c), !want.empty()) << std::hex << +c;
    EXPECT_EQ(Hex(got), Hex(want)) << std::hex << +c;
    characters += want.empty() ? 0 : 1;
  }
  EXPECT_GT(characters, 9000);
}

}  // namespace
}  // namespace mapper
