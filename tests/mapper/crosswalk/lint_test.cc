#include "mapper/crosswalk/lint.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/mapper/crosswalk/small_dataset.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

struct TableCase {
  const char* what;
  std::vector<std::string> ab, bb;
  bool complete_source, complete_target;
  const char* findings;
};

Dataset TwoFrameworks() {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 1.1<1 1.2<1 2 3! 3.1<3!", {"1"}),
                        Catalogue("b", "1 1.1<1 1.2<1 2")};
  AddRegime(dataset, "a");
  AddRegime(dataset, "b");
  return dataset;
}

void ExpectFindings(const std::vector<TableCase>& cases) {
  for (const TableCase& c : cases) {
    Dataset dataset = TwoFrameworks();
    Crosswalk& table = AddTable(dataset, "a", "b", c.ab);
    table.complete_source = c.complete_source;
    table.complete_target = c.complete_target;
    AddTable(dataset, "b", "b", c.bb);
    Diagnostics diagnostics;
    Lint(dataset, diagnostics);
    EXPECT_EQ(Dump(diagnostics), c.findings) << c.what;
  }
}

TEST(LintTest, HoldsTablesToTheirClaimToBeComplete) {
  static const char* const kMissing =
      ", though the header claims to be complete\n";
  ExpectFindings({
      {"no claim", {"1 overlaps 1"}, {}, false, false, ""},
      {"source, all leaves and no closed or empty headings",
       {"1.1 overlaps 1", "1.2 no-relationship -", "2 overlaps 2"},
       {},
       true,
       false,
       ""},
      {"source, part of a union",
       {"1.1+1.2 overlaps 1", "2 overlaps 2"},
       {},
       true,
       false,
       ""},
      {"target, with its headings",
       {"- no-relationship 1", "- no-relationship 1.1", "1 overlaps 1.2+2"},
       {},
       false,
       true,
       ""},
  });
  const std::string source =
      std::string("1:1 crosswalk-incomplete no row for 1.2 of a") + kMissing +
      "1:1 crosswalk-incomplete no row for 2 of a" + kMissing;
  const std::string target =
      std::string("1:1 crosswalk-incomplete no row for 1.1 of b") + kMissing +
      "1:1 crosswalk-incomplete no row for 1.2 of b" + kMissing +
      "1:1 crosswalk-incomplete no row for 2 of b" + kMissing;
  ExpectFindings({
      {"source", {"1.1 overlaps 1"}, {}, true, false, source.c_str()},
      {"target", {"1.1 overlaps 1"}, {}, false, true, target.c_str()},
      {"both", {"1.1 overlaps 1"}, {}, true, true, (source + target).c_str()},
  });
}

TEST(LintTest, FindsNoCounterpartBesideSharedDemands) {
  ExpectFindings({
      {"of nothing else",
       {"1 no-relationship -", "2 overlaps 2"},
       {},
       false,
       false,
       ""},
      {"beside a row that says no as well",
       {"1 no-relationship -", "1 no-relationship 2"},
       {},
       false,
       false,
       ""},
      {"beside a union, whose other part may be meant",
       {"1.1 no-relationship -", "1.1+2 overlaps 2"},
       {},
       false,
       false,
       ""},
      {"above one that is only met",
       {"1 overlaps 1", "1.1 no-relationship -"},
       {},
       false,
       false,
       ""},
  });
}

// The id, line and message of the first finding; a proof that demands are
// shared is reported too.
TEST(LintTest, LocatesNoCounterpartBesideSharedDemands) {
  static const struct {
    const char* what;
    std::vector<std::string> ab;
    const char* finding;
  } kCases[] = {
      {"of itself",
       {"2 no-relationship -", "2 overlaps 2"},
       "1:1 crosswalk-contradicts 2 has no counterpart here, but line 2 says "
       "that it shares demands"},
      {"of one below",
       {"1 no-relationship -", "1.1 overlaps 2"},
       "1:1 crosswalk-contradicts 1 has no counterpart here, but line 2 says "
       "that 1.1 below it shares demands"},
      {"of one above that is contained",
       {"1 subset-of 2", "1.1 no-relationship -"},
       "2:1 crosswalk-contradicts 1.1 has no counterpart here, but line 1 "
       "says that 1 above it is contained in a control there"},
      {"in a union that is contained",
       {"1.1 no-relationship -", "1.1+2 subset-of 2"},
       "1:1 crosswalk-contradicts 1.1 has no counterpart here, but line 2 "
       "says that it shares demands"},
      {"of the target",
       {"1 subset-of 2", "- no-relationship 2"},
       "2:1 crosswalk-contradicts 2 has no counterpart here, but line 1 says "
       "that it shares demands"},
  };
  for (const auto& c : kCases) {
    Dataset dataset = TwoFrameworks();
    AddTable(dataset, "a", "b", c.ab);
    Diagnostics diagnostics;
    Lint(dataset, diagnostics);
    const std::string dump = Dump(diagnostics);
    EXPECT_EQ(dump.substr(0, dump.find('\n')), c.finding) << c.what;
  }
}

TEST(LintTest, FindsWhatARowFurtherDownSaysAlready) {
  static const char* const kFirst =
      "1:1 crosswalk-repeats line 2 says this already of controls further "
      "down\n";
  ExpectFindings({
      {"inside the parent of what contains it",
       {"2 subset-of 1", "2 subset-of 1.1"},
       {},
       false,
       false,
       kFirst},
      {"equal to what is further down",
       {"2 subset-of 1", "2 equal-to 1.1"},
       {},
       false,
       false,
       kFirst},
      {"contains what a child contains",
       {"1 superset-of 2", "1.1 superset-of 2"},
       {},
       false,
       false,
       kFirst},
      {"not an overlap, but the tables prove more of it",
       {"2 overlaps 1", "2 subset-of 1.1"},
       {},
       false,
       false,
       "1:1 crosswalk-weaker the tables prove more of this pair: subset-of, by "
       "a:2 subset-of b:1.1 (a--b.tsv:2); b:1.1 is part of b:1 (note)\n"},
      {"not of siblings",
       {"2 subset-of 1.1", "2 subset-of 1.2"},
       {},
       false,
       false,
       ""},
      {"not by a weaker row",
       {"2 subset-of 1", "2 intersects-with 1.1"},
       {},
       false,
       false,
       ""},
  });
}

TEST(LintTest, FindsAReasonUsedTwice) {
  Dataset dataset = TwoFrameworks();
  AddTable(dataset, "a", "b", {"1 overlaps 1", "2 overlaps 2"});
  Crosswalk& table = AddTable(dataset, "b", "b", {"1 overlaps 2"});
  dataset.crosswalks[0].mappings[1].rationale = "同じ 理由";
  table.mappings[0].rationale = "同じ理由";
  Diagnostics diagnostics;
  Lint(dataset, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(ToString(diagnostics.all()[0]),
            "crosswalks/b--b.tsv:1:1: error: the reason of "
            "crosswalks/a--b.tsv:2 again: each pair has its own "
            "[crosswalk-same-reason]\n");
}

TEST(LintTest, FindsClashesAtTheirWeakestRow) {
  static const char* const kByHeading =
      ":1 crosswalk-clash these cannot all be true: a:1.1 is part of a:1; a:1 "
      "subset-of b:1 (a--b.tsv:1); a:1.1 no-relationship b:1 (a--b.tsv:2)\n";
  const std::string first = std::string("1") + kByHeading;
  const std::string second = std::string("2") + kByHeading;
  ExpectFindings({
      {"none", {"1 subset-of 1", "2 no-relationship 2"}, {}, false, false, ""},
      {"by a heading",
       {"1 subset-of 1 low", "1.1 no-relationship 1"},
       {},
       false,
       false,
       first.c_str()},
      {"the last among equals",
       {"1 subset-of 1", "1.1 no-relationship 1"},
       {},
       false,
       false,
       second.c_str()},
      {"through another table",
       {"2 subset-of 1 medium", "2 overlaps 2"},
       {"1 no-relationship 2"},
       false,
       false,
       "1:1 crosswalk-clash these cannot all be true: a:2 subset-of b:1 "
       "(a--b.tsv:1); a:2 overlaps b:2 (a--b.tsv:2); b:1 no-relationship b:2 "
       "(b--b.tsv:1)\n"},
  });
}

TEST(LintTest, FindsEachClashInTurn) {
  Dataset dataset = TwoFrameworks();
  AddTable(dataset, "a", "b",
           {"1 subset-of 1", "1.1 no-relationship 1", "2 subset-of 2",
            "2 superset-of 2"});
  Diagnostics diagnostics;
  Lint(dataset, diagnostics);
  std::multiset<std::size_t> lines;
  for (const Diagnostic& d : diagnostics.all()) {
    EXPECT_EQ(d.id, "crosswalk-clash");
    lines.insert(d.where.line);
  }
  EXPECT_EQ(lines, (std::multiset<std::size_t>{2, 4}));
}

TEST(LintTest, FindsNoCounterpartThatIsRefutedByOtherTables) {
  Dataset dataset = TwoFrameworks();
  dataset.frameworks.push_back(Catalogue("c", "1 2"));
  AddRegime(dataset, "c");
  AddTable(dataset, "a", "b", {"2 subset-of 2"});
  AddTable(dataset, "a", "c", {"1 no-relationship -", "2 no-relationship -"});
  AddTable(dataset, "b", "c", {"2 subset-of 1", "- no-relationship 2"});
  Diagnostics diagnostics;
  Lint(dataset, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U) << Dump(diagnostics);
  EXPECT_EQ(ToString(diagnostics.all()[0]),
            "crosswalks/a--c.tsv:2:1: error: no counterpart, but demands are "
            "shared: a:2 subset-of b:2 (a--b.tsv:1); b:2 subset-of c:1 "
            "(b--c.tsv:1) [crosswalk-refuted]\n");
}

TEST(LintTest, FindsFrameworksWithoutARegimeOrSuccessor) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1"), Catalogue("b", "1")};
  dataset.frameworks[0].superseded_by = "b";
  dataset.frameworks[1].superseded_by = "c";
  AddRegime(dataset, "b");
  Diagnostics diagnostics;
  Lint(dataset, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 2U);
  EXPECT_EQ(ToString(diagnostics.all()[0]),
            "frameworks/a/framework.toml: error: a has no row in regimes.tsv, "
            "so it never applies to anybody [regime-missing]\n");
  EXPECT_EQ(ToString(diagnostics.all()[1]),
            "frameworks/b/framework.toml: error: superseded_by names 'c', "
            "which is not known [framework-superseded]\n");
}

}  // namespace
}  // namespace mapper
