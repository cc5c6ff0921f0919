#include "mapper/parse/catalog_outline.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "mapper/base/limits.h"
#include "mapper/base/text.h"

namespace mapper {
namespace {

std::size_t Index(int place) { return static_cast<std::size_t>(place); }

bool IsUsableId(std::string_view id) {
  if (id.empty() || id.size() > CatalogOutline::kLongestId) return false;
  if (id.front() == '#') return false;  // a comment, where a table has it
  return std::all_of(id.begin(), id.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '\x7F';
  });
}

bool IsIdCharacter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_' ||
         c == '(' || c == ')';
}

// Without what surrounds an id in a sentence: "(See AC-2(1).)".
std::string_view WithoutMarks(std::string_view word) {
  while (!word.empty() && word.front() == '(') word.remove_prefix(1);
  const auto closes_nothing = [&word] {
    return std::count(word.begin(), word.end(), ')') >
           std::count(word.begin(), word.end(), '(');
  };
  while (!word.empty() && (word.back() == '.' || word.back() == '-' ||
                           (word.back() == ')' && closes_nothing()))) {
    word.remove_suffix(1);
  }
  return word;
}

// The words of a sentence that could be ids.
std::vector<std::string_view> IdWords(std::string_view sentence) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < sentence.size();) {
    std::size_t end = i;
    while (end < sentence.size() && IsIdCharacter(sentence[end])) ++end;
    const std::string_view word = sentence.substr(i, end - i);
    i = end + 1;
    if (word.size() > 2 * CatalogOutline::kLongestId) continue;
    if (!WithoutMarks(word).empty()) words.push_back(WithoutMarks(word));
  }
  return words;
}

// Whether a word that is no known id was meant as one: "GV.XX-09", "AC-99".
bool LooksLikeId(std::string_view word) {
  if (word.size() > CatalogOutline::kLongestId) return false;
  bool marked = false;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    if (c == '.' || (c >= '0' && c <= '9')) marked = true;
  }
  return marked && word.front() >= 'A' && word.front() <= 'Z';
}

}  // namespace

CatalogOutline::CatalogOutline(FileDiagnostics& errors) : errors_(errors) {}

int CatalogOutline::Add(OutlineControl control, std::size_t offset) {
  if (!IsUsableId(control.id)) {
    errors_.Error("catalog-id", offset,
                  "expected an id of 1 to " + std::to_string(kLongestId) +
                      " bytes without spaces, not beginning with '#', found " +
                      Quoted(control.id));
    return control.parent;
  }
  control.depth = control.parent == kNone ? 1 : at(control.parent).depth + 1;
  if (control.depth > limits::kControlDepth) {
    errors_.Error("catalog-depth", offset,
                  "expected at most " + std::to_string(limits::kControlDepth) +
                      " levels of controls");
    return control.parent;
  }
  const int place = static_cast<int>(outline_.controls.size());
  const auto [holder, is_new] = places_.emplace(control.id, place);
  if (!is_new) {
    errors_.Error("catalog-duplicate-id", offset,
                  "expected each id once: " + Quoted(control.id) +
                      " is taken on line " +
                      std::to_string(at(holder->second).line));
    return holder->second;
  }
  control.line = errors_.LineAt(offset);
  outline_.controls.push_back(std::move(control));
  offsets_.push_back(offset);
  return place;
}

int CatalogOutline::Find(std::string_view id) const {
  const auto found = places_.find(std::string(id));
  return found == places_.end() ? kNone : found->second;
}

OutlineControl& CatalogOutline::at(int place) {
  return outline_.controls[Index(place)];
}

void CatalogOutline::Withdraw(int place, std::string_view reason,
                              std::vector<std::string> successors,
                              std::size_t offset) {
  at(place).withdrawn = true;
  withdrawals_.push_back(
      {place, std::string(reason), std::move(successors), offset});
}

void CatalogOutline::Resolve(const Withdrawal& withdrawal) {
  OutlineControl& control = at(withdrawal.place);
  std::unordered_set<std::string> known;
  const auto add = [&](const std::string& id) {
    if (!known.insert(id).second) return;
    control.successors.push_back(id);
    if (Find(id) != kNone) return;
    errors_.Warning("catalog-unknown-successor", withdrawal.offset,
                    Quoted(control.id) + " is withdrawn in favour of " +
                        Quoted(id) + ", which this catalogue does not hold");
  };
  for (const std::string_view word : IdWords(withdrawal.reason)) {
    if (Find(word) != kNone || LooksLikeId(word)) add(std::string(word));
  }
  for (const std::string& id : withdrawal.successors) add(id);
}

// Depth-first over withdrawn controls without recursion.
void CatalogOutline::CheckCircles() {
  enum class State : unsigned char { kNew, kOpen, kDone };
  std::vector<State> states(outline_.controls.size(), State::kNew);
  std::vector<std::pair<int, std::size_t>> path;  // control, next successor
  for (const Withdrawal& start : withdrawals_) {
    if (states[Index(start.place)] != State::kNew) continue;
    states[Index(start.place)] = State::kOpen;
    path.emplace_back(start.place, 0);
    while (!path.empty()) {
      const int place = path.back().first;
      const OutlineControl& control = at(place);
      if (path.back().second == control.successors.size()) {
        states[Index(place)] = State::kDone;
        path.pop_back();
        continue;
      }
      const int next = Find(control.successors[path.back().second++]);
      if (next == kNone || !at(next).withdrawn) continue;
      State& state = states[Index(next)];
      if (state == State::kOpen) {
        errors_.Error(
            "catalog-cycle", offsets_[Index(place)],
            Quoted(control.id) + " is withdrawn in favour of " +
                Quoted(at(next).id) +
                (next == place ? ", itself" : ", which leads back to it"));
      } else if (state == State::kNew) {
        state = State::kOpen;
        path.emplace_back(next, 0);
      }
    }
  }
}

void CatalogOutline::Count() {
  struct Row {
    std::string mark;
    std::size_t current = 0;
    std::size_t withdrawn = 0;
  };
  std::vector<Row> rows;
  std::unordered_map<std::string, std::size_t> places;
  for (const OutlineControl& control : outline_.controls) {
    const auto [place, is_new] = places.emplace(control.mark, rows.size());
    if (is_new) rows.push_back({control.mark});
    Row& row = rows[place->second];
    ++(control.withdrawn ? row.withdrawn : row.current);
  }
  for (const Row& row : rows) {
    if (row.current != 0) outline_.counts.emplace_back(row.mark, row.current);
  }
  for (const Row& row : rows) {
    if (row.withdrawn == 0) continue;
    outline_.counts.emplace_back("withdrawn " + row.mark, row.withdrawn);
  }
}

Outline CatalogOutline::Finish() {
  for (const Withdrawal& withdrawal : withdrawals_) Resolve(withdrawal);
  CheckCircles();
  Count();
  if (outline_.controls.empty() && !errors_.has_errors()) {
    errors_.Error("catalog-empty", 0, "expected controls, found none");
  }
  return std::move(outline_);
}

std::string_view WithdrawalReason(std::string_view text) {
  constexpr std::string_view kMark = "[Withdrawn";
  text = Trim(text);
  if (!StartsWith(text, kMark)) return {};
  text.remove_prefix(kMark.size());
  if (!text.empty() && text.front() == ':') text.remove_prefix(1);
  return text.substr(0, text.find(']'));
}

}  // namespace mapper
