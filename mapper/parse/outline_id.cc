#include "mapper/parse/outline_id.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

// A number in ASCII, as ids of a catalogue have it: kana in letters, 20-73 for
// the range 20:73.
std::string InAscii(const std::string& number) {
  static const std::map<std::string_view, const char*> kLetters = {
      {"ア", "a"},  {"イ", "i"},   {"ウ", "u"},   {"エ", "e"},  {"オ", "o"},
      {"カ", "ka"}, {"キ", "ki"},  {"ク", "ku"},  {"ケ", "ke"}, {"コ", "ko"},
      {"サ", "sa"}, {"シ", "shi"}, {"ス", "su"},  {"セ", "se"}, {"ソ", "so"},
      {"タ", "ta"}, {"チ", "chi"}, {"ツ", "tsu"}, {"テ", "te"}, {"ト", "to"},
      {"ナ", "na"}, {"ニ", "ni"},  {"ヌ", "nu"},  {"ネ", "ne"}, {"ノ", "no"},
      {"ハ", "ha"}, {"ヒ", "hi"},  {"フ", "fu"},  {"ヘ", "he"}, {"ホ", "ho"},
      {"マ", "ma"}, {"ミ", "mi"},  {"ム", "mu"},  {"メ", "me"}, {"モ", "mo"},
      {"ヤ", "ya"}, {"ユ", "yu"},  {"ヨ", "yo"},  {"ラ", "ra"}, {"リ", "ri"},
      {"ル", "ru"}, {"レ", "re"},  {"ロ", "ro"},  {"ワ", "wa"}, {"ヰ", "wi"},
      {"ヱ", "we"}, {"ヲ", "wo"},  {"ン", "n"}};
  std::string out;
  for (std::size_t at = 0; at < number.size();) {
    const auto letter = kLetters.find(std::string_view(number).substr(at, 3));
    if (letter != kLetters.end()) {
      out += letter->second;
      at += 3;
    } else {
      out += number[at] == ':' ? '-' : number[at];
      ++at;
    }
  }
  return out;
}

struct Taken {
  std::size_t line;
  unsigned next;  // suffix for the next control that would have the id
};

// Of the controls with printed ids.
void FindParents(const std::vector<std::size_t>& rule_of,
                 std::vector<OutlineControl>& controls) {
  if (std::find(rule_of.begin(), rule_of.end(), kPrintedId) == rule_of.end()) {
    return;
  }
  std::unordered_map<std::string, std::size_t> before;
  for (std::size_t i = 0; i < controls.size(); ++i) {
    OutlineControl& control = controls[i];
    before.emplace(control.id, i);
    if (rule_of[i] != kPrintedId) continue;
    for (std::size_t size = control.id.size() - 1; size > 0; --size) {
      const auto found = before.find(control.id.substr(0, size));
      if (found == before.end()) continue;
      control.parent = static_cast<int>(found->second);
      control.depth = controls[found->second].depth + 1;
      break;
    }
  }
}

}  // namespace

std::string FillIdTemplate(std::string_view pattern, const std::string& prefix,
                           const std::string& parent,
                           const std::string& number) {
  const std::string last = number.substr(number.rfind('.') + 1);
  const std::string ascii = InAscii(number);
  std::string out;
  while (!pattern.empty()) {
    const std::pair<std::string_view, const std::string*> kWords[] = {
        {"{prefix}", &prefix},
        {"{parent}", &parent},
        {"{n}", &number},
        {"{ascii}", &ascii},
        {"{last}", &last}};
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

void ComposeIds(const std::string& file, const OutlineRules& rules,
                const std::vector<std::size_t>& rule_of,
                std::vector<OutlineControl>& controls,
                Diagnostics& diagnostics) {
  std::vector<std::size_t> order(controls.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto depth = [&](std::size_t i) {
    return rule_of[i] == kPrintedId ? 0 : rules.marks[rule_of[i]].depth;
  };
  std::stable_sort(
      order.begin(), order.end(),
      [&](std::size_t a, std::size_t b) { return depth(a) < depth(b); });
  std::unordered_map<std::string, Taken> taken;
  for (const std::size_t i : order) {
    OutlineControl& control = controls[i];
    const OutlineControl* parent =
        control.parent < 0
            ? nullptr
            : &controls[static_cast<std::size_t>(control.parent)];
    std::string id = control.id;
    if (rule_of[i] != kPrintedId) {
      id = FillIdTemplate(
          IdTemplate(rules, rules.marks[rule_of[i]],
                     parent == nullptr ? std::string() : parent->mark),
          rules.prefix, parent == nullptr ? rules.prefix : parent->id,
          control.id);
      const auto renamed = rules.rename.find(id);
      if (renamed != rules.rename.end()) id = renamed->second;
    }
    const auto [first, inserted] = taken.emplace(id, Taken{control.line, 2});
    if (!inserted) {
      std::string unique;
      do {
        unique = id;
        unique += '~';
        unique += std::to_string(first->second.next++);
      } while (taken.count(unique) != 0);
      diagnostics.Warning("outline-duplicate-id", {file, control.line, 1},
                          "id '" + id + "' of '" + control.label +
                              "' is that of line " +
                              std::to_string(first->second.line) +
                              " already; now '" + unique + "'");
      taken.emplace(unique, Taken{control.line, 2});
      id = std::move(unique);
    }
    control.id = std::move(id);
  }
  FindParents(rule_of, controls);
}

}  // namespace mapper
