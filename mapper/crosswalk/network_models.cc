#include "mapper/crosswalk/network_models.h"

#include <algorithm>
#include <utility>

#include "mapper/crosswalk/applicability.h"
#include "mapper/model/facts.h"

namespace mapper {
namespace {

constexpr const char kAttribute[] = "network_model";

}  // namespace

bool NetworkModels::Brings(const ModelControl& control,
                           const std::string& model) {
  return std::find(control.models.begin(), control.models.end(), model) !=
         control.models.end();
}

NetworkModels FindNetworkModels(const Dataset& dataset, const Profile& profile,
                                const Date& on) {
  NetworkModels result;
  if (const Attribute* attribute = FindAttribute(kAttribute)) {
    result.models.assign(attribute->values.begin(), attribute->values.end());
  }
  if (const auto own = profile.Values(kAttribute); own && !own->empty()) {
    result.own = own->front();
  }
  // The same organisation under each model.
  std::vector<Profile> profiles(result.models.size(), profile);
  std::vector<ApplicabilityMap> maps;
  maps.reserve(result.models.size());
  for (std::size_t i = 0; i < result.models.size(); ++i) {
    profiles[i].attributes[kAttribute] = {result.models[i]};
    maps.emplace_back(dataset, profiles[i], on);
  }
  for (std::size_t f = 0; f < dataset.frameworks.size(); ++f) {
    const auto& controls = dataset.frameworks[f].controls;
    for (std::size_t c = 0; c < controls.size(); ++c) {
      ModelControl entry{{static_cast<int>(f), static_cast<int>(c)}, {}};
      for (std::size_t i = 0; i < maps.size(); ++i) {
        if (maps[i].Of(entry.control).applies != Truth::kFalse) {
          entry.models.push_back(result.models[i]);
        }
      }
      if (entry.models.empty() || entry.models.size() == maps.size()) continue;
      if (controls[c].has_own_demands()) {
        result.controls.push_back(std::move(entry));
      } else {
        ++result.for_information;
      }
    }
  }
  return result;
}

std::string ModelInWords(const std::string& model, Language language) {
  static const struct {
    const char* model;
    Words words;
  } kModels[] = {{"alpha", {"αモデル", "α model"}},
                 {"alpha-prime", {"α’モデル", "α’ model"}},
                 {"beta", {"βモデル", "β model"}},
                 {"beta-prime", {"β’モデル", "β’ model"}}};
  for (const auto& name : kModels) {
    if (model == name.model) return name.words.in(language);
  }
  return model;
}

}  // namespace mapper
