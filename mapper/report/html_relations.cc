#include "mapper/report/html_relations.h"

#include <algorithm>

#include "mapper/crosswalk/coverage.h"
#include "mapper/crosswalk/overlap.h"
#include "mapper/crosswalk/relation_algebra.h"

namespace mapper {

HtmlControls::HtmlControls(const Dataset& dataset,
                           const std::vector<int>& shown) {
  for (const int framework : shown) {
    const std::size_t size = dataset.framework(framework).controls.size();
    for (std::size_t i = 0; i < size; ++i) {
      Number({framework, static_cast<int>(i)});
    }
  }
  shown_ = all_.size();
}

int HtmlControls::Number(const ControlRef& control) {
  const auto [it, is_new] =
      numbers_.emplace(control, static_cast<int>(all_.size()));
  if (is_new) all_.push_back(control);
  return it->second;
}

std::vector<int> HtmlControls::Numbers(int framework,
                                       const std::vector<int>& controls) {
  std::vector<int> numbers;
  numbers.reserve(controls.size());
  for (const int control : controls) {
    numbers.push_back(Number({framework, control}));
  }
  return numbers;
}

HtmlRelations::HtmlRelations(const HtmlInput& input,
                             const std::vector<int>& shown,
                             HtmlStrings& strings, HtmlControls& controls)
    : context_(*input.context),
      input_(input),
      shown_(shown),
      strings_(strings),
      controls_(controls),
      rows_part_(strings) {
  rows_part_.Open();
}

std::string HtmlRelations::Rows() {
  rows_part_.Close();
  return rows_part_.Json();
}

int HtmlRelations::RelationNumber(const std::string& machine, const char* ja,
                                  const char* en) {
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    if (relations_[i][0] == machine) return static_cast<int>(i);
  }
  relations_.push_back({machine, ja, en});
  return static_cast<int>(relations_.size()) - 1;
}

int HtmlRelations::RelationOf(const Link& link) {
  if (link.how == How::kDerived) {
    const Name<RelationSet>* name = ProvedName(link.set);
    return RelationNumber(name->machine, name->words.ja, name->words.en);
  }
  Relation relation = context_.knowledge->mapping(link.proof[0]).relation;
  if (link.how == How::kInverse) relation = Inverse(relation);
  return RelationNumber(ToString(relation), InWords(relation, Language::kJa),
                        InWords(relation, Language::kEn));
}

// [place, [source], relation, [target], confidence, basis, rationale], and the
// user's decision when there is one
int HtmlRelations::RowNumber(const RowRef& row) {
  const auto [it, is_new] = rows_.emplace(row, static_cast<int>(rows_.size()));
  if (!is_new) return it->second;
  const Crosswalk& table = CrosswalkOf(*context_.dataset, row);
  const Mapping& m = context_.knowledge->mapping(row);
  rows_part_.Open();
  rows_part_.Text(context_.knowledge->Place(row));
  rows_part_.Ints(controls_.Numbers(table.source, m.sources));
  rows_part_.Int(RelationNumber(ToString(m.relation),
                                InWords(m.relation, Language::kJa),
                                InWords(m.relation, Language::kEn)));
  rows_part_.Ints(controls_.Numbers(table.target, m.targets));
  rows_part_.Int(static_cast<int>(m.confidence));
  rows_part_.Int(static_cast<int>(m.basis));
  rows_part_.Text(m.rationale);
  if (m.review != Review::kNone) rows_part_.Int(static_cast<int>(m.review));
  rows_part_.Close();
  return it->second;
}

// A row by its number, or [kind, [source], [target]] of a fact of the
// catalogues; kind by Given::Kind.
void HtmlRelations::Step(HtmlPart& part, int given) {
  const Network& network = context_.knowledge->network();
  const Given& g = network.givens()[static_cast<std::size_t>(given)];
  if (g.kind == Given::Kind::kRow) {
    part.Int(RowNumber(g.row));
    return;
  }
  const NetworkNode& a = network.node(g.a);
  const NetworkNode& b = network.node(g.b);
  part.Open();
  part.Int(static_cast<int>(g.kind));
  part.Ints(controls_.Numbers(a.framework, a.controls));
  part.Ints(controls_.Numbers(b.framework, b.controls));
  part.Close();
}

// [source framework, [source], target framework, [target], relation, how,
//  confidence, [steps]]
std::string HtmlRelations::Links() {
  HtmlPart part(strings_);
  part.Open();
  for (const int source : shown_) {
    for (const int target : shown_) {
      for (const Link& link : context_.knowledge->Links(source, target)) {
        // A table of one framework with itself holds each row twice already.
        links_.emplace(&link, static_cast<int>(links_.size()));
        part.Open();
        part.Int(source);
        part.Ints(controls_.Numbers(source, link.source));
        part.Int(target);
        part.Ints(controls_.Numbers(target, link.target));
        part.Int(RelationOf(link));
        part.Int(static_cast<int>(link.how));
        part.Int(static_cast<int>(link.confidence));
        part.Open();
        if (link.steps.empty()) {
          for (const RowRef& row : link.proof) part.Int(RowNumber(row));
        } else {
          for (const int given : link.steps) Step(part, given);
        }
        part.Close();
        part.Close();
      }
    }
  }
  part.Close();
  return part.Json();
}

// [framework, against, "states, one digit a control", "counted: 0 or 1",
//  [place of a control, links ...] ...]
std::string HtmlRelations::Gaps() {
  HtmlPart part(strings_);
  part.Open();
  for (const GapComparison& comparison : *input_.comparisons) {
    std::string states;
    std::string counted;
    for (const GapRow& row : comparison.rows) {
      states += static_cast<char>('0' + static_cast<int>(row.state));
      counted += row.counted ? '1' : '0';
    }
    part.Open();
    part.Int(comparison.framework);
    part.Int(comparison.against);
    part.writer().String(states.c_str());
    part.writer().String(counted.c_str());
    part.Open();
    for (std::size_t i = 0; i < comparison.rows.size(); ++i) {
      const GapRow& row = comparison.rows[i];
      if (row.links.empty()) continue;
      part.Open();
      part.Int(static_cast<int>(i));
      for (const Link* link : row.links) {
        const auto it = links_.find(link);
        if (it != links_.end()) part.Int(it->second);
      }
      part.Close();
    }
    part.Close();
    part.Close();
  }
  part.Close();
  return part.Json();
}

// [topic, [[control, link, strictest] ...],
//  [state towards each compared framework: a GapState]]
std::string HtmlRelations::Topics() {
  if (context_.hub < 0) return "[]";
  // Without regard to what applies: why a cell is empty.
  std::vector<GapComparison> texts;
  for (const int framework : context_.frameworks) {
    texts.push_back(framework == context_.hub
                        ? GapComparison()
                        : CompareFrameworks(*context_.dataset,
                                            *context_.knowledge, context_.hub,
                                            framework, nullptr));
  }
  HtmlPart part(strings_);
  part.Open();
  for (const Topic& topic :
       FindTopics(*context_.dataset, *context_.knowledge, context_.hub,
                  context_.frameworks, context_.applicability)) {
    part.Open();
    part.Int(controls_.Number(topic.topic));
    part.Open();
    for (const TopicMember& member : topic.members) {
      const auto link = links_.find(member.link);
      part.Open();
      part.Int(controls_.Number(member.control));
      part.Int(link == links_.end() ? -1 : link->second);
      part.Int(member.strictest ? 1 : 0);
      part.Close();
    }
    part.Close();
    part.Open();
    for (const GapComparison& comparison : texts) {
      part.Int(
          comparison.rows.empty()
              ? static_cast<int>(GapState::kNotReviewed)
              : static_cast<int>(
                    comparison
                        .rows[static_cast<std::size_t>(topic.topic.control)]
                        .state));
    }
    part.Close();
    part.Close();
  }
  part.Close();
  return part.Json();
}

// [control, inference, [[[from], [to], answer, [steps of the proof]] ...]] of
// what answers say of other controls; docs of Coverage::Step
std::string HtmlRelations::Inferred() {
  HtmlPart part(strings_);
  part.Open();
  const Knowledge& knowledge = *context_.knowledge;
  // By number: a proof may name controls that come after all of these.
  const std::size_t known =
      context_.coverage == nullptr ? 0 : controls_.all().size();
  for (std::size_t i = 0; i < known; ++i) {
    const ControlRef ref = controls_.all()[i];
    const Inference inference = context_.coverage->InferredOf(ref);
    if (inference == Inference::kNothing) continue;
    part.Open();
    part.Size(i);
    part.Int(static_cast<int>(inference));
    part.Open();
    for (const Coverage::Step& step : context_.coverage->StepsOf(ref)) {
      const NetworkNode& from = knowledge.network().node(step.from);
      const NetworkNode& to = knowledge.network().node(step.to);
      part.Open();
      part.Ints(controls_.Numbers(from.framework, from.controls));
      part.Ints(controls_.Numbers(to.framework, to.controls));
      part.Int(step.answer ? 1 : 0);
      part.Open();
      if (step.from != step.to) {
        for (const int given :
             knowledge.Prove(step.to, step.from, step.needed).givens) {
          Step(part, given);
        }
      }
      part.Close();
      part.Close();
    }
    part.Close();
    part.Close();
  }
  part.Close();
  return part.Json();
}

}  // namespace mapper
