// What is checked of every catalogue in JSON, whatever its form.

#ifndef TESTS_FUZZ_CATALOGUE_CHECK_H_
#define TESTS_FUZZ_CATALOGUE_CHECK_H_

#include <string>
#include <string_view>

#include "mapper/parse/catalog_json.h"
#include "tests/fuzz/checks.h"

namespace fuzz {

inline void CheckCatalogueJson(std::string_view bytes) {
  mapper::Diagnostics diagnostics;
  const mapper::Outline outline =
      mapper::ReadCatalogJson("c.json", bytes, diagnostics);
  CheckReports(diagnostics, bytes);
  Require(diagnostics.has_errors() || !outline.controls.empty(),
          "neither controls nor errors");
  CheckOutline(outline, bytes.size() + 1);
}

}  // namespace fuzz

#endif  // TESTS_FUZZ_CATALOGUE_CHECK_H_
