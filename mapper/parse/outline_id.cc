#include "mapper/parse/outline_id.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

std::string Fill(std::string_view pattern, const std::string& prefix,
                 const std::string& parent, const std::string& number) {
  std::string out;
  while (!pattern.empty()) {
    const std::pair<std::string_view, const std::string*> kWords[] = {
        {"{prefix}", &prefix}, {"{parent}", &parent}, {"{n}", &number}};
    const auto* word = std::find_if(
        std::begin(kWords), std::end(kWords),
        [&](const auto& entry) { return StartsWith(pattern, entry.first); });
    if (word == std::end(kWords)) {
      out += pattern[0];
      pattern.remove_prefix(1);
    } else {
      out += *word->second;
      pattern.remove_prefix(word->first.size());
    }
  }
  return out;
}

}  // namespace

void ComposeIds(const std::string& file, const OutlineRules& rules,
                const std::vector<std::size_t>& rule_of,
                std::vector<OutlineControl>& controls,
                Diagnostics& diagnostics) {
  std::vector<std::size_t> order(controls.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(
      order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rules.marks[rule_of[a]].depth < rules.marks[rule_of[b]].depth;
      });
  std::unordered_map<std::string, std::size_t> line_of;
  for (const std::size_t i : order) {
    OutlineControl& control = controls[i];
    const OutlineControl* parent =
        control.parent < 0
            ? nullptr
            : &controls[static_cast<std::size_t>(control.parent)];
    std::string id =
        Fill(IdTemplate(rules, rules.marks[rule_of[i]],
                        parent == nullptr ? std::string() : parent->mark),
             rules.prefix, parent == nullptr ? rules.prefix : parent->id,
             control.id);
    const auto [first, inserted] = line_of.emplace(id, control.line);
    if (!inserted) {
      std::string unique;
      for (int count = 2; unique.empty() || line_of.count(unique) != 0;
           ++count) {
        unique = id + '~' + std::to_string(count);
      }
      diagnostics.Warning(
          "outline-duplicate-id", {file, control.line, 1},
          "id '" + id + "' of '" + control.label + "' is that of line " +
              std::to_string(first->second) + " already; now '" + unique + "'");
      line_of.emplace(unique, control.line);
      id = std::move(unique);
    }
    control.id = std::move(id);
  }
}

}  // namespace mapper
