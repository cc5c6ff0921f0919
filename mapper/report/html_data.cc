#include "mapper/report/html_data.h"

#include <algorithm>

#include "mapper/model/facts.h"
#include "mapper/report/html_relations.h"
#include "mapper/report/html_strings.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

std::string DayText(const std::optional<Date>& date) {
  return date ? ToIso(*date) : std::string();
}

class DataWriter {
 public:
  explicit DataWriter(const HtmlInput& input)
      : input_(input),
        context_(*input.context),
        profile_(context_.applicability->profile()),
        shown_(Shown(context_)),
        controls_(*context_.dataset, shown_),
        relations_(input, shown_, strings_, controls_) {}

  std::string Write() {
    Add("links", relations_.Links());
    Add("gaps", relations_.Gaps());
    Add("topics", relations_.Topics());
    Add("inferred", relations_.Inferred());
    Add("rows", relations_.Rows());
    Add("answers", Answers());
    Add("summary", SummaryPart());
    Add("regimes", Regimes());
    Add("assignments", Assignments());
    Add("pairs", Pairs());
    Add("tables", Tables());
    Add("frameworks", Frameworks());
    Add("words", AllWords());
    Add("controls", Controls());  // after all that may name another
    Add("head", Head());
    HtmlPart texts(strings_);
    texts.Open();
    for (const std::string& text : strings_.texts()) {
      texts.writer().String(text.c_str(),
                            static_cast<rapidjson::SizeType>(text.size()));
    }
    texts.Close();
    Add("strings", texts.Json());
    return "{" + out_ + "}";
  }

 private:
  static std::vector<int> Shown(const ReportContext& context) {
    std::vector<int> shown = context.frameworks;
    if (context.hub >= 0 &&
        std::find(shown.begin(), shown.end(), context.hub) == shown.end()) {
      shown.push_back(context.hub);
    }
    return shown;
  }

  void Add(const char* name, const std::string& json) {
    out_ += std::string(out_.empty() ? "\"" : ",\n\"") + name + "\":" + json;
  }

  std::string Head() {
    HtmlPart part(strings_);
    part.writer().StartObject();
    part.Key("version");
    part.writer().String(KAKEHASHI_VERSION);
    part.Key("language");
    part.writer().String(input_.language == Language::kJa ? "ja" : "en");
    part.Key("organization");
    part.Pair(profile_.name, profile_.name_en);
    part.Key("on");
    const Date& on = context_.applicability->on();
    part.Texts({ToIso(on), ToLongText(on, Language::kJa),
                ToLongText(on, Language::kEn)});
    part.Key("hub");
    part.Int(context_.hub);
    part.Key("compared");
    part.Ints(context_.frameworks);
    part.Key("shown");
    part.Size(controls_.shown());
    part.Key("status");
    part.writer().Bool(context_.assessments != nullptr);
    part.Key("consistent");
    part.writer().Bool(context_.knowledge->consistent());
    part.Key("departments");  // by role
    part.Open();
    for (const auto& role : kRoles) {
      part.Texts(profile_.Departments(role.value));
    }
    part.Close();
    part.writer().EndObject();
    return part.Json();
  }

  template <typename Table>
  void WordsOf(HtmlPart& part, const char* key, const Table& table) {
    part.Key(key);
    part.Open();
    for (const auto& name : table) {
      part.Texts({name.machine, name.words.ja, name.words.en});
    }
    part.Close();
  }

  std::string AllWords() {
    HtmlPart part(strings_);
    part.writer().StartObject();
    part.Key("levels");  // by binding, then by level
    part.Open();
    for (const auto& binding : kBindings) {
      part.Open();
      for (const auto& level : kLevels) {
        part.Texts({level.machine,
                    InWords(level.value, binding.value, Language::kJa),
                    InWords(level.value, binding.value, Language::kEn)});
      }
      part.Close();
    }
    part.Close();
    WordsOf(part, "bindings", kBindings);
    WordsOf(part, "roles", kRoles);
    WordsOf(part, "evidences", kEvidences);
    WordsOf(part, "confidences", kConfidences);
    WordsOf(part, "bases", kBases);
    WordsOf(part, "statuses", kStatuses);
    WordsOf(part, "states", kGapStates);
    part.Key("relations");
    part.Open();
    for (const auto& words : relations_.relations()) {
      part.Texts({words[0], words[1], words[2]});
    }
    part.Close();
    part.writer().EndObject();
    return part.Json();
  }

  // [id, [titles], [short titles], [publishers], edition, published, in force,
  //  licence, [sourcing], [sources], binding, topic list, shown]
  std::string Frameworks() {
    HtmlPart part(strings_);
    part.Open();
    for (std::size_t i = 0; i < context_.dataset->frameworks.size(); ++i) {
      const Framework& f = context_.dataset->frameworks[i];
      part.Open();
      part.Text(f.id);
      part.Pair(f.title(Language::kJa), f.title(Language::kEn));
      part.Pair(f.short_title(Language::kJa), f.short_title(Language::kEn));
      part.Pair(f.publisher_ja,
                f.publisher_en.empty() ? f.publisher_ja : f.publisher_en);
      part.Text(f.edition);
      part.Text(f.published);
      part.Text(f.in_force);
      part.Text(f.licence);
      part.Pair(f.sourcing(Language::kJa), f.sourcing(Language::kEn));
      part.Texts(f.source);
      part.Int(static_cast<int>(f.binding));
      part.Int(f.topic_list ? 1 : 0);
      part.Int(std::find(shown_.begin(), shown_.end(), static_cast<int>(i)) ==
                       shown_.end()
                   ? 0
                   : 1);
      part.Close();
    }
    part.Close();
    return part.Json();
  }

  std::vector<std::string> Questions(const std::vector<std::string>& names,
                                     Language language) const {
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

  // [framework, parent, id, label, ja, en, gist ja, gist en, level, lead,
  //  [support], evidence, applies, from, note, self-inspection item,
  //  [to confirm ja], [to confirm en], status]
  std::string Controls() {
    HtmlPart part(strings_);
    part.Open();
    for (std::size_t i = 0; i < controls_.all().size(); ++i) {
      const ControlRef ref = controls_.all()[i];
      const Framework& f = context_.framework(ref.framework);
      const Control& c = context_.dataset->control(ref);
      const bool shown = i < controls_.shown();
      const Applicability& a = context_.applicability->Of(ref);
      part.Open();
      part.Int(ref.framework);
      part.Int(shown && c.parent_index >= 0
                   ? controls_.Number({ref.framework, c.parent_index})
                   : -1);
      part.Text(c.id);
      part.Text(c.label);
      part.Text(c.title(Language::kJa));
      part.Text(c.title(Language::kEn));
      part.Text(c.gist(Language::kJa));
      part.Text(c.gist(Language::kEn));
      part.Int(static_cast<int>(c.level));
      part.Int(static_cast<int>(c.lead));
      part.Open();
      for (const Role role : c.support) part.Int(static_cast<int>(role));
      part.Close();
      part.Int(static_cast<int>(c.evidence));
      part.Int(static_cast<int>(a.applies));
      part.Text(a.phase == Phase::kLater ? DayText(a.from) : std::string());
      part.Text(c.note);
      part.Int(
          shown && a.applies != Truth::kFalse && IsSelfInspected(f, c) ? 1 : 0);
      part.Texts(Questions(a.unknown, Language::kJa));
      part.Texts(Questions(a.unknown, Language::kEn));
      part.Int(static_cast<int>(context_.StatusOf(ref)));
      part.Int(a.regime);
      part.Close();
    }
    part.Close();
    return part.Json();
  }

  // [control, evidence, file, digest, date, by]
  std::string Answers() {
    HtmlPart part(strings_);
    part.Open();
    if (context_.assessments != nullptr) {
      for (const auto& [ref, answer] : *context_.assessments) {
        part.Open();
        part.Int(controls_.Number(ref));
        part.Texts({answer.evidence, answer.evidence_file,
                    answer.evidence_sha256, DayText(answer.date), answer.by});
        part.Close();
      }
    }
    part.Close();
    return part.Json();
  }

  std::string SummaryPart() {
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
    part.Texts(Questions(ja.facts_to_confirm, Language::kJa));
    part.Texts(Questions(ja.facts_to_confirm, Language::kEn));
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
  void TransitionNotes(HtmlPart& part) {
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
        part.Text(DayText(other.new_rule_from));
        part.Close();
      }
      part.Close();
      part.Close();
    }
  }

  // [framework, [titles], binding, [where it stands], scope, ministry, basis,
  //  submit, desk, from, note, [to confirm ja], [to confirm en], applies,
  //  controls in the catalogue, [when it begins or which edition]]
  std::string Regimes() {
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
      part.Int(
          static_cast<int>(f == nullptr ? Binding::kVoluntary : f->binding));
      part.Pair(PhaseText(state, {Language::kJa, false}),
                PhaseText(state, {Language::kEn, false}));
      part.Text(regime.scope);
      part.Text(regime.ministry);
      part.Text(regime.basis);
      part.Text(regime.submit);
      part.Text(DeskOf(context_, state.framework));
      part.Text(DayText(regime.from));
      part.Text(regime.note);
      part.Texts(Questions(state.unknown, Language::kJa));
      part.Texts(Questions(state.unknown, Language::kEn));
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
  std::string Assignments() {
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
  std::string Pairs() {
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

  // [name, [titles], [[column, ja, en, type] ...], [rows ja], [rows en]]
  std::string Tables() {
    HtmlPart part(strings_);
    part.Open();
    for (const HtmlTable& table : input_.tables) {
      part.Open();
      part.Text(table.ja.name);
      part.Pair(table.title.ja, table.title.en);
      part.Open();
      for (const Column& column : table.ja.columns) {
        part.Open();
        part.Texts({column.machine, column.title.ja, column.title.en});
        part.Int(static_cast<int>(column.type));
        part.Close();
      }
      part.Close();
      for (const Records* records : {&table.ja, &table.en}) {
        part.Open();
        for (const auto& row : records->rows) part.Texts(row);
        part.Close();
      }
      part.Close();
    }
    part.Close();
    return part.Json();
  }

  const HtmlInput& input_;
  const ReportContext& context_;
  const Profile& profile_;
  std::vector<int> shown_;
  HtmlStrings strings_;
  HtmlControls controls_;
  HtmlRelations relations_;
  std::string out_;
};

}  // namespace

std::string HtmlData(const HtmlInput& input) {
  const std::string json = DataWriter(input).Write();
  // Outside texts JSON has none of these characters.
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '<') {
      out += "\\u003c";
    } else if (c == '>') {
      out += "\\u003e";
    } else if (c == '&') {
      out += "\\u0026";
    } else if (json.compare(i, 2, "\xE2\x80") == 0 && i + 2 < json.size() &&
               (json[i + 2] == '\xA8' || json[i + 2] == '\xA9')) {
      out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace mapper
