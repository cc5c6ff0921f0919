// Reads the cells of an XLSX workbook (ECMA-376) as Excel, LibreOffice and
// libxlsxwriter write it: minizip for the archive, pugixml for its parts.
// Macros, drawings, styles and formulas are passed over; a formula gives the
// value that was stored with it.

#ifndef MAPPER_PARSE_XLSX_READER_H_
#define MAPPER_PARSE_XLSX_READER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/base/limits.h"
#include "mapper/parse/csv.h"
#include "mapper/parse/xlsx_value.h"
#include "mapper/parse/zip_archive.h"

namespace mapper {

struct XlsxSheet {
  std::string name;
  bool hidden = false;
  // Rows with text in them, in order; rows without any are left out.  The
  // cells of a row stand at their place: row[i] is column i + 1, blank cells
  // before the last one with text are there with empty text.  `line` is the
  // row and `column` the column of the sheet, both from 1, for CellAddress.
  std::vector<CsvRow> rows;
};

struct XlsxLimits {
  ZipLimits zip;
  std::size_t sheets = limits::kSheets;
  std::size_t cells =
      limits::kSheetCells;  // of all sheets, blank ones between counted
  std::size_t text = limits::kSheetText;  // bytes in all cells together
};

// Text is UTF-8 with line feeds.  Numbers are plain (1, not 1.0), cells with a
// date format are ISO dates, booleans TRUE and FALSE, errors as shown (#N/A).
// No apostrophe is taken off: XLSX needs no guard.
//
// Reports, and returns no sheet when there are errors:
//   xlsx-kind        not a workbook of this kind, or protected by a password
//   xlsx-zip         a damaged or cut file
//   xlsx-size        larger than the limits
//   xlsx-part        a part that is missing, there twice, or outside the file
//   xlsx-cell        an address, type or index of a cell that cannot be
//   xml-*            parts that are no XML, or use DOCTYPE or entities
// and as warnings
//   xlsx-error-cell  a cell that holds an error of a formula
//   xlsx-no-value    a formula without a stored value; read as blank
std::vector<XlsxSheet> ReadXlsx(const std::string& file, std::string_view bytes,
                                Diagnostics& diagnostics,
                                const XlsxLimits& limits = {});

// True for bytes that begin as a zip archive: to tell XLSX from text.
bool LooksLikeXlsx(std::string_view bytes);

// The sheet of this name, or null.
const XlsxSheet* FindSheet(const std::vector<XlsxSheet>& sheets,
                           std::string_view name);

// Reports at a cell: line and column of the location are row and column of the
// sheet, and the message begins with "SHEET!C5: ".
void CellError(Diagnostics& diagnostics, const char* id,
               const std::string& file, const XlsxSheet& sheet,
               const CsvCell& cell, const std::string& message);

}  // namespace mapper

#endif  // MAPPER_PARSE_XLSX_READER_H_
