#include "mapper/parse/outline_customs.h"

#include <algorithm>
#include <array>
#include <map>

namespace mapper {
namespace {

constexpr std::array<MarkForm, 27> kUsualOrder = {
    MarkForm::kPart,        MarkForm::kDivision,    MarkForm::kChapter,
    MarkForm::kSection,     MarkForm::kSubsection,  MarkForm::kItemGroup,
    MarkForm::kOrdinal,     MarkForm::kArticle,     MarkForm::kSupplementary,
    MarkForm::kNumberDot,   MarkForm::kDotted2,     MarkForm::kDotted3,
    MarkForm::kDotted4,     MarkForm::kDottedItem2, MarkForm::kDottedItem3,
    MarkForm::kNumber,      MarkForm::kParagraph,   MarkForm::kKanji,
    MarkForm::kParenNumber, MarkForm::kCloseNumber, MarkForm::kCircled,
    MarkForm::kKana,        MarkForm::kIroha,       MarkForm::kParenKana,
    MarkForm::kParenIroha,  MarkForm::kParenLetter, MarkForm::kLetterClose};

}  // namespace

std::size_t UsualPlace(MarkForm form) {
  return static_cast<std::size_t>(
      std::find(kUsualOrder.begin(), kUsualOrder.end(), form) -
      kUsualOrder.begin());
}

bool IsFixed(MarkForm a, MarkForm b) {
  const auto paragraph = [](MarkForm article, MarkForm number) {
    return article == MarkForm::kArticle && number == MarkForm::kNumber;
  };
  return (IsExplicit(a) && IsExplicit(b)) || paragraph(a, b) || paragraph(b, a);
}

std::string ProposedId(MarkForm form, int depth) {
  static const std::map<MarkForm, const char*> kIds = {
      {MarkForm::kPart, "{parent}.Pt{n}"},
      {MarkForm::kDivision, "{parent}.Dv{n}"},
      {MarkForm::kChapter, "{parent}.Ch{n}"},
      {MarkForm::kSection, "{parent}.Sec{n}"},
      {MarkForm::kSubsection, "{parent}.Sub{n}"},
      {MarkForm::kItemGroup, "{parent}.Gr{n}"},
      {MarkForm::kArticle, "{prefix}{ascii}"},
      {MarkForm::kSupplementary, "{prefix}S{n}"},
      {MarkForm::kCircled, "{parent}-{n}"},
      {MarkForm::kKana, "{parent}.{ascii}"},
      {MarkForm::kIroha, "{parent}.{ascii}"},
      {MarkForm::kParenKana, "{parent}({ascii})"},
      {MarkForm::kParenIroha, "{parent}({ascii})"},
      {MarkForm::kIdentifier, "{n}"}};
  const auto found = kIds.find(form);
  if (found != kIds.end()) return found->second;
  if (IsDotted(form) || depth == 1) return "{prefix}{n}";
  return form == MarkForm::kNumber || form == MarkForm::kNumberDot
             ? "{parent}.{n}"
             : "{parent}({n})";
}

}  // namespace mapper
