#include "mapper/parse/outline_variants.h"

#include <algorithm>

#include "mapper/parse/outline_line.h"

namespace mapper {
namespace {

constexpr std::size_t kHeadBytes = 65536;

std::string Letters(const std::string& id) {
  const auto end = std::find_if(id.begin(), id.end(), [](char c) {
    return (c < 'A' || c > 'Z') && (c < 'a' || c > 'z');
  });
  return {id.begin(), end};
}

}  // namespace

std::string_view DocumentHead(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < kDocumentHeadLines && end < text.size(); ++i) {
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  }
  return text.substr(0, std::min(end, kHeadBytes));
}

const OutlineRules* ChooseRules(const OutlineSpec& spec,
                                std::string_view text) {
  const std::string_view head = DocumentHead(text);
  for (const OutlineVariant& variant : spec.variants) {
    for (const std::string& when : variant.when) {
      if (FitsPattern("*" + when + "*", head)) return &variant.rules;
    }
  }
  return spec.rules.marks.empty() ? nullptr : &spec.rules;
}

OtherDocuments::OtherDocuments(const Framework& framework,
                               const OutlineSpec& spec,
                               const OutlineVariant* variant)
    : own_(variant == nullptr ? spec.rules.prefix : variant->rules.prefix),
      first_(variant == nullptr || variant == spec.variants.data()) {
  for (const OutlineVariant& other : spec.variants) {
    if (&other == variant) continue;
    prefixes_.insert(other.rules.prefix);
    inverses_.emplace_back(framework, other.rules);
  }
}

bool OtherDocuments::Have(const Control& control) {
  for (OutlineInverse& inverse : inverses_) {
    if (!inverse.Find(control).empty()) return true;
  }
  const std::string letters = Letters(control.id);
  if (letters == own_) return false;
  return prefixes_.count(letters) != 0 || !first_;
}

}  // namespace mapper
