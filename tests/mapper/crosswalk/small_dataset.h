// Datasets in a few words, for tests of what is computed from them.

#ifndef TESTS_MAPPER_CROSSWALK_SMALL_DATASET_H_
#define TESTS_MAPPER_CROSSWALK_SMALL_DATASET_H_

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/model/dataset.h"
#include "mapper/model/profile.h"

namespace mapper {

// Controls as "A1 A1.1<A1 A1.2<A1 A2": an id, and its parent after "<".  All
// have a gist and the level `must`, but those with "!" at the end no gist.
inline Framework Catalogue(const std::string& id, const std::string& controls,
                           const std::set<std::string>& closed = {}) {
  Framework framework;
  framework.id = id;
  framework.directory = "frameworks/" + id;
  framework.closed_ids = closed;
  for (const std::string_view item : Split(controls, ' ')) {
    std::string text(item);
    Control control;
    control.level = Level::kMust;
    control.gist_ja = "要旨";
    if (EndsWith(text, "!")) {
      control.gist_ja.clear();
      text.pop_back();
    }
    const std::vector<std::string_view> halves = Split(text, '<');
    control.id = std::string(halves[0]);
    if (halves.size() > 1) control.parent = std::string(halves[1]);
    framework.controls.push_back(control);
  }
  framework.Link();
  return framework;
}

// A row as in the files, between blanks: "A1+A2 subset-of B1", "A1
// no-relationship -"; a fourth word is the confidence, else high.
inline Mapping MakeMapping(const Dataset& dataset, const Crosswalk& table,
                           const std::string& row) {
  Mapping mapping;
  const std::vector<std::string_view> words = Split(row, ' ');
  const auto side = [&](std::string_view text, int framework) {
    std::vector<int> controls;
    if (text == "-") return controls;
    for (const std::string_view id : Split(text, '+')) {
      controls.push_back(dataset.framework(framework).Find(id));
      EXPECT_GE(controls.back(), 0) << row;
    }
    return controls;
  };
  mapping.sources = side(words.at(0), table.source);
  mapping.relation = FindName(kRelations, words.at(1)).value();
  mapping.targets = side(words.at(2), table.target);
  mapping.confidence = words.size() > 3
                           ? FindName(kConfidences, words[3]).value()
                           : Confidence::kHigh;
  return mapping;
}

// The table "from--to.tsv", its first row in line 1.  Tables are to be added in
// order of their names, as they are loaded.
inline Crosswalk& AddTable(Dataset& dataset, const std::string& from,
                           const std::string& to,
                           const std::vector<std::string>& rows) {
  Crosswalk table;
  table.source = dataset.FindFramework(from);
  table.target = dataset.FindFramework(to);
  table.file = "crosswalks/" + from + "--" + to + ".tsv";
  for (const std::string& row : rows) {
    Mapping mapping = MakeMapping(dataset, table, row);
    mapping.line = table.mappings.size() + 1;
    mapping.rationale = table.file + " " + std::to_string(mapping.line);
    table.mappings.push_back(std::move(mapping));
  }
  dataset.crosswalks.push_back(std::move(table));
  return dataset.crosswalks.back();
}

// "a:A1" of a loaded framework.
inline ControlRef Ref(const Dataset& dataset, const std::string& name) {
  const std::vector<std::string_view> halves = Split(name, ':');
  ControlRef ref;
  ref.framework = dataset.FindFramework(halves.at(0));
  ref.control = dataset.framework(ref.framework).Find(halves.at(1));
  EXPECT_GE(ref.control, 0) << name;
  return ref;
}

inline std::string NameOf(const Dataset& dataset, const ControlRef& ref) {
  return dataset.framework(ref.framework).id + ":" + dataset.control(ref).id;
}

inline std::string NameOf(const Dataset& dataset, int framework,
                          const std::vector<int>& controls) {
  if (controls.empty()) return "-";
  std::vector<std::string> ids;
  for (const int control : controls) {
    ids.push_back(dataset.control({framework, control}).id);
  }
  return dataset.framework(framework).id + ":" + Join(ids, "+");
}

inline Expression FactExpression(const std::string& name) {
  Expression expression;
  expression.kind = Expression::Kind::kFact;
  expression.name = name;
  return expression;
}

inline Regime& AddRegime(Dataset& dataset, const std::string& framework,
                         const Expression& applies = {},
                         const std::vector<std::string>& roots = {}) {
  Regime regime;
  regime.framework = framework;
  regime.roots = roots;
  regime.applies = applies;
  dataset.regimes.push_back(regime);
  return dataset.regimes.back();
}

inline Profile ProfileWith(const std::map<std::string, bool>& facts) {
  Profile profile;
  profile.stated_facts = facts;
  profile.Close();
  return profile;
}

}  // namespace mapper

#endif  // TESTS_MAPPER_CROSSWALK_SMALL_DATASET_H_
