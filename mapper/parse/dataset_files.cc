#include "mapper/parse/dataset_files.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/audit_hints.h"
#include "mapper/parse/crosswalk_table.h"
#include "mapper/parse/framework_files.h"
#include "mapper/parse/recurring_table.h"
#include "mapper/parse/regime_table.h"

namespace mapper {
namespace {

// The frameworks of a data directory; none without a folder 'frameworks'.
std::vector<Framework> ReadFrameworks(const std::string& directory,
                                      Diagnostics& diagnostics) {
  std::vector<Framework> out;
  const std::string frameworks = directory + "/frameworks";
  if (!IsDirectory(frameworks)) return out;
  for (const std::string& name : ListDirectory(frameworks)) {
    const std::string folder = frameworks + "/" + name;
    // What begins with a dot is being written.
    if (name[0] == '.' || !IsDirectory(folder)) continue;
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
    out.push_back(std::move(framework));
  }
  return out;
}

// Adds what the user has; a shipped framework without controls is completed.
void AddUserFramework(Framework framework, Dataset& dataset,
                      Diagnostics& diagnostics) {
  framework.user = true;
  const int index = dataset.FindFramework(framework.id);
  if (index < 0) {
    dataset.frameworks.push_back(std::move(framework));
    return;
  }
  Framework& shipped = dataset.frameworks[static_cast<std::size_t>(index)];
  if (!shipped.controls_file.empty()) {
    diagnostics.Error("framework-twice",
                      {framework.directory + "/framework.toml", 1, 1},
                      "'" + framework.id + "' has a shipped catalogue, " +
                          shipped.controls_file);
    return;
  }
  if (framework.controls_file.empty()) return;  // adds nothing
  shipped.user = true;
  shipped.status = framework.status;
  shipped.sourcing_ja = framework.sourcing_ja;
  shipped.sourcing_en = framework.sourcing_en;
  shipped.directory = framework.directory;
  shipped.controls_file = framework.controls_file;
  shipped.controls = std::move(framework.controls);
  shipped.duties = std::move(framework.duties);
  shipped.Link();
}

void AddRegimes(const std::string& directory, Dataset& dataset,
                Diagnostics& diagnostics) {
  const std::string file = directory + "/frameworks/regimes.tsv";
  if (!Exists(file)) return;
  auto regimes = ReadRegimes(file, ReadFile(file), dataset, diagnostics);
  std::move(regimes.begin(), regimes.end(),
            std::back_inserter(dataset.regimes));
}

void AddHints(const std::string& directory, Dataset& dataset,
              Diagnostics& diagnostics) {
  const std::string file = directory + "/frameworks/audit_hints.tsv";
  if (!Exists(file)) return;
  auto hints = ReadAuditHints(file, ReadFile(file), diagnostics);
  std::move(hints.begin(), hints.end(),
            std::back_inserter(dataset.audit_hints));
}

std::vector<Crosswalk> ReadCrosswalks(const std::string& directory,
                                      const Dataset& dataset,
                                      Diagnostics& diagnostics) {
  std::vector<Crosswalk> out;
  const std::string crosswalks = directory + "/crosswalks";
  if (!IsDirectory(crosswalks)) return out;
  for (const std::string& name : ListDirectory(crosswalks)) {
    if (!EndsWith(name, ".tsv")) continue;
    const std::string file = crosswalks + "/" + name;
    if (auto crosswalk =
            ReadCrosswalk(file, ReadFile(file), dataset, diagnostics)) {
      out.push_back(std::move(*crosswalk));
    }
  }
  return out;
}

// Takes out of `shipped` what `user` says anew.
void Override(const Crosswalk& user, Crosswalk& shipped) {
  auto& rows = shipped.mappings;
  const auto end =
      std::remove_if(rows.begin(), rows.end(), [&](const Mapping& row) {
        return std::any_of(user.mappings.begin(), user.mappings.end(),
                           [&](const Mapping& own) {
                             return own.sources == row.sources &&
                                    own.targets == row.targets;
                           });
      });
  if (end == rows.end()) return;
  rows.erase(end, rows.end());
  shipped.complete_source = false;
  shipped.complete_target = false;
}

}  // namespace

Dataset LoadDataset(const std::string& directory, Diagnostics& diagnostics,
                    const std::string& user) {
  if (!IsDirectory(directory + "/frameworks")) {
    throw Error(directory + ": no data here: it has no folder 'frameworks'");
  }
  const bool has_user = !user.empty() && IsDirectory(user);
  Dataset dataset;
  dataset.frameworks = ReadFrameworks(directory, diagnostics);
  if (has_user) {
    for (Framework& framework : ReadFrameworks(user, diagnostics)) {
      AddUserFramework(std::move(framework), dataset, diagnostics);
    }
    std::sort(dataset.frameworks.begin(), dataset.frameworks.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
  }
  AddRegimes(directory, dataset, diagnostics);
  AddHints(directory, dataset, diagnostics);
  dataset.crosswalks = ReadCrosswalks(directory, dataset, diagnostics);
  if (!has_user) return dataset;
  AddRegimes(user, dataset, diagnostics);
  AddHints(user, dataset, diagnostics);
  for (Crosswalk& own : ReadCrosswalks(user, dataset, diagnostics)) {
    own.user = true;
    for (Crosswalk& shipped : dataset.crosswalks) {
      if (!shipped.user && shipped.source == own.source &&
          shipped.target == own.target) {
        Override(own, shipped);
      }
    }
    dataset.crosswalks.push_back(std::move(own));
  }
  return dataset;
}

}  // namespace mapper
