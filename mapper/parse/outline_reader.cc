#include "mapper/parse/outline_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/parse/outline_id.h"
#include "mapper/parse/outline_line.h"
#include "mapper/parse/outline_list.h"
#include "mapper/parse/outline_pages.h"
#include "mapper/parse/outline_variants.h"

namespace mapper {
namespace {

constexpr std::size_t kFarthestBack = 1000;   // a mark is taken back, controls
constexpr std::size_t kLongestExcerpt = 400;  // of a line in a diagnostic
constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

bool Fits(const std::vector<std::string>& patterns, std::string_view text) {
  return std::any_of(
      patterns.begin(), patterns.end(),
      [&](const std::string& pattern) { return FitsPattern(pattern, text); });
}

bool Holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsPrintedIdNote(std::string_view text) {
  return std::find(kPrintedIdNotes.begin(), kPrintedIdNotes.end(), text) !=
         kPrintedIdNotes.end();
}

class OutlineReader {
 public:
  OutlineReader(const std::string& file, const OutlineRules& rules,
                Diagnostics& diagnostics)
      : file_(file), rules_(rules), diagnostics_(diagnostics), lists_(rules) {
    for (const OutlineMark& mark : rules.marks) {
      has_captions_ = has_captions_ || mark.title == OutlineTitle::kCaption;
    }
  }

  Outline Read(std::string_view text) {
    paged_ = text.find('\f') != std::string_view::npos;
    roles_ = FindLineRoles(text);
    OutlineLines lines(text, rules_.markdown);
    OutlineLine line;
    while (lines.Next(line)) ReadLine(line);
    FlushCaption();
    FlushNote();
    if (controls_.empty()) {
      diagnostics_.Warning("outline-empty", {file_, 0, 0},
                           "no control found: no mark of the outline occurs");
    }
    Outline outline;
    for (const OutlineMark& mark : rules_.marks) {
      const auto same = [&](const auto& entry) {
        return entry.first == mark.name;
      };
      if (std::none_of(outline.counts.begin(), outline.counts.end(), same)) {
        outline.counts.emplace_back(
            mark.name, std::count_if(controls_.begin(), controls_.end(),
                                     [&](const OutlineControl& control) {
                                       return control.mark == mark.name;
                                     }));
      }
    }
    const auto printed =
        std::count(rule_of_.begin(), rule_of_.end(), kPrintedId);
    if (printed > 0) outline.counts.emplace_back("〔id〕", printed);
    ComposeIds(file_, rules_, rule_of_, controls_, diagnostics_);
    outline.controls = std::move(controls_);
    return outline;
  }

 private:
  void ReadLine(const OutlineLine& line) {
    std::string_view text = line.text;
    for (const std::string& word : rules_.strip) {
      if (EndsWith(text, word)) {
        text = TrimWide(text.substr(0, text.size() - word.size()));
      }
      if (StartsWith(text, word)) text = TrimWide(text.substr(word.size()));
    }
    if (text.empty()) return;
    if (controls_.empty() && IsPrintedIdNote(text)) {
      ids_printed_ = true;
      return;
    }
    if (ids_printed_ && TakePrintedId(line, text)) return;
    const LineRole role = RoleOf(roles_, line.number);
    if (role == LineRole::kNote) {
      TakeNote(text);
      return;
    }
    if (block_ != kNoBlock) {
      const OutlineBlock& block = rules_.blocks[block_];
      if (Fits(block.until_lines, text) ||
          (block.until_heading && line.decoration == Decoration::kHeading)) {
        block_ = kNoBlock;
      }
    }
    if (block_ == kNoBlock && IsPlace(line)) {
      for (std::size_t i = 0; i < rules_.blocks.size(); ++i) {
        if (!Fits(rules_.blocks[i].begin, text)) continue;
        block_ = i;
        return;
      }
    }
    if (IsFurniture(line, role, text)) return;
    if (IsPlace(line)) {
      ReadMarks(text, readings_);
      if (!readings_.empty() && TakeMark(line, text)) return;
    }
    if (block_ == kNoBlock) TakeText(line, text);
  }

  // 〔id〕 and a heading.
  bool TakePrintedId(const OutlineLine& line, std::string_view text) {
    const std::string_view open = "〔";
    const std::size_t end = text.find("〕");
    if (!StartsWith(text, open) || end == std::string_view::npos ||
        end == open.size()) {
      return false;
    }
    const std::string_view id = text.substr(open.size(), end - open.size());
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    if (std::any_of(id.begin(), id.end(), blank)) return false;
    block_ = kNoBlock;
    FlushCaption();
    FlushNote();
    OutlineControl control;
    control.id = std::string(id);
    control.label = std::string(text.substr(0, end + open.size()));
    control.mark = "〔id〕";
    AppendText(control.title, text.substr(end + open.size()));
    control.line = line.number;
    control.page = paged_ ? line.page : 0;
    Push(std::move(control), kPrintedId, {}, false, line, text);
    return true;
  }

  // Where a mark or the beginning of a block may stand.
  bool IsPlace(const OutlineLine& line) const {
    return !rules_.markdown || line.decoration == Decoration::kHeading ||
           line.decoration == Decoration::kBold ||
           line.decoration == Decoration::kList;
  }

  bool IsFurniture(const OutlineLine& line, LineRole role,
                   std::string_view text) const {
    return line.decoration == Decoration::kTable ||
           role == LineRole::kFragment ||
           (rules_.page_numbers && role == LineRole::kRunning) ||
           (rules_.contents && role == LineRole::kContents) ||
           (rules_.page_numbers && (!paged_ || line.page_edge) &&
            line.decoration == Decoration::kNone && IsPageNumber(text)) ||
           (rules_.contents && IsContentsLine(text)) || Fits(rules_.skip, text);
  }

  // Whether the mark counts; a mark that does not is reported when it is
  // likely to be meant as one.
  bool TakeMark(const OutlineLine& line, std::string_view text) {
    const ListPlace place = lists_.Find(readings_, text, block_ != kNoBlock);
    if (place.step == ListStep::kNone) return false;
    const OutlineMark& how = rules_.marks[place.rule];
    if (block_ != kNoBlock) {
      const bool continues =
          place.step == ListStep::kNext || place.step == ListStep::kFirst;
      if (!continues || !Holds(rules_.blocks[block_].until_marks, how.name)) {
        return false;
      }
      block_ = kNoBlock;
      AddControl(line, text, place, true);
      return true;
    }
    if (place.step == ListStep::kRepeat && TakeBack(place)) {
      AddControl(line, text, place, false);
      return true;
    }
    if (place.step == ListStep::kRepeat && RepeatsAtEdge(line, text, place)) {
      return true;
    }
    const bool astray =
        place.step == ListStep::kGap || place.step == ListStep::kRepeat;
    if (astray) ReportAstray(line, text, place);
    if (astray && !place.unmistakable) return false;
    AddControl(line, text, place, false);
    return true;
  }

  // Whether the control before in this list is the very same line, and this
  // one is at the edge of a page, or that one was at the edge of this page: a
  // running head that names the chapter.
  bool RepeatsAtEdge(const OutlineLine& line, std::string_view text,
                     const ListPlace& place) const {
    for (std::size_t i = controls_.size(); i-- > 0;) {
      if (rule_of_[i] != place.rule) continue;
      return numbers_[i] == place.number &&
             (line.page_edge ||
              (at_edge_[i] && line.page == controls_[i].page)) &&
             ComparisonKey(lines_[i]) == ComparisonKey(text);
    }
    return false;
  }

  // A mark that ended a commentary may have been part of it.  When the same
  // mark comes again outside of any block, that one is meant: forgets the
  // first and all that followed it.
  bool TakeBack(const ListPlace& place) {
    const std::size_t far =
        controls_.size() - std::min(controls_.size(), kFarthestBack);
    for (std::size_t i = controls_.size(); i-- > far;) {
      if (static_cast<int>(i) == place.parent) return false;
      if (rule_of_[i] != place.rule || controls_[i].parent != place.parent) {
        continue;
      }
      if (numbers_[i] != place.number) continue;
      if (!in_block_[i]) return false;
      FlushNote();
      controls_.resize(i);
      rule_of_.resize(i);
      numbers_.resize(i);
      in_block_.resize(i);
      lines_.resize(i);
      at_edge_.resize(i);
      return true;
    }
    return false;
  }

  void AddControl(const OutlineLine& line, std::string_view text,
                  const ListPlace& place, bool in_block) {
    const OutlineMark& how = rules_.marks[place.rule];
    OutlineControl control;
    std::string_view tail = text.substr(place.mark->length);
    control.label = std::string(text.substr(0, place.mark->length));
    control.mark = how.name;
    // The number, until ComposeIds has what it needs for the id.
    control.id = FormatNumber(place.mark->form, place.number);
    if (place.mark->last != place.mark->first) {
      control.id += ':' + FormatNumber(place.mark->form, place.mark->last);
    }
    if (how.title == OutlineTitle::kCaption) {
      std::string_view caption = TakeCaption(tail);
      if (caption.empty() && !caption_.empty()) {
        caption = caption_.substr(3, caption_.size() - 6);
        caption_ = {};
      }
      control.title = std::string(TrimWide(caption));
    } else if (how.title == OutlineTitle::kLine) {
      AppendText(control.title, tail);
      tail = {};
    }
    FlushCaption();
    FlushNote();
    AppendText(control.text, tail);
    AppendText(control.text, line.rest);
    control.parent = place.parent;
    control.depth =
        place.parent < 0
            ? 1
            : controls_[static_cast<std::size_t>(place.parent)].depth + 1;
    control.line = line.number;
    control.page = paged_ ? line.page : 0;
    control.below_catalogue =
        rules_.catalogue_depth > 0 && how.depth > rules_.catalogue_depth;
    lists_.Accept(place, static_cast<int>(controls_.size()));
    Push(std::move(control), place.rule, place.number, in_block, line, text);
    for (std::size_t i = 0; i < rules_.blocks.size(); ++i) {
      if (Fits(rules_.blocks[i].begin_marks, controls_.back().label)) {
        block_ = i;
      }
    }
  }

  void Push(OutlineControl control, std::size_t rule, MarkNumber number,
            bool in_block, const OutlineLine& line, std::string_view text) {
    controls_.push_back(std::move(control));
    rule_of_.push_back(rule);
    numbers_.push_back(std::move(number));
    in_block_.push_back(in_block);
    lines_.push_back(text);
    at_edge_.push_back(line.page_edge);
  }

  void TakeText(const OutlineLine& line, std::string_view text) {
    if (has_captions_ && IsCaption(text)) {
      FlushCaption();
      caption_ = text;
      return;
    }
    FlushCaption();
    if (controls_.empty()) return;  // the preamble
    std::string& sentence = controls_.back().text;
    AppendText(sentence, text);
    AppendText(sentence, line.rest);
  }

  // A footnote may stand between two lines of a sentence, so it waits until
  // the text of its control has ended.
  void TakeNote(std::string_view text) {
    if (block_ == kNoBlock && !controls_.empty()) AppendText(note_, text);
  }

  void FlushNote() {
    if (!note_.empty()) AppendText(controls_.back().text, note_);
    note_.clear();
  }

  // A caption that no mark followed was text.
  void FlushCaption() {
    if (!caption_.empty() && !controls_.empty()) {
      AppendText(controls_.back().text, caption_);
    }
    caption_ = {};
  }

  void ReportAstray(const OutlineLine& line, std::string_view text,
                    const ListPlace& place) {
    // A bare number at the beginning of a line is nothing to speak of.
    const MarkForm form = place.mark->form;
    const bool enclosed = form >= MarkForm::kParenNumber &&
                          form <= MarkForm::kParenRoman &&
                          form != MarkForm::kKana && form != MarkForm::kIroha &&
                          form != MarkForm::kKanji;
    if (!place.unmistakable && !enclosed) return;
    const std::string mark(text.substr(0, place.mark->length));
    const std::string previous = FormatNumber(form, place.previous);
    std::string message;
    if (place.step == ListStep::kRepeat) {
      message =
          "'" + mark + "' comes again, or too late, after number " + previous;
    } else if (previous.empty()) {
      message = "'" + mark + "' begins a list that has no first number";
    } else {
      message = "'" + mark + "' comes after number " + previous +
                "; a number between them is missing";
    }
    if (!place.unmistakable) message += "; read as text";
    const bool repeat = place.step == ListStep::kRepeat;
    if (paged_) message += " (page " + std::to_string(line.page) + ")";
    const auto column = static_cast<std::size_t>(std::count_if(
        line.raw.begin(), line.raw.begin() + (text.data() - line.raw.data()),
        [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    diagnostics_.Add(
        {repeat || !place.unmistakable ? Severity::kWarning : Severity::kNote,
         repeat ? "outline-repeat" : "outline-gap",
         {file_, line.number, column + 1},
         std::move(message),
         std::string(line.raw.substr(0, kLongestExcerpt))});
  }

  const std::string& file_;
  const OutlineRules& rules_;
  Diagnostics& diagnostics_;
  OutlineLists lists_;
  bool has_captions_ = false;
  bool paged_ = false;
  bool ids_printed_ = false;
  std::size_t block_ = kNoBlock;  // the block that is open
  std::string_view caption_;      // one that waits for its mark
  std::string note_;              // footnotes of the last control
  std::vector<LineRole> roles_;   // of the lines of a paged text
  std::vector<Mark> readings_;
  std::vector<OutlineControl> controls_;
  // Of each control:
  std::vector<std::size_t> rule_of_;
  std::vector<MarkNumber> numbers_;
  std::vector<bool> in_block_;
  std::vector<std::string_view> lines_;
  std::vector<bool> at_edge_;
};

}  // namespace

Outline ReadOutline(const std::string& file, std::string_view utf8_text,
                    const OutlineSpec& spec, Diagnostics& diagnostics) {
  const OutlineRules* rules = ChooseRules(spec, utf8_text);
  if (rules == nullptr) {
    std::vector<std::string> names;
    for (const OutlineVariant& variant : spec.variants) {
      names.push_back(variant.name);
    }
    diagnostics.Error("outline-variant", {file, 0, 0},
                      "the document is none of the kinds that the outline "
                      "knows: " +
                          Join(names, ", "));
    return {};
  }
  return OutlineReader(file, *rules, diagnostics).Read(utf8_text);
}

}  // namespace mapper
