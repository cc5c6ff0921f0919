#include "mapper/model/date.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"

namespace mapper {
namespace {

TEST(ParseDateTest, ReadsDaysThatExist) {
  for (const char* text :
       {"2027-07-01", "2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01",
        "9999-12-31", "2026-04-30"}) {
    const auto date = ParseDate(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(ToIso(*date), text);
  }
}

TEST(ParseDateTest, RejectsTheRest) {
  for (const char* text :
       {"",           "2027",       "2027-7-1",    "2027/07/01",
        "2027-13-01", "2027-00-01", "2027-01-00",  "2027-01-32",
        "2027-04-31", "2026-02-29", "1900-02-29",  "0000-01-01",
        "-001-01-01", "2027-07-1 ", " 2027-07-01", "2027-07-01T",
        "+027-07-01", "2027-0a-01", "R9-07-0001",  "２０２７-07-01",
        "2027-07--1", "99999-01-01"}) {
    EXPECT_FALSE(ParseDate(text)) << text;
  }
  EXPECT_FALSE(ParseDate(std::string("2027-07-0\0", 10)));
  EXPECT_FALSE(ParseDate(Repeat("9", 1000000)));
}

TEST(DateTest, IsWrittenForPeople) {
  struct Case {
    Date date;
    const char* long_ja;
    const char* short_ja;
    const char* long_en;
    const char* short_en;
  };
  static const Case kCases[] = {
      {{2027, 7, 1}, "令和9年7月1日", "R9.7.1", "1 July 2027", "2027-07-01"},
      {{2019, 5, 1}, "令和元年5月1日", "R1.5.1", "1 May 2019", "2019-05-01"},
      {{2019, 12, 31},
       "令和元年12月31日",
       "R1.12.31",
       "31 December 2019",
       "2019-12-31"},
      {{2020, 1, 1}, "令和2年1月1日", "R2.1.1", "1 January 2020", "2020-01-01"},
      {{2019, 4, 30},
       "2019年4月30日",
       "2019-04-30",
       "30 April 2019",
       "2019-04-30"},
      {{1957, 6, 15},
       "1957年6月15日",
       "1957-06-15",
       "15 June 1957",
       "1957-06-15"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(ToLongText(c.date, Language::kJa), c.long_ja);
    EXPECT_EQ(ToShortText(c.date, Language::kJa), c.short_ja);
    EXPECT_EQ(ToLongText(c.date, Language::kEn), c.long_en);
    EXPECT_EQ(ToShortText(c.date, Language::kEn), c.short_en);
  }
}

TEST(DateTest, IsOrdered) {
  const Date dates[] = {
      {2026, 12, 31}, {2027, 1, 1}, {2027, 1, 2}, {2027, 2, 1}};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      EXPECT_EQ(dates[i] < dates[j], i < j);
      EXPECT_EQ(dates[i] == dates[j], i == j);
    }
  }
}

TEST(TodayTest, IsADay) {
  const Date today = Today();
  EXPECT_TRUE(ParseDate(ToIso(today))) << ToIso(today);
  EXPECT_TRUE((Date{2025, 1, 1}) < today);
}

}  // namespace
}  // namespace mapper
