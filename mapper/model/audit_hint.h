// Which documents an auditor may ask for, and how to check: a suggestion by
// what a control speaks of, never part of a framework.

#ifndef MAPPER_MODEL_AUDIT_HINT_H_
#define MAPPER_MODEL_AUDIT_HINT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/language.h"

namespace mapper {

struct Control;

struct AuditHint {
  std::vector<std::string> words;  // Japanese; one of them is enough
  std::string documents_ja;
  std::string check_ja;
  std::string documents_en;
  std::string check_en;
  std::size_t line = 0;

  const std::string& documents(Language language) const {
    return language == Language::kJa ? documents_ja : documents_en;
  }
  const std::string& check(Language language) const {
    return language == Language::kJa ? check_ja : check_en;
  }
};

// The first hint with a word that stands in the Japanese title, otherwise the
// first with one in the Japanese gist; null when there is none.
const AuditHint* FindHint(const std::vector<AuditHint>& hints,
                          const Control& control);

}  // namespace mapper

#endif  // MAPPER_MODEL_AUDIT_HINT_H_
