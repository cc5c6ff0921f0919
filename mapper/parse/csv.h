// Reads comma-separated values (RFC 4180) as Excel and LibreOffice write them:
// UTF-8 with or without byte order mark, UTF-16 or CP932; CR LF or LF.

#ifndef MAPPER_PARSE_CSV_H_
#define MAPPER_PARSE_CSV_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/base/limits.h"

namespace mapper {

struct CsvCell {
  std::string text;        // without quotes, without our guard apostrophe
  std::size_t line = 0;    // where the cell begins
  std::size_t column = 0;  // code points
};

using CsvRow = std::vector<CsvCell>;

struct CsvLimits {
  std::size_t bytes = limits::kCsvBytes;
  std::size_t cells = limits::kCsvCells;  // empty ones too
};

// Reports [csv-size] past a limit (and reads no further), [csv-quote] for a
// quote that is never closed and for text after a closing quote.  Rows without
// any text are left out.
std::vector<CsvRow> ReadCsv(const std::string& file, std::string_view bytes,
                            Diagnostics& diagnostics,
                            const CsvLimits& limits = {});

}  // namespace mapper

#endif  // MAPPER_PARSE_CSV_H_
