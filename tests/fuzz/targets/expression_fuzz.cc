// Conditions: what is read is written canonically, and that is read as the
// same.

#include <string>

#include "mapper/parse/expression.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

class NothingKnown : public mapper::FactSource {
 public:
  mapper::Truth Fact(const std::string& /*name*/) const override {
    return mapper::Truth::kUnknown;
  }
  std::optional<std::vector<std::string>> Values(
      const std::string& /*name*/) const override {
    return {};
  }
};

}  // namespace

FUZZ_TARGET(expression) {
  mapper::Diagnostics diagnostics;
  const auto read =
      mapper::ParseExpression(bytes, {"t.tsv", 1, 1}, bytes, diagnostics);
  fuzz::Require(read.has_value() != diagnostics.has_errors(),
                "neither read nor reported, or both");
  for (const mapper::Diagnostic& report : diagnostics.all()) {
    fuzz::Require(report.where.column <= bytes.size() + 1,
                  "a column past the end: " + ToString(report));
  }
  fuzz::CheckReports(diagnostics);
  if (!read) return;

  const std::string text = ToString(*read);
  mapper::Diagnostics problems;
  const auto back =
      mapper::ParseExpression(text, {"t.tsv", 1, 1}, text, problems);
  fuzz::Require(back.has_value(), "not read back: " + text);
  fuzz::Require(ToString(*back) == text, "read back otherwise: " + text);
  const NothingKnown nothing;
  const bool open = Evaluate(*read, nothing) == mapper::Truth::kUnknown;
  fuzz::Require(open != UnknownNames(*read, nothing).empty(),
                "undecided without a reason, or decided with one: " + text);
}
