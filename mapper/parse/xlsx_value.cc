#include "mapper/parse/xlsx_value.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "mapper/base/utf8.h"

namespace mapper {
namespace {

constexpr std::size_t kLetters = 26;
constexpr long kSecondsOfDay = 86'400;
// Days from 1970-01-01, of day 0 in each date system.
constexpr long kEpoch1900 = -25'569;  // 1899-12-30, right from 1 March 1900 on
constexpr long kEpoch1904 = -24'107;  // 1904-01-01
constexpr long kLastDay = 2'932'896;  // 9999-12-31

std::optional<double> ToNumber(std::string_view text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return {};
  return value;
}

// Gregorian date of a day counted from 1970-01-01 (H. Hinnant, "chrono-
// compatible low-level date algorithms", civil_from_days), day >= -719468.
std::string IsoDay(long day) {
  const long z = day + 719'468;
  const long era = z / 146'097;
  const long of_era = z - era * 146'097;
  const long year_of_era =
      (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const long of_year =
      of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long shifted = (5 * of_year + 2) / 153;
  const long month = shifted < 10 ? shifted + 3 : shifted - 9;
  const long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return fmt::format("{:04}-{:02}-{:02}", year, month,
                     of_year - (153 * shifted + 2) / 5 + 1);
}

bool IsHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
         (c >= 'a' && c <= 'f');
}

// The value of "_xHHHH_" at `at`, when it stands there.
std::optional<char32_t> EscapedUnit(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  if (text.size() - at < kLength || text[at] != '_' || text[at + 1] != 'x' ||
      text[at + 6] != '_') {
    return {};
  }
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    if (!IsHex(text[i])) return {};
  }
  unsigned value = 0;
  std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
  return value;
}

std::string Unescape(std::string_view text) {
  constexpr std::size_t kLength = 7;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto unit = EscapedUnit(text, i);
    if (!unit || *unit == 0) {
      out += text[i++];
      continue;
    }
    i += kLength;
    char32_t value = *unit;
    if (value >= 0xD800 && value < 0xDC00 && i < text.size()) {
      const auto low = EscapedUnit(text, i);
      if (low && *low >= 0xDC00 && *low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (*low - 0xDC00);
        i += kLength;
      }
    }
    AppendUtf8(out, value >= 0xD800 && value < 0xE000 ? 0xFFFD : value);
  }
  return out;
}

// The first section of a format code without what it shows as it stands.
std::string FormatLetters(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const char close = c == '"' ? '"' : ']';
      const std::size_t end = code.find(close, i + 1);
      if (end == std::string_view::npos) break;
      // Elapsed time: [h] [mm] [s].
      if (c == '[' &&
          code.substr(i + 1, end - i - 1).find_first_not_of("hmsHMS") ==
              std::string_view::npos) {
        out += code.substr(i + 1, end - i - 1);
      }
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      out += c >= 'A' && c <= 'Z' && c != 'E' ? static_cast<char>(c - 'A' + 'a')
                                              : c;
    }
  }
  return out;
}

}  // namespace

std::string CellAddress(std::size_t row, std::size_t column) {
  std::string letters;
  if (column == 0 || column > kMaxSheetColumns) {
    letters = "?";
  } else {
    for (std::size_t rest = column; rest > 0; rest = (rest - 1) / kLetters) {
      letters.insert(letters.begin(),
                     static_cast<char>('A' + (rest - 1) % kLetters));
    }
  }
  return letters + std::to_string(row);
}

std::optional<CellPlace> ParseCellAddress(std::string_view text) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
    place.column =
        place.column * kLetters + static_cast<std::size_t>(text[at] - 'A') + 1;
    if (place.column > kMaxSheetColumns) return {};
  }
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + at, end, place.row);
  if (at == 0 || error != std::errc() || stop != end || place.row == 0 ||
      place.row > kMaxSheetRows) {
    return {};
  }
  return place;
}

bool IsDateFormat(unsigned id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
         (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

bool IsDateFormat(std::string_view code) {
  std::string letters = FormatLetters(code);
  for (const std::string_view word : {"general", "standard", "g/標準"}) {
    const std::size_t at = letters.find(word);
    if (at != std::string::npos) letters.erase(at, word.size());
  }
  // E+ and E- are exponents; e and g alone are Japanese eras.
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char next = i + 1 < letters.size() ? letters[i + 1] : ' ';
    switch (letters[i]) {
      case 'y':
      case 'm':
      case 'd':
      case 'h':
      case 's':
      case 'g':
      case 'r':
        return true;
      case 'e':
        if (next != '+' && next != '-') return true;
        break;
      default:
        break;
    }
  }
  return false;
}

std::string NumberText(std::string_view text) {
  const auto value = ToNumber(text);
  if (!value) return std::string(text);
  constexpr double kExact = 1e15;
  if (*value == std::floor(*value) && std::abs(*value) < kExact) {
    return std::to_string(static_cast<long>(*value));
  }
  std::array<char, 32> buffer = {};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), *value);
  return error == std::errc() ? std::string(buffer.data(), end)
                              : std::string(text);
}

std::string DateText(std::string_view text, bool from_1904) {
  const auto value = ToNumber(text);
  constexpr double kLargest = 2'958'466;
  if (!value || *value < 0 || *value >= kLargest) return NumberText(text);
  const double whole = std::floor(*value);
  long day = static_cast<long>(whole);
  long second =
      std::lround((*value - whole) * static_cast<double>(kSecondsOfDay));
  if (second == kSecondsOfDay) {
    second = 0;
    ++day;
  }
  std::string time =
      fmt::format("{:02}:{:02}", second / 3600, second / 60 % 60);
  if (second % 60 != 0) time += fmt::format(":{:02}", second % 60);
  if (*value < 1 && second != 0) return time;
  if (from_1904) {
    day += kEpoch1904;
  } else {
    // 1900 was no leap year, but spreadsheets count its 29 February, as 60.
    if (day == 0 || day == 60) return NumberText(text);
    day += kEpoch1900 + (day < 60 ? 1 : 0);
  }
  if (day > kLastDay) return NumberText(text);
  return IsoDay(day) + (second == 0 ? "" : " " + time);
}

std::string UnescapeXstring(std::string_view text) {
  const std::string plain = Unescape(text);
  std::string out;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] != '\r') {
      out += plain[i];
    } else if (i + 1 == plain.size() || plain[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace mapper
