// The tables as shipped: they agree with each other, and a wrong row in any of
// them would not.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "mapper/crosswalk/lint.h"
#include "mapper/crosswalk/network.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/shipped_dataset.h"

namespace mapper {
namespace {

// The rows of `dataset` whose "(file:line)" stands in the message.
std::set<RowRef> RowsIn(const Dataset& dataset, const std::string& message) {
  std::set<RowRef> rows;
  for (std::size_t t = 0; t < dataset.crosswalks.size(); ++t) {
    for (std::size_t r = 0; r < dataset.crosswalks[t].mappings.size(); ++r) {
      const RowRef row{static_cast<int>(t), static_cast<int>(r)};
      if (message.find("(" + PlaceOf(dataset, row) + ")") !=
          std::string::npos) {
        rows.insert(row);
      }
    }
  }
  return rows;
}

// The dataset with no rows but these.
Dataset Only(Dataset dataset, const std::set<RowRef>& rows) {
  for (std::size_t t = 0; t < dataset.crosswalks.size(); ++t) {
    std::vector<Mapping> kept;
    for (const RowRef& row : rows) {
      if (row.crosswalk == static_cast<int>(t)) {
        kept.push_back(MappingOf(dataset, row));
      }
    }
    dataset.crosswalks[t].mappings = kept;
  }
  return dataset;
}

bool IsConsistent(const Dataset& dataset) {
  return Network(dataset).Make(false).Run();
}

// What cannot be true beside a row, of the same sides.
Relation Against(Relation relation) {
  switch (relation) {
    case Relation::kSubsetOf:
      return Relation::kSupersetOf;
    case Relation::kNoRelationship:
      return Relation::kOverlaps;
    case Relation::kEqualTo:
    case Relation::kEquivalentTo:
    case Relation::kSupersetOf:
    case Relation::kIntersectsWith:
    case Relation::kOverlaps:
      return Relation::kNoRelationship;
  }
  return relation;
}

// Adds `planted` to the table and expects one clash that names it with rows
// that clash indeed, and no row that does not take part.
void ExpectFound(std::size_t table, Mapping planted) {
  Dataset dataset = Shipped();
  Crosswalk& crosswalk = dataset.crosswalks[table];
  planted.line = 90000;
  planted.rationale = "planted";
  planted.confidence = Confidence::kLow;
  const RowRef row{static_cast<int>(table),
                   static_cast<int>(crosswalk.mappings.size())};
  crosswalk.mappings.push_back(planted);
  SCOPED_TRACE(PlaceOf(dataset, row));
  Diagnostics diagnostics;
  Lint(dataset, diagnostics);
  int clashes = 0;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.id != "crosswalk-clash") continue;
    ++clashes;
    const std::set<RowRef> rows = RowsIn(dataset, d.message);
    EXPECT_EQ(rows.count(row), 1U) << d.message;
    EXPECT_GE(rows.size(), 2U) << d.message;
    EXPECT_FALSE(IsConsistent(Only(dataset, rows))) << d.message;
    for (const RowRef& one : rows) {
      std::set<RowRef> fewer = rows;
      fewer.erase(one);
      EXPECT_TRUE(IsConsistent(Only(dataset, fewer)))
          << d.message << " without " << PlaceOf(dataset, one);
    }
  }
  EXPECT_EQ(clashes, 1);
}

TEST(ShippedTablesTest, AreLoadedAndAgree) {
  ASSERT_GE(Shipped().crosswalks.size(), 10U);
  EXPECT_TRUE(IsConsistent(Shipped()));
}

// The opposite of a row itself, and of what it says of the heading above: for
// the first, the middle and the last row of each table.
TEST(ShippedTablesTest, WouldShowAPlantedContradiction) {
  for (std::size_t t = 0; t < Shipped().crosswalks.size(); ++t) {
    const Crosswalk& table = Shipped().crosswalks[t];
    std::vector<const Mapping*> rows;
    for (const Mapping& m : table.mappings) {
      if (!m.sources.empty() && !m.targets.empty()) rows.push_back(&m);
    }
    ASSERT_FALSE(rows.empty()) << table.file;
    for (const std::size_t at :
         {std::size_t{0}, rows.size() / 2, rows.size() - 1}) {
      SCOPED_TRACE(table.file + ":" + std::to_string(rows[at]->line));
      Mapping planted = *rows[at];
      planted.relation = Against(planted.relation);
      ExpectFound(t, planted);
    }
    // Of a row that shares demands: no parent of either side is apart.
    for (const Mapping* row : rows) {
      const Framework& target = Shipped().framework(table.target);
      const int parent =
          target.controls[static_cast<std::size_t>(row->targets[0])]
              .parent_index;
      if (row->relation == Relation::kNoRelationship || parent < 0 ||
          row->targets.size() > 1) {
        continue;
      }
      SCOPED_TRACE(table.file + ":" + std::to_string(row->line));
      Mapping planted = *row;
      planted.targets = {parent};
      planted.relation = Relation::kNoRelationship;
      ExpectFound(t, planted);
      break;
    }
  }
}

// The closure of all tables does not depend on the order of tables or rows.
TEST(ShippedTablesTest, ProveTheSameInAnyOrder) {
  std::mt19937 random(1);
  const Network network(Shipped());
  Closure closure = network.Make(false);
  ASSERT_TRUE(closure.Run());
  Dataset shuffled = Shipped();
  std::shuffle(shuffled.crosswalks.begin(), shuffled.crosswalks.end(), random);
  for (Crosswalk& table : shuffled.crosswalks) {
    std::shuffle(table.mappings.begin(), table.mappings.end(), random);
  }
  const Network other(shuffled);
  Closure again = other.Make(true);
  ASSERT_TRUE(again.Run());
  ASSERT_EQ(other.size(), network.size());
  std::vector<int> number;  // unions are numbered as they are met
  for (int a = 0; a < network.size(); ++a) {
    number.push_back(
        other.NodeOf(network.node(a).framework, network.node(a).controls));
  }
  for (int a = 0; a < network.size(); ++a) {
    for (int b = 0; b < network.size(); ++b) {
      ASSERT_EQ(again.Get(number[static_cast<std::size_t>(a)],
                          number[static_cast<std::size_t>(b)]),
                closure.Get(a, b));
    }
  }
}

}  // namespace
}  // namespace mapper
