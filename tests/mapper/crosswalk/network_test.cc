#include "mapper/crosswalk/network.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/mapper/crosswalk/random_dataset.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

constexpr RelationSet kInside = kEq | kPp;
constexpr RelationSet kMeets = kAnyRelation & ~kDr;

// "a:A1 3 a:A1.1 heading", one line for each.
std::string Dump(const Network& network) {
  static constexpr const char* kKinds[] = {"row", "heading", "only child",
                                           "part"};
  std::string text;
  const auto name = [&](int node) {
    return NameOf(network.dataset(), network.node(node).framework,
                  network.node(node).controls);
  };
  for (const Given& given : network.givens()) {
    text += name(given.a) + " " + std::to_string(given.set) + " " +
            name(given.b) + " " + kKinds[static_cast<std::size_t>(given.kind)];
    if (given.kind == Given::Kind::kRow) {
      text += " " + PlaceOf(network.dataset(), given.row);
    }
    text += "\n";
  }
  return text;
}

TEST(NetworkTest, HoldsCataloguesThenRows) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 1.1<1 2 2.1<2 2.2<2", {"1", "2"}),
                        Catalogue("b", "1 2 3")};
  AddTable(dataset, "a", "b",
           {"1 subset-of 1+3", "2 no-relationship -", "2.1 overlaps 2",
            "2.2 subset-of 1+3", "- no-relationship 3"});
  const Network network(dataset);
  EXPECT_EQ(Dump(network),
            "a:1.1 1 a:1 only child\n"
            "a:1.1 3 a:1 heading\n"
            "a:2.1 3 a:2 heading\n"
            "a:2.2 3 a:2 heading\n"
            "b:1 3 b:1+3 part\n"
            "b:3 3 b:1+3 part\n"
            "a:1 2 b:1+3 row a--b.tsv:1\n"
            "a:2.1 15 b:2 row a--b.tsv:3\n"
            "a:2.2 2 b:1+3 row a--b.tsv:4\n");
  EXPECT_EQ(network.size(), 5 + 3 + 1);
  EXPECT_EQ(network.NodeOf(1, {0, 2}), 8);
  EXPECT_EQ(network.NodeOf(1, {2}), network.NodeOf({1, 2}));
}

// What the whole network proves of two controls.
TEST(NetworkTest, ProvesFromEachKindOfFact) {
  static const struct {
    const char* what;
    std::set<std::string> closed;
    std::vector<std::string> rows;
    const char *a, *b;
    RelationSet proved;
  } kCases[] = {
      {"a row", {}, {"A equal-to C"}, "a:A", "b:C", kEq},
      {"the heading above", {}, {"A subset-of C"}, "a:A.1", "b:C", kPp},
      {"the heading above both", {}, {"A.1 overlaps C"}, "a:A", "b:C", kMeets},
      {"an only child", {"B"}, {"B subset-of C"}, "a:B.1", "b:C", kPp},
      {"an only child, upwards", {"B"}, {"B.1 subset-of C"}, "a:B", "b:C", kPp},
      {"not an only child of an open heading",
       {},
       {"B.1 subset-of C"},
       "a:B",
       "b:C",
       kMeets},
      {"all children of a closed heading",
       {"A"},
       {"A.1 subset-of C", "A.2 equal-to C"},
       "a:A",
       "b:C",
       kEq},
      {"all children of an open heading",
       {},
       {"A.1 subset-of C", "A.2 subset-of C"},
       "a:A",
       "b:C",
       kMeets},
      {"the child that is left",
       {"A"},
       {"A.1 no-relationship C", "A overlaps C"},
       "a:A.2",
       "b:C",
       kMeets},
      {"a union inside", {}, {"A.1+A.2 subset-of C"}, "a:A.2", "b:C", kPp},
      {"a union that contains",
       {},
       {"A.1+A.2 superset-of C"},
       "a:A.2",
       "b:C",
       kAnyRelation},
      {"a union that contains, one part apart",
       {},
       {"A.1 no-relationship C", "A.1+A.2 superset-of C"},
       "a:A.2",
       "b:C",
       kEq | kPpi},
      {"no counterpart, which is no relation",
       {},
       {"A no-relationship -"},
       "a:A",
       "b:C",
       kAnyRelation},
      {"siblings say nothing of each other",
       {},
       {},
       "a:A.1",
       "a:A.2",
       kAnyRelation},
      {"a heading", {}, {}, "a:A.1", "a:A", kInside},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "A A.1<A A.2<A B B.1<B", c.closed),
                          Catalogue("b", "C D")};
    AddTable(dataset, "a", "b", c.rows);
    const Network network(dataset);
    Closure closure = network.Make(false);
    EXPECT_TRUE(closure.Run()) << c.what;
    EXPECT_EQ(closure.Get(network.NodeOf(Ref(dataset, c.a)),
                          network.NodeOf(Ref(dataset, c.b))),
              c.proved)
        << c.what;
  }
}

std::vector<int> RowsOf(const Network& network) {
  std::vector<int> rows;
  for (std::size_t i = 0; i < network.givens().size(); ++i) {
    if (network.givens()[i].kind == Given::Kind::kRow) {
      rows.push_back(static_cast<int>(i));
    }
  }
  return rows;
}

TEST(NetworkTest, ProvesOnlyWhatIsTrueOfTheDemands) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const RandomDataset random_dataset =
        MakeRandomDataset(random, Below(random, 12));
    const Network network(random_dataset.dataset);
    Closure closure = network.Make(false);
    ASSERT_TRUE(closure.Run()) << round;
    const auto demands = [&](int node) {
      return random_dataset.Of(network.node(node).framework,
                               network.node(node).controls);
    };
    for (int a = 0; a < network.size(); ++a) {
      for (int b = 0; b < network.size(); ++b) {
        ASSERT_NE(closure.Get(a, b) & RelationOf(demands(a), demands(b)), 0)
            << round;
      }
    }
  }
}

TEST(NetworkTest, ProvesOfAPartWhatTheWholeProvesForItsRows) {
  std::mt19937 random(2);
  int narrowed = 0;
  for (int round = 0; round < 300; ++round) {
    const RandomDataset random_dataset =
        MakeRandomDataset(random, 2 + Below(random, 12));
    const Network network(random_dataset.dataset);
    std::vector<int> rows;
    for (const int row : RowsOf(network)) {
      if (Below(random, 3) == 0) rows.push_back(row);
    }
    Closure whole = network.Make(false, &rows);
    const std::vector<int> asked = {Below(random, network.size()),
                                    Below(random, network.size())};
    Network::Part part = network.MakePart(round % 2 == 0, rows, asked);
    ASSERT_GE(part.Number(asked[0]), 0);
    ASSERT_GE(part.Number(asked[1]), 0);
    ASSERT_TRUE(whole.Run());
    ASSERT_TRUE(part.closure().Run());
    for (int a = 0; a < network.size(); ++a) {
      for (int b = 0; b < network.size(); ++b) {
        if (part.Number(a) < 0 || part.Number(b) < 0) continue;
        ASSERT_EQ(part.Get(a, b), whole.Get(a, b))
            << round << ": " << a << ", " << b;
        narrowed += whole.Get(a, b) != kAnyRelation;
      }
    }
  }
  EXPECT_GT(narrowed, 10000);
}

TEST(NetworkTest, ClashesInAPartWhenTheWholeDoes) {
  std::mt19937 random(3);
  int clashes = 0;
  for (int round = 0; round < 300; ++round) {
    RandomDataset random_dataset =
        MakeRandomDataset(random, 2 + Below(random, 8));
    Falsify(random_dataset.dataset, 12, random);
    const Network network(random_dataset.dataset);
    const std::vector<int> rows = RowsOf(network);
    Closure whole = network.Make(false, &rows);
    Network::Part part = network.MakePart(false, rows);
    const bool consistent = whole.Run();
    ASSERT_EQ(part.closure().Run(), consistent) << round;
    clashes += !consistent;
  }
  EXPECT_GT(clashes, 50);
  EXPECT_LT(clashes, 250);
}

TEST(NetworkTest, TakesThePlaceOfARowByTheNameOfItsFile) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1"), Catalogue("b", "1")};
  AddTable(dataset, "a", "b", {"1 overlaps 1"});
  EXPECT_EQ(PlaceOf(dataset, {0, 0}), "a--b.tsv:1");
  dataset.crosswalks[0].file = "bare.tsv";
  EXPECT_EQ(PlaceOf(dataset, {0, 0}), "bare.tsv:1");
}

}  // namespace
}  // namespace mapper
