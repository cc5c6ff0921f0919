// The grammar of marks.  Include from outline_mark.cc only: X3 must not leak
// into any other translation unit.
//
// Input is bytes of UTF-8.  Character classes come from x3::ascii, never plain
// x3 (its default classes assert on bytes of non-ASCII characters); Japanese
// characters are literals or symbols of several bytes.

#ifndef MAPPER_PARSE_OUTLINE_MARK_DEF_H_
#define MAPPER_PARSE_OUTLINE_MARK_DEF_H_

#include <boost/spirit/home/x3.hpp>
#include <string>

#include "mapper/base/utf8.h"
#include "mapper/parse/outline_mark_ast_adapted.h"

namespace mapper::outline_mark_grammar {

namespace x3 = boost::spirit::x3;
namespace ast = outline_mark_ast;

// The order in which kana number items; ゐ and ゑ occur in イロハ only.
inline constexpr const char* kGojuon =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
    "ハヒフヘホマミムメモヤユヨラリルレロワヲンヰヱ";
inline constexpr const char* kHalfWidthGojuon =
    "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";

// A table of characters, each standing for a number.
struct Characters : x3::symbols<unsigned> {
  // Consecutive code points, consecutive values.
  void AddRun(char32_t first, char32_t last, unsigned value) {
    for (char32_t c = first; c <= last; ++c) Add(c, value++);
  }
  void AddEach(const char* text, unsigned value) {
    const std::string_view all(text);
    for (std::size_t i = 0; i < all.size();) {
      const Utf8Char c = DecodeUtf8(all, i);
      Add(c.value, value++);
      i += c.length;
    }
  }
  void Add(char32_t c, unsigned value) {
    std::string utf8;
    AppendUtf8(utf8, c);
    add(utf8, value);
  }
};

struct ArabicDigit : Characters {
  ArabicDigit() {
    AddRun(U'0', U'9', 0);
    AddRun(U'０', U'９', 0);
  }
} const kArabicDigit;

struct KanjiDigit : Characters {
  KanjiDigit() {
    AddEach("〇一二三四五六七八九十", 0);
    Add(U'百', 100);
    Add(U'千', 1000);
  }
} const kKanjiDigit;

struct Circled : Characters {
  Circled() {
    AddRun(U'①', U'⑳', 1);
    AddRun(U'㉑', U'㉟', 21);
    AddRun(U'㊱', U'㊿', 36);
  }
} const kCircledNumber;

struct ParenDigit : Characters {
  ParenDigit() { AddRun(U'⑴', U'⒇', 1); }
} const kParenDigit;

struct Letter : Characters {
  Letter() {
    AddRun(U'a', U'z', 1);
    AddRun(U'ａ', U'ｚ', 1);
    AddRun(U'ⅰ', U'ⅹ', 101);  // a numeral in one character
  }
} const kLetter;

struct Kana : Characters {
  Kana() {
    AddEach(kGojuon, 1);
    AddEach(kHalfWidthGojuon, 1);
  }
} const kKana;

struct UnitName : x3::symbols<MarkForm> {
  UnitName() {
    add("編", MarkForm::kPart)("部", MarkForm::kDivision)(
        "章", MarkForm::kChapter)("節", MarkForm::kSection)(
        "款", MarkForm::kSubsection)("目", MarkForm::kItemGroup)(
        "条", MarkForm::kArticle)("項", MarkForm::kParagraph);
  }
} const kUnitName;

template <typename Attribute, typename Parser>
auto Rule(const char* name, const Parser& parser) {
  return x3::rule<Parser, Attribute>{name} = parser;
}

inline auto Open() { return x3::lit('(') | "（"; }
inline auto Close() { return x3::lit(')') | "）"; }
inline auto Dot() { return x3::lit('.') | "．"; }

// 三から五まで, 一及び二, 第二十条乃至第七十三条
inline auto RangeWord() {
  return x3::lit("から") | "及び" | "乃至" | "ないし" | "～" | "〜" | "、";
}
template <typename Parser>
auto Range(const Parser& parser) {
  return parser % RangeWord() >> -x3::lit("まで");
}

const auto kNumber = Rule<ast::Digits>("number", +kArabicDigit);
const auto kKanjiNumber = Rule<ast::Digits>("kanji number", +kKanjiDigit);
const auto kNumeral = Rule<ast::Digits>("numeral", kNumber | kKanjiNumber);
const auto kLetters = Rule<ast::Digits>("letters", +kLetter);
const auto kOneKana = Rule<ast::Digits>("kana", x3::repeat(1)[kKana]);

const auto kUnit =
    Rule<ast::Unit>("第n条", x3::lit("第") >> kNumeral >>
                                 (kUnitName | x3::attr(MarkForm::kOrdinal)) >>
                                 *("の" >> kNumeral));
const auto kUnits = Rule<ast::Units>("第n条から第m条まで", Range(kUnit));

template <typename Parser>
auto Enclosed(MarkForm form, const Parser& parser) {
  return x3::attr(form) >> Open() >> parser >> Close();
}
template <typename Parser>
auto Closed(MarkForm form, const Parser& parser) {
  return x3::attr(form) >> parser >> Close();
}

// An alternative that fails leaves its digits behind, so no two may begin with
// the same class of characters; hence the look ahead.
const auto kSimple = Rule<ast::Simple>(
    "item",
    Enclosed(MarkForm::kParenNumber, kNumber) |
        Enclosed(MarkForm::kParenLetter, kLetters) |
        Enclosed(MarkForm::kParenKana, kOneKana) |
        Enclosed(MarkForm::kParenKanji, kKanjiNumber) |
        (x3::attr(MarkForm::kParenNumber) >> x3::repeat(1)[kParenDigit]) |
        (x3::attr(MarkForm::kCircled) >> x3::repeat(1)[kCircledNumber]) |
        Closed(MarkForm::kCloseNumber, kNumber) |
        (&(x3::omit[kLetters] >> Close()) >>
         Closed(MarkForm::kLetterClose, kLetters)) |
        (x3::attr(MarkForm::kLetterDot) >> kLetters >> Dot()) |
        (x3::attr(MarkForm::kKana) >> kOneKana));
const auto kSimples = Rule<ast::Simples>("items", Range(kSimple));

const auto kKanjiParts = Rule<ast::Parts>("十一の二", kKanjiNumber % "の");
const auto kKanji = Rule<ast::Kanji>(
    "漢数字の号", x3::attr(MarkForm::kKanji) >> Range(kKanjiParts));

const auto kDottedItem = Rule<ast::DottedItem>(
    "n.n(n)", kNumber % Dot() >> Open() >> kNumber >> Close());
const auto kDotted =
    Rule<ast::Dotted>("n.n", kNumber % Dot() >> x3::matches[Dot()]);

const auto kBlank = x3::ascii::blank | "　";
const auto kUpperWord = +x3::ascii::upper;
const auto kIdentifier = x3::ascii::upper >> kUpperWord >>
                         ((+('.' >> kUpperWord) >>
                           -('-' >> +x3::ascii::digit)) |
                          ('-' >> +x3::ascii::digit));
const auto kBracket = "【" >> +(x3::char_ - "】") >> "】";
const auto kBulletSign = x3::lit("・") | "･" | "·" | "•" | "○" | "●" | "◆" |
                         "■" | "◇" | "□" | "▪" | "–" | "➢" | "※" | "\uf06c" |
                         "\uf0b7" | "\uf06e";
const auto kSign = Rule<MarkForm>(
    "sign",
    (x3::attr(MarkForm::kSupplementary) >> x3::omit["附" >> *kBlank >> "則"]) |
        (x3::attr(MarkForm::kBracket) >> x3::omit[kBracket]) |
        (x3::attr(MarkForm::kIdentifier) >> x3::omit[kIdentifier]) |
        (x3::attr(MarkForm::kBullet) >> x3::omit[kBulletSign]));

// Longer marks stand before those that begin like them.
const auto kMark = Rule<ast::Mark>(
    "mark", kUnits | kDottedItem | kSimples | kDotted | kKanji | kSign);

}  // namespace mapper::outline_mark_grammar

#endif  // MAPPER_PARSE_OUTLINE_MARK_DEF_H_
