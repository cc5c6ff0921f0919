#include "mapper/crosswalk/edition_diff.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/crosswalk/edition_likeness.h"

namespace mapper {

const std::array<Name<EditionChange>, 8> kEditionChanges = {{
    {EditionChange::kRenumbered, "renumbered", {"番号変更", "renumbered"}},
    {EditionChange::kMoved, "moved", {"移動", "moved"}},
    {EditionChange::kWording, "wording", {"文言変更", "wording changed"}},
    {EditionChange::kHeading, "heading", {"見出し変更", "heading changed"}},
    {EditionChange::kUnchanged, "unchanged", {"変更なし", "unchanged"}},
    {EditionChange::kWithdrawn,
     "withdrawn",
     {"廃止（文書に記載）", "withdrawn"}},
    {EditionChange::kRemoved, "removed", {"削除", "removed"}},
    {EditionChange::kAdded, "added", {"追加", "added"}},
}};
const std::array<Name<MatchBasis>, 4> kMatchBases = {{
    {MatchBasis::kId, "id", {"番号", "id"}},
    {MatchBasis::kText, "text", {"文の近さ", "text"}},
    {MatchBasis::kStated, "stated", {"文書の記載", "stated"}},
    {MatchBasis::kNone, "none", {"", ""}},
}};
const std::array<Name<Sureness>, 4> kSurenesses = {{
    {Sureness::kCertain, "certain", {"確実", "certain"}},
    {Sureness::kHigh, "high", {"高", "high"}},
    {Sureness::kMedium, "medium", {"中", "medium"}},
    {Sureness::kLow, "low", {"低", "low"}},
}};

namespace {

constexpr double kSameId = 0.25;  // weight of an equal id beside likeness
constexpr double kSameParent = 0.1;
constexpr double kAlike = 0.6;  // least likeness of another id's match
constexpr double kNear = 0.05;  // least likeness that is worth a mention
constexpr double kSure = 0.8;
constexpr std::size_t kCandidates = 8;
constexpr std::size_t kMentioned = 3;

std::size_t Index(int place) { return static_cast<std::size_t>(place); }

// Equal in a language that both have a text in; nothing to compare is equal.
bool SameIn(const Texts& a, const Texts& b) {
  bool compared = false;
  for (std::size_t slot = 0; slot < a.size(); ++slot) {
    if (a[slot].empty() || b[slot].empty()) continue;
    compared = true;
    if (ComparisonKey(a[slot]) != ComparisonKey(b[slot])) return false;
  }
  const auto empty = [](const Texts& t) {
    return t[0].empty() && t[1].empty();
  };
  return compared || (empty(a) && empty(b));
}

// A heading of one language against one of another cannot be compared.
bool Comparable(const Texts& a, const Texts& b) {
  return (!a[0].empty() && !b[0].empty()) || (!a[1].empty() && !b[1].empty());
}

class Differ {
 public:
  Differ(const Edition& older, const Edition& newer)
      : older_(older),
        newer_(newer),
        match_(older.items.size(), -1),
        owner_(newer.items.size(), -1),
        alike_(older.items.size()) {
    diff_.wording_compared = older.official == newer.official;
    for (std::size_t i = 0; i < newer.items.size(); ++i) {
      new_ids_.emplace(newer.items[i].id, static_cast<int>(i));
    }
  }

  EditionDiff Run() {
    Compare();
    Match();
    for (std::size_t i = 0; i < older_.items.size(); ++i) {
      diff_.rows.push_back(OldRow(static_cast<int>(i)));
    }
    for (std::size_t i = 0; i < newer_.items.size(); ++i) {
      if (owner_[i] >= 0 || newer_.items[i].withdrawn) continue;
      EditionRow row;
      row.change = EditionChange::kAdded;
      row.new_item = static_cast<int>(i);
      diff_.rows.push_back(row);
    }
    SpreadUp();
    for (const EditionRow& row : diff_.rows) {
      ++diff_.totals[static_cast<std::size_t>(row.change)];
    }
    return std::move(diff_);
  }

 private:
  struct Candidate {
    double score;
    int older;
    int newer;
  };

  const EditionItem& Old(int i) const { return older_.items[Index(i)]; }
  const EditionItem& New(int i) const { return newer_.items[Index(i)]; }

  // Of the pairs only those worth a mention are kept, and those of one id.
  void Compare() {
    const EditionLikeness japanese(older_, newer_, SlotOf(Language::kJa));
    const EditionLikeness english(older_, newer_, SlotOf(Language::kEn));
    for (std::size_t i = 0; i < older_.items.size(); ++i) {
      const int o = static_cast<int>(i);
      std::vector<float> alike(newer_.items.size(), 0);
      japanese.Compare(o, alike);
      english.Compare(o, alike);
      const int same = SameId(o);
      for (std::size_t n = 0; n < alike.size(); ++n) {
        const double value = static_cast<double>(alike[n]);
        if (value >= kNear || static_cast<int>(n) == same) {
          alike_[i].emplace(static_cast<int>(n), value);
        }
      }
    }
  }

  // Place of the item of the same id in the newer edition, or -1.
  int SameId(int o) const {
    const auto found = new_ids_.find(Old(o).id);
    return found == new_ids_.end() ? -1 : found->second;
  }

  double AlikeOf(int o, int n) const {
    const auto found = alike_[Index(o)].find(n);
    return found == alike_[Index(o)].end() ? 0 : found->second;
  }

  // A gist and an official sentence are never the same words.
  bool SameWords(int o, int n) const {
    return diff_.wording_compared && SameIn(Old(o).titles, New(n).titles) &&
           SameIn(Old(o).texts, New(n).texts);
  }

  // Nothing to hold against each other but the ids.
  bool NoWords(int o, int n) const {
    return !Comparable(Old(o).titles, New(n).titles) &&
           !Comparable(Old(o).texts, New(n).texts);
  }

  bool SameParentId(int o, int n) const {
    const int a = Old(o).parent;
    const int b = New(n).parent;
    return a >= 0 && b >= 0 ? Old(a).id == New(b).id : a == b;
  }

  void Offer(int o, int n, std::vector<Candidate>& out) const {
    if (New(n).withdrawn) return;
    const bool same_id = Old(o).id == New(n).id;
    double alike = AlikeOf(o, n);
    if (same_id && NoWords(o, n)) alike = 1;
    if (!same_id && alike < kAlike) return;
    out.push_back({alike + (same_id ? kSameId : 0) +
                       (SameParentId(o, n) ? kSameParent : 0),
                   o, n});
  }

  void Match() {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < older_.items.size(); ++i) {
      const int o = static_cast<int>(i);
      const int same = SameId(o);
      if (same >= 0) Offer(o, same, candidates);
      // A stated withdrawal is the document's own word on where it went.
      if (same >= 0 && New(same).withdrawn) continue;
      for (const auto& [n, alike] : Best(o)) {
        if (n != same) Offer(o, n, candidates);
      }
    }
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& a, const Candidate& b) {
                if (a.score != b.score) return a.score > b.score;
                return std::pair(a.older, a.newer) <
                       std::pair(b.older, b.newer);
              });
    for (const Candidate& c : candidates) {
      if (match_[Index(c.older)] >= 0 || owner_[Index(c.newer)] >= 0) continue;
      match_[Index(c.older)] = c.newer;
      owner_[Index(c.newer)] = c.older;
    }
  }

  // The items most alike, the best first.
  std::vector<std::pair<int, double>> Best(int o) const {
    std::vector<std::pair<int, double>> best;
    for (const auto& [n, alike] : alike_[Index(o)]) {
      if (alike >= kNear && !New(n).withdrawn) best.emplace_back(n, alike);
    }
    std::stable_sort(
        best.begin(), best.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
    if (best.size() > kCandidates) best.resize(kCandidates);
    return best;
  }

  EditionRow OldRow(int o) const {
    EditionRow row;
    row.old_item = o;
    const int n = match_[Index(o)];
    if (n < 0) return GoneRow(o, row);
    row.new_item = n;
    row.renumbered = Old(o).id != New(n).id;
    row.basis = row.renumbered ? MatchBasis::kText : MatchBasis::kId;
    const int a = Old(o).parent;
    const int b = New(n).parent;
    row.moved = a < 0 || b < 0 ? a != b : match_[Index(a)] != b;
    row.heading = Comparable(Old(o).titles, New(n).titles) &&
                  !SameIn(Old(o).titles, New(n).titles);
    row.wording = diff_.wording_compared && !SameIn(Old(o).texts, New(n).texts);
    row.likeness = AlikeOf(o, n);
    row.sureness = SurenessOf(o, n, row);
    row.change = row.renumbered ? EditionChange::kRenumbered
                 : row.moved    ? EditionChange::kMoved
                 : row.wording  ? EditionChange::kWording
                 : row.heading  ? EditionChange::kHeading
                                : EditionChange::kUnchanged;
    return row;
  }

  Sureness SurenessOf(int o, int n, const EditionRow& row) const {
    if (SameWords(o, n) && (!row.renumbered || OnlyOne(o, n))) {
      return Sureness::kCertain;
    }
    if (NoWords(o, n)) return Sureness::kMedium;
    if (!diff_.wording_compared && !row.renumbered && !row.heading) {
      return Sureness::kHigh;
    }
    if (row.likeness >= kSure) return Sureness::kHigh;
    return row.likeness >= kAlike ? Sureness::kMedium : Sureness::kLow;
  }

  // No other item of the newer edition has the same words.
  bool OnlyOne(int o, int n) const {
    for (const auto& [other, alike] : alike_[Index(o)]) {
      if (other != n && SameWords(o, other)) return false;
    }
    return true;
  }

  EditionRow GoneRow(int o, EditionRow row) const {
    const int same = SameId(o);
    row.change = EditionChange::kRemoved;
    if (same >= 0 && New(same).withdrawn) {
      row.change = EditionChange::kWithdrawn;
      row.basis = MatchBasis::kStated;
      for (const std::string& id : New(same).successors) {
        const auto found = new_ids_.find(id);
        if (found != new_ids_.end()) row.near.emplace_back(found->second, 1);
      }
    }
    if (!row.near.empty()) return row;
    row.near = Best(o);
    if (row.near.size() > kMentioned) row.near.resize(kMentioned);
    return row;
  }

  static bool RenumberedOnly(const EditionRow& row) {
    return row.change == EditionChange::kRenumbered && !row.moved &&
           !row.wording && !row.heading && row.sureness == Sureness::kCertain;
  }

  // A heading demands what stands below it: tell it of every change there.
  void SpreadUp() {
    for (const EditionRow& row : diff_.rows) {
      // Where wording cannot be compared, nothing is known against it.
      const bool same =
          row.change == EditionChange::kUnchanged &&
          (row.sureness == Sureness::kCertain || !diff_.wording_compared);
      if (same || RenumberedOnly(row)) continue;
      if (row.old_item >= 0) {
        for (int p = Old(row.old_item).parent; p >= 0; p = Old(p).parent) {
          diff_.rows[Index(p)].below = true;
        }
      }
      if (row.new_item < 0) continue;
      for (int p = New(row.new_item).parent; p >= 0; p = New(p).parent) {
        const int owner = owner_[Index(p)];
        if (owner >= 0) diff_.rows[Index(owner)].below = true;
      }
    }
  }

  const Edition& older_;
  const Edition& newer_;
  EditionDiff diff_;
  std::vector<int> match_;  // old item -> new item
  std::vector<int> owner_;  // new item -> old item
  std::vector<std::map<int, double>> alike_;
  std::unordered_map<std::string, int> new_ids_;
};

}  // namespace

EditionDiff DiffEditions(const Edition& older, const Edition& newer) {
  return Differ(older, newer).Run();
}

}  // namespace mapper
