// OSCAL mapping collections (JSON): what is imported is written as a table of
// ours, and that is read as the same.

#include <string>

#include "mapper/base/encoding.h"
#include "mapper/parse/crosswalk_document.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(oscal_mapping_json) {
  mapper::Diagnostics diagnostics;
  const mapper::ImportedCrosswalk imported = mapper::ReadCrosswalkDocument(
      "map.json", bytes, mapper::CrosswalkFormat::kOscal, fuzz::SmallWorld(), 0,
      1, diagnostics);
  mapper::Diagnostics ignored;
  fuzz::CheckReports(diagnostics,
                     mapper::DecodeText("map.json", bytes, ignored));
  if (!diagnostics.has_errors()) fuzz::CheckImported(imported);
}
