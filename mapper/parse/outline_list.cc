#include "mapper/parse/outline_list.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "mapper/base/text.h"

namespace mapper {
namespace {

bool Holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Forms whose number an n.n below them repeats.
bool GivesPrefix(MarkForm form) {
  return IsExplicit(form) || IsDotted(form) || form == MarkForm::kNumber ||
         form == MarkForm::kNumberDot;
}

bool SpaceFollows(std::string_view text, std::size_t length) {
  const std::string_view rest = text.substr(length);
  return rest.empty() || rest[0] == ' ' || rest[0] == '\t' ||
         StartsWith(rest, "　");
}

MarkNumber Prefix(const MarkNumber& number) {
  return {number.begin(), number.end() - 1};
}

}  // namespace

bool Follows(MarkForm form, const MarkNumber& last, const MarkNumber& next) {
  const auto common = static_cast<std::size_t>(
      std::mismatch(last.begin(), last.end(), next.begin(), next.end()).first -
      last.begin());
  if (IsDotted(form)) {
    return last.size() == next.size() && common + 1 == last.size() &&
           next[common] == last[common] + 1;
  }
  if (next.size() != common + 1) return false;
  return common == last.size() ? next[common] == 2
                               : next[common] == last[common] + 1;
}

OutlineLists::OutlineLists(const OutlineRules& rules)
    : rules_(rules),
      by_form_(MarkFormNames().size()),
      tabbed_(rules.marks.size()),
      through_(rules.marks.size()) {
  for (std::size_t i = 0; i < rules.marks.size(); ++i) {
    for (const MarkForm form : rules.marks[i].forms) {
      by_form_[static_cast<std::size_t>(form)].push_back(i);
    }
  }
}

ListPlace OutlineLists::Find(const std::vector<Mark>& readings,
                             std::string_view text, bool in_block) const {
  ListPlace best;
  const auto rank = [&](const ListPlace& place) {
    return std::tuple(place.step, place.unmistakable,
                      rules_.marks[place.rule].depth);
  };
  for (const Mark& mark : readings) {
    for (const std::size_t rule :
         by_form_[static_cast<std::size_t>(mark.form)]) {
      const bool tab = mark.length < text.size() && text[mark.length] == '\t';
      if (rules_.marks[rule].space &&
          (in_block && tabbed_[rule] ? !tab
                                     : !SpaceFollows(text, mark.length))) {
        continue;
      }
      ListPlace place = Place(mark, rule);
      place.tab = tab;
      if (place.step == ListStep::kNone) continue;
      if (best.step == ListStep::kNone || rank(place) > rank(best)) {
        best = std::move(place);
      }
    }
  }
  return best;
}

ListPlace OutlineLists::Place(const Mark& mark, std::size_t rule) const {
  const OutlineMark& how = rules_.marks[rule];
  ListPlace place;
  place.rule = rule;
  place.mark = &mark;
  place.number = mark.first;
  const bool explicit_form =
      std::all_of(how.forms.begin(), how.forms.end(), IsExplicit);
  place.unmistakable = how.gaps.value_or(rules_.markdown || explicit_form);

  std::size_t shallower = 0;  // open lists above this mark
  while (shallower < open_.size() &&
         rules_.marks[open_[shallower].rule].depth < how.depth) {
    ++shallower;
  }
  const Open* parent = shallower == 0 ? nullptr : &open_[shallower - 1];
  if (parent != nullptr) place.parent = parent->control;
  if (!how.under.empty() &&
      (parent == nullptr ||
       !Holds(how.under, rules_.marks[parent->rule].name))) {
    return {};
  }

  const bool sibling =
      shallower < open_.size() && open_[shallower].rule == rule;
  if (how.through) {
    place.previous = through_[rule];
  } else if (sibling) {
    place.previous = open_[shallower].number;
  }
  if (IsUnnumbered(mark.form)) {
    place.number = {place.previous.empty() ? 1 : place.previous[0] + 1};
    place.step = ListStep::kNext;
  } else if (place.previous.empty()) {
    const bool first = how.first.empty() ||
                       ((place.number.size() == 1 || IsDotted(mark.form)) &&
                        std::find(how.first.begin(), how.first.end(),
                                  place.number.back()) != how.first.end());
    const bool fits = FitsParent(mark, shallower);
    if (first && fits) {
      place.step = ListStep::kFirst;
    } else if (place.unmistakable && fits) {
      place.step = ListStep::kGap;
    }
  } else if (Follows(mark.form, place.previous, place.number) ||
             CarriesOn(mark.form, place.previous, place.number, shallower)) {
    place.step = ListStep::kNext;
  } else {
    place.step =
        place.previous < place.number ? ListStep::kGap : ListStep::kRepeat;
  }
  return place;
}

// 2.1 stands under 2, 2.1.1(1) under 2.1.1, wherever such a mark is open.
bool OutlineLists::FitsParent(const Mark& mark, std::size_t shallower) const {
  if (!IsDotted(mark.form)) return true;
  const Open* giver = PrefixGiver(mark.first.size() - 1, shallower);
  return giver == nullptr || giver->number == Prefix(mark.first);
}

// 3.1 after 2.4 in a document that has no mark for 3 itself.
bool OutlineLists::CarriesOn(MarkForm form, const MarkNumber& last,
                             const MarkNumber& next,
                             std::size_t shallower) const {
  return IsDotted(form) && next.size() == last.size() && next.back() == 1 &&
         PrefixGiver(next.size() - 1, shallower) == nullptr &&
         Follows(MarkForm::kDotted2, Prefix(last), Prefix(next));
}

const OutlineLists::Open* OutlineLists::PrefixGiver(
    std::size_t size, std::size_t shallower) const {
  for (std::size_t i = shallower; i-- > 0;) {
    const Open& open = open_[i];
    if (GivesPrefix(open.form) && open.number.size() == size) return &open;
  }
  return nullptr;
}

void OutlineLists::Accept(const ListPlace& place, int control) {
  const OutlineMark& how = rules_.marks[place.rule];
  while (!open_.empty() && rules_.marks[open_.back().rule].depth >= how.depth) {
    open_.pop_back();
  }
  const MarkNumber& last =
      IsUnnumbered(place.mark->form) ? place.number : place.mark->last;
  open_.push_back({control, place.rule, place.mark->form, last});
  if (place.tab) tabbed_[place.rule] = true;
  through_[place.rule] = last;
  for (std::size_t i = 0; i < through_.size(); ++i) {
    if (Holds(rules_.marks[i].restart_in, how.name)) through_[i].clear();
  }
}

}  // namespace mapper
