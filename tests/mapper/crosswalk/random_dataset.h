// Datasets that have a model: controls that are random sets with their
// children inside them, and tables that say true things of them.

#ifndef TESTS_MAPPER_CROSSWALK_RANDOM_DATASET_H_
#define TESTS_MAPPER_CROSSWALK_RANDOM_DATASET_H_

#include <bitset>
#include <random>
#include <string>
#include <vector>

#include "tests/bench/random_network.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {

using Demands = std::bitset<10>;

struct RandomDataset {
  Dataset dataset;
  std::vector<std::vector<Demands>> demands;  // by framework and control

  Demands Of(int framework, const std::vector<int>& controls) const {
    Demands all;
    for (const int control : controls) {
      all |= demands[static_cast<std::size_t>(framework)]
                    [static_cast<std::size_t>(control)];
    }
    return all;
  }
};

// Three frameworks of up to 4 headings with up to 3 children, some closed, and
// up to `rows` rows for every two of them.
inline RandomDataset MakeRandomDataset(std::mt19937& random, int rows) {
  RandomDataset result;
  for (const char* id : {"a", "b", "c"}) {
    Framework framework;
    framework.id = id;
    std::vector<Demands> demands;
    const auto add = [&](const std::string& name, const std::string& parent) {
      Control control;
      control.id = name;
      control.parent = parent;
      control.gist_ja = "要旨";
      framework.controls.push_back(control);
      demands.emplace_back(1 + random() % 1023);
      demands.back() &= Demands(1 + random() % 1023);
      if (demands.back().none()) demands.back().set(0);
    };
    for (int h = 1 + Below(random, 4); h > 0; --h) {
      const std::string heading = std::to_string(h);
      const std::size_t at = demands.size();
      add(heading, "");
      Demands below;
      for (int c = Below(random, 4); c > 0; --c) {
        add(heading + "." + std::to_string(c), heading);
        below |= demands.back();
      }
      const bool closed = below.any() && Below(random, 2) == 0;
      if (closed) framework.closed_ids.insert(heading);
      demands[at] = closed ? below : demands[at] | below;
    }
    framework.Link();
    result.dataset.frameworks.push_back(framework);
    result.demands.push_back(demands);
  }
  for (const auto& [from, to] : {std::pair(0, 1), {0, 2}, {1, 1}, {1, 2}}) {
    Crosswalk table;
    table.source = from;
    table.target = to;
    table.file = result.dataset.framework(from).id + "--" +
                 result.dataset.framework(to).id + ".tsv";
    const auto side = [&](int framework) {
      const int size =
          static_cast<int>(result.dataset.framework(framework).controls.size());
      std::set<int> controls;
      for (int i = Below(random, 4) == 0 ? 2 : 1; i > 0; --i) {
        controls.insert(Below(random, size));
      }
      return std::vector<int>(controls.begin(), controls.end());
    };
    for (int i = 0; i < rows; ++i) {
      Mapping mapping;
      mapping.sources = side(from);
      mapping.targets = side(to);
      if (from == to && mapping.sources == mapping.targets) continue;
      const RelationSet set = RelationOf(result.Of(from, mapping.sources),
                                         result.Of(to, mapping.targets));
      for (const Name<Relation>& name : kRelations) {
        if (ToSet(name.value) == set) mapping.relation = name.value;
      }
      if (set != kDr && Below(random, 3) == 0) {
        mapping.relation = Relation::kOverlaps;
      }
      mapping.line = static_cast<std::size_t>(i) + 1;
      table.mappings.push_back(mapping);
    }
    result.dataset.crosswalks.push_back(table);
  }
  return result;
}

// Makes every n-th row, about, say what need not be true.
inline void Falsify(Dataset& dataset, int n, std::mt19937& random) {
  for (Crosswalk& table : dataset.crosswalks) {
    for (Mapping& mapping : table.mappings) {
      if (Below(random, n) == 0) {
        mapping.relation = kRelations[random() % kRelations.size()].value;
      }
    }
  }
}

}  // namespace mapper

#endif  // TESTS_MAPPER_CROSSWALK_RANDOM_DATASET_H_
