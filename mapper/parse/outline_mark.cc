#include "mapper/parse/outline_mark.h"

#include <algorithm>
#include <array>
#include <utility>

#include "mapper/parse/outline_mark_def.h"

namespace mapper {
namespace {

namespace ast = outline_mark_ast;

constexpr std::size_t kLongestMark = 400;  // bytes; bounds the parsing
constexpr unsigned kLargest = 100000;      // no list is longer; bounds the sums
constexpr unsigned kNumeralLetter = 100;   // ⅰ is 101

constexpr std::array<unsigned, 7> kRomanValues = {1, 5, 10, 50, 100, 500, 1000};
constexpr std::string_view kRomanLetters = "ivxlcdm";

std::vector<std::string> Characters(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = DecodeUtf8(text, i).length;
    out.emplace_back(text.substr(i, length));
    i += length;
  }
  return out;
}

const std::vector<std::string>& Gojuon() {
  static const std::vector<std::string> kKana =
      Characters(outline_mark_grammar::kGojuon);
  return kKana;
}

const std::vector<std::string>& Iroha() {
  static const std::vector<std::string> kKana = Characters(
      "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテ"
      "アサキユメミシヱヒモセスン");
  return kKana;
}

// 0 when there is no such number.
unsigned ToNumber(const ast::Digits& digits) {
  unsigned total = 0;
  unsigned current = 0;
  for (const unsigned digit : digits) {
    if (digit >= 10) {
      total += std::max(1U, current) * digit;
      current = 0;
    } else {
      current = current * 10 + digit;
    }
    if (total + current > kLargest) return 0;
  }
  return total + current;
}

MarkNumber ToNumbers(const ast::Parts& parts) {
  MarkNumber out;
  out.reserve(parts.size());
  for (const ast::Digits& part : parts) out.push_back(ToNumber(part));
  return out;
}

std::string ToRoman(unsigned value) {
  static const std::pair<unsigned, const char*> kSteps[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
      {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
      {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string out;
  for (const auto& [step, letters] : kSteps) {
    for (; value >= step; value -= step) out += letters;
  }
  return out;
}

// 0 unless the letters are the one way to write a numeral.
unsigned RomanNumber(const ast::Digits& letters) {
  if (letters.size() == 1 && letters[0] > kNumeralLetter) {
    return letters[0] - kNumeralLetter;
  }
  std::string text;
  unsigned total = 0;
  unsigned previous = 0;
  if (letters.size() > 12) return 0;
  for (const unsigned letter : letters) {
    if (letter > kNumeralLetter) return 0;
    text += static_cast<char>('a' + static_cast<int>(letter) - 1);
    const std::size_t at = kRomanLetters.find(text.back());
    if (at == std::string_view::npos) return 0;
    const unsigned value = kRomanValues[at];
    total += value;
    if (previous < value) total -= 2 * previous;
    previous = value;
  }
  return ToRoman(total) == text ? total : 0;
}

unsigned IrohaNumber(unsigned kana) {
  const auto& order = Iroha();
  const auto at = std::find(order.begin(), order.end(), Gojuon()[kana - 1]);
  return at == order.end() ? 0 : static_cast<unsigned>(at - order.begin()) + 1;
}

bool IsKana(MarkForm form) {
  return form == MarkForm::kKana || form == MarkForm::kParenKana;
}

bool IsIroha(MarkForm form) {
  return form == MarkForm::kIroha || form == MarkForm::kParenIroha;
}

bool IsLetter(MarkForm form) {
  return form >= MarkForm::kLetterClose && form <= MarkForm::kParenLetter;
}

bool IsRoman(MarkForm form) {
  return form >= MarkForm::kRomanClose && form <= MarkForm::kParenRoman;
}

bool IsDottedNumber(MarkForm form) {
  return form >= MarkForm::kDotted2 && form <= MarkForm::kDotted4;
}

bool IsDottedItem(MarkForm form) {
  return form == MarkForm::kDottedItem2 || form == MarkForm::kDottedItem3;
}

MarkForm RomanForm(MarkForm letter) {
  if (letter == MarkForm::kParenLetter) return MarkForm::kParenRoman;
  if (letter == MarkForm::kLetterClose) return MarkForm::kRomanClose;
  return MarkForm::kRomanDot;
}

// Turns what the grammar saw into readings.
class Reader {
 public:
  Reader(std::size_t length, std::vector<Mark>& readings)
      : length_(length), readings_(readings) {}

  void operator()(const ast::Units& units) const {
    const auto number = [](const ast::Unit& unit) {
      MarkNumber out = {ToNumber(unit.number)};
      for (const ast::Digits& branch : unit.branches) {
        out.push_back(ToNumber(branch));
      }
      return out;
    };
    for (const ast::Unit& unit : units) {
      if (unit.form != units.front().form) return;
    }
    Add(units.front().form, number(units.front()), number(units.back()));
  }

  void operator()(const ast::Simples& items) const {
    const ast::Simple& first = items.front();
    const ast::Simple& last = items.back();
    if (first.form != last.form) return;
    if (IsKana(first.form)) {
      Add(first.form, {first.digits[0]}, {last.digits[0]});
      Add(first.form == MarkForm::kKana ? MarkForm::kIroha
                                        : MarkForm::kParenIroha,
          {IrohaNumber(first.digits[0])}, {IrohaNumber(last.digits[0])});
    } else if (IsLetter(first.form)) {
      if (first.digits.size() == 1 && last.digits.size() == 1 &&
          first.digits[0] < kNumeralLetter && last.digits[0] < kNumeralLetter) {
        Add(first.form, {first.digits[0]}, {last.digits[0]});
      }
      Add(RomanForm(first.form), {RomanNumber(first.digits)},
          {RomanNumber(last.digits)});
    } else {
      Add(first.form, {ToNumber(first.digits)}, {ToNumber(last.digits)});
    }
  }

  void operator()(const ast::Kanji& kanji) const {
    Add(MarkForm::kKanji, ToNumbers(kanji.range.front()),
        ToNumbers(kanji.range.back()));
  }

  void operator()(const ast::Dotted& dotted) const {
    static constexpr MarkForm kBySize[] = {
        MarkForm::kNumber, MarkForm::kDotted2, MarkForm::kDotted3,
        MarkForm::kDotted4};
    const std::size_t size = dotted.parts.size();
    if (size > 4) return;
    const MarkNumber number = ToNumbers(dotted.parts);
    const bool only_dot = dotted.dot && size == 1;
    Add(only_dot ? MarkForm::kNumberDot : kBySize[size - 1], number, number);
  }

  void operator()(const ast::DottedItem& dotted) const {
    if (dotted.parts.size() != 2 && dotted.parts.size() != 3) return;
    MarkNumber number = ToNumbers(dotted.parts);
    number.push_back(ToNumber(dotted.item));
    Add(number.size() == 3 ? MarkForm::kDottedItem2 : MarkForm::kDottedItem3,
        number, number);
  }

  void operator()(MarkForm sign) const { Add(sign, {}, {}); }

 private:
  void Add(MarkForm form, MarkNumber first, MarkNumber last) const {
    const auto bad = [](const MarkNumber& number) {
      return std::find(number.begin(), number.end(), 0U) != number.end();
    };
    if (bad(first) || bad(last) || last < first) return;
    readings_.push_back({form, std::move(first), std::move(last), length_});
  }

  std::size_t length_;
  std::vector<Mark>& readings_;
};

// Cheap refusal of most lines of running text.
bool MayBeginMark(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) {
    return first == '(' || (first >= '0' && first <= '9') ||
           (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  }
  const char32_t c = DecodeUtf8(text, 0).value;
  if (c >= 0x3041 && c <= 0x3096) return false;  // hiragana
  if (c < 0x4E00 || c >= 0xE000) return true;
  static const std::u32string kKanji = U"一七三九二五八六十千四百第附";
  return std::binary_search(kKanji.begin(), kKanji.end(), c);
}

bool IsBlankOrEnd(std::string_view rest) {
  return rest.empty() || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' ||
         rest[0] == '\r' || rest.substr(0, 3) == "　";
}

bool FollowedWell(const Mark& mark, std::string_view marked,
                  std::string_view rest) {
  if (IsBlankOrEnd(rest)) return true;
  if (mark.first != mark.last) return false;
  const bool paren = rest[0] == '(' || rest.substr(0, 3) == "（";
  if (IsExplicit(mark.form)) return paren && mark.form != MarkForm::kOrdinal;
  const bool dotted =
      marked.back() == '.' ||
      (marked.size() > 3 && marked.substr(marked.size() - 3) == "．");
  if (mark.form == MarkForm::kSupplementary) {
    return paren || rest.substr(0, 3) == "抄";
  }
  // 1.の, １．目的 are marks, 1.5倍 (read as n.n) is text.
  if (mark.form == MarkForm::kNumberDot || IsDottedNumber(mark.form)) {
    return dotted;
  }
  if (mark.form == MarkForm::kLetterDot || mark.form == MarkForm::kRomanDot) {
    return static_cast<unsigned char>(rest[0]) >= 0x80;  // not "e.g."
  }
  static constexpr MarkForm kBare[] = {
      MarkForm::kNumber,     MarkForm::kKana,       MarkForm::kIroha,
      MarkForm::kKanji,      MarkForm::kIdentifier, MarkForm::kDottedItem2,
      MarkForm::kDottedItem3};
  return std::find(std::begin(kBare), std::end(kBare), mark.form) ==
         std::end(kBare);
}

}  // namespace

const std::vector<std::string>& MarkFormNames() {
  static const std::vector<std::string> kMarkForms = {
      "第n編",  "第n部",    "第n章", "第n節", "第n款", "第n目", "第n条",
      "第n項",  "第n",      "n",     "n.",    "n.n",   "n.n.n", "n.n.n.n",
      "n.n(n)", "n.n.n(n)", "(n)",   "n)",    "①",     "ア",    "(ア)",
      "イ",     "(イ)",     "一",    "(一)",  "a)",    "a.",    "(a)",
      "i)",     "i.",       "(i)",   "【】",  "・",    "附則",  "ID"};
  return kMarkForms;
}

std::optional<MarkForm> FindMarkForm(std::string_view name) {
  const auto& names = MarkFormNames();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<MarkForm>(at - names.begin());
}

bool IsExplicit(MarkForm form) { return form <= MarkForm::kOrdinal; }

bool IsUnnumbered(MarkForm form) { return form >= MarkForm::kBracket; }

bool IsDotted(MarkForm form) {
  return form >= MarkForm::kDotted2 && form <= MarkForm::kDottedItem3;
}

void ReadMarks(std::string_view text, std::vector<Mark>& readings) {
  readings.clear();
  const bool cut = text.size() > kLongestMark;
  text = text.substr(0, kLongestMark);
  if (!MayBeginMark(text)) return;
  ast::Mark mark;
  auto it = text.begin();
  if (!boost::spirit::x3::parse(it, text.end(), outline_mark_grammar::kMark,
                                mark)) {
    return;
  }
  const auto length = static_cast<std::size_t>(it - text.begin());
  if (cut && length == text.size()) return;
  boost::apply_visitor(Reader(length, readings), mark);
  const std::string_view marked = text.substr(0, length);
  const std::string_view rest = text.substr(length);
  readings.erase(std::remove_if(readings.begin(), readings.end(),
                                [&](const Mark& reading) {
                                  return !FollowedWell(reading, marked, rest);
                                }),
                 readings.end());
}

std::string FormatNumber(MarkForm form, const MarkNumber& number) {
  if (number.empty()) return {};
  const auto kana = [&](const std::vector<std::string>& order) {
    return number[0] <= order.size() ? order[number[0] - 1] : std::string();
  };
  if (IsKana(form)) return kana(Gojuon());
  if (IsIroha(form)) return kana(Iroha());
  if (IsRoman(form)) return ToRoman(number[0]);
  if (IsLetter(form)) {
    return std::string(1, static_cast<char>('a' + number[0] - 1));
  }
  std::string out = std::to_string(number[0]);
  for (std::size_t i = 1; i < number.size(); ++i) {
    if (IsDottedItem(form) && i + 1 == number.size()) {
      out += '(' + std::to_string(number[i]) + ')';
    } else {
      out += (IsDotted(form) ? '.' : '-') + std::to_string(number[i]);
    }
  }
  return out;
}

}  // namespace mapper
