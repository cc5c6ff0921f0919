// Reads a text by an outline spec and dumps what was found, for tests.

#ifndef TESTS_MAPPER_PARSE_OUTLINE_READING_H_
#define TESTS_MAPPER_PARSE_OUTLINE_READING_H_

#include <gtest/gtest.h>

#include <string>

#include "mapper/base/file.h"
#include "mapper/parse/outline_reader.h"

namespace mapper {

inline std::string Shipped(const char* framework) {
  return ReadFile(std::string(KAKEHASHI_ROOT "/frameworks/") + framework +
                  "/framework.toml");
}

struct Result {
  Outline outline;
  std::string controls;    // "id|title|text" a line
  std::string complaints;  // "line:column: message [id]" a line
};

inline Result Read(const std::string& toml, const std::string& text) {
  Result result;
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec("spec.toml", toml, diagnostics);
  EXPECT_TRUE(spec.has_value())
      << (diagnostics.empty() ? "" : ToString(diagnostics.all()[0]));
  if (!spec) return result;
  result.outline = ReadOutline("doc.txt", text, *spec, diagnostics);
  for (const OutlineControl& c : result.outline.controls) {
    result.controls += c.id + '|' + c.title + '|' + c.text + '\n';
  }
  for (const Diagnostic& d : diagnostics.all()) {
    EXPECT_EQ(d.where.file, "doc.txt");
    result.complaints +=
        std::to_string(d.where.line) + ':' + std::to_string(d.where.column) +
        ": " + ToString(d.severity) + ": " + d.message + " [" + d.id + "]\n";
  }
  return result;
}

}  // namespace mapper

#endif  // TESTS_MAPPER_PARSE_OUTLINE_READING_H_
