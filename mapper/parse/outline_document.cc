#include "mapper/parse/outline_document.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/parse/outline_inverse.h"
#include "mapper/parse/outline_line.h"
#include "mapper/parse/outline_list.h"
#include "mapper/parse/outline_reader.h"
#include "mapper/parse/outline_variants.h"

namespace mapper {
namespace {

constexpr unsigned kMostAdded = 200;  // marks printed to reach a number

// A mark of the document, and what stands below it.
struct Node {
  OutlineStep step;
  int control = -1;      // place in Framework::controls, or -1: not in it
  bool printed = false;  // no mark gives the id: it is printed, in brackets
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

  // Controls above others come first.
  void Add(int control, const OutlinePath& path) {
    Node* at = &top_;
    for (const OutlineStep& step : path) at = &Child(*at, step);
    at->control = control;
    node_of_[control] = at;
  }

  // A control whose id no mark gives; it stands below the one above it in the
  // catalogue when that is here.
  void AddPrinted(int control) {
    const std::string& above = At(control).parent;
    const auto parent =
        node_of_.find(above.empty() ? -1 : framework_.Find(above));
    Node& at = parent == node_of_.end() ? top_ : *parent->second;
    at.below.push_back(std::make_unique<Node>());
    at.below.back()->control = control;
    at.below.back()->printed = true;
    node_of_[control] = at.below.back().get();
  }

  std::string Body() {
    Write(top_);
    return std::move(text_);
  }

  const std::vector<Expected>& expected() const { return expected_; }
  const std::vector<int>& printed() const { return printed_; }

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

  const Control& At(int place) const {
    return framework_.controls[static_cast<std::size_t>(place)];
  }

  // The deeper marks come first, or they would stand under the shallower ones.
  // Printed ids stand where the catalogue has them: before all marks or after.
  void Write(Node& node) {
    int first = static_cast<int>(framework_.controls.size());
    for (const auto& child : node.below) {
      if (!child->printed && child->control >= 0) {
        first = std::min(first, child->control);
      }
    }
    const auto key = [&](const std::unique_ptr<Node>& child) {
      const int side = !child->printed ? 0 : (child->control < first ? -1 : 1);
      return std::tuple(side, -rules_.marks[child->step.rule].depth,
                        child->step.rule, child->step.number);
    };
    std::stable_sort(
        node.below.begin(), node.below.end(),
        [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const auto& child : node.below) {
      if (child->printed) {
        PrintId(child->control);
        Write(*child);
      } else if (Print(*child)) {
        Write(*child);
      } else {
        PrintIds(*child);
      }
    }
  }

  // A mark that would not continue its list, and all that stands under it.
  void PrintIds(const Node& node) {
    if (node.control >= 0) PrintId(node.control);
    for (const auto& child : node.below) PrintIds(*child);
  }

  void PrintId(int place) {
    printed_.push_back(place);
    const Control& control = At(place);
    Expected expected{place, control.title(language_), {}};
    text_ += "〔" + control.id + "〕";
    if (!expected.title.empty()) text_ += ' ' + expected.title;
    text_ += '\n';
    std::string gist = control.gist(language_);
    if (!gist.empty()) {
      gist = Guarded(gist);
      text_ += gist + '\n';
    }
    AppendText(expected.text, gist);
    expected_.push_back(std::move(expected));
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
        lists_.Accept(place, static_cast<int>(marks_++));
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
    lists_.Accept(place, static_cast<int>(marks_++));
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
      const Control& control = At(place);
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
        StartsWith(text, "（") || StartsWith(text, "〔") ||
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
  std::map<int, Node*> node_of_;
  std::size_t marks_ = 0;
  std::string mark_;
  std::vector<Mark> readings_;
  std::string text_;
  std::vector<Expected> expected_;
  std::vector<int> printed_;
};

// Text that fits a pattern of a variant.
std::string Literal(std::string pattern) {
  pattern.erase(std::remove(pattern.begin(), pattern.end(), '*'),
                pattern.end());
  return pattern;
}

std::string Head(const Framework& framework, const OutlineSpec& spec,
                 const OutlineVariant* variant, const std::string& body,
                 bool printed, Language language) {
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
  if (printed) {
    head += kPrintedIdNotes[language == Language::kEn ? 1 : 0];
    head += '\n';
  }
  head += '\n';
  // Nothing in the first lines may name another variant.
  for (const OutlineVariant& other : spec.variants) {
    for (const std::string& pattern : other.when) {
      if (&other != variant && FitsPattern("*" + pattern + "*", body)) {
        return head + std::string(kDocumentHeadLines, '\n');
      }
    }
  }
  return head;
}

// `by_id`: controls whose id is printed even if a mark gives it.
OutlineDocument WriteOnce(const Framework& framework, const OutlineSpec& spec,
                          const OutlineVariant* variant, Language language,
                          const std::vector<int>& by_id) {
  const OutlineRules& rules = variant == nullptr ? spec.rules : variant->rules;
  OutlineInverse inverse(framework, rules);
  OtherDocuments others(framework, spec, variant);
  Writer writer(framework, rules, language);
  for (std::size_t i = 0; i < framework.controls.size(); ++i) {
    const Control& control = framework.controls[i];
    const int place = static_cast<int>(i);
    const OutlinePath path = inverse.Find(control);
    const bool print =
        std::find(by_id.begin(), by_id.end(), place) != by_id.end();
    if (!path.empty() && !print) {
      writer.Add(place, path);
    } else if (print || !others.Have(control)) {
      writer.AddPrinted(place);
    }
  }
  OutlineDocument document;
  const std::string body = writer.Body();
  document.printed = writer.printed();
  std::sort(document.printed.begin(), document.printed.end());
  document.text = Head(framework, spec, variant, body,
                       !document.printed.empty(), language) +
                  body;

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
    const bool same = found != read.end() && found->second->title == title &&
                      found->second->text == wanted.text;
    (same ? document.written : document.lost).push_back(wanted.control);
  }
  std::sort(document.written.begin(), document.written.end());
  std::sort(document.lost.begin(), document.lost.end());
  return document;
}

}  // namespace

OutlineDocument WriteOutlineDocument(const Framework& framework,
                                     const OutlineSpec& spec,
                                     const OutlineVariant* variant,
                                     Language language) {
  OutlineDocument document = WriteOnce(framework, spec, variant, language, {});
  if (document.lost.empty()) return document;
  // What the reader would understand in another way gets its id printed.
  return WriteOnce(framework, spec, variant, language, document.lost);
}

}  // namespace mapper
