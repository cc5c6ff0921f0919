// What the choice of a network model (α, α’, β, β’) brings: the controls whose
// conditions depend on `network_model`, of any framework.

#ifndef MAPPER_CROSSWALK_NETWORK_MODELS_H_
#define MAPPER_CROSSWALK_NETWORK_MODELS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/dataset.h"
#include "mapper/model/date.h"
#include "mapper/model/profile.h"

namespace mapper {

struct ModelControl {
  ControlRef control;
  std::vector<std::string> models;  // under which it applies or may apply
};

struct NetworkModels {
  std::vector<std::string> models;  // all there are, as in model/facts.h
  std::string own;                  // the profile's, or "" when not stated
  // Controls with demands of their own (must or should) that apply under some
  // models and not under others, by framework, in document order.
  std::vector<ModelControl> controls;
  std::size_t for_information = 0;  // the same, of level inform or no gist

  // True when it applies under `model`.
  static bool Brings(const ModelControl& control, const std::string& model);
};

NetworkModels FindNetworkModels(const Dataset& dataset, const Profile& profile,
                                const Date& on);

// "α’モデル", "α' model"; the name itself when it is none that we know.
std::string ModelInWords(const std::string& model, Language language);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_NETWORK_MODELS_H_
