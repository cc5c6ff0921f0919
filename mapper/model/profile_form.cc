#include "mapper/model/profile_form.h"

#include "mapper/model/facts.h"

namespace mapper {
namespace {

struct ValueWords {
  const char* attribute;
  const char* value;
  Words words;
};

const std::vector<ValueWords>& AllValues() {
  static const std::vector<ValueWords> kValues = {
      {"body", "city", {"市", "city"}},
      {"body", "town", {"町", "town"}},
      {"body", "village", {"村", "village"}},
      {"body", "prefecture", {"都道府県", "prefecture"}},
      {"body", "enterprise-body", {"企業団", "enterprise body"}},
      {"body", "union", {"一部事務組合・広域連合", "union of municipalities"}},
      {"body",
       "local-incorporated-agency",
       {"地方独立行政法人", "local incorporated agency"}},
      {"organ", "mayor", {"長（市町村長、知事、企業長）", "head of the body"}},
      {"organ", "assembly", {"議会", "assembly"}},
      {"organ", "board-of-education", {"教育委員会", "board of education"}},
      {"organ",
       "public-safety-commission",
       {"公安委員会", "public safety commission"}},
      {"organ",
       "other-commission",
       {"その他の委員会・委員", "other commission"}},
      {"has_manager", "yes", form::kYes},
      {"has_manager", "no", form::kNo},
      {"sectors", "government", {"行政", "government"}},
      {"sectors", "water", {"水道", "water"}},
      {"sectors", "medical", {"医療", "medical"}},
      {"sectors", "police", {"警察", "police"}},
      {"sectors", "education", {"教育", "education"}},
      {"network_model", "alpha", {"αモデル", "alpha model"}},
      {"network_model", "alpha-prime", {"α’モデル", "alpha-prime model"}},
      {"network_model", "beta", {"βモデル", "beta model"}},
      {"network_model", "beta-prime", {"β’モデル", "beta-prime model"}}};
  return kValues;
}

}  // namespace

bool IsWord(const Words& words, std::string_view text) {
  return text == words.ja || text == words.en;
}

std::string AttributeText(std::string_view attribute, std::string_view value,
                          Language language) {
  for (const ValueWords& v : AllValues()) {
    if (attribute == v.attribute && value == v.value) {
      return v.words.in(language);
    }
  }
  return std::string(value);
}

std::string AttributeValue(std::string_view attribute, std::string_view text) {
  const Attribute* known = FindAttribute(attribute);
  if (known == nullptr) return {};
  if (known->values.empty()) return std::string(text);
  for (const char* value : known->values) {
    if (text == value) return value;
  }
  for (const ValueWords& v : AllValues()) {
    if (attribute == v.attribute && IsWord(v.words, text)) return v.value;
  }
  return {};
}

}  // namespace mapper
