#include "mapper/report/html_office.h"

#include "mapper/report/tables.h"

namespace mapper {

std::string HtmlDay(const std::optional<Date>& date) {
  return date ? ToIso(*date) : std::string();
}

std::string HtmlOffice::SummaryPart() {
  const Summary& ja = *input_.summary_ja;
  const Summary& en = *input_.summary_en;
  HtmlPart part(strings_);
  part.writer().StartObject();
  part.Key("totals");
  part.writer().StartObject();
  for (const Total& total : SummaryTotals(ja)) {
    part.Key(total.machine);
    part.Size(total.value);
  }
  part.writer().EndObject();
  part.Key("conclusions");
  part.Open();
  part.Texts(Conclusions(context_, ja, Language::kJa));
  part.Texts(Conclusions(context_, en, Language::kEn));
  part.Close();
  part.Key("groups");
  part.Open();
  for (std::size_t i = 0; i < ja.groups.size(); ++i) {
    const StatusGroup& group = ja.groups[i];
    part.Open();
    part.Pair(group.title, en.groups[i].title);
    part.Open();
    for (const std::size_t n : group.count) part.Size(n);
    part.Close();
    part.Size(group.size);
    part.Int(group.topics ? 1 : 0);
    part.Close();
  }
  part.Close();
  part.Key("due");
  part.Open();
  for (const auto& [day, count] : ja.due) {
    part.Open();
    part.Texts({ToIso(day), ToLongText(day, Language::kJa),
                ToLongText(day, Language::kEn)});
    part.Size(count);
    part.Close();
  }
  part.Close();
  part.Key("urgent");
  part.Open();
  for (const ControlRef& ref : ja.urgent) part.Int(controls_.Number(ref));
  part.Close();
  part.Key("confirm");
  part.Open();
  part.Texts(FactQuestions(ja.facts_to_confirm, Language::kJa));
  part.Texts(FactQuestions(ja.facts_to_confirm, Language::kEn));
  part.Close();
  part.Key("evidence");
  part.Open();
  for (const std::size_t n : ja.evidence) part.Size(n);
  part.Close();
  part.Key("withoutLead");
  part.Int(input_.coordination->without_lead);
  part.Key("transitions");
  part.Open();
  TransitionNotes(part);
  part.Close();
  part.writer().EndObject();
  return part.Json();
}

// [day, [names of what is renewed, from when], [notes]] of each clause
void HtmlOffice::TransitionNotes(HtmlPart& part) {
  const Transition* last = nullptr;
  for (const HoldingState& state : *input_.holdings) {
    if (state.transition == last) continue;
    last = state.transition;
    part.Open();
    part.Texts({ToIso(last->on), ToLongText(last->on, Language::kJa),
                ToLongText(last->on, Language::kEn)});
    std::vector<int> numbers;
    const Framework& f = context_.framework(state.framework);
    for (const std::string& id : last->controls) {
      const int control = f.Find(id);
      if (control >= 0) {
        numbers.push_back(controls_.Number({state.framework, control}));
      }
    }
    part.Ints(numbers);
    part.Pair(last->note_ja,
              last->note_en.empty() ? last->note_ja : last->note_en);
    part.Open();
    for (const HoldingState& other : *input_.holdings) {
      if (other.transition != last) continue;
      part.Open();
      part.Text(other.holding->name);
      part.Pair(InWords(other.state, Language::kJa),
                InWords(other.state, Language::kEn));
      part.Text(HtmlDay(other.new_rule_from));
      part.Close();
    }
    part.Close();
    part.Close();
  }
}

// [framework, [titles], binding, [where it stands], scope, ministry, basis,
//  submit, desk, from, note, [to confirm ja], [to confirm en], applies,
//  controls in the catalogue, [when it begins or which edition]]
std::string HtmlOffice::Regimes() {
  HtmlPart part(strings_);
  part.Open();
  for (const RegimeState& state : context_.applicability->regimes()) {
    const Regime& regime = *state.regime;
    const Framework* f =
        state.framework < 0 ? nullptr : &context_.framework(state.framework);
    part.Open();
    part.Int(state.framework);
    part.Pair(RegimeTitle(*context_.dataset, state, Language::kJa),
              RegimeTitle(*context_.dataset, state, Language::kEn));
    part.Int(static_cast<int>(f == nullptr ? Binding::kVoluntary : f->binding));
    part.Pair(PhaseText(state, {Language::kJa, false}),
              PhaseText(state, {Language::kEn, false}));
    part.Text(regime.scope);
    part.Text(regime.ministry);
    part.Text(regime.basis);
    part.Text(regime.submit);
    part.Text(DeskOf(context_, state.framework));
    part.Text(HtmlDay(regime.from));
    part.Text(regime.note);
    part.Texts(FactQuestions(state.unknown, Language::kJa));
    part.Texts(FactQuestions(state.unknown, Language::kEn));
    part.Int(static_cast<int>(state.applies));
    part.Size(f == nullptr ? 0 : f->controls.size());
    part.Pair(RegimeWhen(state, f, Language::kJa),
              RegimeWhen(state, f, Language::kEn));
    part.Close();
  }
  part.Close();
  return part.Json();
}

// [control, [lead], [support], [roles nobody holds]]
std::string HtmlOffice::Assignments() {
  HtmlPart part(strings_);
  part.Open();
  for (const Assignment& a : input_.coordination->assignments) {
    part.Open();
    part.Int(controls_.Number(a.control));
    part.Texts(a.lead);
    part.Texts(a.support);
    part.Open();
    for (const Role role : a.unheld) part.Int(static_cast<int>(role));
    part.Close();
    part.Close();
  }
  part.Close();
  return part.Json();
}

// [first, second, [first leads], [second leads]]
std::string HtmlOffice::Pairs() {
  HtmlPart part(strings_);
  const auto numbers = [this](const std::vector<ControlRef>& refs) {
    std::vector<int> all;
    all.reserve(refs.size());
    for (const ControlRef& ref : refs) all.push_back(controls_.Number(ref));
    return all;
  };
  part.Open();
  for (const DepartmentPair& pair : input_.coordination->pairs) {
    part.Open();
    part.Text(pair.first);
    part.Text(pair.second);
    part.Ints(numbers(pair.first_leads));
    part.Ints(numbers(pair.second_leads));
    part.Close();
  }
  part.Close();
  return part.Json();
}

}  // namespace mapper
