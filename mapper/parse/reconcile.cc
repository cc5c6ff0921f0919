#include "mapper/parse/reconcile.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

// Without the "(1)" of a first paragraph: WA23(1) -> WA23, WR17(1)-2 -> WR17-2.
std::string WithoutFirstParagraph(const std::string& id) {
  const std::size_t at = id.find("(1)");
  if (at == std::string::npos) return {};
  const std::size_t after = at + 3;
  if (after < id.size() && id[after] != '-') return {};
  return id.substr(0, at) + id.substr(after);
}

// The letters that an id begins with.
std::string Prefix(const std::string& id) {
  std::size_t size = 0;
  while (size < id.size() && ((id[size] >= 'A' && id[size] <= 'Z') ||
                              (id[size] >= 'a' && id[size] <= 'z'))) {
    ++size;
  }
  return id.substr(0, size);
}

bool SameHeading(const OutlineControl& read, const Control& control) {
  if (read.title.empty()) return true;
  const std::string key = ComparisonKey(read.title);
  return key == ComparisonKey(control.title_ja) ||
         key == ComparisonKey(control.title_en) ||
         key == ComparisonKey(control.id);
}

// Places of a longest increasing run of `numbers`, ascending; of several the
// one that patience sorting finds.
std::vector<std::size_t> LongestRun(const std::vector<int>& numbers) {
  std::vector<std::size_t> tails;  // place of the least end of each length
  std::vector<std::size_t> before(numbers.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto at = std::lower_bound(
        tails.begin(), tails.end(), numbers[i],
        [&](std::size_t place, int number) { return numbers[place] < number; });
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<std::size_t> run;
  for (std::size_t at = tails.empty() ? numbers.size() : tails.back();
       at < numbers.size(); at = before[at]) {
    run.push_back(at);
  }
  std::reverse(run.begin(), run.end());
  return run;
}

class Reconciler {
 public:
  Reconciler(const Outline& outline, const Framework& framework)
      : outline_(outline),
        framework_(framework),
        item_of_(framework.controls.size(), -1) {
    result_.items.resize(outline.controls.size());
  }

  Reconciliation Run() {
    MatchIds();
    MatchBelow();
    FindOrder();
    Count();
    return std::move(result_);
  }

 private:
  const OutlineControl& Read(int item) const {
    return outline_.controls[static_cast<std::size_t>(item)];
  }
  ItemMatch& Match(int item) {
    return result_.items[static_cast<std::size_t>(item)];
  }
  const Control& Of(int control) const {
    return framework_.controls[static_cast<std::size_t>(control)];
  }
  int& ItemOf(int control) {
    return item_of_[static_cast<std::size_t>(control)];
  }
  int items() const { return static_cast<int>(outline_.controls.size()); }
  int controls() const { return static_cast<int>(framework_.controls.size()); }

  void Take(int item, int control, ItemBasis basis) {
    Match(item).control = control;
    Match(item).basis = basis;
    ItemOf(control) = item;
  }

  void MatchIds() {
    std::map<std::string, int> aliases;
    for (int c = 0; c < controls(); ++c) {
      const std::string alias = WithoutFirstParagraph(Of(c).id);
      if (!alias.empty() && framework_.Find(alias) < 0) {
        aliases.emplace(alias, c);
      }
    }
    for (int i = 0; i < items(); ++i) {
      const int control = framework_.Find(Read(i).id);
      if (control >= 0 && ItemOf(control) < 0) {
        Take(i, control, ItemBasis::kId);
      }
    }
    for (int i = 0; i < items(); ++i) {
      const auto alias = aliases.find(Read(i).id);
      if (Match(i).control < 0 && alias != aliases.end() &&
          ItemOf(alias->second) < 0) {
        Take(i, alias->second, ItemBasis::kId);
      }
    }
    std::set<std::string> prefixes;
    for (const OutlineControl& read : outline_.controls) {
      if (!read.withdrawn) prefixes.insert(Prefix(read.id));
    }
    looked_for_.resize(framework_.controls.size());
    for (std::size_t c = 0; c < looked_for_.size(); ++c) {
      looked_for_[c] = prefixes.count(Prefix(framework_.controls[c].id)) != 0;
    }
  }

  bool IsLeft(int item) {
    return Match(item).control < 0 && !Read(item).withdrawn &&
           !Read(item).below_catalogue;
  }
  bool IsWanted(int control) {
    return ItemOf(control) < 0 &&
           looked_for_[static_cast<std::size_t>(control)];
  }

  // Parents come before their children, so that what is matched here counts
  // for what is below it.
  void MatchBelow() {
    std::vector<std::vector<int>> children(outline_.controls.size() + 1);
    for (int i = 0; i < items(); ++i) {
      children[static_cast<std::size_t>(Read(i).parent) + 1].push_back(i);
    }
    std::vector<int> tops;
    for (int c = 0; c < controls(); ++c) {
      if (Of(c).parent_index < 0) tops.push_back(c);
    }
    for (int parent = -1; parent < items(); ++parent) {
      const auto& below = children[static_cast<std::size_t>(parent) + 1];
      if (below.empty()) continue;
      if (parent >= 0 && Match(parent).control < 0) continue;
      const auto& wanted =
          parent < 0 ? tops : Of(Match(parent).control).children;
      MatchHeadings(below, wanted);
      MatchPositions(below, wanted);
    }
  }

  void MatchHeadings(const std::vector<int>& below,
                     const std::vector<int>& wanted) {
    // Heading to the only one that has it; -1 when there are several.
    std::map<std::string, int> read;
    std::map<std::string, int> known;
    const auto add = [](std::map<std::string, int>& to, const std::string& text,
                        int which) {
      const std::string key = ComparisonKey(text);
      if (key.empty()) return;
      const auto [at, is_new] = to.emplace(key, which);
      if (!is_new && at->second != which) at->second = -1;
    };
    for (const int item : below) {
      if (IsLeft(item)) add(read, Read(item).title, item);
    }
    for (const int control : wanted) {
      if (!IsWanted(control)) continue;
      add(known, Of(control).title_ja, control);
      add(known, Of(control).title_en, control);
    }
    for (const auto& [key, item] : read) {
      const auto at = known.find(key);
      if (item < 0 || at == known.end() || at->second < 0) continue;
      if (IsWanted(at->second)) Take(item, at->second, ItemBasis::kHeading);
    }
  }

  void MatchPositions(const std::vector<int>& below,
                      const std::vector<int>& wanted) {
    std::map<int, std::size_t> rank;  // among the controls of this list
    for (std::size_t i = 0; i < wanted.size(); ++i) rank[wanted[i]] = i;
    std::vector<std::pair<std::size_t, std::size_t>> fixed;  // of both lists
    std::vector<int> ranks;
    for (std::size_t i = 0; i < below.size(); ++i) {
      const auto at = rank.find(Match(below[i]).control);
      if (at == rank.end()) continue;
      fixed.emplace_back(i, at->second);
      ranks.push_back(static_cast<int>(at->second));
    }
    std::vector<std::pair<std::size_t, std::size_t>> posts;
    for (const std::size_t place : LongestRun(ranks)) {
      posts.push_back(fixed[place]);
    }
    posts.emplace_back(below.size(), wanted.size());
    std::size_t item = 0;
    std::size_t control = 0;
    for (const auto& [item_end, control_end] : posts) {
      std::vector<int> left;
      std::vector<int> open;
      for (; item < item_end; ++item) {
        if (IsLeft(below[item])) left.push_back(below[item]);
      }
      for (; control < control_end; ++control) {
        if (IsWanted(wanted[control])) open.push_back(wanted[control]);
      }
      for (std::size_t i = 0; left.size() == open.size() && i < left.size();
           ++i) {
        Take(left[i], open[i], ItemBasis::kPosition);
      }
    }
  }

  void FindOrder() {
    std::vector<int> matched;
    std::vector<int> places;
    for (int i = 0; i < items(); ++i) {
      if (Match(i).control < 0) continue;
      matched.push_back(i);
      places.push_back(Match(i).control);
      Match(i).order_differs = true;
    }
    for (const std::size_t place : LongestRun(places)) {
      Match(matched[place]).order_differs = false;
    }
  }

  void Count() {
    for (int i = 0; i < items(); ++i) {
      ItemMatch& match = Match(i);
      if (match.control < 0) {
        match.beyond = !IsLeft(i);
        ++(match.beyond ? result_.beyond : result_.only_in_document);
        continue;
      }
      match.heading_differs =
          !Read(i).withdrawn && !SameHeading(Read(i), Of(match.control));
      ++result_.matched;
      if (match.basis == ItemBasis::kId) ++result_.by_id;
      if (match.basis == ItemBasis::kHeading) ++result_.by_heading;
      if (match.basis == ItemBasis::kPosition) ++result_.by_position;
      if (match.heading_differs) ++result_.heading_differs;
      if (match.order_differs) ++result_.order_differs;
    }
    for (int c = 0; c < controls(); ++c) {
      if (ItemOf(c) >= 0) continue;
      if (looked_for_[static_cast<std::size_t>(c)]) {
        result_.only_in_catalogue.push_back(c);
      } else {
        ++result_.elsewhere;
      }
    }
  }

  const Outline& outline_;
  const Framework& framework_;
  std::vector<int> item_of_;  // of each control, or -1
  std::vector<bool> looked_for_;
  Reconciliation result_;
};

}  // namespace

Reconciliation Reconcile(const Outline& outline, const Framework& framework) {
  return Reconciler(outline, framework).Run();
}

}  // namespace mapper
