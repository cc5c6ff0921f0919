#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <queue>
#include <set>

#include "cli/commands.h"
#include "cli/streams.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/relation_algebra.h"
#include "mapper/report/json_writer.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct ExplainOptions {
  std::string a;
  std::string b;
  std::string format = "text";
};

// "FRAMEWORK:ID" of the command line.
mapper::ControlRef Find(Session& session, const std::string& word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string::npos) {
    throw UsageError{session.Say("項目は 基準:ID の形で書いてください: ",
                                 "write a control as FRAMEWORK:ID: ") +
                     word};
  }
  return session.Control(session.Framework(word.substr(0, colon)),
                         word.substr(colon + 1));
}

class Explainer {
 public:
  Explainer(Session& session, const mapper::ControlRef& a,
            const mapper::ControlRef& b)
      : session_(session),
        data_(session.Data()),
        facts_(session.Facts()),
        network_(facts_.network()),
        a_(a),
        b_(b),
        proof_(facts_.Prove(a, b)),
        name_(mapper::ProvedName(facts_.Proved(a, b))) {
    if (name_ == nullptr) FindPaths();
  }

  std::string Text() const {
    std::string out = Title(a_) + "\n" + Title(b_) + "\n\n";
    if (!facts_.consistent() && name_ == nullptr) {
      return out + session_.Say(
                       "対応表どうしが矛盾しているので、導出はできません。kakeh"
                       "ashi lint "
                       "で矛盾を確かめてください。\n",
                       "The tables contradict each other, so nothing is "
                       "derived. See kakehashi lint.\n");
    }
    if (name_ != nullptr) {
      out += std::string(session_.Say("証明された関係: ", "Proved: ")) +
             NodeName(network_.NodeOf(a_)) + " " +
             InColour(name_->words.in(session_.language), Colour::kGreen) +
             " " + NodeName(network_.NodeOf(b_)) + "  (" + name_->machine +
             ")\n";
      out += std::string(session_.Say("確度: ", "Confidence: ")) +
             InWords(Weakest(), session_.language) +
             session_.Say("（証明に使った行のうち最も低いもの）\n",
                          " (that of the weakest row)\n");
      return out + Steps(proof_.givens);
    }
    out += InColour(
               session_.Say("証明できる関係はありません", "Nothing is proved"),
               Colour::kYellow) +
           session_.Say("（未検討か、表だけでは決まりません）。\n",
                        " (not reviewed, or the tables do not decide it).\n");
    if (paths_.empty()) {
      return out +
             session_.Say(
                 "二つの項目をつなぐ行もありません。次の行があれば決まります: ",
                 "No rows connect the two. A row would settle "
                 "it: ") +
             NodeName(network_.NodeOf(a_)) + " ? " +
             NodeName(network_.NodeOf(b_)) + "\n";
    }
    out += session_.Say("最も近いつながり（候補。証明ではありません）\n",
                        "Nearest path (a candidate, not a proof)\n") +
           Steps(paths_);
    return out + session_.Say("この二つを直接比べた行を書けば決まります。\n",
                              "A row that compares the two would settle it.\n");
  }

  std::string Json() const {
    using mapper::JsonString;
    std::string out =
        "{\n \"a\": " + JsonString(NodeName(network_.NodeOf(a_))) +
        ",\n \"b\": " + JsonString(NodeName(network_.NodeOf(b_))) +
        ",\n \"consistent\": " + (facts_.consistent() ? "true" : "false") +
        ",\n \"relation\": " +
        (name_ == nullptr ? "null" : JsonString(name_->machine)) +
        ",\n \"confidence\": " +
        (name_ == nullptr ? "null" : JsonString(ToString(Weakest()))) +
        ",\n \"" + (name_ == nullptr ? "nearest" : "proof") + "\": [";
    const std::vector<int>& givens = name_ == nullptr ? paths_ : proof_.givens;
    for (std::size_t i = 0; i < givens.size(); ++i) {
      const mapper::Given& given = Given(givens[i]);
      const bool row = given.kind == mapper::Given::Kind::kRow;
      out += (i == 0 ? "\n" : ",\n");
      out += "  {\"source\": " + JsonString(NodeName(given.a)) +
             ", \"relation\": " + JsonString(RelationWord(given, true)) +
             ", \"target\": " + JsonString(NodeName(given.b)) + ", \"row\": " +
             (row ? JsonString(facts_.Place(given.row)) : "null") +
             ", \"confidence\": " +
             (row ? JsonString(ToString(facts_.mapping(given.row).confidence))
                  : "null") +
             ", \"rationale\": " +
             (row ? JsonString(facts_.mapping(given.row).rationale) : "null") +
             "}";
    }
    return out + (givens.empty() ? "]\n}\n" : "\n ]\n}\n");
  }

  std::string Dot() const {
    using mapper::JsonString;
    std::string out = "digraph proof {\n  rankdir=LR;\n  node [shape=box];\n";
    std::set<int> nodes = {network_.NodeOf(a_), network_.NodeOf(b_)};
    const std::vector<int>& givens = name_ == nullptr ? paths_ : proof_.givens;
    for (const int number : givens) {
      nodes.insert(Given(number).a);
      nodes.insert(Given(number).b);
    }
    for (const int node : nodes) {
      out += "  n" + std::to_string(node) +
             " [label=" + JsonString(mapper::Visible(NodeName(node))) + "];\n";
    }
    for (const int number : givens) {
      const mapper::Given& given = Given(number);
      const bool row = given.kind == mapper::Given::Kind::kRow;
      out += "  n" + std::to_string(given.a) + " -> n" +
             std::to_string(given.b) + " [label=" +
             JsonString(RelationWord(given, false) +
                        (row ? " " + facts_.Place(given.row) : "")) +
             (row ? "" : ", style=dashed") + "];\n";
    }
    if (name_ != nullptr) {
      out += "  n" + std::to_string(network_.NodeOf(a_)) + " -> n" +
             std::to_string(network_.NodeOf(b_)) +
             " [label=" + JsonString(name_->words.in(session_.language)) +
             ", style=bold];\n";
    }
    return out + "}\n";
  }

 private:
  std::string InColour(const std::string& text, Colour colour) const {
    return UsesColour(session_.color, STDOUT_FILENO) ? Coloured(text, colour)
                                                     : text;
  }

  const mapper::Given& Given(int number) const {
    return network_.givens()[static_cast<std::size_t>(number)];
  }

  std::string NodeName(int node) const {
    const mapper::NetworkNode& n = network_.node(node);
    std::string text = data_.framework(n.framework).id + ":";
    for (std::size_t i = 0; i < n.controls.size(); ++i) {
      text +=
          (i > 0 ? "+" : "") + data_.control({n.framework, n.controls[i]}).id;
    }
    return text;
  }

  std::string Title(const mapper::ControlRef& ref) const {
    const mapper::Control& c = data_.control(ref);
    const std::string& gist = c.gist(session_.language);
    return NodeName(network_.NodeOf(ref)) + "  " +
           mapper::Visible(c.title(session_.language)) +
           (gist.empty() ? "" : "\n    " + mapper::Visible(gist));
  }

  std::string RelationWord(const mapper::Given& given, bool machine) const {
    switch (given.kind) {
      case mapper::Given::Kind::kRow: {
        const mapper::Relation r = facts_.mapping(given.row).relation;
        return machine ? ToString(r) : InWords(r, session_.language);
      }
      case mapper::Given::Kind::kHeading:
        return machine ? "child-of" : session_.Say("の下にある", "is below");
      case mapper::Given::Kind::kOnlyChild:
        return machine ? "only-child-of"
                       : session_.Say("だけからなる", "is all of");
      case mapper::Given::Kind::kPart:
        return machine ? "part-of"
                       : session_.Say("を一部とする和", "is part of");
    }
    return {};
  }

  mapper::Confidence Weakest() const {
    mapper::Confidence weakest = mapper::Confidence::kHigh;
    for (const int number : proof_.givens) {
      if (Given(number).kind == mapper::Given::Kind::kRow) {
        weakest =
            std::max(weakest, facts_.mapping(Given(number).row).confidence);
      }
    }
    return weakest;
  }

  std::string Steps(const std::vector<int>& givens) const {
    std::string out;
    int number = 0;
    for (const int g : givens) {
      const mapper::Given& given = Given(g);
      const std::string lead = " " + std::to_string(++number) + ". ";
      out += lead + NodeName(given.a) + " " +
             InColour(RelationWord(given, false), Colour::kCyan) + " " +
             NodeName(given.b);
      if (given.kind != mapper::Given::Kind::kRow) {
        out += session_.Say("  （見出しの上下）\n", "  (by the catalogue)\n");
        continue;
      }
      const mapper::Mapping& m = facts_.mapping(given.row);
      out += "  [" + facts_.Place(given.row) +
             session_.Say("、確度 ", ", confidence ") +
             InWords(m.confidence, session_.language) + "]\n";
      for (const std::string& line :
           mapper::Wrap(mapper::Visible(m.rationale), 96)) {
        out += "    " + line + "\n";
      }
    }
    return out;
  }

  // The fewest givens that connect the two, by breadth-first search; rows of
  // earlier files and lines first among equals.
  void FindPaths() {
    const auto size = static_cast<std::size_t>(network_.size());
    std::vector<std::vector<int>> at(size);
    for (std::size_t i = 0; i < network_.givens().size(); ++i) {
      at[static_cast<std::size_t>(network_.givens()[i].a)].push_back(
          static_cast<int>(i));
      at[static_cast<std::size_t>(network_.givens()[i].b)].push_back(
          static_cast<int>(i));
    }
    std::vector<int> came(size, -1);
    const int start = network_.NodeOf(a_);
    const int goal = network_.NodeOf(b_);
    std::queue<int> open;
    open.push(start);
    std::vector<bool> seen(size, false);
    seen[static_cast<std::size_t>(start)] = true;
    while (!open.empty() && !seen[static_cast<std::size_t>(goal)]) {
      const int node = open.front();
      open.pop();
      for (const int number : at[static_cast<std::size_t>(node)]) {
        const int next =
            Given(number).a == node ? Given(number).b : Given(number).a;
        if (seen[static_cast<std::size_t>(next)]) continue;
        seen[static_cast<std::size_t>(next)] = true;
        came[static_cast<std::size_t>(next)] = number;
        open.push(next);
      }
    }
    if (!seen[static_cast<std::size_t>(goal)]) return;
    for (int node = goal; node != start;) {
      const int number = came[static_cast<std::size_t>(node)];
      paths_.push_back(number);
      node = Given(number).a == node ? Given(number).b : Given(number).a;
    }
    std::reverse(paths_.begin(), paths_.end());
  }

  Session& session_;
  const mapper::Dataset& data_;
  const mapper::Knowledge& facts_;
  const mapper::Network& network_;
  mapper::ControlRef a_;
  mapper::ControlRef b_;
  mapper::Proof proof_;
  const mapper::Name<mapper::RelationSet>* name_;
  std::vector<int> paths_;
};

}  // namespace

void AddExplainCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand(
      "explain", session.Say("二つの項目の関係と、その証明（使った行と理由）",
                             "how two controls relate, and the proof"));
  command->add_option("a", options->a, session.Say("項目", "control"))
      ->required()
      ->type_name("A:ID");
  command->add_option("b", options->b, session.Say("項目", "control"))
      ->required()
      ->type_name("B:ID");
  command
      ->add_option("--format", options->format,
                   session.Say("出力の形式", "form of the output"))
      ->check(CLI::IsMember({"text", "json", "dot"}));
  command->callback([options, &session] {
    const mapper::ControlRef a = Find(session, options->a);
    const mapper::ControlRef b = Find(session, options->b);
    if (a == b) {
      throw UsageError{
          session.Say("同じ項目です: ", "the same control twice: ") +
          options->a};
    }
    const Explainer explainer(session, a, b);
    if (options->format == "text") {
      std::cout << explainer.Text();
    } else {
      WriteData(options->format == "json" ? explainer.Json() : explainer.Dot());
    }
  });
}

}  // namespace cli
