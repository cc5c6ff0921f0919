#include "mapper/report/dot.h"

#include <map>
#include <set>
#include <vector>

#include "mapper/base/text.h"

namespace mapper {
namespace {

struct Style {
  const char* attributes;
  Words words;
};

// From the row's set: what is proved of the two sides.
Style StyleOf(RelationSet set) {
  if (set == kEq) {
    return {"dir=both, arrowhead=normal, arrowtail=normal, penwidth=2",
            {"同内容", "equal"}};
  }
  if (set == kDr) {
    return {"dir=none, style=dotted, color=gray50",
            {"対応なし", "no relationship"}};
  }
  if (set == kPo) {
    return {"dir=none, style=solid", {"一部共通", "intersects"}};
  }
  if ((set & ~(kEq | kPp)) == 0) {
    return {"dir=forward, arrowhead=normal", {"含まれる", "inside"}};
  }
  if ((set & ~(kEq | kPpi)) == 0) {
    return {"dir=back, arrowtail=normal", {"含む", "contains"}};
  }
  return {"dir=none, style=dashed", {"重なる", "overlaps"}};
}

// A string of the DOT language.  "\" is an escape in labels too.
std::string Quote(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

class Writer {
 public:
  Writer(const CrosswalkView& view, Language language)
      : view_(view), language_(language) {}

  std::string Run() {
    Collect();
    out_ =
        "digraph crosswalk {\n"
        "  charset=\"UTF-8\";\n"
        "  rankdir=LR;\n"
        "  ranksep=3;\n"
        "  nodesep=0.12;\n"
        "  node [shape=box, fontsize=10, "
        "fontname=\"Noto Sans CJK JP, sans-serif\"];\n"
        "  fontname=\"Noto Sans CJK JP, sans-serif\";\n";
    Cluster("s", *view_.source, sources_, source_unions_, view_.source_side);
    Cluster("t", *view_.target, targets_, target_unions_, view_.target_side);
    for (const CrosswalkViewRow& row : view_.rows) Edge(row);
    Legend();
    return out_ + "}\n";
  }

 private:
  using Side = std::vector<int>;

  void Collect() {
    for (const CrosswalkViewRow& row : view_.rows) {
      const bool none = row.sources.empty() || row.targets.empty();
      for (const int c : row.sources) sources_[c] = sources_[c] || !none;
      for (const int c : row.targets) targets_[c] = targets_[c] || !none;
      if (row.sources.size() > 1) source_unions_.insert(row.sources);
      if (row.targets.size() > 1) target_unions_.insert(row.targets);
    }
  }

  // "s3" of a control, "s3_4" of the union of two.
  static std::string Name(const char* side, const Side& controls) {
    std::string name = side;
    for (std::size_t i = 0; i < controls.size(); ++i) {
      name += (i > 0 ? "_" : "") + std::to_string(controls[i]);
    }
    return name;
  }

  void Cluster(const char* side, const Framework& framework,
               const std::map<int, bool>& controls,
               const std::set<Side>& unions, const Absence& state) {
    const std::string title =
        framework.short_title(language_) +
        (language_ == Language::kJa ? "（未検討 " : " (not reviewed: ") +
        std::to_string(state.not_reviewed.size()) +
        (language_ == Language::kJa ? " 件）" : ")");
    out_ += "  subgraph cluster_" + std::string(side) +
            " {\n    label=" + Quote(Visible(title)) + ";\n";
    for (const auto& [control, mapped] : controls) {
      const Control& c = framework.controls[static_cast<std::size_t>(control)];
      // The line break is the one escape of the label that is meant.
      std::string label = Quote(Visible(c.id));
      label.pop_back();
      for (const std::string& line : Wrap(Visible(c.title(language_)), 36)) {
        label += "\\n" + Quote(line).substr(1);
        label.pop_back();
      }
      out_ += "    " + Name(side, {control}) + " [label=" + label + "\"" +
              (mapped ? "" : ", style=dashed, color=gray50") + "];\n";
    }
    for (const Side& parts : unions) {
      const std::string name = Name(side, parts);
      out_ += "    " + name + " [shape=circle, label=\"+\", width=0.25];\n";
      for (const int part : parts) {
        // Parts stand outside, the union between them and the other side.
        const std::string part_name = Name(side, {part});
        out_ += "    " +
                (side[0] == 's' ? part_name + " -> " + name
                                : name + " -> " + part_name) +
                " [dir=none, color=gray70];\n";
      }
    }
    out_ += "  }\n";
  }

  void Edge(const CrosswalkViewRow& row) {
    if (row.sources.empty() || row.targets.empty()) return;
    const Style style = StyleOf(row.set);
    used_.insert(row.set);
    out_ += "  " + Name("s", row.sources) + " -> " + Name("t", row.targets) +
            " [" + style.attributes +
            (row.how == How::kDerived ? ", color=blue" : "") + "];\n";
  }

  void Legend() {
    if (used_.empty()) return;
    out_ += "  subgraph cluster_legend {\n    label=" +
            Quote(language_ == Language::kJa ? "凡例（青は導出）"
                                             : "Legend (blue: derived)") +
            ";\n    node [shape=plaintext];\n";
    std::set<std::string> done;
    int number = 0;
    for (const RelationSet set : used_) {
      const Style style = StyleOf(set);
      if (!done.insert(style.attributes).second) continue;
      const std::string id = std::to_string(number++);
      // A word on the line itself would be struck through.
      out_ += "    l" + id + " [label=\"A\"]; r" + id + " [label=" +
              Quote(std::string("B: ") + style.words.in(language_)) + "]; l" +
              id + " -> r" + id + " [" + style.attributes + "];\n";
    }
    out_ += "  }\n";
  }

  const CrosswalkView& view_;
  Language language_;
  std::map<int, bool> sources_;  // drawn; true: some row maps it
  std::map<int, bool> targets_;
  std::set<Side> source_unions_;
  std::set<Side> target_unions_;
  std::set<RelationSet> used_;
  std::string out_;
};

}  // namespace

std::string WriteDot(const CrosswalkView& view, Language language) {
  return Writer(view, language).Run();
}

}  // namespace mapper
