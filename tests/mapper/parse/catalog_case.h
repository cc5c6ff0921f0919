// A row of the tables of catalogue tests.

#ifndef TESTS_MAPPER_PARSE_CATALOG_CASE_H_
#define TESTS_MAPPER_PARSE_CATALOG_CASE_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/outline.h"
#include "tests/mapper/parse/outline_text.h"

namespace mapper {

struct CatalogCase {
  const char* name;
  std::string text;
  const char* controls;     // as DumpControls has it
  const char* diagnostics;  // as DumpDiagnostics has it
};

using CatalogReader = Outline (*)(const std::string&, std::string_view,
                                  Diagnostics&);

inline void CheckCase(const CatalogCase& c, CatalogReader read) {
  SCOPED_TRACE(c.name);
  Diagnostics diagnostics;
  const Outline outline = read("f", c.text, diagnostics);
  EXPECT_EQ(DumpControls(outline), c.controls);
  EXPECT_EQ(DumpDiagnostics(diagnostics), c.diagnostics);
  EXPECT_TRUE(IsTree(outline));
}

}  // namespace mapper

#endif  // TESTS_MAPPER_PARSE_CATALOG_CASE_H_
