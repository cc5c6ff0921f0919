// The words of the Excel form of a profile, shared by what writes it and what
// reads it back.  Forms in either language are read.

#ifndef MAPPER_MODEL_PROFILE_FORM_H_
#define MAPPER_MODEL_PROFILE_FORM_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/language.h"

namespace mapper {

namespace form {

inline constexpr Words kOrganization = {"団体", "organization"};
inline constexpr Words kFacts = {"事実", "facts"};
inline constexpr Words kDepartments = {"課", "departments"};
inline constexpr Words kSystems = {"システム", "systems"};
inline constexpr Words kContracts = {"契約", "contracts"};

inline constexpr Words kKey = {"キー", "key"};
inline constexpr Words kQuestion = {"質問", "question"};
inline constexpr Words kAnswer = {"答え", "answer"};
inline constexpr Words kDepartment = {"課名", "department"};

inline constexpr Words kYes = {"はい", "yes"};
inline constexpr Words kNo = {"いいえ", "no"};
inline constexpr Words kUnknown = {"不明", "unknown"};

// A key of the form with what stands beside it.
struct Key {
  const char* machine;
  Words title;
};

// Of [organization], those that are no attribute of model/facts.h.
inline constexpr std::array<Key, 3> kNames = {
    {{"id", {"識別名（英数字）", "id (letters and digits)"}},
     {"name", {"名称", "name"}},
     {"name_en", {"名称（英語）", "name in English"}}}};

// Columns of systems; contracts have the same without in_use_since.
inline constexpr std::array<Key, 6> kHolding = {
    {{"name", {"名称", "name"}},
     {"segment", {"置かれた網", "segment"}},
     {"in_use_since", {"使い始めた日", "in use since"}},
     {"contract_from", {"契約の始まり", "contract from"}},
     {"contract_to", {"契約の終わり", "contract to"}},
     {"next_renewal", {"次の更新", "next renewal"}}}};

}  // namespace form

// True for the word in either language.
bool IsWord(const Words& words, std::string_view text);

// A value of an attribute for people, "市" of body = city; the value itself
// when it has no words.
std::string AttributeText(std::string_view attribute, std::string_view value,
                          Language language);

// The value that `text` stands for: a machine word, or words in either
// language; "" when it is none of the attribute.  Free text for `unit`.
std::string AttributeValue(std::string_view attribute, std::string_view text);

}  // namespace mapper

#endif  // MAPPER_MODEL_PROFILE_FORM_H_
