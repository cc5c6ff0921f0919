// NIST CPRT's export (JSON), by the reader that tells it from the others.

#include "tests/fuzz/catalogue_check.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(cprt_json) { fuzz::CheckCatalogueJson(bytes); }
