// What is proposed as the [outline] of any text is one that the reader takes.

#include <algorithm>
#include <string>

#include "mapper/base/encoding.h"
#include "mapper/parse/outline_guess.h"
#include "mapper/parse/outline_reader.h"
#include "mapper/parse/outline_spec.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(outline_guess) {
  mapper::Diagnostics diagnostics;
  const std::string text = mapper::DecodeText("text.txt", bytes, diagnostics);
  const mapper::OutlineGuess guess = mapper::GuessOutline(text, "X");
  if (!guess.found) return;
  fuzz::CheckOutline(guess.outline, text.size() + 1);

  mapper::Diagnostics problems;
  const std::string toml = mapper::WriteOutlineToml(guess.rules);
  const auto spec = mapper::ReadOutlineSpec("framework.toml", toml, problems);
  fuzz::Require(spec.has_value() && problems.empty(),
                "a proposal that is not read: " + toml);
  mapper::Diagnostics reading;
  const mapper::Outline again =
      mapper::ReadOutline("text.txt", text, *spec, reading);
  fuzz::CheckReports(reading, text);
  fuzz::Require(
      std::equal(again.controls.begin(), again.controls.end(),
                 guess.outline.controls.begin(), guess.outline.controls.end(),
                 [](const auto& a, const auto& b) { return a.id == b.id; }),
      "the proposal reads other controls than it says");
}
