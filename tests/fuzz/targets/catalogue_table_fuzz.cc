// controls.tsv: parents and children hold together whatever the rows say.

#include <string>

#include "mapper/parse/framework_files.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(catalogue_table) {
  mapper::Diagnostics diagnostics;
  mapper::Framework framework;
  framework.id = "alpha";
  framework.closed_ids = {"A1"};
  mapper::ReadControls("controls.tsv", std::string(bytes), framework,
                       diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  const int count = static_cast<int>(framework.controls.size());
  for (int i = 0; i < count; ++i) {
    const mapper::Control& control =
        framework.controls[static_cast<std::size_t>(i)];
    fuzz::Require(framework.Find(control.id) == i, "an id is not found");
    fuzz::Require(control.parent_index < count, "a parent that is not there");
    fuzz::Require(control.depth >= 1 && control.depth <= count, "a depth");
    for (const int child : control.children) {
      fuzz::Require(framework.IsUnder(child, i), "a child that is not below");
    }
    if (diagnostics.has_errors()) continue;
    fuzz::Require(control.parent_index < i, "a parent after its child");
    fuzz::Require(control.parent.empty() == (control.parent_index < 0),
                  "a parent is lost");
  }
}
