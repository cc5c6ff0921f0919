// Libraries of CISO Assistant (YAML): what is imported is written as a table of
// ours, and that is read as the same.

#include <string>

#include "mapper/base/encoding.h"
#include "mapper/parse/crosswalk_document.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(ciso_yaml) {
  mapper::Diagnostics diagnostics;
  const mapper::ImportedCrosswalk imported = mapper::ReadCrosswalkDocument(
      "lib.yaml", bytes, mapper::CrosswalkFormat::kCisoAssistant,
      fuzz::SmallWorld(), 0, 1, diagnostics);
  mapper::Diagnostics ignored;
  fuzz::CheckReports(diagnostics,
                     mapper::DecodeText("lib.yaml", bytes, ignored));
  if (!diagnostics.has_errors()) fuzz::CheckImported(imported);
}
