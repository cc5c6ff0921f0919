// regimes.tsv: each row is of a framework and of controls that are there.

#include <string>

#include "mapper/parse/regime_table.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(regime_table) {
  const mapper::Dataset& world = fuzz::SmallWorld();
  mapper::Diagnostics diagnostics;
  const auto regimes = mapper::ReadRegimes("regimes.tsv", std::string(bytes),
                                           world, diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  if (diagnostics.has_errors()) return;
  for (const mapper::Regime& regime : regimes) {
    const int framework = world.FindFramework(regime.framework);
    fuzz::Require(framework >= 0, "no framework: " + regime.framework);
    for (const std::string& root : regime.roots) {
      fuzz::Require(world.framework(framework).Find(root) >= 0,
                    "no control: " + root);
    }
    fuzz::Require(
        !regime.from || !regime.until || !(*regime.until < *regime.from),
        "ends before it begins");
  }
}
