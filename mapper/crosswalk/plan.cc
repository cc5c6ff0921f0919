#include "mapper/crosswalk/plan.h"

#include <Cbc_C_Interface.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "mapper/base/error.h"

namespace mapper {
namespace {

// The covering problem over places in the list of targets.  Every target is a
// candidate too: doing it covers it.
struct Problem {
  std::vector<int> nodes;                 // of the network, per target
  std::vector<std::vector<int>> covers;   // by choosing target i
  std::vector<std::vector<int>> covered;  // who covers target i
  // An exact union that contains some targets: for each part not met yet, the
  // targets any of which covers it.
  struct Union {
    std::vector<std::vector<int>> parts;
    std::vector<int> inside;
  };
  std::vector<Union> unions;
};

bool Inside(const Closure& closure, int a, int b) {
  return a == b || (closure.Get(a, b) & ~(kEq | kPp)) == 0;
}

Problem MakeProblem(const Knowledge& knowledge, const Coverage& coverage,
                    const std::vector<ControlRef>& targets) {
  const Closure& closure = knowledge.closure();
  Problem problem;
  for (const ControlRef& target : targets) {
    problem.nodes.push_back(knowledge.network().NodeOf(target));
  }
  const std::size_t n = targets.size();
  problem.covers.resize(n);
  problem.covered.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (!Inside(closure, problem.nodes[j], problem.nodes[i])) continue;
      problem.covers[i].push_back(static_cast<int>(j));
      problem.covered[j].push_back(static_cast<int>(i));
    }
  }
  for (const auto& [whole, parts] : knowledge.network().exact_unions()) {
    Problem::Union u;
    bool possible = true;
    for (const int part : parts) {
      if (coverage.OfNode(part).lo == Extent::kAll) continue;
      std::vector<int> by;
      for (std::size_t i = 0; i < n; ++i) {
        if (Inside(closure, part, problem.nodes[i])) {
          by.push_back(static_cast<int>(i));
        }
      }
      possible = possible && !by.empty();
      u.parts.push_back(std::move(by));
    }
    if (!possible) continue;
    for (std::size_t i = 0; i < n; ++i) {
      if (Inside(closure, problem.nodes[i], whole)) {
        u.inside.push_back(static_cast<int>(i));
      }
    }
    if (!u.inside.empty()) problem.unions.push_back(std::move(u));
  }
  return problem;
}

// What a set of chosen targets covers.
std::vector<bool> Covered(const Problem& problem,
                          const std::vector<bool>& chosen) {
  std::vector<bool> covered(problem.nodes.size(), false);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (!chosen[i]) continue;
    for (const int j : problem.covers[i]) {
      covered[static_cast<std::size_t>(j)] = true;
    }
  }
  for (const Problem::Union& u : problem.unions) {
    const bool all = std::all_of(
        u.parts.begin(), u.parts.end(), [&](const std::vector<int>& by) {
          return std::any_of(by.begin(), by.end(), [&](int i) {
            return chosen[static_cast<std::size_t>(i)];
          });
        });
    if (!all) continue;
    for (const int j : u.inside) covered[static_cast<std::size_t>(j)] = true;
  }
  return covered;
}

void Greedy(const Problem& problem, Plan& plan) {
  const std::size_t n = problem.nodes.size();
  std::vector<bool> chosen(n, false);
  std::vector<bool> covered(n, false);
  while (std::find(covered.begin(), covered.end(), false) != covered.end()) {
    std::size_t best = n;
    std::vector<bool> best_covered;
    std::ptrdiff_t best_gain = 0;
    for (std::size_t i = 0; i < n; ++i) {
      // What is covered may still be the best way to complete a union, but
      // there is always one that is not covered and gains itself.
      if (covered[i]) continue;
      chosen[i] = true;
      std::vector<bool> now = Covered(problem, chosen);
      chosen[i] = false;
      const std::ptrdiff_t gain =
          std::count(now.begin(), now.end(), true) -
          std::count(covered.begin(), covered.end(), true);
      if (gain > best_gain) {
        best_gain = gain;
        best = i;
        best_covered = std::move(now);
      }
    }
    chosen[best] = true;
    PlanStep step;
    step.control = plan.targets[best];
    for (std::size_t i = 0; i < n; ++i) {
      if (best_covered[i] && !covered[i]) {
        step.covers.push_back(plan.targets[i]);
      }
    }
    plan.greedy.push_back(std::move(step));
    covered = std::move(best_covered);
  }
}

// Groups of targets that have nothing to do with one another.
std::vector<std::vector<int>> Components(const Problem& problem) {
  const std::size_t n = problem.nodes.size();
  std::vector<int> root(n);
  for (std::size_t i = 0; i < n; ++i) root[i] = static_cast<int>(i);
  const auto find = [&root](int i) {
    while (root[static_cast<std::size_t>(i)] != i) {
      i = root[static_cast<std::size_t>(i)];
    }
    return i;
  };
  const auto join = [&](int a, int b) {
    const int x = find(a);
    const int y = find(b);
    root[static_cast<std::size_t>(std::max(x, y))] = std::min(x, y);
  };
  for (std::size_t i = 0; i < n; ++i) {
    for (const int j : problem.covers[i]) join(static_cast<int>(i), j);
  }
  for (const Problem::Union& u : problem.unions) {
    for (const auto& by : u.parts) {
      for (const int i : by) join(u.inside[0], i);
    }
    for (const int i : u.inside) join(u.inside[0], i);
  }
  std::map<int, std::vector<int>> groups;
  for (std::size_t i = 0; i < n; ++i) {
    groups[find(static_cast<int>(i))].push_back(static_cast<int>(i));
  }
  std::vector<std::vector<int>> components;
  for (auto& [first, group] : groups) components.push_back(std::move(group));
  return components;
}

struct DeleteModel {
  void operator()(void* model) const { Cbc_deleteModel(model); }
};

// Chooses a least set for one component; false when CBC did not prove it.
bool SolveExactly(const Problem& problem, const std::vector<int>& group,
                  std::vector<bool>& chosen) {
  if (group.size() == 1) {
    chosen[static_cast<std::size_t>(group[0])] = true;
    return true;
  }
  const std::unique_ptr<void, DeleteModel> model(Cbc_newModel());
  if (!model) throw Error("CBC cannot make a model");
  Cbc_setParameter(model.get(), "log", "0");
  Cbc_setParameter(model.get(), "threads", "0");
  std::map<int, int> column;
  int columns = 0;
  for (const int i : group) {
    Cbc_addCol(model.get(), ("x" + std::to_string(i)).c_str(), 0, 1, 1, 1, 0,
               nullptr, nullptr);
    column[i] = columns++;
  }
  // A union variable may be 1 only when each part has a chosen cover.
  std::map<int, std::vector<int>> by_union;  // target to union columns
  for (std::size_t u = 0; u < problem.unions.size(); ++u) {
    const Problem::Union& exact = problem.unions[u];
    if (column.count(exact.inside[0]) == 0) continue;
    Cbc_addCol(model.get(), ("u" + std::to_string(u)).c_str(), 0, 1, 0, 1, 0,
               nullptr, nullptr);
    const int whole = columns++;
    for (const auto& by : exact.parts) {
      std::vector<int> index = {whole};
      std::vector<double> value = {-1};
      for (const int i : by) {
        index.push_back(column.at(i));
        value.push_back(1);
      }
      Cbc_addRow(model.get(), "part", static_cast<int>(index.size()),
                 index.data(), value.data(), 'G', 0);
    }
    for (const int i : exact.inside) by_union[i].push_back(whole);
  }
  for (const int target : group) {
    std::vector<int> index;
    for (const int i : problem.covered[static_cast<std::size_t>(target)]) {
      index.push_back(column.at(i));
    }
    index.insert(index.end(), by_union[target].begin(), by_union[target].end());
    const std::vector<double> value(index.size(), 1);
    Cbc_addRow(model.get(), "covered", static_cast<int>(index.size()),
               index.data(), value.data(), 'G', 1);
  }
  Cbc_solve(model.get());
  const double* solution = Cbc_getColSolution(model.get());
  if (solution == nullptr) throw Error("CBC found no plan");
  for (const auto& [target, at] : column) {
    if (solution[at] > 0.5) chosen[static_cast<std::size_t>(target)] = true;
  }
  return Cbc_isProvenOptimal(model.get()) != 0;
}

}  // namespace

Plan MakePlan(const Dataset& dataset, const Knowledge& knowledge,
              const ApplicabilityMap& applicability,
              const Assessments& assessments,
              const std::vector<int>& frameworks) {
  const Coverage coverage(dataset, knowledge, assessments);
  Plan plan;
  for (const int framework : frameworks) {
    const Framework& f = dataset.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const ControlRef ref{framework, static_cast<int>(i)};
      const Control& control = f.controls[i];
      if (!control.is_leaf() || !control.has_own_demands() ||
          applicability.Of(ref).applies == Truth::kFalse) {
        continue;
      }
      const auto answer = assessments.find(ref);
      if (answer != assessments.end() &&
          answer->second.status == Status::kNotApplicable) {
        continue;
      }
      const CoverageState& state = coverage.Of(ref);
      if (state.lo != Extent::kAll) {
        plan.targets.push_back(ref);
      } else if (!state.answered(knowledge.network().NodeOf(ref))) {
        plan.inferred.push_back(ref);
      }
    }
  }
  const Problem problem = MakeProblem(knowledge, coverage, plan.targets);
  Greedy(problem, plan);
  std::vector<bool> chosen(plan.targets.size(), false);
  plan.proved = true;
  for (const std::vector<int>& group : Components(problem)) {
    ++plan.components;
    plan.proved = SolveExactly(problem, group, chosen) && plan.proved;
  }
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i]) plan.minimum.push_back(plan.targets[i]);
  }
  return plan;
}

}  // namespace mapper
