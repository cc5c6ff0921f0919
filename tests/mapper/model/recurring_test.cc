#include "mapper/model/recurring.h"

#include <gtest/gtest.h>

#include <string>

namespace mapper {
namespace {

template <typename Table>
void ExpectRoundTrip(const Table& table) {
  for (const auto& name : table) {
    EXPECT_STREQ(ToString(name.value), name.machine);
    EXPECT_EQ(FindName(table, name.machine), name.value);
    EXPECT_STREQ(InWords(name.value, Language::kJa), name.words.ja);
    EXPECT_STREQ(InWords(name.value, Language::kEn), name.words.en);
  }
  EXPECT_FALSE(FindName(table, "no-such-word"));
}

TEST(RecurringTest, WordsFollowTheEnumerators) {
  ExpectRoundTrip(kDutyKinds);
  ExpectRoundTrip(kIntervals);
  ExpectRoundTrip(kDutyBases);
}

TEST(RecurringTest, EventsHaveNoSeason) {
  std::string with;
  for (const auto& name : kIntervals) {
    if (HasSeason(name.value)) with += std::string(name.machine) + ' ';
  }
  EXPECT_EQ(with, "yearly half-yearly quarterly monthly regular unstated ");
}

}  // namespace
}  // namespace mapper
