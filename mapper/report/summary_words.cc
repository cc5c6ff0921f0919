// Sentences of the summary that the page and the text share; see summary.h.

#include <fmt/format.h>

#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/report/summary.h"

namespace mapper {

std::vector<std::string> FactQuestions(const std::vector<std::string>& names,
                                       Language language) {
  std::vector<std::string> questions;
  for (const std::string& name : names) {
    const Fact* fact = FindFact(name);
    const Attribute* attribute = FindAttribute(name);
    questions.emplace_back(fact != nullptr ? fact->question.in(language)
                           : attribute != nullptr
                               ? attribute->question.in(language)
                               : name);
  }
  return questions;
}

std::vector<std::string> Conclusions(const ReportContext& context,
                                     const Summary& s, Language language) {
  const bool ja = language == Language::kJa;
  std::vector<std::string> points;
  if (context.assessments != nullptr) {
    points.push_back(fmt::format(
        ja ? "法令上の義務は {} 件。自己点検は {} 項目中 {} "
             "項目が回答済み、未実施は {} 項目です。"
           : "Duties under law: {}. Self-inspection: of {} items {} are "
             "answered and {} are not met.",
        s.duties, s.items, s.answered, s.not_met));
  } else {
    points.push_back(fmt::format(
        ja ? "法令上の義務は {} 件、自己点検の項目は {} "
             "項目です。実施状況はまだ入力されていません（--status FILE）。"
           : "Duties under law: {}. Self-inspection items: {}. No status was "
             "given yet (--status FILE).",
        s.duties, s.items));
  }
  for (const auto& [day, count] : s.due) {
    points.push_back(fmt::format(
        ja ? "{}に施行される義務のうち、まだ実施済みでないものは {} 件です。"
           : "Duties that begin on {} and are not met yet: {}.",
        ToLongText(day, language), count));
  }
  if (s.to_confirm > 0) {
    points.push_back(fmt::format(
        ja ? "要確認が {} "
             "件あります。確認できるまで「適用あり」として数えています。確認す"
             "ること: {}"
           : "Items whose application is to be confirmed, counted as applying "
             "until then: {}. To confirm: {}",
        s.to_confirm,
        Join(FactQuestions(s.facts_to_confirm, language), ja ? "／" : " / ")));
  }
  return points;
}

std::string RegimeWhen(const RegimeState& state, const Framework* f,
                       Language language) {
  const bool ja = language == Language::kJa;
  std::vector<std::string> parts;
  if (state.regime->from) {
    const std::string day = ToShortText(*state.regime->from, language);
    if (state.phase == Phase::kLater) {
      parts.push_back(ja ? day + "から" : "from " + day);
    } else {
      parts.push_back(day);
    }
  }
  if (state.phase == Phase::kPast) {
    parts.emplace_back(ja ? "旧版（参考）" : "past edition");
  }
  if (state.applies == Truth::kUnknown) {
    parts.emplace_back(ja ? "適用は要確認" : "to confirm");
  }
  if (f != nullptr && f->controls.empty()) {
    parts.emplace_back(ja ? "本文未取込" : "text not imported");
  }
  if (parts.empty() && f != nullptr) parts.push_back(f->edition);
  return Join(parts, ja ? "・" : ", ");
}

}  // namespace mapper
