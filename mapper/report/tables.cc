#include "mapper/report/tables.h"

#include <algorithm>
#include <map>

#include "mapper/base/text.h"
#include "mapper/report/table_words.h"

namespace mapper {
namespace {

using Type = Column::Type;
using table_words::LevelText;
using table_words::Number;
using table_words::Word;

std::string RoleText(Role role, const View& view) { return Word(role, view); }

std::string AppliesText(Truth truth, const View& view) {
  static const Words kYes = {"適用", "applies"};
  static const Words kConfirm = {"要確認", "to confirm"};
  static const Words kNo = {"対象外", "not applicable"};
  switch (truth) {
    case Truth::kTrue:
      return view.machine ? "applies" : view.words(kYes);
    case Truth::kUnknown:
      return view.machine ? "to-confirm" : view.words(kConfirm);
    case Truth::kFalse:
      return view.machine ? "not-applicable" : view.words(kNo);
  }
  return {};
}

}  // namespace

std::string PhaseText(const RegimeState& state, const View& view) {
  std::string text = AppliesText(state.applies, view);
  if (state.applies == Truth::kFalse || state.phase == Phase::kInForce) {
    return text;
  }
  const bool later = state.phase == Phase::kLater;
  if (view.machine) return text + (later ? "-later" : "-past");
  if (!later) {
    static const Words kPast = {"（旧版・参考）", " (past, for reference)"};
    return text + view.words(kPast);
  }
  const std::string day = ToIso(*state.regime->from);
  std::string from =
      view.language == Language::kJa ? day + "から" : "from " + day;
  if (state.applies == Truth::kTrue) return from;
  return view.language == Language::kJa ? text + "（" + from + "）"
                                        : text + " (" + from + ")";
}

std::string RegimeTitle(const Dataset& dataset, const RegimeState& state,
                        Language language) {
  if (state.framework < 0) return state.regime->framework;
  const Framework& f = dataset.framework(state.framework);
  const auto& roots = state.regime->roots;
  if (roots.empty()) return f.short_title(language);
  const int first = f.Find(roots[0]);
  if (first < 0) return f.short_title(language);
  const Control& control = f.controls[static_cast<std::size_t>(first)];
  if (language == Language::kEn) {
    return f.short_title(language) + ": " + control.id +
           (roots.size() > 1 ? " and others" : "");
  }
  return control.label + (roots.size() > 1 ? "ほか" : "");
}

std::string DeskOf(const ReportContext& context, int framework) {
  if (context.applicability == nullptr || framework < 0) return {};
  return DeskOf(*context.dataset, *context.applicability, framework);
}

Records FrameworkRecords(const Dataset& dataset, const View& view) {
  Records records;
  records.name = "frameworks";
  records.columns = {{"framework", {"ID", "id"}},
                     {"title", {"名称", "title"}},
                     {"edition", {"版", "edition"}},
                     {"kind", {"種類", "kind"}},
                     {"binding", {"拘束力", "binding"}},
                     {"status", {"状態", "status"}},
                     {"controls", {"項目数", "controls"}, Type::kNumber}};
  for (const auto& evidence : kEvidences) {
    records.columns.push_back(
        {evidence.machine, evidence.words, Type::kNumber});
  }
  records.columns.push_back({"sourcing", {"出どころ", "sourcing"}});
  static const std::map<std::string, Words> kStates = {
      {"current", {"現行", "current"}},
      {"superseded", {"旧版", "superseded"}},
      {"interim", {"暫定", "interim"}},
      {"awaiting-import", {"本文未取込", "awaiting import"}}};
  static const std::map<std::string, Words> kKinds = {
      {"law", {"法律", "law"}},
      {"ordinance", {"省令", "ordinance"}},
      {"standard", {"基準", "standard"}},
      {"guideline", {"ガイドライン", "guideline"}},
      {"framework", {"枠組み", "framework"}}};
  const auto word = [&view](const std::map<std::string, Words>& words,
                            const std::string& machine) {
    const auto it = words.find(machine);
    return view.machine || it == words.end() ? machine
                                             : it->second.in(view.language);
  };
  for (const Framework& f : dataset.frameworks) {
    std::vector<std::string> row = {f.id,
                                    f.title(view.language),
                                    f.edition,
                                    word(kKinds, f.kind),
                                    Word(f.binding, view),
                                    word(kStates, f.status),
                                    Number(f.controls.size())};
    for (const auto& evidence : kEvidences) {
      row.push_back(Number(static_cast<std::size_t>(std::count_if(
          f.controls.begin(), f.controls.end(),
          [&](const Control& c) { return c.evidence == evidence.value; }))));
    }
    row.push_back(f.sourcing(view.language));
    records.rows.push_back(std::move(row));
  }
  return records;
}

Records ControlRecords(const ReportContext& context,
                       const std::vector<int>& frameworks, const View& view) {
  Records records;
  records.name = "controls";
  records.columns = {{"framework", {"基準", "framework"}},
                     {"control", {"項目", "control"}},
                     {"label", {"番号", "label"}},
                     {"title", {"見出し", "title"}},
                     {"gist", {"要旨（当方の言葉）", "gist (our words)"}},
                     {"level", {"レベル", "level"}},
                     {"lead", {"主担当", "lead"}},
                     {"support", {"関係", "support"}, Type::kList},
                     {"applies", {"適用", "applies"}},
                     {"evidence", {"確かさ", "evidence"}}};
  for (const int framework : frameworks) {
    const Framework& f = context.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const Control& c = f.controls[i];
      std::vector<std::string> support;
      for (const Role role : c.support) support.push_back(RoleText(role, view));
      std::string applies = ToString(c.applies);
      if (context.applicability != nullptr) {
        applies = AppliesText(
            context.applicability->Of({framework, static_cast<int>(i)}).applies,
            view);
      } else if (applies == "-") {
        applies.clear();
      }
      records.rows.push_back({f.id, c.id, c.label, c.title(view.language),
                              c.gist(view.language), LevelText(c, f, view),
                              RoleText(c.lead, view), Join(support, ";"),
                              applies, Word(c.evidence, view)});
    }
  }
  return records;
}

Records RegimeRecords(const ReportContext& context, const View& view,
                      bool all) {
  Records records;
  records.name = "regimes";
  records.columns = {
      {"framework", {"基準", "framework"}},
      {"title", {"名称", "title"}},
      {"binding", {"拘束力", "binding"}},
      {"applies", {"適用", "applies"}},
      {"scope", {"対象", "scope"}},
      {"ministry", {"所管", "ministry"}},
      {"desk", {"庁内窓口", "desk"}},
      {"from", {"施行・適用", "from"}},
      {"basis", {"根拠", "basis"}},
      {"submit", {"届出・報告", "to be filed"}},
      {"unknown_facts", {"要確認の事項", "facts to confirm"}, Type::kList}};
  for (const RegimeState& state : context.applicability->regimes()) {
    if (!all && state.applies == Truth::kFalse) continue;
    const Regime& regime = *state.regime;
    const Binding binding = state.framework < 0
                                ? Binding::kVoluntary
                                : context.framework(state.framework).binding;
    records.rows.push_back(
        {regime.framework, RegimeTitle(*context.dataset, state, view.language),
         Word(binding, view), PhaseText(state, view), regime.scope,
         regime.ministry, DeskOf(context, state.framework),
         regime.from ? ToIso(*regime.from) : std::string(), regime.basis,
         regime.submit, Join(state.unknown, ";")});
  }
  return records;
}

Records CoordinationRecords(const ReportContext& context,
                            const Coordination& coordination,
                            const View& view) {
  Records records;
  records.name = "coordination";
  records.columns = {
      {"framework", {"基準", "framework"}},
      {"control", {"項目", "control"}},
      {"label", {"番号", "label"}},
      {"title", {"見出し", "title"}},
      {"lead_role", {"主担当の役割", "lead role"}},
      {"lead_departments", {"主担当課", "lead departments"}, Type::kList},
      {"support_roles", {"関係の役割", "support roles"}, Type::kList},
      {"support_departments", {"関係課", "support departments"}, Type::kList}};
  for (const Assignment& a : coordination.assignments) {
    const Control& c = context.dataset->control(a.control);
    std::vector<std::string> roles;
    for (const Role role : c.support) roles.push_back(RoleText(role, view));
    records.rows.push_back({context.framework(a.control.framework).id, c.id,
                            c.label, c.title(view.language),
                            RoleText(c.lead, view), Join(a.lead, ";"),
                            Join(roles, ";"), Join(a.support, ";")});
  }
  return records;
}

Records HoldingRecords(const ReportContext& context,
                       const std::vector<HoldingState>& holdings,
                       const View& view) {
  Records records;
  records.name = "transitions";
  records.columns = {{"kind", {"区分", "kind"}},
                     {"name", {"名称", "name"}},
                     {"segment", {"系統", "segment"}},
                     {"framework", {"基準", "framework"}},
                     {"controls", {"対象の項目", "controls"}, Type::kList},
                     {"state", {"経過措置", "state"}},
                     {"new_rule_from", {"新規則の適用", "new rule from"}},
                     {"next_renewal", {"次の更新", "next renewal"}},
                     {"contract_to", {"契約の終わり", "contract to"}}};
  static const Words kSystem = {"システム", "system"};
  static const Words kContract = {"契約", "contract"};
  const auto day = [](const std::optional<Date>& date) {
    return date ? ToIso(*date) : std::string();
  };
  for (const HoldingState& state : holdings) {
    const Holding& holding = *state.holding;
    const bool system = holding.kind == Holding::Kind::kSystem;
    records.rows.push_back(
        {view.machine ? (system ? "system" : "contract")
                      : view.words(system ? kSystem : kContract),
         holding.name,
         holding.segment ? Word(*holding.segment, view) : std::string(),
         context.framework(state.framework).id,
         Join(state.transition->controls, ";"), Word(state.state, view),
         day(state.new_rule_from), day(holding.next_renewal),
         day(holding.contract_to)});
  }
  return records;
}

}  // namespace mapper
