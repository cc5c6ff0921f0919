// The numbering marks of Japanese official documents, read at the start of a
// line as they are printed, in half or full width: 第十六条の三, 2.1.1(1),
// （２）, ①, (ア), 十一の二 ...  Whether a mark counts is not decided here: a
// line may begin with something that only looks like one (outline_reader.h).

#ifndef MAPPER_PARSE_OUTLINE_MARK_H_
#define MAPPER_PARSE_OUTLINE_MARK_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mapper {

// What a mark looks like.  kMarkForms in outline_mark.cc holds the spelling of
// each in an outline spec; the comments show it.
enum class MarkForm {
  kPart,           // 第n編
  kDivision,       // 第n部
  kChapter,        // 第n章
  kSection,        // 第n節
  kSubsection,     // 第n款
  kItemGroup,      // 第n目
  kArticle,        // 第n条
  kParagraph,      // 第n項
  kOrdinal,        // 第n, with a blank after it
  kNumber,         // n
  kNumberDot,      // n.
  kDotted2,        // n.n
  kDotted3,        // n.n.n
  kDotted4,        // n.n.n.n
  kDottedItem2,    // n.n(n)
  kDottedItem3,    // n.n.n(n)
  kParenNumber,    // (n)
  kCloseNumber,    // n)
  kCircled,        // ①
  kKana,           // ア
  kParenKana,      // (ア)
  kIroha,          // イ
  kParenIroha,     // (イ)
  kKanji,          // 一
  kParenKanji,     // (一)
  kLetterClose,    // a)
  kLetterDot,      // a.
  kParenLetter,    // (a)
  kRomanClose,     // i)
  kRomanDot,       // i.
  kParenRoman,     // (i)
  kBracket,        // 【】
  kBullet,         // ・
  kSupplementary,  // 附則
  kIdentifier,     // GV.OC-01
};

// Spellings of the forms in an outline spec, in the order of MarkForm.
const std::vector<std::string>& MarkFormNames();
std::optional<MarkForm> FindMarkForm(std::string_view name);

// 第n編 to 第n: marks that cannot be anything else.
bool IsExplicit(MarkForm form);
// Forms without a number of their own: 【】 ・ 附則 and ids.
bool IsUnnumbered(MarkForm form);
// Forms whose parts say under which mark they stand: n.n, n.n.n(n) ...
bool IsDotted(MarkForm form);

// The number as parts: 十一の二 is {11, 2}, 2.1.1(8) is {2, 1, 1, 8}, (c) and
// (ウ) and ハ are {3}.
using MarkNumber = std::vector<unsigned>;

// One reading of the beginning of a line.
struct Mark {
  MarkForm form = MarkForm::kNumber;
  MarkNumber first;  // empty for unnumbered forms
  MarkNumber last;   // the same, or the end of a range (三から五まで)
  std::size_t length = 0;  // bytes of the mark
};

// Readings of the mark that `text` begins with: none, one, or two when the
// same letters can be read two ways (「(i)」: the letter, the numeral one).
// What follows the mark has been looked at: "2.5倍", "一般" and "第三条の規定"
// are no marks.  Leading space is not skipped.
void ReadMarks(std::string_view text, std::vector<Mark>& readings);

// The number in ASCII where it has one: {11, 2} "11-2", dotted {2, 1} "2.1",
// kParenLetter {3} "c", kRomanClose {3} "iii"; kana as printed ("ウ", "ハ").
std::string FormatNumber(MarkForm form, const MarkNumber& number);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_MARK_H_
