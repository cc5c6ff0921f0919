// Calendar dates, as the laws and contracts give them.

#ifndef MAPPER_MODEL_DATE_H_
#define MAPPER_MODEL_DATE_H_

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "mapper/model/language.h"

namespace mapper {

// A day of the Gregorian calendar.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

inline bool operator<(const Date& a, const Date& b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}
inline bool operator==(const Date& a, const Date& b) {
  return std::tie(a.year, a.month, a.day) == std::tie(b.year, b.month, b.day);
}

// "2027-07-01"; nothing when the text is not a day that exists.
std::optional<Date> ParseDate(std::string_view text);

std::string ToIso(const Date& date);

// "令和9年7月1日" (Gregorian before 2019-05-01), or "1 July 2027".
std::string ToLongText(const Date& date, Language language);

// "R9.7.1", or the ISO form in English.
std::string ToShortText(const Date& date, Language language);

// Today in Japan (UTC+9): the offices that use this are there.
Date Today();

}  // namespace mapper

#endif  // MAPPER_MODEL_DATE_H_
