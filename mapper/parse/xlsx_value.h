// Single values of a spreadsheet: addresses, numbers, dates and escaped text,
// as ECMA-376 part 1 has them (18.3.1.4 c, 18.8.30 numFmt, 22.9.2.19
// ST_Xstring).

#ifndef MAPPER_PARSE_XLSX_VALUE_H_
#define MAPPER_PARSE_XLSX_VALUE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mapper {

constexpr std::size_t kMaxSheetRows = 1'048'576;
constexpr std::size_t kMaxSheetColumns = 16'384;

// Row and column, 1-based.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

// "C5" of row 5 and column 3; columns beyond XFD are not named, "?5".
std::string CellAddress(std::size_t row, std::size_t column);

// The place of "C5"; nothing when it is none or outside a sheet.
std::optional<CellPlace> ParseCellAddress(std::string_view text);

// Whether a number format shows dates or times: one that is built in (by its
// id, the Japanese ones included), or a format code.
bool IsDateFormat(unsigned id);
bool IsDateFormat(std::string_view code);

// A number as people write it: "1" for 1.0, no exponent below 1e15, the
// shortest text that reads back as the same number.  The text itself when it
// is no number.
std::string NumberText(std::string_view text);

// The day of a serial number, "2027-07-01"; with a time of day
// "2027-07-01 13:30", a time alone "13:30" (seconds when there are any).  What
// is no day (negative, after the year 9999, 29 February 1900) stays a number.
std::string DateText(std::string_view text, bool from_1904);

// "_x000D_" and the like back into characters; line ends become one line feed.
std::string UnescapeXstring(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_PARSE_XLSX_VALUE_H_
