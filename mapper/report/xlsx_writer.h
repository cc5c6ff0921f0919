// Writes workbooks for people to read, filter, print and fill in
// (libxlsxwriter).  Cells hold texts, numbers and dates; no text ever becomes
// a formula or a link, so texts need no apostrophe as in CSV.

#ifndef MAPPER_REPORT_XLSX_WRITER_H_
#define MAPPER_REPORT_XLSX_WRITER_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/model/date.h"
#include "mapper/model/language.h"

namespace mapper {

struct SheetColumn {
  // A number or ISO date becomes one in the sheet where the column says so;
  // what is none stays text, nothing is lost.
  enum class Kind { kText, kNumber, kDate };

  std::string title;
  Kind kind = Kind::kText;
  double width = 0;    // in half-width characters; 0: from the content
  bool input = false;  // to be filled in: light fill, not locked
  std::vector<std::string> choices;  // drop-down in each row; empty: none
};

// How a row is set; the places are those of Sheet::rows.
// kTitle, kSection, kNote and kText are one line that is not
// wrapped and runs over the blank cells to its right.
enum class RowStyle { kTitle, kSection, kHeader, kTotal, kNote, kText };

struct Sheet {
  std::string name;                       // made valid and unique when written
  std::vector<std::string> instructions;  // lines above the header
  std::vector<SheetColumn> columns;
  bool header = true;  // the titles as a row, frozen and repeated in print
  std::vector<std::vector<std::string>> rows;  // "" is a blank cell
  std::map<std::size_t, RowStyle> styles;      // of rows that are not plain
  // Drop-downs of single cells, by row and column; they go before those of the
  // column, and their cells are for input.
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>>
      choices;
  std::size_t spare_rows = 0;       // blank rows for input below the last
  std::size_t frozen_columns = 0;   // kept in sight beside the frozen header
  std::size_t printed_columns = 0;  // from the left; 0: all
  bool autofilter = true;           // only with a header
  bool locked = false;  // only input cells can be changed; no password
};

struct Workbook {
  Language language = Language::kJa;
  std::string title;
  // Stands as the day of creation: the same input gives the same bytes.
  Date day{2000, 1, 1};
  std::vector<Sheet> sheets;
};

// The first row of a sheet, from 1, that holds Sheet::rows[0].
std::size_t FirstRow(const Sheet& sheet);

// The bytes of the file.  Control characters but tab and line feed are made
// visible (<U+0001>).  Reports as warnings, with the sheet as file:
//   xlsx-cut         a text over 32,767 characters (the cell ends in a mark
//                    that says how many are missing), or rows or columns that
//                    a sheet cannot hold
//   xlsx-sheet-name  a name that Excel does not take, and what it became
// Throws Error when the system has no room for temporary data.
std::string WriteXlsx(const Workbook& workbook, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_REPORT_XLSX_WRITER_H_
