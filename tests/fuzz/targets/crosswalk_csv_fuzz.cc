// Crosswalks as CSV: OLIR, compliance-trestle's, and our own listing.

#include <array>
#include <string>

#include "mapper/base/encoding.h"
#include "mapper/parse/crosswalk_document.h"
#include "mapper/parse/xlsx_reader.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(crosswalk_csv) {
  if (mapper::LooksLikeXlsx(bytes)) return;  // target xlsx
  mapper::Diagnostics ignored;
  const std::string text = mapper::DecodeText("rows.csv", bytes, ignored);
  mapper::DetectCrosswalkFormat("rows.csv", bytes);
  static constexpr std::array<mapper::CrosswalkFormat, 3> kFormats = {
      mapper::CrosswalkFormat::kOlir, mapper::CrosswalkFormat::kTrestle,
      mapper::CrosswalkFormat::kCsv};
  for (const mapper::CrosswalkFormat format : kFormats) {
    mapper::Diagnostics diagnostics;
    const mapper::ImportedCrosswalk imported = mapper::ReadCrosswalkDocument(
        "rows.csv", bytes, format, fuzz::SmallWorld(), 0, 1, diagnostics);
    fuzz::CheckReports(diagnostics, text);
    if (!diagnostics.has_errors()) fuzz::CheckImported(imported);
  }
}
