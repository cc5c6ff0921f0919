// OSCAL catalogues in JSON, by the reader that tells it from the others.

#include <algorithm>
#include <string>

#include "mapper/parse/catalog_json.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(oscal_catalog_json) {
  mapper::Diagnostics diagnostics;
  const mapper::Outline outline =
      mapper::ReadCatalogJson("c.json", std::string(bytes), diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  fuzz::Require(diagnostics.has_errors() || !outline.controls.empty(),
                "neither controls nor errors");
  fuzz::CheckOutline(outline, bytes.size() + 1);
}
