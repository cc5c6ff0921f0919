// Listings of what is known between frameworks; see tables.h.

#include <algorithm>
#include <iterator>

#include "mapper/base/text.h"
#include "mapper/crosswalk/relation_algebra.h"
#include "mapper/report/answers.h"
#include "mapper/report/table_words.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

using Type = Column::Type;
using table_words::LevelText;
using table_words::Number;
using table_words::Word;

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

// The steps of a proof in words: "A 含まれる B; B 重なる C".
std::string DerivedReason(const ReportContext& context, const Link& link,
                          const View& view) {
  std::vector<std::string> steps;
  for (const RowRef& row : link.proof) {
    const Crosswalk& table = CrosswalkOf(*context.dataset, row);
    const Mapping& m = context.knowledge->mapping(row);
    const Framework& source = context.framework(table.source);
    const Framework& target = context.framework(table.target);
    steps.push_back(SideText(source, m.sources) + " " +
                    (view.machine ? ToString(m.relation)
                                  : InWords(m.relation, view.language)) +
                    " " + SideText(target, m.targets));
  }
  static const Words kFrom = {"表から導出: ", "derived from: "};
  return view.words(kFrom) + Join(steps, " / ");
}

// What the user decided about the row itself; nothing for what is derived.
std::string ReviewText(const Knowledge& knowledge, const Link& link,
                       const View& view) {
  if (link.how == How::kDerived) return {};
  const Review review = knowledge.mapping(link.proof[0]).review;
  const auto& name = kReviews[static_cast<std::size_t>(review)];
  return view.machine ? name.machine : view.words(name.words);
}

std::string ReasonOf(const ReportContext& context, const Link& link,
                     const View& view) {
  return link.how == How::kDerived
             ? DerivedReason(context, link, view)
             : context.knowledge->mapping(link.proof[0]).rationale;
}

std::vector<std::string> CrosswalkRow(const ReportContext& context,
                                      const Link& link, const View& view) {
  const Framework& source = context.framework(link.source_framework);
  const Framework& target = context.framework(link.target_framework);
  const bool derived = link.how == How::kDerived;
  return {source.id,
          SideText(source, link.source),
          RelationText(*context.knowledge, link, view),
          target.id,
          SideText(target, link.target),
          HowText(link.how, view),
          Word(link.confidence, view),
          derived ? std::string()
                  : Word(context.knowledge->mapping(link.proof[0]).basis, view),
          ReasonOf(context, link, view),
          ProofText(*context.knowledge, link),
          ReviewText(*context.knowledge, link, view)};
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
          {"proof", {"証明に使った行", "proof"}, Type::kList},
          {"review", {"利用者", "user"}}};
}

std::string GapRationale(const ReportContext& context, const GapRow& row,
                         const View& view) {
  if (row.links.empty()) return {};
  // The strongest first: rows of the control itself before those around it.
  std::vector<std::string> parts;
  constexpr std::size_t kShown = 3;
  for (const Link* link : row.links) {
    if (parts.size() == kShown) break;
    const Framework& target = context.framework(link->target_framework);
    const std::string id = SideText(target, link->target);
    const std::string why = ReasonOf(context, *link, view);
    parts.push_back(id.empty() ? why : id + ": " + why);
  }
  std::string text = Join(parts, " / ");
  if (row.links.size() > kShown) {
    text += " (+" + Number(row.links.size() - kShown) + ")";
  }
  return text;
}

}  // namespace

std::string RelationText(const Knowledge& knowledge, const Link& link,
                         const View& view) {
  if (link.how == How::kDerived) {
    const Name<RelationSet>* name = ProvedName(link.set);
    return view.machine ? name->machine : name->words.in(view.language);
  }
  // Rows keep the word of their table: equal-to and equivalent-to are one set.
  Relation relation = knowledge.mapping(link.proof[0]).relation;
  if (link.how == How::kInverse) relation = Inverse(relation);
  return view.machine ? ToString(relation) : InWords(relation, view.language);
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
                         bool derived, const View& view) {
  Records records;
  records.name = "crosswalk";
  records.columns = CrosswalkColumns();
  for (const Link& link : context.knowledge->Links(source, target)) {
    // A self-crosswalk holds each row in both directions.
    if (source == target && link.how == How::kInverse) continue;
    if (link.how == How::kDerived && !derived) continue;
    records.rows.push_back(CrosswalkRow(context, link, view));
  }
  // What the other side has and nobody here asks for.
  for (const Link& link : context.knowledge->Links(target, source)) {
    if (!link.target.empty() || source == target) continue;
    // Turned round once more, the row stands as its table has it, or not.
    Link turned = link;
    turned.how = link.how == How::kInverse ? How::kAsserted : How::kInverse;
    std::vector<std::string> row = CrosswalkRow(context, turned, view);
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
      Records pair =
          stored ? CrosswalkRecords(context, all[i], all[j], true, view)
                 : CrosswalkRecords(context, all[j], all[i], true, view);
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
         RelationText(*context.knowledge, link, view), HowText(link.how, view),
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
      {"inferred", {"ほかの回答からの推論", "inferred from other answers"}},
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
           Word(row.state, view), GapRationale(context, row, view),
           context.assessments == nullptr
               ? std::string()
               : Word(context.StatusOf(row.control), view),
           InferredText(context, row.control, view),
           Join(context.LeadDepartments(c), ";"), Word(c.evidence, view)});
    }
  }
  return records;
}

}  // namespace mapper
