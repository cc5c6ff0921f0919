#include "mapper/report/html_data.h"

#include <algorithm>

#include "mapper/model/review.h"
#include "mapper/report/html_office.h"
#include "mapper/report/html_relations.h"
#include "mapper/report/html_strings.h"

namespace mapper {
namespace {

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
    Add("inspection", Inspection());  // before what is inferred
    Add("inferred", relations_.Inferred());
    Add("rows", relations_.Rows());
    Add("answers", Answers());
    HtmlOffice office(input_, strings_, controls_);
    Add("summary", office.SummaryPart());
    Add("regimes", office.Regimes());
    Add("assignments", office.Assignments());
    Add("pairs", office.Pairs());
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
    WordsOf(part, "reviews", kReviews);
    WordsOf(part, "statuses", kStatuses);
    WordsOf(part, "states", kGapStates);
    WordsOf(part, "inferences", kInferences);
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
      part.Text(a.phase == Phase::kLater ? HtmlDay(a.from) : std::string());
      part.Text(c.note);
      part.Int(shown && a.applies != Truth::kFalse && f.IsItem(c) ? 1 : 0);
      part.Texts(FactQuestions(a.unknown, Language::kJa));
      part.Texts(FactQuestions(a.unknown, Language::kEn));
      part.Int(static_cast<int>(context_.StatusOf(ref)));
      part.Int(a.regime);
      part.Close();
    }
    part.Close();
    return part.Json();
  }

  // {totals, items: [control ...]}: the rows of answers.csv; {} without
  // answers
  std::string Inspection() {
    HtmlPart part(strings_);
    part.writer().StartObject();
    if (input_.answers != nullptr) {
      part.Key("totals");
      part.writer().StartObject();
      for (const Total& total : AnswerTotals(*input_.answers)) {
        part.Key(total.machine);
        part.Size(total.value);
      }
      part.writer().EndObject();
      part.Key("items");
      part.Open();
      for (const AnswerRow& row : input_.answers->rows) {
        part.Int(controls_.Number(row.control));
      }
      part.Close();
    }
    part.writer().EndObject();
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
                    answer.evidence_sha256, HtmlDay(answer.date), answer.by});
        part.Close();
      }
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
