#include "mapper/parse/outline_inverse.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/parse/outline_id.h"

namespace mapper {
namespace {

constexpr std::size_t kLongestWay = 1000;  // marks; no document is so deep
constexpr unsigned kLongestAlphabet = 60;  // of kana, letters and numerals

bool IsAlphabetic(MarkForm form) {
  return (form >= MarkForm::kKana && form <= MarkForm::kParenIroha) ||
         (form >= MarkForm::kLetterClose && form <= MarkForm::kParenRoman);
}

unsigned AlphabetSize(MarkForm form) {
  const bool letter =
      form >= MarkForm::kLetterClose && form <= MarkForm::kParenLetter;
  return letter ? 26 : kLongestAlphabet;
}

// How many parts a number of this form has; 0: one, and branches.
std::size_t PartsOf(MarkForm form) {
  if (IsExplicit(form) || form == MarkForm::kKanji) return 0;
  if (form == MarkForm::kDotted2) return 2;
  if (form == MarkForm::kDotted3 || form == MarkForm::kDottedItem2) return 3;
  if (form == MarkForm::kDotted4 || form == MarkForm::kDottedItem3) return 4;
  return 1;
}

// The numbers in an id.
MarkNumber NumbersIn(std::string_view text) {
  MarkNumber numbers;
  bool digit = false;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      digit = false;
      continue;
    }
    if (!digit) numbers.push_back(0);
    digit = true;
    if (numbers.back() < 100000) {
      numbers.back() = numbers.back() * 10 + static_cast<unsigned>(c - '0');
    }
  }
  return numbers;
}

std::string Kanji(unsigned value) {
  static const std::vector<std::string> kDigits = {
      "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string out;
  for (const auto& [unit, name] :
       {std::pair(1000U, "千"), std::pair(100U, "百"), std::pair(10U, "十")}) {
    const unsigned digit = value / unit;
    value %= unit;
    if (digit == 0) continue;
    if (digit > 9) return {};
    if (digit > 1) out += kDigits[digit];
    out += name;
  }
  if (value > 0) out += kDigits[value];
  return out;
}

std::string Circled(unsigned value) {
  std::string out;
  if (value >= 1 && value <= 20) AppendUtf8(out, U'①' + value - 1);
  if (value >= 21 && value <= 35) AppendUtf8(out, U'㉑' + value - 21);
  if (value >= 36 && value <= 50) AppendUtf8(out, U'㊱' + value - 36);
  return out;
}

// 第16条の3 with `unit` 条.
std::string WithUnit(const std::string& unit, const MarkNumber& number) {
  std::string out = "第" + std::to_string(number[0]) + unit;
  for (std::size_t i = 1; i < number.size(); ++i) {
    out += "の" + std::to_string(number[i]);
  }
  return out;
}

}  // namespace

std::string PrintMark(MarkForm form, const MarkNumber& number) {
  if (form == MarkForm::kBullet) return "・";
  if (form == MarkForm::kSupplementary) return "附則";
  if (form == MarkForm::kIdentifier || number.empty()) return {};
  if (form == MarkForm::kBracket) {
    return "【" + std::to_string(number[0]) + "】";
  }
  const std::string& name = MarkFormNames()[static_cast<std::size_t>(form)];
  if (IsExplicit(form)) {
    return WithUnit(name.substr(std::string("第n").size()), number);
  }
  if (form == MarkForm::kCircled) return Circled(number[0]);
  if (form == MarkForm::kKanji || form == MarkForm::kParenKanji) {
    std::vector<std::string> parts;
    for (const unsigned part : number) parts.push_back(Kanji(part));
    std::string kanji = Join(parts, "の");
    return form == MarkForm::kKanji ? kanji : '(' + kanji + ')';
  }
  std::string text = FormatNumber(form, number);
  if (IsDotted(form) || text.empty()) return text;
  std::string out;
  if (name[0] == '(') out += '(';
  out += text;
  if (name.back() == ')' || name.back() == '.') out += name.back();
  return out;
}

OutlineInverse::OutlineInverse(const Framework& framework,
                               const OutlineRules& rules)
    : framework_(framework), rules_(rules) {}

OutlinePath OutlineInverse::Find(const Control& control) {
  const auto cost = [&](const OutlinePath& way) {
    bool astray = true;  // not below what is above it in the catalogue
    std::size_t unnamed = 0;
    std::size_t unknown = 0;
    for (const OutlineStep& step : way) {
      const std::string unit =
          WithUnit(rules_.marks[step.rule].name, step.number);
      const bool named = control.label.find(unit) != std::string::npos ||
                         control.label.find(PrintMark(
                             step.form, step.number)) != std::string::npos;
      if (!named) ++unnamed;
      if (step.id == control.parent) astray = false;
      if (framework_.Find(step.id) < 0) ++unknown;
    }
    return std::tuple(astray, unnamed, unknown, kLongestWay - way.size());
  };
  const std::vector<OutlinePath>& ways = Ways(control.id);
  const auto best =
      std::min_element(ways.begin(), ways.end(),
                       [&](const OutlinePath& a, const OutlinePath& b) {
                         return cost(a) < cost(b);
                       });
  return best == ways.end() ? OutlinePath() : *best;
}

const std::vector<OutlinePath>& OutlineInverse::Ways(const std::string& id) {
  static const std::vector<OutlinePath> kNone;
  const auto known = ways_.find(id);
  if (known != ways_.end()) return known->second;
  if (!open_.insert(id).second) return kNone;
  std::vector<OutlinePath> ways;
  if (rules_.rename.count(id) == 0) AddWays(id, id, ways);
  for (const auto& [composed, name] : rules_.rename) {
    if (name == id) AddWays(id, composed, ways);
  }
  open_.erase(id);
  return ways_.emplace(id, std::move(ways)).first->second;
}

void OutlineInverse::AddWays(const std::string& id, const std::string& raw,
                             std::vector<OutlinePath>& ways) {
  // What it may stand under: nothing, what the catalogue says, and all that
  // its id begins with.  AddUnder() tries what each of them gives.
  std::vector<OutlinePath> parents = {{}};
  const auto add = [&](const std::string& parent) {
    const std::vector<OutlinePath>& found = Ways(parent);
    parents.insert(parents.end(), found.begin(), found.end());
  };
  const int place = framework_.Find(id);
  const std::string catalogue_parent =
      place < 0 ? std::string()
                : framework_.controls[static_cast<std::size_t>(place)].parent;
  if (!catalogue_parent.empty()) add(catalogue_parent);
  for (std::size_t size = raw.size(); size-- > 1;) {
    const std::string parent = raw.substr(0, size);
    if (parent != catalogue_parent) add(parent);
  }
  for (const auto& [composed, name] : rules_.rename) {
    if (name != catalogue_parent && StartsWith(raw, name)) add(name);
  }
  for (const OutlinePath& parent : parents) {
    for (std::size_t rule = 0; rule < rules_.marks.size(); ++rule) {
      if (MayStandUnder(parent, rule)) AddUnder(parent, rule, id, raw, ways);
    }
  }
}

bool OutlineInverse::MayStandUnder(const OutlinePath& parent,
                                   std::size_t rule) const {
  const OutlineMark& how = rules_.marks[rule];
  if (parent.empty()) return how.under.empty();
  const OutlineMark& above = rules_.marks[parent.back().rule];
  return above.depth < how.depth &&
         (how.under.empty() || std::find(how.under.begin(), how.under.end(),
                                         above.name) != how.under.end());
}

void OutlineInverse::AddUnder(const OutlinePath& parent, std::size_t rule,
                              const std::string& id, const std::string& raw,
                              std::vector<OutlinePath>& ways) const {
  const OutlineMark& how = rules_.marks[rule];
  const std::string above =
      parent.empty() ? std::string() : rules_.marks[parent.back().rule].name;
  const std::string& parent_id =
      parent.empty() ? rules_.prefix : parent.back().id;
  const std::string& pattern = IdTemplate(rules_, how, above);
  const MarkNumber numbers = NumbersIn(raw);
  const auto gives = [&](MarkForm form, const MarkNumber& number) {
    return std::find(number.begin(), number.end(), 0U) == number.end() &&
           !PrintMark(form, number).empty() &&
           FillIdTemplate(pattern, rules_.prefix, parent_id,
                          FormatNumber(form, number)) == raw;
  };
  for (const MarkForm form : how.forms) {
    std::vector<MarkNumber> tries;
    if (IsUnnumbered(form)) tries.push_back({1});
    if (IsAlphabetic(form)) {
      for (unsigned n = 1; n <= AlphabetSize(form); ++n) tries.push_back({n});
    } else {
      const std::size_t parts = PartsOf(form);
      for (std::size_t size = 1; size <= numbers.size(); ++size) {
        MarkNumber number(numbers.end() - static_cast<std::ptrdiff_t>(size),
                          numbers.end());
        if (parts == 0 || parts == size) tries.push_back(number);
        if (size == 1 && IsDotted(form) && !parent.empty()) {
          // {last}: what stands before it is the parent's number.
          MarkNumber dotted = parent.back().number;
          dotted.push_back(number[0]);
          if (dotted.size() == parts) tries.push_back(dotted);
        }
      }
    }
    for (const MarkNumber& number : tries) {
      if (!gives(form, number)) continue;
      OutlinePath way = parent;
      way.push_back({rule, form, number, id});
      ways.push_back(std::move(way));
      return;
    }
  }
}

}  // namespace mapper
