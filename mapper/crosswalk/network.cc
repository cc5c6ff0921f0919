#include "mapper/crosswalk/network.h"

#include <algorithm>

namespace mapper {

std::string PlaceOf(const Dataset& dataset, const RowRef& row) {
  const SourceLocation at =
      LocationOf(CrosswalkOf(dataset, row), MappingOf(dataset, row));
  return at.file.substr(at.file.rfind('/') + 1) + ":" + std::to_string(at.line);
}

Network::Network(const Dataset& dataset) : dataset_(dataset) {
  for (std::size_t i = 0; i < dataset.frameworks.size(); ++i) {
    offsets_.push_back(static_cast<int>(nodes_.size()));
    for (std::size_t c = 0; c < dataset.frameworks[i].controls.size(); ++c) {
      nodes_.push_back({static_cast<int>(i), {static_cast<int>(c)}});
    }
  }
  for (std::size_t i = 0; i < dataset.frameworks.size(); ++i) {
    AddCatalogue(static_cast<int>(i));
  }
  std::vector<Given> rows;  // after the facts that their unions bring
  for (std::size_t i = 0; i < dataset.crosswalks.size(); ++i) {
    const Crosswalk& table = dataset.crosswalks[i];
    for (std::size_t r = 0; r < table.mappings.size(); ++r) {
      const Mapping& mapping = table.mappings[r];
      if (mapping.sources.empty() || mapping.targets.empty()) continue;
      Given given;
      given.a = UnionNode(table.source, mapping.sources);
      given.b = UnionNode(table.target, mapping.targets);
      given.set = ToSet(mapping.relation);
      given.row = {static_cast<int>(i), static_cast<int>(r)};
      rows.push_back(given);
    }
  }
  facts_of_.resize(nodes_.size());
  for (std::size_t i = 0; i < givens_.size(); ++i) {
    facts_of_[static_cast<std::size_t>(givens_[i].a)].push_back(
        static_cast<int>(i));
  }
  givens_.insert(givens_.end(), rows.begin(), rows.end());
  exact_union_of_.assign(nodes_.size(), -1);
  for (std::size_t i = 0; i < exact_unions_.size(); ++i) {
    exact_union_of_[static_cast<std::size_t>(exact_unions_[i].first)] =
        static_cast<int>(i);
  }
}

void Network::AddCatalogue(int framework) {
  const Framework& f = dataset_.framework(framework);
  const int offset = offsets_[static_cast<std::size_t>(framework)];
  for (std::size_t c = 0; c < f.controls.size(); ++c) {
    const Control& control = f.controls[c];
    const int node = offset + static_cast<int>(c);
    if (control.parent_index >= 0) {
      Given given;
      given.a = node;
      given.b = offset + control.parent_index;
      given.set = kEq | kPp;
      given.kind = Given::Kind::kHeading;
      givens_.push_back(given);
    }
    if (!f.IsClosed(control)) continue;
    if (control.children.size() == 1) {
      Given given;
      given.a = offset + control.children[0];
      given.b = node;
      given.set = kEq;
      given.kind = Given::Kind::kOnlyChild;
      givens_.push_back(given);
    } else {
      std::vector<int> parts;
      for (const int child : control.children) parts.push_back(offset + child);
      exact_unions_.emplace_back(node, std::move(parts));
    }
  }
}

int Network::NodeOf(int framework, const std::vector<int>& controls) const {
  if (controls.size() == 1) return NodeOf({framework, controls[0]});
  return unions_.at({framework, controls});
}

int Network::UnionNode(int framework, const std::vector<int>& controls) {
  if (controls.size() == 1) return NodeOf({framework, controls[0]});
  const auto [it, fresh] = unions_.emplace(std::make_pair(framework, controls),
                                           static_cast<int>(nodes_.size()));
  if (!fresh) return it->second;
  nodes_.push_back({framework, controls});
  std::vector<int> parts;
  for (const int control : controls) {
    Given given;
    given.a = NodeOf({framework, control});
    given.b = it->second;
    given.set = kEq | kPp;
    given.kind = Given::Kind::kPart;
    givens_.push_back(given);
    parts.push_back(given.a);
  }
  exact_unions_.emplace_back(it->second, std::move(parts));
  return it->second;
}

std::vector<int> Network::Rows() const {
  std::vector<int> rows;
  for (std::size_t i = 0; i < givens_.size(); ++i) {
    if (givens_[i].kind == Given::Kind::kRow) {
      rows.push_back(static_cast<int>(i));
    }
  }
  return rows;
}

std::vector<bool> Network::Component(int node) const {
  std::vector<std::vector<int>> neighbours(nodes_.size());
  for (const Given& given : givens_) {
    neighbours[static_cast<std::size_t>(given.a)].push_back(given.b);
    neighbours[static_cast<std::size_t>(given.b)].push_back(given.a);
  }
  std::vector<bool> reached(nodes_.size(), false);
  std::vector<int> open = {node};
  reached[static_cast<std::size_t>(node)] = true;
  while (!open.empty()) {
    const int at = open.back();
    open.pop_back();
    for (const int next : neighbours[static_cast<std::size_t>(at)]) {
      if (reached[static_cast<std::size_t>(next)]) continue;
      reached[static_cast<std::size_t>(next)] = true;
      open.push_back(next);
    }
  }
  return reached;
}

Closure Network::Make(bool trace, const std::vector<int>* rows) const {
  Closure closure(size(), trace);
  for (const auto& [whole, parts] : exact_unions_) {
    closure.AddUnion(whole, parts);
  }
  for (std::size_t i = 0; i < givens_.size(); ++i) {
    const Given& given = givens_[i];
    if (rows != nullptr && given.kind == Given::Kind::kRow) continue;
    closure.Constrain(given.a, given.b, given.set, static_cast<int>(i));
  }
  if (rows != nullptr) {
    for (const int row : *rows) {
      const Given& given = givens_[static_cast<std::size_t>(row)];
      closure.Constrain(given.a, given.b, given.set, row);
    }
  }
  return closure;
}

Network::Part Network::MakePart(bool trace, const std::vector<int>& rows,
                                const std::vector<int>& asked) const {
  std::vector<int> nodes;
  std::map<int, int> numbers;
  const auto add = [&](int node) {
    if (numbers.emplace(node, static_cast<int>(nodes.size())).second) {
      nodes.push_back(node);
    }
  };
  const auto add_end = [&](int end) {
    add(end);
    const NetworkNode& side = node(end);
    if (side.controls.size() < 2) return;
    for (const int control : side.controls) {
      add(NodeOf({side.framework, control}));
    }
  };
  for (const int row : rows) {
    add_end(givens_[static_cast<std::size_t>(row)].a);
    add_end(givens_[static_cast<std::size_t>(row)].b);
  }
  for (const int end : asked) add_end(end);
  // All above; the list grows while it is walked.
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NetworkNode& at = node(nodes[i]);
    if (at.controls.size() > 1) continue;
    const int parent =
        dataset_.control({at.framework, at.controls[0]}).parent_index;
    if (parent >= 0) add(NodeOf({at.framework, parent}));
  }
  const std::size_t touched = nodes.size();
  for (std::size_t i = 0; i < touched; ++i) {
    const int whole = exact_union_of_[static_cast<std::size_t>(nodes[i])];
    if (whole < 0) continue;
    for (const int part :
         exact_unions_[static_cast<std::size_t>(whole)].second) {
      add(part);
    }
  }
  Closure closure(static_cast<int>(nodes.size()), trace);
  for (std::size_t i = 0; i < touched; ++i) {
    const int whole = exact_union_of_[static_cast<std::size_t>(nodes[i])];
    if (whole < 0) continue;
    std::vector<int> parts;
    for (const int part :
         exact_unions_[static_cast<std::size_t>(whole)].second) {
      parts.push_back(numbers.at(part));
    }
    closure.AddUnion(static_cast<int>(i), std::move(parts));
  }
  const auto constrain = [&](int number) {
    const Given& given = givens_[static_cast<std::size_t>(number)];
    const auto a = numbers.find(given.a);
    const auto b = numbers.find(given.b);
    if (a == numbers.end() || b == numbers.end()) return;
    closure.Constrain(a->second, b->second, given.set, number);
  };
  for (const int at : nodes) {
    for (const int fact : facts_of_[static_cast<std::size_t>(at)]) {
      constrain(fact);
    }
  }
  for (const int row : rows) constrain(row);
  return {std::move(closure), std::move(numbers)};
}

}  // namespace mapper
