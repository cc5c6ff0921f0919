#include "mapper/model/profile.h"

#include "mapper/model/facts.h"

namespace mapper {

Truth Profile::Fact(const std::string& fact) const {
  const auto it = known_.find(fact);
  if (it == known_.end()) return Truth::kUnknown;
  return it->second ? Truth::kTrue : Truth::kFalse;
}

std::optional<std::vector<std::string>> Profile::Values(
    const std::string& attribute) const {
  const auto it = attributes.find(attribute);
  if (it == attributes.end()) return {};
  return it->second;
}

const std::vector<std::string>& Profile::Departments(Role role) const {
  static const std::vector<std::string> kNone;
  const auto it = departments.find(role);
  return it == departments.end() ? kNone : it->second;
}

std::vector<std::string> Profile::Close() {
  std::vector<std::string> clashes;
  known_ = stated_facts;
  for (bool changed = true; changed;) {
    changed = false;
    for (const mapper::Fact& entry : Facts()) {
      for (const char* implied : entry.implies) {
        const auto from = known_.find(entry.name);
        const auto to = known_.find(implied);
        if (from != known_.end() && from->second && to == known_.end()) {
          known_[implied] = true;
          changed = true;
        } else if (to != known_.end() && !to->second && from == known_.end()) {
          known_[entry.name] = false;
          changed = true;
        }
      }
    }
  }
  for (const mapper::Fact& entry : Facts()) {
    for (const char* implied : entry.implies) {
      if (Fact(entry.name) == Truth::kTrue && Fact(implied) == Truth::kFalse) {
        clashes.push_back(std::string(entry.name) + " -> " + implied);
      }
    }
  }
  return clashes;
}

}  // namespace mapper
