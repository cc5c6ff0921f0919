#include "mapper/report/office_tables.h"

#include <algorithm>
#include <map>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/report/table_words.h"

namespace mapper {
namespace {

using Type = Column::Type;
using table_words::LevelText;
using table_words::Number;
using table_words::Word;

std::string DepartmentsText(const ReportContext& context, Role role) {
  return Join(context.applicability->profile().Departments(role), ";");
}

std::string DayText(const std::optional<Date>& day) {
  return day ? ToIso(*day) : std::string();
}

// The clause over a term, or null.
const HoldingState* StateOf(const HoldingTerms& terms,
                            const ContractTerm& term) {
  return term.state < 0 ? nullptr
                        : &terms.states[static_cast<std::size_t>(term.state)];
}

}  // namespace

Records RolePairRecords(const ReportContext& context,
                        const std::vector<RolePair>& pairs, const View& view) {
  Records records;
  records.name = "role_pairs";
  records.columns = {
      {"first_role", {"役割1", "role 1"}},
      {"first_departments", {"役割1の課", "departments 1"}, Type::kList},
      {"second_role", {"役割2", "role 2"}},
      {"second_departments", {"役割2の課", "departments 2"}, Type::kList},
      {"framework", {"基準", "framework"}},
      {"level", {"レベル", "level"}},
      {"first_leads", {"役割1が主", "role 1 leads"}, Type::kNumber},
      {"second_leads", {"役割2が主", "role 2 leads"}, Type::kNumber},
      {"both_support", {"ともに関係", "both support"}, Type::kNumber},
      {"total", {"計", "total"}, Type::kNumber}};
  for (const RolePair& pair : pairs) {
    // By framework in the order of the organisation, and by level.
    std::map<std::pair<std::size_t, Level>, std::array<std::size_t, 3>> counts;
    const std::vector<int>& order = context.applicability->frameworks();
    const auto count = [&](const std::vector<ControlRef>& list,
                           std::size_t part) {
      for (const ControlRef& ref : list) {
        const auto place = static_cast<std::size_t>(
            std::find(order.begin(), order.end(), ref.framework) -
            order.begin());
        ++counts[{place, context.dataset->control(ref).level}][part];
      }
    };
    count(pair.first_leads, 0);
    count(pair.second_leads, 1);
    count(pair.both_support, 2);
    for (const auto& [key, numbers] : counts) {
      const Framework& f = context.framework(order[key.first]);
      Control level;
      level.level = key.second;
      records.rows.push_back(
          {Word(pair.first, view), DepartmentsText(context, pair.first),
           Word(pair.second, view), DepartmentsText(context, pair.second), f.id,
           LevelText(level, f, view), Number(numbers[0]), Number(numbers[1]),
           Number(numbers[2]), Number(numbers[0] + numbers[1] + numbers[2])});
    }
  }
  return records;
}

Records RolePairControlRecords(const ReportContext& context,
                               const RolePair& pair, const View& view) {
  Records records;
  records.name = "role_pair_controls";
  records.columns = {
      {"framework", {"基準", "framework"}},
      {"control", {"項目", "control"}},
      {"label", {"番号", "label"}},
      {"title", {"見出し", "title"}},
      {"level", {"レベル", "level"}},
      {"lead_role", {"主担当の役割", "lead role"}},
      {"lead_departments", {"主担当課", "lead departments"}, Type::kList},
      {"status", {"実施状況", "status"}}};
  std::vector<ControlRef> all = pair.first_leads;
  all.insert(all.end(), pair.second_leads.begin(), pair.second_leads.end());
  all.insert(all.end(), pair.both_support.begin(), pair.both_support.end());
  for (const ControlRef& ref : all) {
    const Framework& f = context.framework(ref.framework);
    const Control& c = context.dataset->control(ref);
    records.rows.push_back(
        {f.id, c.id, c.label, c.title(view.language), LevelText(c, f, view),
         Word(c.lead, view), DepartmentsText(context, c.lead),
         context.assessments == nullptr ? std::string()
                                        : Word(context.StatusOf(ref), view)});
  }
  return records;
}

std::string TermFrom(const ReportContext& context, const HoldingTerms& terms,
                     const ContractTerm& term) {
  if (const HoldingState* state = StateOf(terms, term)) {
    return DayText(state->new_rule_from);
  }
  const Applicability& applies = context.applicability->Of(term.control);
  return applies.phase == Phase::kLater ? DayText(applies.from) : std::string();
}

Records ContractRecords(const ReportContext& context,
                        const std::vector<HoldingTerms>& terms,
                        const View& view) {
  Records records;
  records.name = "contracts";
  records.columns = {{"kind", {"区分", "kind"}},
                     {"name", {"名称", "name"}},
                     {"segment", {"系統", "segment"}},
                     {"contract_to", {"契約の終わり", "contract to"}},
                     {"next_renewal", {"次の更新", "next renewal"}},
                     {"framework", {"基準", "framework"}},
                     {"control", {"項目", "control"}},
                     {"label", {"番号", "label"}},
                     {"title", {"見出し", "title"}},
                     {"gist", {"要旨（当方の言葉）", "gist (our words)"}},
                     {"level", {"レベル", "level"}},
                     {"part", {"扱い", "part"}},
                     {"concern", {"系統との関係", "segment of the control"}},
                     {"transition", {"経過措置", "transition"}},
                     {"from", {"適用の時期", "from"}},
                     {"applies", {"適用", "applies"}},
                     {"evidence", {"確かさ", "evidence"}}};
  static const Words kSystem = {"システム", "system"};
  static const Words kContract = {"契約", "contract"};
  static const Words kTerm = {"仕様・契約で求める", "put in the contract"};
  static const Words kPart = {"事業者が関わる", "the vendor takes part"};
  static const Words kYes = {"適用", "applies"};
  static const Words kConfirm = {"要確認", "to confirm"};
  for (const HoldingTerms& holding : terms) {
    const Holding& h = *holding.holding;
    const bool system = h.kind == Holding::Kind::kSystem;
    for (const ContractTerm& term : holding.terms) {
      const Framework& f = context.framework(term.control.framework);
      const Control& c = context.dataset->control(term.control);
      const HoldingState* state = StateOf(holding, term);
      const bool certain =
          context.applicability->Of(term.control).applies == Truth::kTrue;
      records.rows.push_back(
          {view.machine ? (system ? "system" : "contract")
                        : view.words(system ? kSystem : kContract),
           h.name, h.segment ? Word(*h.segment, view) : std::string(),
           DayText(h.contract_to), DayText(h.next_renewal), f.id, c.id, c.label,
           c.title(view.language), c.gist(view.language), LevelText(c, f, view),
           view.machine ? (term.direct ? "contract-term" : "takes-part")
                        : view.words(term.direct ? kTerm : kPart),
           Word(term.concern, view),
           state == nullptr ? std::string() : Word(state->state, view),
           TermFrom(context, holding, term),
           view.machine ? (certain ? "applies" : "to-confirm")
                        : view.words(certain ? kYes : kConfirm),
           Word(c.evidence, view)});
    }
  }
  return records;
}

Records ModelRecords(const ReportContext& context, const NetworkModels& models,
                     const View& view) {
  Records records;
  records.name = "models";
  records.columns = {
      {"part", {"区分", "part"}},
      {"model", {"モデル", "model"}},
      {"framework", {"基準", "framework"}},
      {"control", {"項目", "control"}},
      {"label", {"番号", "label"}},
      {"title", {"見出し", "title"}},
      {"level", {"レベル", "level"}},
      {"models", {"求めるモデル", "models that ask"}, Type::kList},
      {"status", {"実施状況", "status"}},
      {"evidence", {"確かさ", "evidence"}}};
  static const Words kBrought = {"採っているモデルの対策",
                                 "asked by the model in use"};
  static const Words kNotApplied = {"未適用の対策", "measures not applied"};
  static const Words kWould = {"採る場合の対策", "asked when chosen"};
  const auto word = [&view](const std::string& model) {
    return view.machine ? model : ModelInWords(model, view.language);
  };
  const auto add = [&](const ModelControl& entry, const char* part,
                       const Words& words, const std::string& model) {
    const Framework& f = context.framework(entry.control.framework);
    const Control& c = context.dataset->control(entry.control);
    std::vector<std::string> asking;
    for (const std::string& name : entry.models) asking.push_back(word(name));
    records.rows.push_back({view.machine ? part : view.words(words),
                            word(model), f.id, c.id, c.label,
                            c.title(view.language), LevelText(c, f, view),
                            Join(asking, ";"),
                            context.assessments == nullptr
                                ? std::string()
                                : Word(context.StatusOf(entry.control), view),
                            Word(c.evidence, view)});
  };
  if (models.own.empty()) {
    for (const std::string& model : models.models) {
      for (const ModelControl& entry : models.controls) {
        if (NetworkModels::Brings(entry, model)) {
          add(entry, "when-chosen", kWould, model);
        }
      }
    }
    return records;
  }
  for (const bool brought : {true, false}) {
    for (const ModelControl& entry : models.controls) {
      if (NetworkModels::Brings(entry, models.own) != brought) continue;
      add(entry, brought ? "in-use" : "not-applied",
          brought ? kBrought : kNotApplied, models.own);
    }
  }
  return records;
}

}  // namespace mapper
