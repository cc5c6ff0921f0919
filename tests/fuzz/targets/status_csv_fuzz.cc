// Status files and checklists as CSV.  Cells are written as our writer does,
// and read back as they were.

#include <string>
#include <vector>

#include "mapper/base/encoding.h"
#include "mapper/parse/csv.h"
#include "mapper/parse/status_csv.h"
#include "mapper/parse/xlsx_reader.h"
#include "mapper/report/csv_writer.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

void CheckCells(std::string_view bytes, std::string_view text) {
  mapper::Diagnostics diagnostics;
  const auto rows = mapper::ReadCsv("s.csv", bytes, diagnostics);
  fuzz::CheckReports(diagnostics, text);
  std::string written = "\xEF\xBB\xBF";
  for (const mapper::CsvRow& row : rows) {
    std::string between;
    for (const mapper::CsvCell& cell : row) {
      written += between + mapper::CsvCellText(cell.text);
      between = ",";
    }
    written += "\r\n";
  }
  mapper::Diagnostics problems;
  const auto back = mapper::ReadCsv("s.csv", written, problems);
  fuzz::Require(problems.empty(), "what is written has errors:\n" + written);
  fuzz::Require(back.size() == rows.size(), "rows are lost:\n" + written);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    fuzz::Require(back[i].size() == rows[i].size(),
                  "cells are lost:\n" + written);
    for (std::size_t j = 0; j < rows[i].size(); ++j) {
      fuzz::Require(back[i][j].text == rows[i][j].text,
                    "another text: " + rows[i][j].text);
    }
  }
}

}  // namespace

FUZZ_TARGET(status_csv) {
  if (mapper::LooksLikeXlsx(bytes)) return;  // target xlsx
  mapper::Diagnostics ignored;
  const std::string text = mapper::DecodeText("s.csv", bytes, ignored);
  CheckCells(bytes, text);
  mapper::Diagnostics diagnostics;
  const auto answers =
      mapper::ReadStatusCsv("s.csv", bytes, fuzz::SmallWorld(), diagnostics,
                            mapper::Date{2026, 4, 1});
  fuzz::CheckReports(diagnostics, text);
}
