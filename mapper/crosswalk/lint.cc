#include "mapper/crosswalk/lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "mapper/base/text.h"
#include "mapper/crosswalk/lint_content.h"
#include "mapper/crosswalk/lint_recurring.h"
#include "mapper/crosswalk/network.h"
#include "mapper/crosswalk/proof.h"
#include "mapper/crosswalk/relation_algebra.h"

namespace mapper {
namespace {

class CrosswalkLinter {
 public:
  CrosswalkLinter(const Dataset& dataset, const Crosswalk& crosswalk,
                  Diagnostics& diagnostics)
      : crosswalk_(crosswalk),
        source_(dataset.framework(crosswalk.source)),
        target_(dataset.framework(crosswalk.target)),
        diagnostics_(diagnostics) {}

  void Run() {
    CheckSide(source_, true, crosswalk_.complete_source);
    CheckSide(target_, false, crosswalk_.complete_target);
    CheckRepeats();
  }

 private:
  void Error(const char* id, const Mapping& row, const std::string& message) {
    diagnostics_.Error(id, LocationOf(crosswalk_, row), message);
  }

  // "line 7", or "workspace:3" for a row of the user.
  static std::string Line(const Mapping& row) {
    return row.of_user() ? std::string(kWorkspaceTable) + ":" +
                               std::to_string(row.decision)
                         : "line " + std::to_string(row.line);
  }

  const std::vector<int>& Side(const Mapping& m, bool source) const {
    return source ? m.sources : m.targets;
  }

  // Rows by the control on one side; null: there is none.
  struct Seen {
    const Mapping* none = nullptr;      // a no-relationship row with "-"
    const Mapping* positive = nullptr;  // a row that shares demands
    const Mapping* inside = nullptr;    // a row in which it is contained
  };

  std::map<int, Seen> Collect(bool source) const {
    std::map<int, Seen> seen;
    for (const Mapping& m : crosswalk_.mappings) {
      const RelationSet set =
          source ? ToSet(m.relation) : Converse(ToSet(m.relation));
      const std::vector<int>& side = Side(m, source);
      const bool half = Side(m, !source).empty();
      for (const int control : side) {
        Seen& s = seen[control];
        const bool contained = (set & ~(kEq | kPp)) == 0;
        if (half) {
          s.none = &m;
        } else if ((set & kDr) == 0 && (side.size() == 1 || contained)) {
          if (s.positive == nullptr) s.positive = &m;
          if (contained && s.inside == nullptr) s.inside = &m;
        }
      }
    }
    return seen;
  }

  void CheckSide(const Framework& f, bool source, bool complete) {
    const std::map<int, Seen> seen = Collect(source);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const Control& control = f.controls[i];
      const auto it = seen.find(static_cast<int>(i));
      if (it == seen.end()) {
        const bool needed = control.is_leaf() ? control.has_gist()
                                              : control.has_own_demands() &&
                                                    !f.IsClosed(control);
        if (complete && needed) {
          diagnostics_.Error("crosswalk-incomplete", {crosswalk_.file, 1, 1},
                             "no row for " + control.id + " of " + f.id +
                                 ", though the header claims to be complete");
        }
        continue;
      }
      if (it->second.none != nullptr) {
        CheckNone(f, static_cast<int>(i), it->second, seen);
      }
    }
  }

  void CheckNone(const Framework& f, int control, const Seen& own,
                 const std::map<int, Seen>& seen) {
    const std::string& id = f.controls[static_cast<std::size_t>(control)].id;
    const auto clash = [&](const Mapping& row, const std::string& why) {
      Error("crosswalk-contradicts", *own.none,
            id + " has no counterpart here, but " + Line(row) + " says that " +
                why);
    };
    if (own.positive != nullptr) clash(*own.positive, "it shares demands");
    std::vector<int> below =
        f.controls[static_cast<std::size_t>(control)].children;
    while (!below.empty()) {
      const int at = below.back();
      below.pop_back();
      const auto it = seen.find(at);
      const Control& c = f.controls[static_cast<std::size_t>(at)];
      if (it != seen.end() && it->second.positive != nullptr) {
        clash(*it->second.positive, c.id + " below it shares demands");
      }
      below.insert(below.end(), c.children.begin(), c.children.end());
    }
    for (int at = f.controls[static_cast<std::size_t>(control)].parent_index;
         at >= 0; at = f.controls[static_cast<std::size_t>(at)].parent_index) {
      const auto it = seen.find(at);
      if (it != seen.end() && it->second.inside != nullptr) {
        clash(*it->second.inside,
              f.controls[static_cast<std::size_t>(at)].id +
                  " above it is contained in a control there");
      }
    }
  }

  // "Inside" a parent of what it is inside of already says nothing new.
  void CheckRepeats() {
    for (const Mapping& wide : crosswalk_.mappings) {
      if (wide.sources.size() != 1 || wide.targets.size() != 1) continue;
      for (const Mapping& narrow : crosswalk_.mappings) {
        if (&wide == &narrow || narrow.sources.size() != 1 ||
            narrow.targets.size() != 1) {
          continue;
        }
        const bool source_up =
            source_.IsUnder(narrow.sources[0], wide.sources[0]);
        const bool target_up =
            target_.IsUnder(narrow.targets[0], wide.targets[0]);
        if (!source_up || !target_up) continue;
        const RelationSet n = ToSet(narrow.relation);
        const bool follows =
            (wide.relation == Relation::kSubsetOf &&
             wide.sources == narrow.sources && (n & ~(kEq | kPp)) == 0) ||
            (wide.relation == Relation::kSupersetOf &&
             wide.targets == narrow.targets && (n & ~(kEq | kPpi)) == 0);
        if (!follows) continue;
        Error("crosswalk-repeats", wide,
              Line(narrow) + " says this already of controls further down");
        break;
      }
    }
  }

  const Crosswalk& crosswalk_;
  const Framework& source_;
  const Framework& target_;
  Diagnostics& diagnostics_;
};

void CheckReasons(const Dataset& dataset, Diagnostics& diagnostics) {
  std::map<std::string, SourceLocation> reasons;
  for (const Crosswalk& crosswalk : dataset.crosswalks) {
    for (const Mapping& m : crosswalk.mappings) {
      const SourceLocation at = LocationOf(crosswalk, m);
      const auto [earlier, fresh] =
          reasons.emplace(ComparisonKey(m.rationale), at);
      if (fresh) continue;
      diagnostics.Error("crosswalk-same-reason", at,
                        "the reason of " + earlier->second.file + ":" +
                            std::to_string(earlier->second.line) +
                            " again: each pair has its own");
    }
  }
}

void CheckRegimes(const Dataset& dataset, Diagnostics& diagnostics) {
  std::set<std::string> with_regime;
  for (const Regime& regime : dataset.regimes) {
    with_regime.insert(regime.framework);
  }
  for (const Framework& f : dataset.frameworks) {
    const std::string toml = f.directory + "/framework.toml";
    if (with_regime.count(f.id) == 0) {
      diagnostics.Error("regime-missing", {toml, 0, 0},
                        f.id +
                            " has no row in regimes.tsv, so it never "
                            "applies to anybody");
    }
    if (!f.superseded_by.empty() &&
        dataset.FindFramework(f.superseded_by) < 0) {
      diagnostics.Error(
          "framework-superseded", {toml, 0, 0},
          "superseded_by names '" + f.superseded_by + "', which is not known");
    }
  }
}

// "lar-16-3:R16-3(8)a subset-of mic-lg-2026:MIC9.1 (file:line)", joined.
std::string ProofInWords(const Network& network, const Proof& proof) {
  const Dataset& dataset = network.dataset();
  const auto name = [&](int node) {
    const NetworkNode& n = network.node(node);
    std::string text = dataset.framework(n.framework).id + ":";
    for (std::size_t i = 0; i < n.controls.size(); ++i) {
      text +=
          (i > 0 ? "+" : "") + dataset.control({n.framework, n.controls[i]}).id;
    }
    return text;
  };
  std::vector<std::string> steps;
  for (const int number : proof.givens) {
    const Given& given = network.givens()[static_cast<std::size_t>(number)];
    if (given.kind == Given::Kind::kRow) {
      steps.push_back(name(given.a) + " " +
                      ToString(MappingOf(dataset, given.row).relation) + " " +
                      name(given.b) + " (" + PlaceOf(dataset, given.row) + ")");
    } else {
      steps.push_back(name(given.a) + " is part of " + name(given.b));
    }
  }
  return Join(steps, "; ");
}

// The row of a proof that is the least sure, the last one among equals.
int WeakestRow(const Network& network, const Proof& proof) {
  int weakest = -1;
  for (const int number : proof.givens) {
    const Given& given = network.givens()[static_cast<std::size_t>(number)];
    if (given.kind != Given::Kind::kRow) continue;
    const auto confidence = [&](int g) {
      return MappingOf(network.dataset(),
                       network.givens()[static_cast<std::size_t>(g)].row)
          .confidence;
    };
    if (weakest < 0 || confidence(number) > confidence(weakest) ||
        (confidence(number) == confidence(weakest) && number > weakest)) {
      weakest = number;
    }
  }
  return weakest;
}

// A control that is said to have no counterpart in a framework, and shares
// demands with one of its controls by the other tables.
void CheckRefuted(const Network& network, const Closure& closure,
                  Diagnostics& diagnostics) {
  const Dataset& dataset = network.dataset();
  const Prover prover(network, closure);
  for (const Crosswalk& table : dataset.crosswalks) {
    for (const Mapping& m : table.mappings) {
      if (!m.sources.empty() && !m.targets.empty()) continue;
      const bool source = !m.sources.empty();
      const ControlRef control{source ? table.source : table.target,
                               source ? m.sources[0] : m.targets[0]};
      const int other = source ? table.target : table.source;
      const int node = network.NodeOf(control);
      int shared = -1;
      closure.ForEach(node, [&](int b, RelationSet set) {
        if (shared < 0 && network.node(b).framework == other &&
            (set & kDr) == 0) {
          shared = b;
        }
      });
      if (shared < 0) continue;
      const Proof proof = prover.Prove(node, shared, closure.Get(node, shared));
      diagnostics.Error("crosswalk-refuted", LocationOf(table, m),
                        "no counterpart, but demands are shared: " +
                            ProofInWords(network, proof));
    }
  }
}

// A row that says less than the other rows prove of its pair.
void CheckWeaker(const Network& network, const Closure& closure,
                 Diagnostics& diagnostics) {
  const Dataset& dataset = network.dataset();
  const Prover prover(network, closure);
  for (const Given& given : network.givens()) {
    if (given.kind != Given::Kind::kRow) continue;
    const RelationSet proved = closure.Get(given.a, given.b);
    const Name<RelationSet>* name = ProvedName(proved);
    const Relation said = MappingOf(dataset, given.row).relation;
    if (name == nullptr || name->value == ToSet(said)) continue;
    diagnostics.Note(
        "crosswalk-weaker",
        LocationOf(CrosswalkOf(dataset, given.row),
                   MappingOf(dataset, given.row)),
        std::string("the tables prove more of this pair: ") + name->machine +
            ", by " +
            ProofInWords(network, prover.Prove(given.a, given.b, proved)));
  }
}

// Every clash in turn: after one is reported its weakest row is set aside, and
// the rest is looked at again.
void CheckClashes(const Dataset& dataset, Diagnostics& diagnostics) {
  constexpr int kMost = 20;
  const Network network(dataset);
  std::vector<int> rows = network.Rows();
  for (int found = 0; found < kMost; ++found) {
    Closure closure = network.Make(true, &rows);
    if (closure.Run()) {
      if (found > 0) return;
      CheckRefuted(network, closure, diagnostics);
      CheckWeaker(network, closure, diagnostics);
      return;
    }
    const Proof proof = Prover(network, closure).ProveClash();
    const int weakest = WeakestRow(network, proof);
    if (weakest < 0) return;  // not reached: catalogues alone never clash
    const RowRef row = network.givens()[static_cast<std::size_t>(weakest)].row;
    diagnostics.Error(
        "crosswalk-clash",
        LocationOf(CrosswalkOf(dataset, row), MappingOf(dataset, row)),
        "these cannot all be true: " + ProofInWords(network, proof));
    rows.erase(std::find(rows.begin(), rows.end(), weakest));
  }
}

}  // namespace

void Lint(const Dataset& dataset, Diagnostics& diagnostics) {
  for (const Crosswalk& crosswalk : dataset.crosswalks) {
    CrosswalkLinter(dataset, crosswalk, diagnostics).Run();
  }
  CheckClashes(dataset, diagnostics);
  CheckReasons(dataset, diagnostics);
  LintContent(dataset, diagnostics);
  for (const Framework& f : dataset.frameworks) LintRecurring(f, diagnostics);
  CheckRegimes(dataset, diagnostics);
}

}  // namespace mapper
