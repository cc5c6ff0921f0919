#include "mapper/report/tables.h"

#include <algorithm>
#include <map>

#include "mapper/base/text.h"

namespace mapper {
namespace {

using Type = Column::Type;

std::string Number(std::size_t value) { return std::to_string(value); }

template <typename Enum>
std::string Word(Enum value, const View& view) {
  return view.machine ? ToString(value) : InWords(value, view.language);
}

std::string RoleText(Role role, const View& view) { return Word(role, view); }

std::string LevelText(const Control& control, const Framework& framework,
                      const View& view) {
  return view.machine
             ? ToString(control.level)
             : InWords(control.level, framework.binding, view.language);
}

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

std::string HowText(How how, const View& view) {
  if (view.machine) return ToString(how);
  static const Words kAsserted = {"表", "asserted"};
  static const Words kInverse = {"表（逆）", "inverse"};
  static const Words kDerived = {"導出", "derived"};
  switch (how) {
    case How::kAsserted:
      return view.words(kAsserted);
    case How::kInverse:
      return view.words(kInverse);
    case How::kDerived:
      return view.words(kDerived);
  }
  return {};
}

std::string ProofText(const Knowledge& knowledge, const Link& link) {
  std::vector<std::string> places;
  for (const RowRef& row : link.proof) places.push_back(knowledge.Place(row));
  return Join(places, ";");
}

std::vector<std::string> CrosswalkRow(const ReportContext& context,
                                      const Link& link, const View& view) {
  const Framework& source = context.framework(link.source_framework);
  const Framework& target = context.framework(link.target_framework);
  const Mapping& mapping = context.knowledge->mapping(link.proof[0]);
  return {source.id,
          SideText(source, link.source),
          RelationText(*context.knowledge, link, view),
          target.id,
          SideText(target, link.target),
          HowText(link.how, view),
          Word(link.confidence, view),
          Word(mapping.basis, view),
          mapping.rationale,
          ProofText(*context.knowledge, link)};
}

std::vector<Column> CrosswalkColumns() {
  return {{"source_framework", {"元の基準", "source framework"}},
          {"source_control", {"元の項目", "source control"}},
          {"relation", {"関係", "relation"}},
          {"target_framework", {"先の基準", "target framework"}},
          {"target_control", {"先の項目", "target control"}},
          {"how", {"根拠の種類", "how"}},
          {"confidence", {"確度", "confidence"}},
          {"basis", {"出どころ", "basis"}},
          {"rationale", {"理由", "rationale"}},
          {"proof", {"証明に使った行", "proof"}, Type::kList}};
}

std::string GapRationale(const ReportContext& context, const GapRow& row) {
  if (row.links.empty()) return {};
  // The strongest first: rows of the control itself before those around it.
  std::vector<std::string> parts;
  constexpr std::size_t kShown = 3;
  for (const Link* link : row.links) {
    if (parts.size() == kShown) break;
    const Framework& target = context.framework(link->target_framework);
    const std::string id = SideText(target, link->target);
    const std::string& why =
        context.knowledge->mapping(link->proof[0]).rationale;
    parts.push_back(id.empty() ? why : id + ": " + why);
  }
  std::string text = Join(parts, " / ");
  if (row.links.size() > kShown) {
    text += " (+" + Number(row.links.size() - kShown) + ")";
  }
  return text;
}

}  // namespace

std::string SideText(const Framework& framework, const std::vector<int>& side) {
  std::string text;
  for (const int control : side) {
    if (!text.empty()) text += '+';
    text += framework.controls[static_cast<std::size_t>(control)].id;
  }
  return text;
}

std::string RelationText(const Knowledge& knowledge, const Link& link,
                         const View& view) {
  // Rows keep the word of their table: equal-to and equivalent-to are one set.
  Relation relation = knowledge.mapping(link.proof[0]).relation;
  if (link.how == How::kInverse) relation = Inverse(relation);
  return view.machine ? ToString(relation) : InWords(relation, view.language);
}

std::string PhaseText(const RegimeState& state, const View& view) {
  std::string text = AppliesText(state.applies, view);
  if (state.applies == Truth::kFalse) return text;
  if (state.phase == Phase::kLater) {
    const std::string day = ToIso(*state.regime->from);
    if (view.machine) return text;
    return state.applies == Truth::kTrue
               ? (view.language == Language::kJa ? day + "から" : "from " + day)
               : text + (view.language == Language::kJa
                             ? "（" + day + "から）"
                             : " (from " + day + ")");
  }
  if (state.phase == Phase::kPast && !view.machine) {
    text += view.language == Language::kJa ? "（旧版・参考）"
                                           : " (past, for reference)";
  }
  return text;
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
  const Framework& f = context.framework(framework);
  std::map<std::string, int> count;
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    const Control& control = f.controls[i];
    if (!control.has_own_demands() ||
        context.applicability->Of({framework, static_cast<int>(i)}).applies ==
            Truth::kFalse) {
      continue;
    }
    const auto names = context.LeadDepartments(control);
    if (!names.empty()) ++count[names[0]];
  }
  const auto most = std::max_element(
      count.begin(), count.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == count.end() ? std::string() : most->first;
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
          f.controls.begin(), f.controls.end(), [&](const Control& c) {
            return c.evidence == evidence.value;
          }))));
    }
    row.push_back(f.sourcing);
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
        {regime.framework,
         RegimeTitle(*context.dataset, state, view.language),
         Word(binding, view), PhaseText(state, view), regime.scope,
         regime.ministry, DeskOf(context, state.framework),
         regime.from ? ToIso(*regime.from) : std::string(), regime.basis,
         regime.submit, Join(state.unknown, ";")});
  }
  return records;
}

Records LinkRecords(const ReportContext& context,
                    const std::vector<const Link*>& links, const View& view) {
  Records records;
  records.name = "crosswalk";
  records.columns = CrosswalkColumns();
  for (const Link* link : links) {
    records.rows.push_back(CrosswalkRow(context, *link, view));
  }
  return records;
}

Records CrosswalkRecords(const ReportContext& context, int source, int target,
                         const View& view) {
  Records records;
  records.name = "crosswalk";
  records.columns = CrosswalkColumns();
  for (const Link& link : context.knowledge->Links(source, target)) {
    // A self-crosswalk holds each row in both directions.
    if (source == target && link.how == How::kInverse) continue;
    records.rows.push_back(CrosswalkRow(context, link, view));
  }
  // What the other side has and nobody here asks for.
  for (const Link& link : context.knowledge->Links(target, source)) {
    if (!link.target.empty() || source == target) continue;
    std::vector<std::string> row = CrosswalkRow(context, link, view);
    std::swap(row[0], row[3]);
    std::swap(row[1], row[4]);
    records.rows.push_back(std::move(row));
  }
  return records;
}

Records AllCrosswalkRecords(const ReportContext& context, const View& view) {
  Records records;
  records.name = "crosswalk";
  records.columns = CrosswalkColumns();
  std::vector<int> all = context.frameworks;
  if (context.hub >= 0 &&
      std::find(all.begin(), all.end(), context.hub) == all.end()) {
    all.push_back(context.hub);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i; j < all.size(); ++j) {
      // In the direction in which the table is stored.
      const bool stored =
          context.dataset->FindCrosswalk(all[i], all[j]) != nullptr;
      Records pair = stored
                         ? CrosswalkRecords(context, all[i], all[j], view)
                         : CrosswalkRecords(context, all[j], all[i], view);
      std::move(pair.rows.begin(), pair.rows.end(),
                std::back_inserter(records.rows));
    }
  }
  return records;
}

Records OverlapRecords(const ReportContext& context, const View& view) {
  Records records;
  records.name = "overlaps";
  records.columns = {{"topic_framework", {"話題の基準", "topic framework"}},
                     {"topic", {"話題", "topic"}},
                     {"topic_title", {"話題の見出し", "topic title"}},
                     {"framework", {"基準", "framework"}},
                     {"control", {"項目", "control"}},
                     {"title", {"見出し", "title"}},
                     {"relation", {"話題から見た関係", "relation"}},
                     {"how", {"根拠の種類", "how"}},
                     {"strictest", {"最も厳しい", "strictest"}}};
  const auto add = [&](const ControlRef& topic, const Link& link,
                       int target_framework, const std::vector<int>& target,
                       bool strictest) {
    const Control& t = context.dataset->control(topic);
    const Framework& f = context.framework(target_framework);
    std::vector<std::string> titles;
    for (const int c : target) {
      titles.push_back(
          f.controls[static_cast<std::size_t>(c)].title(view.language));
    }
    static const Words kYes = {"○", "yes"};
    records.rows.push_back(
        {context.framework(topic.framework).id, t.id, t.title(view.language),
         f.id, SideText(f, target), Join(titles, " + "),
         RelationText(*context.knowledge, link, view),
         HowText(link.how, view),
         strictest ? (view.machine ? "yes" : view.words(kYes)) : ""});
  };
  if (context.hub >= 0) {
    for (const Topic& topic :
         FindTopics(*context.dataset, *context.knowledge, context.hub,
                    context.frameworks, context.applicability)) {
      for (const TopicMember& member : topic.members) {
        add(topic.topic, *member.link, member.control.framework,
            {member.control.control}, member.strictest);
      }
    }
  }
  const auto applies = [&](int framework, const std::vector<int>& side) {
    return context.applicability == nullptr ||
           std::any_of(side.begin(), side.end(), [&](int control) {
             return context.applicability->Of({framework, control}).applies !=
                    Truth::kFalse;
           });
  };
  for (const int source : context.frameworks) {
    for (const int target : context.frameworks) {
      if (source == target || source == context.hub || target == context.hub ||
          context.dataset->FindCrosswalk(source, target) == nullptr) {
        continue;
      }
      for (const Link* link : SpecificOverlaps(
               *context.dataset, *context.knowledge, source, target)) {
        if (link->source.size() != 1 || !applies(source, link->source) ||
            !applies(target, link->target)) {
          continue;
        }
        add({source, link->source[0]}, *link, target, link->target, false);
      }
    }
  }
  return records;
}

Records GapRecords(const ReportContext& context,
                   const std::vector<GapComparison>& comparisons,
                   const View& view) {
  Records records;
  records.name = "gaps";
  records.columns = {
      {"framework", {"基準", "framework"}},
      {"control", {"項目", "control"}},
      {"label", {"番号", "label"}},
      {"title", {"見出し", "title"}},
      {"level", {"レベル", "level"}},
      {"binding", {"拘束力", "binding"}},
      {"against", {"比べる基準", "against"}},
      {"state", {"基準間の差", "difference between texts"}},
      {"rationale", {"理由", "rationale"}},
      {"status", {"自団体の実施状況", "what we have done"}},
      {"lead_departments", {"主担当課", "lead departments"}, Type::kList},
      {"evidence", {"確かさ", "evidence"}}};
  for (const GapComparison& comparison : comparisons) {
    const Framework& f = context.framework(comparison.framework);
    for (const GapRow& row : comparison.rows) {
      const Control& c = context.dataset->control(row.control);
      if (!c.has_gist()) continue;  // a heading has nothing to compare
      records.rows.push_back(
          {f.id, c.id, c.label, c.title(view.language), LevelText(c, f, view),
           Word(f.binding, view), context.framework(comparison.against).id,
           Word(row.state, view), GapRationale(context, row),
           context.assessments == nullptr
               ? std::string()
               : Word(context.StatusOf(row.control), view),
           Join(context.LeadDepartments(c), ";"), Word(c.evidence, view)});
    }
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
