#include "mapper/model/audit_hint.h"

#include <algorithm>

#include "mapper/model/control.h"

namespace mapper {

const AuditHint* FindHint(const std::vector<AuditHint>& hints,
                          const Control& control) {
  for (const std::string* text : {&control.title_ja, &control.gist_ja}) {
    for (const AuditHint& hint : hints) {
      if (std::any_of(hint.words.begin(), hint.words.end(),
                      [text](const std::string& word) {
                        return text->find(word) != std::string::npos;
                      })) {
        return &hint;
      }
    }
  }
  return nullptr;
}

}  // namespace mapper
