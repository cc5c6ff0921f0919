// The lists that are open while a document is read: which mark continues one
// of them, which begins one, and which does neither.

#ifndef MAPPER_PARSE_OUTLINE_LIST_H_
#define MAPPER_PARSE_OUTLINE_LIST_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "mapper/parse/outline_mark.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

// In the order in which a reading is preferred to another.
enum class ListStep { kNone, kRepeat, kGap, kFirst, kNext };

// One way to understand the mark of a line.
struct ListPlace {
  ListStep step = ListStep::kNone;
  std::size_t rule = 0;  // place in OutlineRules::marks
  const Mark* mark = nullptr;
  MarkNumber number;          // the mark's own, or the one it is given
  bool unmistakable = false;  // counts even where a number is missing
  bool tab = false;           // a tab follows the mark
  int parent = -1;            // control it would stand under
  MarkNumber previous;        // number before it in its list; may be empty
};

// Whether `next` comes directly after `last`: 十一 十一の二 十二, or for dotted
// forms 2.1 2.2.
bool Follows(MarkForm form, const MarkNumber& last, const MarkNumber& next);

class OutlineLists {
 public:
  // `rules` must outlive the lists.
  explicit OutlineLists(const OutlineRules& rules);

  // The best place for one of the readings; `text` is the line they begin.
  // In a block, marks must be set off as they were before: by a tab where a
  // tab was used.
  ListPlace Find(const std::vector<Mark>& readings, std::string_view text,
                 bool in_block) const;

  // The mark at `place` has become `control`; deeper lists end.
  void Accept(const ListPlace& place, int control);

 private:
  struct Open {
    int control;
    std::size_t rule;
    MarkForm form;
    MarkNumber number;
  };

  ListPlace Place(const Mark& mark, std::size_t rule) const;
  bool FitsParent(const Mark& mark, std::size_t shallower) const;
  bool CarriesOn(MarkForm form, const MarkNumber& last, const MarkNumber& next,
                 std::size_t shallower) const;
  const Open* PrefixGiver(std::size_t size, std::size_t shallower) const;

  const OutlineRules& rules_;
  std::vector<std::vector<std::size_t>> by_form_;  // rules of each form
  std::vector<Open> open_;                         // by increasing depth
  std::vector<bool> tabbed_;                       // a tab follows each rule's
  std::vector<MarkNumber> through_;                // last number of each rule
};

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_LIST_H_
