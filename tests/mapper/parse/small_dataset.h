// Two small catalogues and one without its text, and the texts of such
// files, for tests of their readers.

#ifndef TESTS_MAPPER_PARSE_SMALL_DATASET_H_
#define TESTS_MAPPER_PARSE_SMALL_DATASET_H_

#include <string>
#include <utility>
#include <vector>

#include "mapper/model/dataset.h"

namespace mapper {

inline Framework SmallFramework(
    const std::string& id,
    const std::vector<std::pair<std::string, std::string>>& ids_and_parents) {
  Framework framework;
  framework.id = id;
  for (const auto& [control_id, parent] : ids_and_parents) {
    Control control;
    control.id = control_id;
    control.parent = parent;
    control.gist_ja = "要旨";
    control.gist_en = "gist";
    framework.controls.push_back(control);
  }
  framework.Link();
  return framework;
}

// alpha: A1 (A1.1, A1.2), A2; beta: B1, B2; later: nothing yet.
inline Dataset SmallDataset() {
  Dataset dataset;
  dataset.frameworks = {
      SmallFramework("alpha",
                     {{"A1", ""}, {"A1.1", "A1"}, {"A1.2", "A1"}, {"A2", ""}}),
      SmallFramework("beta", {{"B1", ""}, {"B2", ""}}),
      SmallFramework("later", {})};
  return dataset;
}

// The least framework.toml that is accepted; 11 lines.
inline std::string LeastFrameworkToml(const std::string& id) {
  return "id = \"" + id + R"("
title_ja = "題"
title_en = "title"
publisher_ja = "総務省"
publisher_en = "MIC"
kind = "law"
edition = "第1版"
status = "current"
licence = "none"
sourcing = "read"
binding = "law"
)";
}

// "|" stands for a tab, which editors hide.
inline std::string Tabs(std::string text) {
  for (char& c : text) c = c == '|' ? '\t' : c;
  return text;
}

}  // namespace mapper

#endif  // TESTS_MAPPER_PARSE_SMALL_DATASET_H_
