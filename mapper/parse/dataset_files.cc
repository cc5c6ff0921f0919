#include "mapper/parse/dataset_files.h"

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/audit_hints.h"
#include "mapper/parse/crosswalk_table.h"
#include "mapper/parse/framework_files.h"
#include "mapper/parse/recurring_table.h"
#include "mapper/parse/regime_table.h"

namespace mapper {

Dataset LoadDataset(const std::string& directory, Diagnostics& diagnostics) {
  const std::string frameworks = directory + "/frameworks";
  if (!IsDirectory(frameworks)) {
    throw Error(directory + ": no data here: it has no folder 'frameworks'");
  }
  Dataset dataset;
  for (const std::string& name : ListDirectory(frameworks)) {
    const std::string folder = frameworks + "/" + name;
    if (!IsDirectory(folder)) continue;
    const std::string toml = folder + "/framework.toml";
    if (!Exists(toml)) {
      diagnostics.Error("framework-missing", {toml, 0, 0},
                        "a framework without its framework.toml");
      continue;
    }
    Framework framework =
        ReadFrameworkToml(toml, ReadFile(toml), name, diagnostics);
    framework.directory = folder;
    const std::string controls = folder + "/controls.tsv";
    if (Exists(controls)) {
      ReadControls(controls, ReadFile(controls), framework, diagnostics);
    }
    const std::string recurring = folder + "/recurring.tsv";
    if (Exists(recurring)) {
      ReadRecurring(recurring, ReadFile(recurring), framework, diagnostics);
    }
    dataset.frameworks.push_back(std::move(framework));
  }
  const std::string regimes = frameworks + "/regimes.tsv";
  if (Exists(regimes)) {
    dataset.regimes =
        ReadRegimes(regimes, ReadFile(regimes), dataset, diagnostics);
  }
  const std::string hints = frameworks + "/audit_hints.tsv";
  if (Exists(hints)) {
    dataset.audit_hints = ReadAuditHints(hints, ReadFile(hints), diagnostics);
  }
  const std::string crosswalks = directory + "/crosswalks";
  if (!IsDirectory(crosswalks)) return dataset;
  for (const std::string& name : ListDirectory(crosswalks)) {
    if (!EndsWith(name, ".tsv")) continue;
    const std::string file = crosswalks + "/" + name;
    if (auto crosswalk =
            ReadCrosswalk(file, ReadFile(file), dataset, diagnostics)) {
      dataset.crosswalks.push_back(std::move(*crosswalk));
    }
  }
  return dataset;
}

}  // namespace mapper
