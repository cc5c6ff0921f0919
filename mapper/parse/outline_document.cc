#include "mapper/parse/outline_document.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/parse/outline_inverse.h"
#include "mapper/parse/outline_line.h"
#include "mapper/parse/outline_list.h"
#include "mapper/parse/outline_reader.h"

namespace mapper {
namespace {

constexpr unsigned kMostAdded = 200;    // marks printed to reach a number
constexpr std::size_t kHeadLines = 60;  // where a variant is recognised

// A mark of the document, and what stands below it.
struct Node {
  OutlineStep step;
  int control = -1;  // place in Framework::controls, or -1: not in it
  std::vector<std::unique_ptr<Node>> below;
};

// What the reader should make of a line that was written.
struct Expected {
  int control;
  std::string title;
  std::string text;
};

class Writer {
 public:
  Writer(const Framework& framework, const OutlineRules& rules,
         Language language)
      : framework_(framework),
        rules_(rules),
        language_(language),
        lists_(rules) {}

  // Returns false where no mark gives the control's id.
  bool Add(int control, const OutlinePath& path) {
    if (path.empty()) return false;
    Node* at = &top_;
    for (const OutlineStep& step : path) at = &Child(*at, step);
    at->control = control;
    return true;
  }

  std::string Body() {
    Write(top_);
    return std::move(text_);
  }

  const std::vector<Expected>& expected() const { return expected_; }
  const std::vector<int>& out_of_list() const { return out_of_list_; }

 private:
  static Node& Child(Node& node, const OutlineStep& step) {
    for (const auto& child : node.below) {
      if (child->step.id == step.id && child->step.rule == step.rule) {
        return *child;
      }
    }
    node.below.push_back(std::make_unique<Node>());
    node.below.back()->step = step;
    return *node.below.back();
  }

  // Deeper marks come first, or they would stand under the shallower ones.
  void Write(Node& node) {
    const auto key = [&](const std::unique_ptr<Node>& child) {
      return std::tuple(-rules_.marks[child->step.rule].depth, child->step.rule,
                        child->step.number);
    };
    std::stable_sort(
        node.below.begin(), node.below.end(),
        [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const auto& child : node.below) {
      if (Print(*child)) {
        Write(*child);
      } else {
        GiveUp(*child);
      }
    }
  }

  void GiveUp(const Node& node) {
    if (node.control >= 0) out_of_list_.push_back(node.control);
    for (const auto& child : node.below) GiveUp(*child);
  }

  bool Print(const Node& node) {
    for (unsigned added = 0; added < kMostAdded; ++added) {
      const OutlineStep& step = node.step;
      const ListPlace place = Place(step);
      if (place.step == ListStep::kNone && place.mark == nullptr &&
          step.number.back() <= 1) {
        return false;
      }
      const bool here = place.mark != nullptr && place.rule == step.rule &&
                        place.number == step.number;
      if (here &&
          (place.step == ListStep::kNext || place.step == ListStep::kFirst ||
           (place.step == ListStep::kGap && place.unmistakable))) {
        lists_.Accept(place, static_cast<int>(printed_++));
        Line(step, node.control);
        return true;
      }
      if (!Fill(step, place)) return false;
    }
    return false;
  }

  // Prints the next number of a list that has not come to `step` yet.
  bool Fill(const OutlineStep& step, const ListPlace& wanted) {
    OutlineStep next = step;
    next.id.clear();
    const MarkNumber& last = wanted.previous;
    next.number.back() =
        last.size() == step.number.size() ? last.back() + 1 : 1;
    if (!last.empty() && last.size() + 1 == step.number.size() &&
        !IsDotted(step.form)) {
      next.number.back() = 2;
    }
    if (next.number.back() >= step.number.back() ||
        step.number.back() - next.number.back() >= kMostAdded) {
      return false;
    }
    const ListPlace place = Place(next);
    if (place.mark == nullptr || place.rule != step.rule ||
        place.number != next.number ||
        (place.step != ListStep::kNext && place.step != ListStep::kFirst)) {
      return false;
    }
    lists_.Accept(place, static_cast<int>(printed_++));
    Line(next, -1);
    return true;
  }

  ListPlace Place(const OutlineStep& step) {
    mark_ = PrintMark(step.form, step.number) + ' ';
    ReadMarks(mark_, readings_);
    return lists_.Find(readings_, mark_, false);
  }

  void Line(const OutlineStep& step, int place) {
    const OutlineMark& how = rules_.marks[step.rule];
    const std::string mark = PrintMark(step.form, step.number);
    std::string title;
    std::string gist;
    if (place >= 0) {
      const Control& control =
          framework_.controls[static_cast<std::size_t>(place)];
      title = control.title(language_);
      gist = control.gist(language_);
    }
    Expected expected{place, {}, {}};
    if (how.title == OutlineTitle::kNone) {
      // Such items have no heading of their own: it begins their sentence.
      if (!title.empty()) gist = gist.empty() ? title : title + "　" + gist;
      title.clear();
    }
    expected.title = title;
    const bool on_line = how.title != OutlineTitle::kLine;
    if (!on_line && !gist.empty()) gist = Guarded(gist);
    AppendText(expected.text, gist);
    std::string line = mark;
    if (how.title == OutlineTitle::kCaption) {
      const std::string caption = title.empty() ? title : "（" + title + "）";
      if (rules_.markdown || IsExplicit(step.form)) {
        line += caption;
      } else if (!caption.empty()) {  // it must not touch a bare number
        line.insert(0, caption + '\n');
      }
    } else if (how.title == OutlineTitle::kLine && !title.empty()) {
      line += ' ' + title;
    }
    Decorate(how, step.form, on_line ? gist : std::string(), line);
    text_ += line + '\n';
    if (!on_line && !gist.empty()) text_ += gist + '\n';
    if (place >= 0) expected_.push_back(std::move(expected));
  }

  void Decorate(const OutlineMark& how, MarkForm form, const std::string& gist,
                std::string& line) const {
    const std::string sentence = gist.empty() ? gist : "　" + gist;
    if (!rules_.markdown) {
      line += sentence;
    } else if (how.title == OutlineTitle::kLine ||
               form == MarkForm::kSupplementary) {
      const int level = std::min(how.depth + 1, 6);
      line = std::string(static_cast<std::size_t>(level), '#') + ' ' + line;
      if (!gist.empty()) line += '\n' + Guarded(gist);
    } else if (how.title == OutlineTitle::kCaption ||
               form == MarkForm::kNumber || form == MarkForm::kCircled) {
      line = "**" + line + "**" + sentence;
    } else {
      line = "- " + line + sentence;
    }
  }

  // A line of text must not look like anything else.
  std::string Guarded(const std::string& text) const {
    std::vector<Mark> readings;
    ReadMarks(text, readings);
    const auto fits = [&](const std::vector<std::string>& patterns) {
      return std::any_of(patterns.begin(), patterns.end(),
                         [&](const std::string& pattern) {
                           return FitsPattern(pattern, text);
                         });
    };
    bool other =
        !readings.empty() || fits(rules_.skip) || IsPageNumber(text) ||
        StartsWith(text, "（") ||
        std::string_view("#-*|").find(text[0]) != std::string_view::npos;
    for (const OutlineBlock& block : rules_.blocks) {
      other = other || fits(block.begin);
    }
    if (!other) return text;
    return (language_ == Language::kEn ? "Gist: " : "要旨：") + text;
  }

  const Framework& framework_;
  const OutlineRules& rules_;
  Language language_;
  OutlineLists lists_;
  Node top_;
  std::size_t printed_ = 0;
  std::string mark_;
  std::vector<Mark> readings_;
  std::string text_;
  std::vector<Expected> expected_;
  std::vector<int> out_of_list_;
};

// Text that fits a pattern of a variant.
std::string Literal(std::string pattern) {
  pattern.erase(std::remove(pattern.begin(), pattern.end(), '*'),
                pattern.end());
  return pattern;
}

std::string Head(const Framework& framework, const OutlineSpec& spec,
                 const OutlineVariant* variant, const std::string& body,
                 Language language) {
  const OutlineRules& rules = variant == nullptr ? spec.rules : variant->rules;
  const std::string when = variant == nullptr || variant->when.empty()
                               ? std::string()
                               : Literal(variant->when[0]);
  std::string head;
  if (rules.markdown) {
    head = "---\n" + when + (when.empty() ? "---\n\n" : "\n---\n\n");
  }
  head += framework.title(language) + '\n';
  if (!rules.markdown && !when.empty()) head += when + '\n';
  head += language == Language::kEn
              ? "(Headings and gists of the catalogue, not the official text)\n"
              : "〔カタログの見出しと要旨。公式の文ではない〕\n";
  head += '\n';
  // Nothing in the first lines may name another variant.
  for (const OutlineVariant& other : spec.variants) {
    for (const std::string& pattern : other.when) {
      if (&other != variant && FitsPattern("*" + pattern + "*", body)) {
        return head + std::string(kHeadLines, '\n');
      }
    }
  }
  return head;
}

std::string Letters(const std::string& id) {
  const auto end = std::find_if(id.begin(), id.end(), [](char c) {
    return (c < 'A' || c > 'Z') && (c < 'a' || c > 'z');
  });
  return {id.begin(), end};
}

// The other documents of a framework.
class Elsewhere {
 public:
  Elsewhere(const Framework& framework, const OutlineSpec& spec,
            const OutlineVariant* variant)
      : own_(variant == nullptr ? spec.rules.prefix : variant->rules.prefix) {
    for (const OutlineVariant& other : spec.variants) {
      if (&other == variant) continue;
      prefixes_.insert(other.rules.prefix);
      inverses_.emplace_back(framework, other.rules);
    }
  }

  // Whether one of them holds the control, or is the one it belongs to.
  bool Has(const Control& control) {
    const std::string letters = Letters(control.id);
    return (letters != own_ && prefixes_.count(letters) != 0) ||
           std::any_of(inverses_.begin(), inverses_.end(),
                       [&](OutlineInverse& inverse) {
                         return !inverse.Find(control).empty();
                       });
  }

 private:
  std::string own_;
  std::set<std::string> prefixes_;
  std::vector<OutlineInverse> inverses_;
};

}  // namespace

OutlineDocument WriteOutlineDocument(const Framework& framework,
                                     const OutlineSpec& spec,
                                     const OutlineVariant* variant,
                                     Language language) {
  const OutlineRules& rules = variant == nullptr ? spec.rules : variant->rules;
  OutlineInverse inverse(framework, rules);
  Elsewhere elsewhere(framework, spec, variant);
  Writer writer(framework, rules, language);
  OutlineDocument document;
  for (std::size_t i = 0; i < framework.controls.size(); ++i) {
    const Control& control = framework.controls[i];
    const int place = static_cast<int>(i);
    if (!writer.Add(place, inverse.Find(control)) && !elsewhere.Has(control)) {
      document.lost.push_back({place, OutlineLossReason::kNoMark});
    }
  }
  const std::string body = writer.Body();
  document.text = Head(framework, spec, variant, body, language) + body;
  for (const int place : writer.out_of_list()) {
    document.lost.push_back({place, OutlineLossReason::kOutOfList});
  }

  Diagnostics unused;
  const Outline outline = ReadOutline("", document.text, spec, unused);
  std::map<std::string, const OutlineControl*> read;
  for (const OutlineControl& control : outline.controls) {
    read[control.id] = &control;
    if (framework.Find(control.id) < 0) document.added.push_back(control.id);
  }
  for (const Expected& wanted : writer.expected()) {
    const auto found = read.find(
        framework.controls[static_cast<std::size_t>(wanted.control)].id);
    std::string title;
    AppendText(title, wanted.title);
    if (found != read.end() && found->second->title == title &&
        found->second->text == wanted.text) {
      document.written.push_back(wanted.control);
    } else {
      document.lost.push_back(
          {wanted.control, OutlineLossReason::kNotReadBack});
    }
  }
  std::sort(document.written.begin(), document.written.end());
  std::sort(document.lost.begin(), document.lost.end(),
            [](const OutlineLoss& a, const OutlineLoss& b) {
              return a.control < b.control;
            });
  return document;
}

}  // namespace mapper
