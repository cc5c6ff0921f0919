// Texts as a cell or the tab of a sheet can hold them.  Private to report/.

#ifndef MAPPER_REPORT_XLSX_TEXT_H_
#define MAPPER_REPORT_XLSX_TEXT_H_

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "mapper/model/language.h"

namespace mapper {

// Limits of Excel, in UTF-16 units.
constexpr std::size_t kMaxCellText = 32'767;
constexpr std::size_t kMaxSheetName = 31;

// UTF-16 units of valid UTF-8.
std::size_t Utf16Length(std::string_view text);

struct XlsxCellText {
  std::string text;     // as it goes into the file, escaped
  std::size_t cut = 0;  // characters that had to go; the text says so
};

// Control characters, invalid bytes and non-characters as <U+0001>, line ends
// as line feed; a text that looks like the escape _x0041_ is escaped itself.
XlsxCellText ToXlsxCell(std::string_view text, Language language);

// A name that Excel takes and that `taken` (lower case) does not hold: no
// []:*?/\ and no apostrophe at either end, at most 31 units.  Adds it to
// `taken`.
std::string ToSheetName(std::string_view name, Language language,
                        std::set<std::string>& taken);

}  // namespace mapper

#endif  // MAPPER_REPORT_XLSX_TEXT_H_
