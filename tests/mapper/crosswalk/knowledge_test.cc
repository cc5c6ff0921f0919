#include "mapper/crosswalk/knowledge.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/mapper/crosswalk/random_dataset.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

// "a:1 2 b:1+2 asserted high a--b.tsv:1"
std::string Dump(const Knowledge& knowledge, const Dataset& dataset,
                 const Link& link) {
  std::string text = NameOf(dataset, link.source_framework, link.source) + " " +
                     std::to_string(link.set) + " " +
                     NameOf(dataset, link.target_framework, link.target) + " " +
                     ToString(link.how) + " " + ToString(link.confidence);
  for (const RowRef& row : link.proof) text += " " + knowledge.Place(row);
  return text;
}

std::vector<std::string> Dump(const Knowledge& knowledge,
                              const Dataset& dataset,
                              const std::vector<const Link*>& links) {
  std::vector<std::string> lines;
  for (const Link* link : links) {
    lines.push_back(Dump(knowledge, dataset, *link));
  }
  return lines;
}

std::vector<std::string> DumpLinks(const Knowledge& knowledge,
                                   const Dataset& dataset, int from, int to) {
  std::vector<std::string> lines;
  for (const Link& link : knowledge.Links(from, to)) {
    lines.push_back(Dump(knowledge, dataset, link));
  }
  return lines;
}

using Lines = std::vector<std::string>;

Dataset ThreeFrameworks() {
  Dataset dataset;
  for (const char* id : {"a", "b", "c"}) {
    dataset.frameworks.push_back(Catalogue(id, "1 1.1<1 1.2<1 2 3"));
  }
  return dataset;
}

TEST(KnowledgeTest, ShowsRowsFromBothSides) {
  Dataset dataset = ThreeFrameworks();
  AddTable(dataset, "a", "b",
           {"1 subset-of 1+2 medium", "2 no-relationship -",
            "3 no-relationship 3", "- no-relationship 1.1 low"});
  const Knowledge knowledge(dataset);
  EXPECT_EQ(DumpLinks(knowledge, dataset, 0, 1),
            (Lines{"a:1 2 b:1+2 asserted medium a--b.tsv:1",
                   "a:2 16 - asserted high a--b.tsv:2",
                   "a:3 16 b:3 asserted high a--b.tsv:3"}));
  EXPECT_EQ(DumpLinks(knowledge, dataset, 1, 0),
            (Lines{"b:1+2 4 a:1 inverse medium a--b.tsv:1",
                   "b:1.1 16 - inverse low a--b.tsv:4",
                   "b:3 16 a:3 inverse high a--b.tsv:3"}));
  EXPECT_EQ(Dump(knowledge, dataset, knowledge.Rows(Ref(dataset, "b:2"), 0)),
            Lines{"b:1+2 4 a:1 inverse medium a--b.tsv:1"});
  EXPECT_TRUE(knowledge.Rows(Ref(dataset, "b:2"), 2).empty());
}

TEST(KnowledgeTest, ShowsRowsWithinAFrameworkBothWays) {
  Dataset dataset = ThreeFrameworks();
  AddTable(dataset, "a", "a", {"1 superset-of 2"});
  const Knowledge knowledge(dataset);
  EXPECT_EQ(DumpLinks(knowledge, dataset, 0, 0),
            (Lines{"a:1 4 a:2 asserted high a--a.tsv:1",
                   "a:2 2 a:1 inverse high a--a.tsv:1"}));
}

TEST(KnowledgeTest, DerivesWithTheRowsAndTheConfidenceOfTheWeakest) {
  Dataset dataset = ThreeFrameworks();
  AddTable(dataset, "a", "b", {"1 subset-of 2 high"});
  AddTable(dataset, "b", "c", {"2 equal-to 3 low"});
  const Knowledge knowledge(dataset);
  EXPECT_TRUE(knowledge.consistent());
  // Not of 1.1 and 1.2, which follow.
  EXPECT_EQ(DumpLinks(knowledge, dataset, 0, 2),
            Lines{"a:1 2 c:3 derived low a--b.tsv:1 b--c.tsv:1"});
  EXPECT_EQ(DumpLinks(knowledge, dataset, 2, 0),
            Lines{"c:3 4 a:1 derived low b--c.tsv:1 a--b.tsv:1"});
  EXPECT_EQ(knowledge.Proved(Ref(dataset, "a:1.1"), Ref(dataset, "c:3")), kPp);
  EXPECT_EQ(knowledge.Proved(Ref(dataset, "a:2"), Ref(dataset, "c:3")),
            kAnyRelation);
  EXPECT_EQ(
      knowledge.Prove(Ref(dataset, "a:1.1"), Ref(dataset, "c:3")).givens.size(),
      3U);
  EXPECT_TRUE(
      knowledge.Prove(Ref(dataset, "a:2"), Ref(dataset, "c:3")).givens.empty());
}

TEST(KnowledgeTest, KeepsOnlyTheMostSpecificOfWhatItDerives) {
  static const struct {
    const char* what;
    std::vector<std::string> ab, bc;
    Lines links;  // from a to c, without the rows
  } kCases[] = {
      {"the narrower container",
       {"2 subset-of 1"},
       {"1 subset-of 1.1"},
       {"a:2 2 c:1.1"}},
      {"the wider content",
       {"1 subset-of 1"},
       {"1 subset-of 2"},
       {"a:1 2 c:2"}},
      {"the overlap further down",
       {"1.1 subset-of 2"},
       {"2 overlaps 2", "2 subset-of 3"},
       {"a:1.1 2 c:3"}},
      {"an overlap of its own",
       {"1 superset-of 2"},
       {"2 overlaps 1.2"},
       {"a:1 15 c:1.2"}},
      {"nothing of what is apart",
       {"1 subset-of 1"},
       {"1 no-relationship 1"},
       {}},
      {"nothing through overlaps", {"1 overlaps 1"}, {"1 overlaps 1"}, {}},
  };
  for (const auto& c : kCases) {
    Dataset dataset = ThreeFrameworks();
    AddTable(dataset, "a", "b", c.ab);
    AddTable(dataset, "b", "c", c.bc);
    const Knowledge knowledge(dataset);
    Lines links;
    for (std::string line : DumpLinks(knowledge, dataset, 0, 2)) {
      links.push_back(line.substr(0, line.find(" derived")));
    }
    EXPECT_EQ(links, c.links) << c.what;
  }
}

TEST(KnowledgeTest, SaysMoreOfAPairThanItsRowAndLeavesTheRow) {
  Dataset dataset = ThreeFrameworks();
  AddTable(dataset, "a", "b", {"2 subset-of 2"});
  AddTable(dataset, "a", "c", {"2 overlaps 2", "3 overlaps 3"});
  AddTable(dataset, "b", "c", {"2 subset-of 2"});
  const Knowledge knowledge(dataset);
  EXPECT_EQ(DumpLinks(knowledge, dataset, 0, 2),
            (Lines{"a:2 2 c:2 derived high a--b.tsv:1 b--c.tsv:1",
                   "a:2 15 c:2 asserted high a--c.tsv:1",
                   "a:3 15 c:3 asserted high a--c.tsv:2"}));
}

TEST(KnowledgeTest, DerivesNothingFromTheComponentThatClashes) {
  Dataset dataset = ThreeFrameworks();
  AddTable(dataset, "a", "b",
           {"2 subset-of 2", "1 subset-of 3", "1.1 no-relationship 3"});
  AddTable(dataset, "b", "c", {"2 subset-of 2"});
  const Knowledge knowledge(dataset);
  EXPECT_FALSE(knowledge.consistent());
  EXPECT_EQ(knowledge.Proved(Ref(dataset, "a:1"), Ref(dataset, "b:3")),
            kAnyRelation);
  // No given ties these to the rows that clash.
  EXPECT_EQ(knowledge.Proved(Ref(dataset, "a:2"), Ref(dataset, "c:2")), kPp);
  EXPECT_EQ(knowledge.Links(0, 2).size(), 1U);
  EXPECT_EQ(knowledge.Links(0, 1).size(), 3U);
}

TEST(KnowledgeTest, FindsWhatContainsAndWhatMeets) {
  Dataset dataset = ThreeFrameworks();
  AddTable(dataset, "a", "b",
           {"1 subset-of 2", "1.1 intersects-with 1", "1.1+1.2 subset-of 1.2+3",
            "1.2+2 overlaps 1", "2 no-relationship -", "3 no-relationship 3"});
  const Knowledge knowledge(dataset);
  const auto containers = [&](const char* name) {
    return Dump(knowledge, dataset,
                knowledge.Containers(Ref(dataset, name), 1));
  };
  const auto overlaps = [&](const char* name) {
    return Dump(knowledge, dataset, knowledge.Overlaps(Ref(dataset, name), 1));
  };
  const std::string by_union = "a:1.1+1.2 2 b:1.2+3 asserted high a--b.tsv:3";
  const std::string by_heading = "a:1 2 b:2 asserted high a--b.tsv:1";
  const std::string meets = "a:1.1 8 b:1 asserted high a--b.tsv:2";
  EXPECT_EQ(containers("a:1.1"), (Lines{by_union, by_heading}));
  EXPECT_EQ(containers("a:1"), Lines{by_heading});
  EXPECT_EQ(containers("a:2"), Lines());
  EXPECT_EQ(overlaps("a:1.1"), (Lines{meets, by_union}));
  // Of a union that only meets, nobody knows which part does.
  EXPECT_EQ(overlaps("a:2"), Lines());
  EXPECT_EQ(overlaps("a:1"), (Lines{by_heading, meets, by_union, by_union}));
  EXPECT_EQ(overlaps("a:3"), Lines());

  EXPECT_EQ(knowledge.NoCounterpart(Ref(dataset, "a:2"), 1)->proof.size(), 1U);
  EXPECT_EQ(knowledge.NoCounterpart(Ref(dataset, "a:3"), 1), nullptr);
  EXPECT_EQ(knowledge.NoCounterpart(Ref(dataset, "a:2"), 2), nullptr);

  EXPECT_TRUE(knowledge.Contains(Ref(dataset, "b:2"), Ref(dataset, "a:1.2")));
  EXPECT_FALSE(knowledge.Contains(Ref(dataset, "b:3"), Ref(dataset, "a:1.2")));
  EXPECT_FALSE(knowledge.Contains(Ref(dataset, "b:1"), Ref(dataset, "a:1.1")));
  EXPECT_TRUE(knowledge.Contains(Ref(dataset, "a:1"), Ref(dataset, "a:1.1")));
  EXPECT_FALSE(knowledge.Contains(Ref(dataset, "a:1.1"), Ref(dataset, "a:1")));
}

TEST(KnowledgeTest, PassesNoCounterpartOnToWhatIsBelow) {
  Dataset dataset = ThreeFrameworks();
  AddTable(dataset, "a", "b", {"1 no-relationship -"});
  const Knowledge knowledge(dataset);
  EXPECT_NE(knowledge.NoCounterpart(Ref(dataset, "a:1.1"), 1), nullptr);
  EXPECT_EQ(knowledge.NoCounterpart(Ref(dataset, "b:1"), 0), nullptr);
}

// Of random tables that are true: links are true, and all that is proved of
// two controls follows from a link by headings.
TEST(KnowledgeTest, LinksAreTrueAndSayWhatIsProved) {
  std::mt19937 random(9);
  for (int round = 0; round < 40; ++round) {
    const RandomDataset data = MakeRandomDataset(random, Below(random, 8));
    const Knowledge knowledge(data.dataset);
    for (int from = 0; from < 3; ++from) {
      for (int to = 0; to < 3; ++to) {
        for (const Link& link : knowledge.Links(from, to)) {
          if (link.target.empty()) continue;
          ASSERT_NE(link.set & RelationOf(data.Of(from, link.source),
                                          data.Of(to, link.target)),
                    0)
              << Dump(knowledge, data.dataset, link);
          ASSERT_FALSE(link.how == How::kDerived && link.proof.empty());
        }
        if (from == to) continue;
        const Framework& f = data.dataset.framework(from);
        const Framework& g = data.dataset.framework(to);
        for (int a = 0; a < static_cast<int>(f.controls.size()); ++a) {
          for (int b = 0; b < static_cast<int>(g.controls.size()); ++b) {
            const RelationSet set = knowledge.Proved({from, a}, {to, b});
            if ((set & ~(kEq | kPp)) == 0) {
              EXPECT_TRUE(knowledge.Contains({to, b}, {from, a})) << round;
            }
            if ((set & kDr) == 0) {
              EXPECT_FALSE(knowledge.Overlaps({from, a}, to).empty() &&
                           knowledge.Containers({from, a}, to).empty())
                  << round;
            }
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace mapper
