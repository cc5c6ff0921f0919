// OSCAL catalogues in JSON, by the reader that tells it from the others.

#include "tests/fuzz/catalogue_check.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(oscal_catalog_json) { fuzz::CheckCatalogueJson(bytes); }
