#include "mapper/model/date.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace mapper {
namespace {

int DaysIn(int year, int month) {
  static const int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// First day of the era Reiwa.
constexpr Date kReiwa{2019, 5, 1};

}  // namespace

std::optional<Date> ParseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const Date date{Number(text.substr(0, 4)), Number(text.substr(5, 2)),
                  Number(text.substr(8, 2))};
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > DaysIn(date.year, date.month)) {
    return {};
  }
  return date;
}

std::string ToIso(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string ToLongText(const Date& date, Language language) {
  if (language == Language::kEn) {
    static const char* kMonths[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{} {} {}", date.day, kMonths[date.month - 1],
                       date.year);
  }
  if (date < kReiwa) {
    return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
  }
  const int era = date.year - kReiwa.year + 1;
  return fmt::format("令和{}年{}月{}日", era == 1 ? "元" : std::to_string(era),
                     date.month, date.day);
}

std::string ToShortText(const Date& date, Language language) {
  if (language == Language::kEn || date < kReiwa) return ToIso(date);
  return fmt::format("R{}.{}.{}", date.year - kReiwa.year + 1, date.month,
                     date.day);
}

Date Today() {
  const auto now = std::chrono::system_clock::now() + std::chrono::hours(9);
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

}  // namespace mapper
