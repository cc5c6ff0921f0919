// Crosswalk tables: as shipped ones are read, and as a file to import.

#include <string>

#include "mapper/crosswalk/table_text.h"
#include "mapper/parse/crosswalk_document.h"
#include "mapper/parse/crosswalk_table.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(crosswalk_table) {
  const mapper::Dataset& world = fuzz::SmallWorld();
  mapper::Diagnostics diagnostics;
  const auto table = mapper::ReadCrosswalk(
      "alpha--beta.tsv", std::string(bytes), world, diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  fuzz::Require(table.has_value(), "no table, though its name is right");
  if (!diagnostics.has_errors()) {
    const std::string text = WriteTable(world, *table, {});
    mapper::Diagnostics problems;
    const auto back =
        mapper::ReadCrosswalk("alpha--beta.tsv", text, world, problems);
    fuzz::Require(problems.empty(), "what is written has errors:\n" + text);
    fuzz::Require(WriteTable(world, *back, {}) == text, "read back otherwise");
  }

  mapper::Diagnostics reading;
  const mapper::ImportedCrosswalk imported = mapper::ReadCrosswalkDocument(
      "rows.tsv", bytes, mapper::CrosswalkFormat::kTsv, world, 0, 1, reading);
  fuzz::CheckReports(reading, bytes);
  if (!reading.has_errors()) fuzz::CheckImported(imported);
}
