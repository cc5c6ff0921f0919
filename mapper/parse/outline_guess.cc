#include "mapper/parse/outline_guess.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "mapper/base/text.h"
#include "mapper/parse/outline_customs.h"
#include "mapper/parse/outline_line.h"
#include "mapper/parse/outline_list.h"
#include "mapper/parse/outline_pages.h"
#include "mapper/parse/outline_reader.h"

namespace mapper {
namespace {

constexpr std::size_t kForms =
    static_cast<std::size_t>(MarkForm::kIdentifier) + 1;
constexpr std::size_t kExamples = 3;
constexpr std::size_t kExampleCells = 60;
constexpr std::size_t kHeadingCells = 64;
constexpr std::size_t kMostSteps = 40;  // of the search; each reads the text
constexpr std::size_t kLeastList = 2;   // marks that make a list
constexpr std::size_t kLeastFound = 6;  // controls that make an outline
constexpr std::size_t kRunningPages = 3;
constexpr std::size_t kLabelLines = 5;
constexpr double kListShare = 0.5;

std::size_t At(MarkForm form) { return static_cast<std::size_t>(form); }

const std::string& NameOf(MarkForm form) { return MarkFormNames()[At(form)]; }

bool IsFirst(const Mark& mark) {
  return !mark.first.empty() && mark.first.back() == 1;
}

// One line that begins with a mark.
struct Sighting {
  std::vector<Mark> readings;
  std::string_view rest;  // after the mark
  std::size_t line;
};

class Guesser {
 public:
  Guesser(std::string_view text, const std::string& prefix)
      : text_(text), prefix_(prefix) {
    markdown_ = LooksLikeMarkdown();
  }

  OutlineGuess Run() {
    Look();
    Count();
    std::vector<MarkForm> order = Order();
    guess_.rules = RulesOf(order);
    if (!order.empty()) Improve(order);
    Judge();
    return std::move(guess_);
  }

 private:
  bool LooksLikeMarkdown() const {
    OutlineLines lines(text_, true);
    OutlineLine line;
    int headings = 0;
    for (int i = 0; i < 400 && lines.Next(line); ++i) {
      if (line.decoration == Decoration::kHeading) ++headings;
    }
    return headings >= 3;
  }

  bool IsPlace(const OutlineLine& line) const {
    return !markdown_ || line.decoration == Decoration::kHeading ||
           line.decoration == Decoration::kBold ||
           line.decoration == Decoration::kList;
  }

  void Look() {
    std::map<std::string, std::vector<std::size_t>> edges;  // pages by line
    std::map<std::string, std::size_t> labels;
    const std::vector<LineRole> roles = FindLineRoles(text_);
    OutlineLines lines(text_, markdown_);
    OutlineLine line;
    while (lines.Next(line)) {
      ++guess_.lines;
      guess_.pages = line.page;
      if (line.page_edge) {
        auto& pages = edges[std::string(line.text)];
        if (pages.empty() || pages.back() != line.page) {
          pages.push_back(line.page);
        }
      }
      const bool number =
          line.decoration == Decoration::kNone && IsPageNumber(line.text);
      if (line.decoration == Decoration::kTable || number ||
          IsContentsLine(line.text) ||
          RoleOf(roles, line.number) != LineRole::kText) {
        continue;
      }
      if (IsLabel(line.text)) ++labels[std::string(line.text)];
      if (!IsPlace(line)) continue;
      Sighting sighting;
      ReadMarks(line.text, sighting.readings);
      if (sighting.readings.empty()) continue;
      sighting.rest = TrimWide(line.text.substr(sighting.readings[0].length));
      sighting.line = line.number;
      sightings_.push_back(std::move(sighting));
      texts_.push_back(line.text);
    }
    for (const auto& [text, pages] : edges) {
      std::vector<Mark> readings;
      ReadMarks(text, readings);
      if (pages.size() >= kRunningPages && 3 * pages.size() >= guess_.pages &&
          readings.empty() && !IsPageNumber(text)) {
        running_heads_.push_back(text);
      }
    }
    for (auto& [label, count] : labels) {
      if (count >= kLabelLines) guess_.labels.emplace_back(label, count);
    }
    std::stable_sort(
        guess_.labels.begin(), guess_.labels.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
  }

  // 【…】 or （…） alone on its line.
  static bool IsLabel(std::string_view text) {
    return (StartsWith(text, "【") && EndsWith(text, "】")) ||
           (StartsWith(text, "（") && EndsWith(text, "）") &&
            DisplayWidth(text) <= 20);
  }

  void Count() {
    std::array<SeenForm, kForms> seen;
    std::array<std::optional<MarkNumber>, kForms> last;
    // Which form's mark came last of all, by the time it came.
    std::array<std::size_t, kForms> when{};
    for (std::size_t i = 0; i < sightings_.size(); ++i) {
      for (const Mark& mark : sightings_[i].readings) {
        SeenForm& form = seen[At(mark.form)];
        form.form = mark.form;
        ++form.lines;
        if (form.examples.size() < kExamples) {
          std::string example;
          AppendText(example, texts_[i]);  // blanks run together
          form.examples.emplace_back(sightings_[i].line,
                                     Truncate(example, kExampleCells));
        }
        auto& before = last[At(mark.form)];
        const bool unnumbered = IsUnnumbered(mark.form);
        if (!unnumbered && IsFirst(mark)) {
          // Everything that came since this list's last mark may have begun it.
          for (std::size_t f = 0; f < kForms; ++f) {
            if (f != At(mark.form) && when[f] > when[At(mark.form)]) {
              ++restarts_[f][At(mark.form)];
            }
          }
        }
        if (unnumbered || IsFirst(mark) ||
            (before && Follows(mark.form, *before, mark.first))) {
          ++form.in_list;
        }
        before = mark.last;
        when[At(mark.form)] = i + 1;
      }
    }
    for (SeenForm& form : seen) {
      if (form.lines > 0) guess_.seen.push_back(std::move(form));
    }
    std::stable_sort(
        guess_.seen.begin(), guess_.seen.end(),
        [](const SeenForm& a, const SeenForm& b) { return a.lines > b.lines; });
  }

  bool IsList(const SeenForm& form) const {
    if (form.form == MarkForm::kBullet || form.form == MarkForm::kBracket) {
      return false;  // they number nothing
    }
    const double share =
        static_cast<double>(form.in_list) / static_cast<double>(form.lines);
    return (IsExplicit(form.form) && form.form != MarkForm::kOrdinal) ||
           form.form == MarkForm::kSupplementary ||
           (form.in_list >= kLeastList && share >= kListShare);
  }

  std::vector<MarkForm> Order() const {
    std::vector<MarkForm> forms;
    for (const SeenForm& form : guess_.seen) {
      if (IsList(form)) forms.push_back(form.form);
    }
    // Each form by how many others it is above.
    std::map<MarkForm, int> above;
    for (const MarkForm a : forms) {
      for (const MarkForm b : forms) {
        const auto down = restarts_[At(a)][At(b)];
        const auto up = restarts_[At(b)][At(a)];
        const bool fixed = IsFixed(a, b);
        const bool over =
            down != up && !fixed ? down > up : UsualPlace(a) < UsualPlace(b);
        if (a != b && over) ++above[a];
      }
    }
    std::sort(forms.begin(), forms.end(), [&above](MarkForm a, MarkForm b) {
      if (above[a] != above[b]) return above[a] > above[b];
      return UsualPlace(a) < UsualPlace(b);
    });
    return forms;
  }

  OutlineRules RulesOf(const std::vector<MarkForm>& order) const {
    OutlineRules rules;
    rules.prefix = prefix_;
    rules.markdown = markdown_;
    rules.skip = running_heads_;
    int depth = 0;
    for (const MarkForm form : order) {
      OutlineMark mark;
      mark.name = NameOf(form);
      mark.forms = {form};
      // Supplementary provisions follow the whole, whatever it is divided in.
      const bool supplement = form == MarkForm::kSupplementary;
      mark.depth = supplement ? 1 : ++depth;
      mark.title = TitleOf(form);
      mark.id = ProposedId(form, mark.depth);
      // Chapters of an excerpt begin anywhere; articles run on.
      if (mark.depth == 1 || form == MarkForm::kArticle) mark.first.clear();
      if (form == MarkForm::kArticle) {
        mark.through = true;
        if (Has(order, MarkForm::kSupplementary)) {
          const std::string& within = NameOf(MarkForm::kSupplementary);
          mark.restart_in = {within};
          rules.ids[within + "/" + mark.name] = "{parent}.{ascii}";
        }
      }
      // The first paragraph of an article bears no number.
      if (form == MarkForm::kNumber && Has(order, MarkForm::kArticle)) {
        mark.first = {1, 2};
      }
      rules.marks.push_back(std::move(mark));
    }
    return rules;
  }

  static bool Has(const std::vector<MarkForm>& order, MarkForm form) {
    return std::find(order.begin(), order.end(), form) != order.end();
  }

  OutlineTitle TitleOf(MarkForm form) const {
    std::size_t all = 0;
    std::size_t headings = 0;
    for (const Sighting& sighting : sightings_) {
      const bool has =
          std::any_of(sighting.readings.begin(), sighting.readings.end(),
                      [form](const Mark& mark) { return mark.form == form; });
      if (!has) continue;
      ++all;
      if (!sighting.rest.empty() && !EndsWith(sighting.rest, "。") &&
          DisplayWidth(sighting.rest) <= kHeadingCells) {
        ++headings;
      }
    }
    if (form == MarkForm::kArticle) return OutlineTitle::kCaption;
    return 10 * headings >= 7 * all ? OutlineTitle::kLine : OutlineTitle::kNone;
  }

  // What a proposal is worth: controls, less what it could not place.
  double Worth(const OutlineRules& rules, Outline& outline,
               std::size_t& problems) const {
    Diagnostics diagnostics;
    OutlineSpec spec;
    spec.rules = rules;
    outline = ReadOutline("document", text_, spec, diagnostics);
    problems = diagnostics.error_count() + diagnostics.warning_count();
    // Notes speak of numbers that a law has left out.
    const std::size_t notes = diagnostics.all().size() - problems;
    double worth = static_cast<double>(outline.controls.size()) -
                   2.0 * static_cast<double>(problems) -
                   0.2 * static_cast<double>(notes);
    for (const auto& [name, count] : outline.counts) {
      for (const SeenForm& form : guess_.seen) {
        if (NameOf(form.form) != name || form.lines < count) continue;
        worth -= 0.5 * static_cast<double>(form.lines - count);
      }
    }
    return worth;
  }

  // Leaves a form out, or exchanges two neighbours, while that is worth more.
  void Improve(std::vector<MarkForm> order) {
    double best = Worth(guess_.rules, guess_.outline, guess_.problems);
    const auto improves = [&](const std::vector<MarkForm>& candidate) {
      if (candidate.empty() || steps_ == kMostSteps) return false;
      ++steps_;
      OutlineRules rules = RulesOf(candidate);
      Outline outline;
      std::size_t problems = 0;
      const double worth = Worth(rules, outline, problems);
      if (worth <= best) return false;
      best = worth;
      guess_.rules = std::move(rules);
      guess_.outline = std::move(outline);
      guess_.problems = problems;
      order = candidate;
      return true;
    };
    for (bool better = true; better;) {
      better = false;
      for (std::size_t i = 0; i < order.size() && !better; ++i) {
        std::vector<MarkForm> without = order;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        better = improves(without);
        if (better || i + 1 == order.size() ||
            IsFixed(order[i], order[i + 1])) {
          continue;
        }
        std::vector<MarkForm> swapped = order;
        std::swap(swapped[i], swapped[i + 1]);
        better = improves(swapped);
      }
    }
  }

  // Lists on slides number a few points each; an outline numbers the whole.
  void Judge() {
    const std::size_t controls = guess_.outline.controls.size();
    const auto marks = static_cast<std::size_t>(std::count_if(
        sightings_.begin(), sightings_.end(), [](const Sighting& sighting) {
          return !IsUnnumbered(sighting.readings[0].form);
        }));
    guess_.found = controls >= kLeastFound &&
                   (guess_.pages == 1 || controls > 2 * guess_.pages) &&
                   2 * controls >= marks && guess_.problems * 2 <= controls &&
                   TopGoesOn() && CoversTheText();
    if (!guess_.found) {
      guess_.rules.marks.clear();
      guess_.outline = {};
    }
  }

  // The outermost marks are those of one list, supplements apart.
  bool TopGoesOn() const {
    const auto& marks = guess_.rules.marks;
    const auto top = std::find_if(
        marks.begin(), marks.end(),
        [](const OutlineMark& mark) { return !IsSupplement(mark.name); });
    std::size_t of_list = 0;
    std::size_t others = 0;
    for (const OutlineControl& control : guess_.outline.controls) {
      if (control.parent >= 0 || IsSupplement(control.mark)) continue;
      ++(top != marks.end() && control.mark == top->name ? of_list : others);
    }
    return of_list > others;
  }

  static bool IsSupplement(const std::string& mark) {
    return mark == NameOf(MarkForm::kSupplementary);
  }

  // From its first control to its last it spans most of the document.
  bool CoversTheText() const {
    const auto& controls = guess_.outline.controls;
    const std::size_t span = controls.back().line - controls.front().line;
    return 10 * span >= 4 * guess_.lines;
  }

  std::string_view text_;
  std::string prefix_;
  bool markdown_ = false;
  OutlineGuess guess_;
  std::vector<Sighting> sightings_;
  std::vector<std::string_view> texts_;  // of the sightings, whole lines
  std::vector<std::string> running_heads_;
  // How often a list of the second form began after a mark of the first.
  std::array<std::array<std::size_t, kForms>, kForms> restarts_{};
  std::size_t steps_ = 0;
};

}  // namespace

OutlineGuess GuessOutline(std::string_view utf8_text,
                          const std::string& prefix) {
  return Guesser(utf8_text, prefix).Run();
}

}  // namespace mapper
