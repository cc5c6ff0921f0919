// One edition of one law, standard, guideline or framework.

#ifndef MAPPER_MODEL_FRAMEWORK_H_
#define MAPPER_MODEL_FRAMEWORK_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mapper/model/control.h"
#include "mapper/model/date.h"
#include "mapper/model/recurring.h"
#include "mapper/model/words.h"

namespace mapper {

// Controls of which an older rule is kept for what is in use or under contract
// on a day, until it is renewed (a transitional clause, 経過措置).
struct Transition {
  std::vector<std::string> controls;
  Date on;
  std::string note_ja;
  std::string note_en;
};

struct Framework {
  std::string id;
  std::string title_ja;
  std::string title_en;
  std::string short_ja;  // for narrow columns; the title when not given
  std::string short_en;
  std::string publisher_ja;
  std::string publisher_en;
  std::string kind;  // law ordinance standard guideline framework
  std::string edition;
  std::string published;  // ISO date, or "" when not known
  std::string in_force;
  std::string status;
  std::string superseded_by;
  std::vector<std::string> source;
  std::string licence;
  std::string sourcing_ja;  // one honest sentence on where the rows came from
  std::string sourcing_en;
  Binding binding = Binding::kVoluntary;
  std::set<std::string> closed_ids;
  std::set<int> closed_depths;
  std::vector<Transition> transitions;
  std::vector<std::string> called;  // how reasons of crosswalk rows name it
  bool topic_list = false;          // our own topics, not a document's items
  // The user's: all of it, or the controls of one that is shipped without.
  bool user = false;

  std::string directory;      // as given on the command line
  std::string controls_file;  // path used in diagnostics
  std::string dated;          // day on which the catalogue was made, or ""
  std::vector<Control> controls;
  Duties duties;  // of recurring.tsv; empty when there is none

  const std::string& title(Language language) const {
    return language == Language::kEn && !title_en.empty() ? title_en : title_ja;
  }
  const std::string& sourcing(Language language) const {
    return language == Language::kEn || sourcing_ja.empty() ? sourcing_en
                                                            : sourcing_ja;
  }
  const std::string& short_title(Language language) const {
    const std::string& text =
        language == Language::kEn && !short_en.empty() ? short_en : short_ja;
    return text.empty() ? title(language) : text;
  }

  // Index in `controls`, or -1.
  int Find(std::string_view control_id) const;

  // True when `control` is `ancestor` or lies below it; both are places.
  bool IsUnder(int control, int ancestor) const;

  // True when the children of this control exhaust it.
  bool IsClosed(const Control& control) const;

  // Counted in totals of comparisons: it says something of its own.  Not so:
  // headings without a gist, closed headings, and our own topic lists.
  bool IsCounted(const Control& control) const;

  // A control that an organisation can be asked about: it has demands of its
  // own, and is binding or of our own topic list.
  bool IsItem(const Control& control) const;

  // Sets parent_index, children and depth, and the index of Find.  Controls
  // whose parent is missing or in a cycle stay at the top; the reader has
  // reported them.
  void Link();

 private:
  std::unordered_map<std::string, int> index_;
};

}  // namespace mapper

#endif  // MAPPER_MODEL_FRAMEWORK_H_
