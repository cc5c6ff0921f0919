// Ids of controls, composed from their marks by the templates of the outline
// spec, and made unique.

#ifndef MAPPER_PARSE_OUTLINE_ID_H_
#define MAPPER_PARSE_OUTLINE_ID_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/outline.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

// In place of a rule: the id is printed, see outline_reader.h.
constexpr std::size_t kPrintedId = static_cast<std::size_t>(-1);

// On entry each control's `id` is its number; `rule_of` holds the place of its
// mark in rules.marks.  Printed ids come first, then those of the shallower
// controls, so that of an article and an item that would have the same id, the
// article keeps it.  A control with a printed id gets its parent: the one
// before it whose id is the longest beginning of its own.
void ComposeIds(const std::string& file, const OutlineRules& rules,
                const std::vector<std::size_t>& rule_of,
                std::vector<OutlineControl>& controls,
                Diagnostics& diagnostics);

// The id by an id template: {prefix}, {parent}, {n} and what is made of it.
std::string FillIdTemplate(std::string_view pattern, const std::string& prefix,
                           const std::string& parent,
                           const std::string& number);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_ID_H_
