#include "mapper/base/oscal_token.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "mapper/base/utf8.h"
#include "mapper/base/uuid.h"

namespace mapper {
namespace {

TEST(OscalTokenTest, NamespaceIsTheUrnOfOurUuids) {
  EXPECT_EQ(kOscalNamespace, "urn:uuid:" + std::string(kUuidNamespace));
}

TEST(OscalTokenTest, EscapesWhatATokenMayNotHold) {
  static const struct {
    const char* id;
    const char* token;
  } kCases[] = {
      {"PR.AA-01", "PR.AA-01"},
      {"MIC4.1(1)", "MIC4.1_x28_1_x29_"},
      {"4.1", "_x34_.1"},
      {".a", "_x2E_a"},
      {"-", "_x2D_"},
      {"_", "_"},
      {"a_b", "a_b"},
      {"a_", "a_"},
      {"a__b", "a__b"},
      {"a_xb", "a_x5F_xb"},
      {"a__x", "a__x5F_x"},
      {"(x", "_x28_x"},
      {"_(", "__x28_"},
      {"a b+c;d", "a_x20_b_x2B_c_x3B_d"},
      {"第1条", "_x7B2C_1_x6761_"},
      {"\xF0\x9F\x8C\x89", "_x1F309_"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(OscalToken(c.id), c.token) << c.id;
    EXPECT_EQ(FromOscalToken(c.token), c.id) << c.token;
  }
}

TEST(OscalTokenTest, RefusesWhatItNeverWrites) {
  for (const char* token :
       {"", "_x", "_x_", "_xG_", "_x28", "a_x41_", "_x0028_", "_x2e_", "a b",
        "4", "(", "a_xb", "_xD800_", "_x110000_", "_xFFFFFFFFFF_", "第",
        "a_x"}) {
    EXPECT_EQ(FromOscalToken(token), std::nullopt) << token;
  }
}

// ^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$, in the ASCII that is ever written.
bool IsToken(const std::string& text) {
  const auto letter = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  };
  if (text.empty() || !letter(text[0])) return false;
  for (const char c : text) {
    if (!letter(c) && !(c >= '0' && c <= '9') && c != '.' && c != '-') {
      return false;
    }
  }
  return true;
}

TEST(OscalTokenTest, IsReversibleForAnyText) {
  std::mt19937 random(20261122);
  // Characters that escapes are made of are drawn often.
  const std::u32string likely = U"_xX0289ABFf.-()a é第🌉";
  std::set<std::string> ids;
  std::set<std::string> tokens;
  for (int i = 0; i < 50000; ++i) {
    std::string id;
    for (auto length = 1 + random() % 8; length > 0; --length) {
      char32_t c = likely[random() % likely.size()];
      if (random() % 8 == 0) c = static_cast<char32_t>(1 + random() % 0xD7FE);
      AppendUtf8(id, c);
    }
    const std::string token = OscalToken(id);
    ASSERT_TRUE(IsToken(token)) << id << " gave " << token;
    ASSERT_EQ(FromOscalToken(token), id) << token;
    ids.insert(id);
    tokens.insert(token);
  }
  EXPECT_EQ(ids.size(), tokens.size());
}

}  // namespace
}  // namespace mapper
