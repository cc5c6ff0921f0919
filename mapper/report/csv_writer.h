// CSV as design 8 asks for it: RFC 4180, CR LF, UTF-8 with a byte order mark
// so that Excel on Japanese Windows reads it.

#ifndef MAPPER_REPORT_CSV_WRITER_H_
#define MAPPER_REPORT_CSV_WRITER_H_

#include <string>
#include <string_view>

#include "mapper/report/records.h"

namespace mapper {

struct CsvOptions {
  bool bom = true;
  bool cp932 = false;  // for old Excel; never with a byte order mark
};

// One cell, quoted where RFC 4180 wants it.  Text that a spreadsheet would
// take for a formula (base/guard.h) gets one apostrophe in front.
std::string CsvCellText(std::string_view text);

// The whole file.  `unmappable` receives the characters that CP932 lacks.
std::string WriteCsv(const Records& records, const View& view,
                     const CsvOptions& options, std::string& unmappable);

}  // namespace mapper

#endif  // MAPPER_REPORT_CSV_WRITER_H_
