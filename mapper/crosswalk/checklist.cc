#include "mapper/crosswalk/checklist.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "mapper/crosswalk/coordination.h"

namespace mapper {
namespace {

struct Item {
  ControlRef control;
  bool leaf = false;
  bool certain = false;       // it applies
  bool stated = false;        // it has an answer of its own
  bool answers = false;       // others may be answered with it
  std::vector<int> contains;  // places of items
  std::vector<int> inside;    // items around it, those equal left out
  std::vector<int> within;    // items it may be answered with
  std::vector<int> meets;     // certain overlap, and no more is sure
};

class Builder {
 public:
  Builder(const Dataset& dataset, const Knowledge& knowledge,
          const ApplicabilityMap& applicability, const Assessments& assessments)
      : dataset_(dataset),
        knowledge_(knowledge),
        applicability_(applicability),
        assessments_(assessments) {}

  Checklist Run() {
    FindItems();
    for (std::size_t i = 0; i < items_.size(); ++i) Relate(static_cast<int>(i));
    Choose();
    for (Question& question : checklist_.questions) Finish(question);
    checklist_.items = items_.size();
    return std::move(checklist_);
  }

 private:
  Item& At(int item) { return items_[static_cast<std::size_t>(item)]; }

  // By rank, so that the place of an item is its rank.
  void FindItems() {
    std::vector<std::pair<std::tuple<int, int, int>, Item>> found;
    int place = 0;
    for (const int framework : applicability_.frameworks()) {
      const Framework& f = dataset_.framework(framework);
      const int force = f.topic_list ? 2 : static_cast<int>(f.binding);
      for (std::size_t i = 0; i < f.controls.size(); ++i) {
        const Control& control = f.controls[i];
        Item item;
        item.control = {framework, static_cast<int>(i)};
        const Truth applies = applicability_.Of(item.control).applies;
        if (!f.IsItem(control) || applies == Truth::kFalse) continue;
        item.leaf = control.is_leaf();
        item.certain = applies == Truth::kTrue;
        const auto stated = assessments_.find(item.control);
        const Status status = stated == assessments_.end()
                                  ? Status::kUnknown
                                  : stated->second.status;
        item.stated = status != Status::kUnknown;
        item.answers = item.leaf && status != Status::kNotApplicable;
        if (f.topic_list) ++checklist_.topics;
        found.emplace_back(std::make_tuple(force, place, item.control.control),
                           std::move(item));
      }
      ++place;
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [rank, item] : found) {
      const int number = static_cast<int>(items_.size());
      item_of_[Node(item.control)] = number;
      items_.push_back(std::move(item));
    }
  }

  // Containment is transitive in the closure, so one look at it is enough.
  void Relate(int i) {
    Item& item = At(i);
    const int node = Node(item.control);
    knowledge_.closure().ForEach(node, [&](int other, RelationSet set) {
      const auto it = item_of_.find(other);
      if (it == item_of_.end() || it->second == i || (set & kDr) != 0) return;
      const bool contains = (set & ~(kEq | kPpi)) == 0;
      const bool inside = (set & ~(kEq | kPp)) == 0;
      if (contains) item.contains.push_back(it->second);
      if (inside && !contains) item.inside.push_back(it->second);
      if (!contains && !inside) item.meets.push_back(it->second);
    });
    for (const int contained : item.contains) {
      if (Answers(i, contained)) At(contained).within.push_back(i);
    }
  }

  bool Answers(int container, int contained) {
    const Item& item = At(container);
    return item.answers && !At(contained).stated &&
           (item.certain || !At(contained).certain);
  }

  // A strict order: `a` is a better question than the `b` that it contains.
  bool Absorbs(int a, int b) {
    const std::vector<int>& back = At(a).within;
    return a < b || std::find(back.begin(), back.end(), b) == back.end();
  }

  void Choose() {
    std::map<int, std::size_t> place;  // of a question
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const auto& within = items_[i].within;
      if (std::any_of(within.begin(), within.end(), [&](int container) {
            return Absorbs(container, static_cast<int>(i));
          })) {
        continue;
      }
      place[static_cast<int>(i)] = checklist_.questions.size();
      Question question;
      question.control = items_[i].control;
      checklist_.questions.push_back(std::move(question));
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (place.count(static_cast<int>(i)) != 0) continue;
      AnsweredWith answered;
      answered.control = items_[i].control;
      std::vector<int> within = items_[i].within;
      std::sort(within.begin(), within.end());
      std::size_t first = checklist_.questions.size();
      for (const int container : within) {
        const auto it = place.find(container);
        if (it == place.end()) continue;
        first = std::min(first, it->second);
        answered.questions.push_back(At(container).control);
      }
      answered.proof =
          RowsOf(knowledge_,
                 knowledge_.Prove(Node(answered.control),
                                  Node(answered.questions.front()), kEq | kPp));
      checklist_.questions[first].answered.push_back(std::move(answered));
      ++checklist_.answered_with;
    }
  }

  void Finish(Question& question) {
    const Item& item = At(Number(question.control));
    question.to_confirm = !item.certain;
    Relatives(item, question);
    const Assignment own = Assigned(question.control);
    question.lead = own.lead;
    if (question.lead.empty()) ++checklist_.without_lead;
    question.strictest = question.control;
    question.frameworks = {question.control.framework};
    for (const AnsweredWith& answered : question.answered) {
      const ControlRef& ref = answered.control;
      if (Strictness(ref) < Strictness(question.strictest)) {
        question.strictest = ref;
      }
      Add(ref.framework, question.frameworks);
      for (const std::string& name : Assigned(ref).lead) {
        AddSupport(name, question);
      }
    }
    for (const std::string& name : own.support) AddSupport(name, question);
  }

  Assignment Assigned(const ControlRef& ref) {
    return AssignmentOf(dataset_.control(ref), ref, applicability_.profile());
  }

  // Less is stricter: the level, then the force of the regime.
  std::pair<Level, Binding> Strictness(const ControlRef& ref) {
    return {dataset_.control(ref).level,
            dataset_.framework(ref.framework).binding};
  }

  template <typename Value>
  static void Add(const Value& value, std::vector<Value>& list) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
      list.push_back(value);
    }
  }

  static void AddSupport(const std::string& name, Question& question) {
    const auto& lead = question.lead;
    if (std::find(lead.begin(), lead.end(), name) == lead.end()) {
      Add(name, question.support);
    }
  }

  // The most specific: what follows from something below either is left out.
  void Relatives(const Item& item, Question& question) {
    std::vector<int> related = item.meets;
    // Inside it or around it, but no answer to the other.
    for (const std::vector<int>* list : {&item.contains, &item.inside}) {
      for (const int other : *list) {
        if (item.leaf && At(other).leaf &&
            !IsAnsweredBy(question, At(other).control)) {
          related.push_back(other);
        }
      }
    }
    std::sort(related.begin(), related.end());
    for (const int other : related) {
      const ControlRef& ref = At(other).control;
      if (!BelowMeets(item.control, Node(ref)) &&
          !BelowMeets(ref, Node(item.control))) {
        question.related.push_back(ref);
      }
    }
  }

  static bool IsAnsweredBy(const Question& question, const ControlRef& ref) {
    return std::any_of(
        question.answered.begin(), question.answered.end(),
        [&](const AnsweredWith& answered) { return answered.control == ref; });
  }

  bool BelowMeets(const ControlRef& heading, int node) {
    const std::vector<int>& children = dataset_.control(heading).children;
    return std::any_of(children.begin(), children.end(), [&](int child) {
      const int below = Node({heading.framework, child});
      return below == node ||
             (knowledge_.closure().Get(below, node) & kDr) == 0;
    });
  }

  int Node(const ControlRef& ref) const {
    return knowledge_.network().NodeOf(ref);
  }
  int Number(const ControlRef& ref) const { return item_of_.at(Node(ref)); }

  const Dataset& dataset_;
  const Knowledge& knowledge_;
  const ApplicabilityMap& applicability_;
  const Assessments& assessments_;
  std::vector<Item> items_;
  std::map<int, int> item_of_;  // by node
  Checklist checklist_;
};

}  // namespace

std::vector<RowRef> RowsOf(const Knowledge& knowledge, const Proof& proof) {
  std::vector<RowRef> rows;
  for (const int given : proof.givens) {
    const Given& g =
        knowledge.network().givens()[static_cast<std::size_t>(given)];
    if (g.kind == Given::Kind::kRow) rows.push_back(g.row);
  }
  return rows;
}

Checklist MakeChecklist(const Dataset& dataset, const Knowledge& knowledge,
                        const ApplicabilityMap& applicability,
                        const Assessments& assessments) {
  return Builder(dataset, knowledge, applicability, assessments).Run();
}

}  // namespace mapper
