#include "mapper/model/framework.h"

namespace mapper {

int Framework::Find(std::string_view control_id) const {
  const auto it = index_.find(std::string(control_id));
  return it == index_.end() ? -1 : it->second;
}

bool Framework::IsUnder(int control, int ancestor) const {
  while (control > ancestor) {
    control = controls[static_cast<std::size_t>(control)].parent_index;
  }
  return control == ancestor && control >= 0;
}

bool Framework::IsClosed(const Control& control) const {
  return !control.is_leaf() && (closed_ids.count(control.id) != 0 ||
                                closed_depths.count(control.depth) != 0);
}

bool Framework::IsCounted(const Control& control) const {
  return control.has_gist() && !topic_list && !IsClosed(control);
}

bool Framework::IsItem(const Control& control) const {
  return control.has_own_demands() && !IsClosed(control) &&
         (binding != Binding::kVoluntary || topic_list);
}

void Framework::Link() {
  index_.clear();
  for (std::size_t i = 0; i < controls.size(); ++i) {
    Control& control = controls[i];
    control.children.clear();
    control.parent_index = -1;
    control.depth = 1;
    index_.emplace(control.id, static_cast<int>(i));
  }
  for (std::size_t i = 0; i < controls.size(); ++i) {
    Control& control = controls[i];
    if (control.parent.empty()) continue;
    const int parent = Find(control.parent);
    // Document order puts a parent before its children; anything else would
    // allow a cycle, and the reader has reported it.
    if (parent < 0 || parent >= static_cast<int>(i)) continue;
    control.parent_index = parent;
    Control& above = controls[static_cast<std::size_t>(parent)];
    control.depth = above.depth + 1;
    above.children.push_back(static_cast<int>(i));
  }
}

}  // namespace mapper
