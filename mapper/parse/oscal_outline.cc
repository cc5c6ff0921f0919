#include "mapper/parse/oscal_outline.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"

namespace mapper {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

char ToUpper(char c) {
  return IsLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// Ids are ASCII; anything else stays as it is.
std::string UpperCase(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ToUpper);
  return out;
}

// Without ASCII marks: "ac-2.1" and "AC-2(1)" are the same id.
std::string IdKey(std::string_view id) {
  std::string key;
  for (const char c : id) {
    const char upper = ToUpper(c);
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    if (!is_ascii || IsDigit(upper) || IsUpper(upper)) key += upper;
  }
  return key;
}

bool SameId(std::string_view a, std::string_view b) {
  return !a.empty() && a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](char x, char y) { return ToUpper(x) == ToUpper(y); });
}

// A heading with its id, "GOVERN (GV)" or "GOVERN (GV): what it demands".
struct Heading {
  std::string_view title;
  std::string_view id;
  std::string_view text;
};

// Empty id when `text` is not such a heading for `id`.
Heading SplitHeading(std::string_view text, std::string_view id) {
  for (std::size_t open = text.find(" ("); open != std::string_view::npos;
       open = text.find(" (", open + 1)) {
    const std::string_view rest = text.substr(open + 2);
    if (rest.size() <= id.size() || rest[id.size()] != ')' ||
        !SameId(rest.substr(0, id.size()), id)) {
      continue;
    }
    std::string_view after = rest.substr(id.size() + 1);
    if (!after.empty() && after.front() != ':') continue;
    if (!after.empty()) after.remove_prefix(1);
    return {Trim(text.substr(0, open)), rest.substr(0, id.size()), Trim(after)};
  }
  return {};
}

bool IsWord(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return IsLower(c) || c == '-';
  });
}

void Append(std::string& text, std::string_view more) {
  more = Trim(more);
  if (more.empty()) return;
  if (!text.empty()) text += '\n';
  text += more;
}

}  // namespace

bool IsWordingPart(std::string_view name) {
  return name == "statement" || name == "overview";
}

OscalOutline::OscalOutline(FileDiagnostics& errors) : errors_(errors) {}

int OscalOutline::Add(OscalKind kind, int parent, std::size_t offset,
                      std::string_view id, std::string_view oscal_class,
                      std::string_view title) {
  Entry entry;
  entry.kind = kind;
  entry.parent = parent;
  entry.offset = offset;
  entry.id = std::string(id);
  entry.oscal_class = std::string(oscal_class);
  entry.title = std::string(Trim(title));
  if (parent != kRoot) ++entries_[static_cast<std::size_t>(parent)].children;
  entries_.push_back(std::move(entry));
  return static_cast<int>(entries_.size()) - 1;
}

void OscalOutline::AddProp(int entry, std::string_view name,
                           std::string_view value, std::string_view oscal_class,
                           std::string_view ns) {
  Entry& to = entries_[static_cast<std::size_t>(entry)];
  if (ns == kOscalNamespace) {
    if (name == "id") to.given_id = std::string(value);
    return;
  }
  if (name == "status" && UpperCase(value) == "WITHDRAWN") to.withdrawn = true;
  if (name != "label") return;
  // 800-53 has labels for sorting (AC-02) and for assessors beside AC-2.
  int rank = 1;
  if (oscal_class.empty()) rank = 2;
  if (oscal_class == "zero-padded" || oscal_class == "sp800-53a") rank = 0;
  if (rank <= to.label_rank) return;
  to.label = std::string(Trim(value));
  to.label_rank = rank;
}

void OscalOutline::AddLink(int entry, std::string_view rel,
                           std::string_view href) {
  if (rel != "incorporated-into" && rel != "moved-to") return;
  if (StartsWith(href, "#")) href.remove_prefix(1);
  if (href.empty()) return;
  entries_[static_cast<std::size_t>(entry)].successor_ids.emplace_back(href);
}

void OscalOutline::AddText(int entry, std::string_view text) {
  Append(entries_[static_cast<std::size_t>(entry)].text, text);
}

const OscalOutline::Entry* OscalOutline::Parent(const Entry& entry) const {
  return entry.parent == kRoot
             ? nullptr
             : &entries_[static_cast<std::size_t>(entry.parent)];
}

std::string OscalOutline::Mark(const Entry& entry) const {
  const Entry* parent = Parent(entry);
  if (entry.kind == OscalKind::kItem) return "item";
  if (EndsWith(entry.oscal_class, "enhancement")) return "control-enhancement";
  if (IsWord(entry.oscal_class)) return entry.oscal_class;
  if (entry.kind == OscalKind::kGroup) return "group";
  if (parent != nullptr && parent->mark == "category") return "subcategory";
  if (parent != nullptr && parent->kind == OscalKind::kControl) {
    return "control-enhancement";
  }
  return "control";
}

void OscalOutline::PrintHeading(Entry& entry) {
  if (entry.id.size() > CatalogOutline::kLongestId) {
    entry.printed_id = entry.id;  // and be refused
    return;
  }
  if (!entry.given_id.empty()) {
    entry.printed_id = entry.given_id;
    return;
  }
  Heading heading = SplitHeading(entry.label, entry.id);
  if (heading.id.empty()) heading = SplitHeading(entry.title, entry.id);
  if (!entry.label.empty() && IdKey(entry.label) == IdKey(entry.id)) {
    entry.printed_id = entry.label;
  } else if (SameId(entry.title, entry.id)) {
    entry.printed_id = entry.title;
  } else if (!heading.id.empty()) {
    entry.printed_id = std::string(heading.id);
  } else {
    entry.printed_id = UpperCase(entry.id);
  }
  if (SameId(entry.title, entry.id)) {
    entry.title.clear();  // only an id, no heading
  } else if (!heading.id.empty()) {
    std::string text(heading.text);
    Append(text, entry.text);
    entry.text = std::move(text);
    entry.title = std::string(heading.title);
  }
}

void OscalOutline::PrintItem(Entry& entry) {
  Entry& parent = entries_[static_cast<std::size_t>(entry.parent)];
  ++parent.items;
  if (!parent.emitted) return;
  std::string_view mark = entry.label;
  if (EndsWith(mark, ".")) mark.remove_suffix(1);
  const std::string numbered = '[' + std::to_string(parent.items) + ']';
  if (mark.empty()) mark = numbered;
  const std::string& id = parent.printed_id;
  const bool joins =
      parent.kind == OscalKind::kControl &&
      !(!id.empty() && IsDigit(id.back()) && IsDigit(mark.front()));
  entry.printed_id = id + (joins ? "" : ".") + std::string(mark);
}

bool OscalOutline::RepeatsInVain(const Entry& entry, CatalogOutline& outline) {
  if (entry.kind != OscalKind::kGroup || entry.children != 0 ||
      !entry.text.empty()) {
    return false;
  }
  const int first = outline.Find(entry.printed_id);
  return first != CatalogOutline::kNone &&
         outline.at(first).title == entry.title;
}

void OscalOutline::Place(Entry& entry, CatalogOutline& outline) {
  const Entry* parent = Parent(entry);
  entry.mark = Mark(entry);
  // Until it has a place of its own: what it holds goes to its holder.
  entry.place = parent == nullptr ? CatalogOutline::kNone : parent->place;
  const bool is_item = entry.kind == OscalKind::kItem;
  if (is_item && !parent->emitted) return;
  if (!is_item && entry.id.empty()) return;  // reported where it was read
  if (RepeatsInVain(entry, outline)) return;
  OutlineControl control;
  control.id = entry.printed_id;
  const bool keeps_label = is_item || !entry.given_id.empty();
  control.label = keeps_label ? entry.label : entry.printed_id;
  control.mark = entry.mark;
  control.title = entry.title;
  control.text = entry.text;
  control.parent = entry.place;
  control.below_catalogue = is_item;
  const bool is_taken = outline.Find(entry.printed_id) != CatalogOutline::kNone;
  const int place = outline.Add(std::move(control), entry.offset);
  entry.emitted = !is_taken && place != entry.place;
  entry.place = place;
}

Outline OscalOutline::Finish() {
  CatalogOutline outline(errors_);
  std::unordered_map<std::string, std::string> printed;  // by id in the file
  for (Entry& entry : entries_) {
    if (entry.kind == OscalKind::kItem) {
      PrintItem(entry);
    } else {
      PrintHeading(entry);
      printed.emplace(entry.id, entry.printed_id);
    }
    Place(entry, outline);
  }
  for (const Entry& entry : entries_) {
    const std::string_view reason = WithdrawalReason(entry.text);
    const bool withdrawn = entry.withdrawn || reason.data() != nullptr;
    if (!entry.emitted || !withdrawn) continue;
    std::vector<std::string> successors;
    for (const std::string& id : entry.successor_ids) {
      const auto found = printed.find(id);
      successors.push_back(found == printed.end() ? UpperCase(id)
                                                  : found->second);
    }
    outline.Withdraw(entry.place, reason, std::move(successors), entry.offset);
  }
  Outline result = outline.Finish();
  // Where statements are divided into items these are controls of their own,
  // and the number of statements belongs beside theirs.
  const bool items = std::any_of(
      result.controls.begin(), result.controls.end(),
      [](const OutlineControl& control) { return control.mark == "item"; });
  if (items) result.counts.emplace_back("statement", statements_);
  return result;
}

}  // namespace mapper
