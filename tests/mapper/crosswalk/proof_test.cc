#include "mapper/crosswalk/proof.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/mapper/crosswalk/random_dataset.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

std::vector<int> RowsOf(const Network& network, const Proof& proof) {
  std::vector<int> rows;
  for (const int given : proof.givens) {
    if (network.givens()[static_cast<std::size_t>(given)].kind ==
        Given::Kind::kRow) {
      rows.push_back(given);
    }
  }
  return rows;
}

// "a:A1 < a:A; a--b.tsv:1": the facts and rows of a proof in order.
std::string Dump(const Network& network, const Proof& proof) {
  std::vector<std::string> steps;
  for (const int number : proof.givens) {
    const Given& given = network.givens()[static_cast<std::size_t>(number)];
    const auto name = [&](int node) {
      return NameOf(network.dataset(), network.node(node).framework,
                    network.node(node).controls);
    };
    steps.push_back(given.kind == Given::Kind::kRow
                        ? PlaceOf(network.dataset(), given.row)
                        : name(given.a) + " < " + name(given.b));
  }
  return Join(steps, "; ");
}

bool Holds(const Network& network, const std::vector<int>& rows, int a, int b,
           RelationSet set) {
  Closure closure = network.Make(false, &rows);
  return !closure.Run() || (closure.Get(a, b) & ~unsigned{set}) == 0;
}

// No row can be left out, as the whole network sees it.
void ExpectMinimal(const Network& network, const Proof& proof, int a, int b,
                   RelationSet set, const std::string& what) {
  const std::vector<int> rows = RowsOf(network, proof);
  EXPECT_TRUE(Holds(network, rows, a, b, set))
      << what << ": " << Dump(network, proof);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<int> fewer = rows;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_FALSE(Holds(network, fewer, a, b, set))
        << what << ": " << Dump(network, proof) << " without "
        << PlaceOf(network.dataset(),
                   network.givens()[static_cast<std::size_t>(rows[i])].row);
  }
}

TEST(ProofTest, NamesTheRowsAndHeadingsInOrder) {
  static const struct {
    const char* what;
    std::vector<std::string> ab, ac, bc;
    const char *from, *to;
    RelationSet set;
    const char* proof;
  } kCases[] = {
      {"a row", {"1 subset-of 1"}, {}, {}, "a:1", "b:1", kPp, "a--b.tsv:1"},
      {"a row, from its target",
       {"1 subset-of 1"},
       {},
       {},
       "b:1",
       "a:1",
       kPpi,
       "a--b.tsv:1"},
      {"headings only", {}, {}, {}, "a:1.1", "a:1", kEq | kPp, "a:1.1 < a:1"},
      {"down to a row",
       {"1 subset-of 1"},
       {},
       {},
       "a:1.1",
       "b:1",
       kPp,
       "a:1.1 < a:1; a--b.tsv:1"},
      {"from the other end",
       {"1 subset-of 1"},
       {},
       {},
       "b:1",
       "a:1.1",
       kPpi,
       "a--b.tsv:1; a:1.1 < a:1"},
      {"a chain",
       {"1 subset-of 1.1"},
       {},
       {"1 subset-of 2"},
       "a:1.2",
       "c:2",
       kPp,
       "a:1.2 < a:1; a--b.tsv:1; b:1.1 < b:1; b--c.tsv:1"},
      {"a chain from its end",
       {"1 subset-of 1.1"},
       {},
       {"1 subset-of 2"},
       "c:2",
       "a:1.2",
       kPpi,
       "b--c.tsv:1; b:1.1 < b:1; a--b.tsv:1; a:1.2 < a:1"},
      {"the earlier of two rows that do",
       {"1 subset-of 1", "1 subset-of 2"},
       {},
       {"1 subset-of 1", "2 subset-of 1"},
       "a:1",
       "c:1",
       kPp,
       "a--b.tsv:1; b--c.tsv:1"},
      {"only what was asked",
       {"1 equal-to 1"},
       {"1 overlaps 1"},
       {"1 overlaps 1"},
       "a:1",
       "c:1",
       15,
       "a--c.tsv:1"},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    for (const char* id : {"a", "b", "c"}) {
      dataset.frameworks.push_back(Catalogue(id, "1 1.1<1 1.2<1 2"));
    }
    AddTable(dataset, "a", "b", c.ab);
    AddTable(dataset, "a", "c", c.ac);
    AddTable(dataset, "b", "c", c.bc);
    const Network network(dataset);
    Closure closure = network.Make(true);
    ASSERT_TRUE(closure.Run()) << c.what;
    const Proof proof = Prover(network, closure)
                            .Prove(network.NodeOf(Ref(dataset, c.from)),
                                   network.NodeOf(Ref(dataset, c.to)), c.set);
    EXPECT_EQ(Dump(network, proof), c.proof) << c.what;
    EXPECT_EQ(proof.set, c.set) << c.what;
  }
}

// A chain through nodes numbered at random is told from one end to the other.
TEST(ProofTest, FollowsAChainFromEndToEnd) {
  std::mt19937 random(4);
  for (int round = 0; round < 50; ++round) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1 2 3 4 5 6 7 8")};
    std::vector<int> chain = {0, 1, 2, 3, 4, 5, 6, 7};
    std::shuffle(chain.begin(), chain.end(), random);
    std::vector<std::size_t> order = {0, 1, 2, 3, 4, 5, 6};
    std::shuffle(order.begin(), order.end(), random);
    std::vector<std::string> rows;
    for (const std::size_t i : order) {
      rows.push_back(std::to_string(chain[i] + 1) + " subset-of " +
                     std::to_string(chain[i + 1] + 1));
    }
    rows.push_back(std::to_string(chain[0] + 1) + " overlaps " +
                   std::to_string(chain[7] + 1));
    AddTable(dataset, "a", "a", rows);
    const Network network(dataset);
    Closure closure = network.Make(true);
    ASSERT_TRUE(closure.Run());
    const Prover prover(network, closure);
    std::vector<int> ends;
    for (const int given : prover.Prove(chain[0], chain[7], kPp).givens) {
      ends.push_back(network.givens()[static_cast<std::size_t>(given)].a);
    }
    EXPECT_EQ(ends, std::vector<int>(chain.begin(), chain.end() - 1)) << round;
    ends.clear();
    for (const int given : prover.Prove(chain[7], chain[0], kPpi).givens) {
      ends.push_back(network.givens()[static_cast<std::size_t>(given)].a);
    }
    EXPECT_EQ(ends, std::vector<int>(chain.rbegin() + 1, chain.rend()))
        << round;
  }
}

TEST(ProofTest, ProvesWithoutARowToSpare) {
  std::mt19937 random(5);
  int proofs = 0;
  for (int round = 0; round < 60 && !HasFailure(); ++round) {
    const RandomDataset random_dataset =
        MakeRandomDataset(random, 2 + Below(random, 8));
    const Network network(random_dataset.dataset);
    Closure closure = network.Make(true);
    ASSERT_TRUE(closure.Run());
    const Prover prover(network, closure);
    for (int a = 0; a < network.size(); ++a) {
      for (int b = 0; b < network.size(); ++b) {
        const RelationSet set = closure.Get(a, b);
        if (a == b || set == kAnyRelation || Below(random, 8) != 0) continue;
        // All that is proved of the pair, or a part of it.
        for (const RelationSet asked :
             {set, static_cast<RelationSet>(set | kEq | kPp),
              static_cast<RelationSet>(kAnyRelation & ~kDr)}) {
          if ((set & ~unsigned{asked}) != 0 || asked == kAnyRelation) continue;
          ExpectMinimal(network, prover.Prove(a, b, asked), a, b, asked,
                        std::to_string(round) + ": " + std::to_string(a) +
                            ", " + std::to_string(b));
          ++proofs;
        }
      }
    }
  }
  EXPECT_GT(proofs, 1000);
}

// A relation that headings give already needs no row, though one says it.
TEST(ProofTest, TakesNoRowForWhatHeadingsGive) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 1.1<1 1.1.1<1.1")};
  AddTable(dataset, "a", "a", {"1.1.1 subset-of 1"});
  const Network network(dataset);
  Closure closure = network.Make(true);
  ASSERT_TRUE(closure.Run());
  EXPECT_EQ(Dump(network, Prover(network, closure).Prove(2, 0, kEq | kPp)),
            "a:1.1.1 < a:1.1; a:1.1 < a:1");
  EXPECT_EQ(Dump(network, Prover(network, closure).Prove(2, 0, kPp)),
            "a--a.tsv:1");
}

TEST(ProofTest, NamesRowsThatClash) {
  static const struct {
    const char* what;
    std::vector<std::string> ab, bb;
    std::set<std::string> closed;
    const char* rows;
  } kCases[] = {
      {"two of one pair",
       {"1 subset-of 1", "1 superset-of 1"},
       {},
       {},
       "a--b.tsv:1 a--b.tsv:2"},
      {"by a heading",
       {"1 no-relationship 1", "1.1 overlaps 1.1"},
       {},
       {},
       "a--b.tsv:1 a--b.tsv:2"},
      {"through a third",
       {"1 subset-of 1", "1 overlaps 2"},
       {"1 no-relationship 2"},
       {},
       "a--b.tsv:1 a--b.tsv:2 b--b.tsv:1"},
      {"by a closed heading",
       {"1 superset-of 2", "1.1 no-relationship 2", "1.2 no-relationship 2",
        "2 overlaps 1"},
       {},
       {"1"},
       "a--b.tsv:1 a--b.tsv:2 a--b.tsv:3"},
      {"by a union",
       {"1+2 superset-of 1", "1 no-relationship 1.1", "2 no-relationship 1.1"},
       {},
       {},
       "a--b.tsv:1 a--b.tsv:2 a--b.tsv:3"},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1 1.1<1 1.2<1 2", c.closed),
                          Catalogue("b", "1 1.1<1 2")};
    AddTable(dataset, "a", "b", c.ab);
    AddTable(dataset, "b", "b", c.bb);
    const Network network(dataset);
    Closure closure = network.Make(true);
    ASSERT_FALSE(closure.Run()) << c.what;
    const Proof proof = Prover(network, closure).ProveClash();
    std::set<std::string> rows;
    for (const int row : RowsOf(network, proof)) {
      rows.insert(PlaceOf(dataset,
                          network.givens()[static_cast<std::size_t>(row)].row));
    }
    EXPECT_EQ(Join({rows.begin(), rows.end()}, " "), c.rows) << c.what;
  }
}

TEST(ProofTest, ClashesWithoutARowToSpare) {
  std::mt19937 random(6);
  int clashes = 0;
  for (int round = 0; round < 200; ++round) {
    RandomDataset random_dataset =
        MakeRandomDataset(random, 3 + Below(random, 8));
    Falsify(random_dataset.dataset, 10, random);
    const Network network(random_dataset.dataset);
    Closure closure = network.Make(true);
    if (closure.Run()) continue;
    ++clashes;
    // An inconsistent closure "holds" anything.
    ExpectMinimal(network, Prover(network, closure).ProveClash(), 0, 0, 0,
                  std::to_string(round));
  }
  EXPECT_GT(clashes, 50);
}

// Where there is but one minimal proof it does not depend on the order of the
// tables and rows.
TEST(ProofTest, DoesNotDependOnTheOrderOfRows) {
  std::mt19937 random(7);
  const std::vector<std::string> chain = {"1 subset-of 2", "2 subset-of 3",
                                          "3 equal-to 4",  "4 subset-of 5",
                                          "6 overlaps 7",  "5 subset-of 7"};
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> rows = chain;
    std::shuffle(rows.begin(), rows.end(), random);
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1 2 3 4 5 6 7")};
    AddTable(dataset, "a", "a", rows);
    const Network network(dataset);
    Closure closure = network.Make(true);
    ASSERT_TRUE(closure.Run());
    std::vector<std::string> used;
    for (const int given : Prover(network, closure).Prove(0, 6, kPp).givens) {
      used.push_back(rows[static_cast<std::size_t>(
          network.givens()[static_cast<std::size_t>(given)].row.row)]);
    }
    EXPECT_EQ(Join(used, "; "),
              "1 subset-of 2; 2 subset-of 3; 3 equal-to 4; 4 subset-of 5; "
              "5 subset-of 7");
  }
}

}  // namespace
}  // namespace mapper
