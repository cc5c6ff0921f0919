// OSCAL catalogues in XML.

#include <string>

#include "mapper/parse/catalog_xml.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(oscal_catalog_xml) {
  mapper::Diagnostics diagnostics;
  const mapper::Outline outline =
      mapper::ReadCatalogXml("c.xml", bytes, diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  fuzz::Require(diagnostics.has_errors() || !outline.controls.empty(),
                "neither controls nor errors");
  fuzz::CheckOutline(outline, bytes.size() + 1);
}
