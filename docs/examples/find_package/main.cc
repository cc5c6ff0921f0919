// Prints how one framework stands against another, as `kakehashi gap` counts:
//   gap_count /usr/share/kakehashi lar-16-3 mic-lg-2026

#include <cstddef>
#include <iostream>

#include "mapper/base/diagnostic.h"
#include "mapper/base/error.h"
#include "mapper/crosswalk/gap.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/parse/dataset_files.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: gap_count DATA FRAMEWORK AGAINST\n";
    return 2;
  }
  try {
    mapper::Diagnostics diagnostics;
    const mapper::Dataset data = mapper::LoadDataset(argv[1], diagnostics);
    for (const mapper::Diagnostic& diagnostic : diagnostics.all()) {
      std::cerr << ToString(diagnostic);
    }
    const int framework = data.FindFramework(argv[2]);
    const int against = data.FindFramework(argv[3]);
    if (diagnostics.has_errors() || framework < 0 || against < 0) return 1;
    const mapper::Knowledge knowledge(data);
    const mapper::GapComparison compared = mapper::CompareFrameworks(
        data, knowledge, framework, against, nullptr);
    for (const auto& state : mapper::kGapStates) {
      std::cout << state.machine << ' '
                << compared.totals[static_cast<std::size_t>(state.value)]
                << '\n';
    }
  } catch (const mapper::Error& error) {
    std::cerr << "gap_count: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
