// One numbered requirement, outcome or heading of a framework.

#ifndef MAPPER_MODEL_CONTROL_H_
#define MAPPER_MODEL_CONTROL_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/expression.h"
#include "mapper/model/language.h"
#include "mapper/model/words.h"

namespace mapper {

// Texts are UTF-8; "" where the table has "-".
struct Control {
  std::string id;
  std::string parent;  // id, or "" at the top
  std::string label;   // as printed, for people
  std::string title_ja;
  std::string title_en;
  std::string gist_ja;  // our own words, "" when there is none to give
  std::string gist_en;
  Level level = Level::kInform;
  Role lead = Role::kIct;
  std::vector<Role> support;
  Expression applies;
  Evidence evidence = Evidence::kUnseen;
  std::string note;

  std::size_t line = 0;  // in controls.tsv

  // Places in Framework::controls, set by Framework::Link.
  int parent_index = -1;
  std::vector<int> children;
  int depth = 1;  // 1 at the top

  bool has_gist() const { return !gist_ja.empty(); }
  bool is_leaf() const { return children.empty(); }
  // A heading that only holds others together demands nothing by itself.
  bool has_own_demands() const { return has_gist() && level != Level::kInform; }

  const std::string& title(Language language) const {
    return language == Language::kEn && !title_en.empty() ? title_en : title_ja;
  }
  const std::string& gist(Language language) const {
    return language == Language::kEn && !gist_en.empty() ? gist_en : gist_ja;
  }
};

}  // namespace mapper

#endif  // MAPPER_MODEL_CONTROL_H_
