#include "mapper/parse/crosswalk_table.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

constexpr const char kColumns[] =
    "#source|relation|target|confidence|basis|rationale\n";
constexpr const char kAlphaBeta[] = "data/crosswalks/alpha--beta.tsv";

// "line sources relation targets confidence basis" a row, with the places of
// the controls; then what was reported.
std::string Read(const std::string& file, const std::string& text) {
  const Dataset dataset = SmallDataset();
  Diagnostics diagnostics;
  const auto crosswalk = ReadCrosswalk(file, Tabs(text), dataset, diagnostics);
  std::string out = crosswalk ? "" : "none\n";
  if (crosswalk) {
    EXPECT_EQ(crosswalk->file, file);
    const auto side = [](const std::vector<int>& places) {
      std::string text_of_side;
      for (const int place : places)
        text_of_side += ' ' + std::to_string(place);
      return text_of_side + " ;";
    };
    for (const Mapping& m : crosswalk->mappings) {
      out += std::to_string(m.line) + side(m.sources) + ' ' +
             ToString(m.relation) + side(m.targets) + ' ' +
             ToString(m.confidence) + ' ' + ToString(m.basis) + ' ' +
             m.rationale + '\n';
    }
  }
  return out + Dump(diagnostics);
}

std::string ReadRows(const std::string& rows) {
  return Read(kAlphaBeta, std::string("# Complete: no\n") + kColumns + rows);
}

TEST(ReadCrosswalkTest, ReadsRows) {
  struct Case {
    std::string rows;
    const char* read;
  };
  const Case cases[] = {
      {"", ""},
      {"A1|equal-to|B1|high|official|同文\n",
       "3 0 ; equal-to 0 ; high official 同文\n"},
      {"A1.1+A1.2|equivalent-to|B1+B2|medium|project|理由\n",
       "3 1 2 ; equivalent-to 0 1 ; medium project 理由\n"},
      {"A1|no-relationship|-|low|project|なし\n"
       "-|no-relationship|B2|low|project|なし\n",
       "3 0 ; no-relationship ; low project なし\n"
       "4 ; no-relationship 1 ; low project なし\n"},
      {"A1|no-relationship|B1|low|project|別の話\n",
       "3 0 ; no-relationship 0 ; low project 別の話\n"},
      {"A1|subset-of|B1|low|project|x\nA1|superset-of|B2|low|project|x\n"
       "A1+A2|overlaps|B1|low|project|x\nA1.1|intersects-with|B1|low|project|"
       "=1+1\n",
       "3 0 ; subset-of 0 ; low project x\n"
       "4 0 ; superset-of 1 ; low project x\n"
       "5 0 3 ; overlaps 0 ; low project x\n"
       "6 1 ; intersects-with 0 ; low project =1+1\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(ReadRows(c.rows), c.read) << c.rows;
}

TEST(ReadCrosswalkTest, RejectsBadRows) {
  struct Case {
    std::string rows;
    const char* read;
  };
  const Case cases[] = {
      {"A9|overlaps|B1|low|project|x\n",
       "3:1 unknown-control unknown control 'A9' of alpha; did you mean "
       "'A1'?\n"},
      {"A1|overlaps|水道|low|project|x\n",
       "3:13 unknown-control unknown control '水道' of beta\n"},
      {"B1|overlaps|A1|low|project|x\n",
       "3:1 unknown-control unknown control 'B1' of alpha; did you mean "
       "'A1'?\n"
       "3:13 unknown-control unknown control 'A1' of beta; did you mean "
       "'B1'?\n"},
      {"A1+|overlaps|B1|low|project|x\n",
       "3:1 unknown-control unknown control '' of alpha\n"},
      {"A1;A2|overlaps|B1|low|project|x\n",
       "3:1 unknown-control unknown control 'A1;A2' of alpha\n"},
      {"A2+A1|overlaps|B1|low|project|x\n",
       "3:1 crosswalk-union the parts of a union stand in document order, "
       "each once\n"},
      {"A1|overlaps|B1+B1|low|project|x\n",
       "3:13 crosswalk-union the parts of a union stand in document order, "
       "each once\n"},
      {"A1|overlap|B1|low|project|x\n",
       "3:4 unknown-word unknown relation 'overlap'; did you mean "
       "'overlaps'?\n"},
      {"A1|overlaps|B1|sure|proof|x\n",
       "3:16 unknown-word unknown confidence 'sure'; known: high medium low\n"
       "3:21 unknown-word unknown basis 'proof'; known: official project\n"},
      {"A1|overlaps|B1|low|project|-\n",
       "3 0 ; overlaps 0 ; low project \n"
       "3:28 crosswalk-rationale a row without a reason\n"},
      {"-|no-relationship|-|low|project|x\n",
       "3:1 crosswalk-side '-' on both sides\n"},
      {"A1|overlaps|-|low|project|x\n",
       "3:13 crosswalk-side '-' goes with no-relationship only\n"},
      {"-|equal-to|B1|low|project|x\n",
       "3:1 crosswalk-side '-' goes with no-relationship only\n"},
      {"A1+A2|no-relationship|-|low|project|x\n",
       "3:1 crosswalk-side no counterpart is said of one control, not of a "
       "union\n"},
      {"A1|overlaps|B1|low|project|x\nA1|subset-of|B1|low|project|y\n",
       "3 0 ; overlaps 0 ; low project x\n4 0 ; subset-of 0 ; low project y\n"
       "4:1 crosswalk-duplicate this pair stands in line 3 already\n"},
      {"A2|overlaps|B1|low|project|x\nA1|overlaps|B1|low|project|x\n",
       "3 3 ; overlaps 0 ; low project x\n4 0 ; overlaps 0 ; low project x\n"
       "4:1 crosswalk-order out of order: rows follow the source catalogue, "
       "then the target\n"},
      {"A1|overlaps|B2|low|project|x\nA1|overlaps|B1|low|project|x\n",
       "3 0 ; overlaps 1 ; low project x\n4 0 ; overlaps 0 ; low project x\n"
       "4:1 crosswalk-order out of order: rows follow the source catalogue, "
       "then the target\n"},
      {"-|no-relationship|B1|low|project|x\nA1|overlaps|B2|low|project|x\n",
       "3 ; no-relationship 0 ; low project x\n"
       "4 0 ; overlaps 1 ; low project x\n"
       "4:1 crosswalk-order out of order: rows follow the source catalogue, "
       "then the target\n"},
      {"A1|overlaps|B1|low|project\n",
       "3:1 table-width expected 6 columns, got 5\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(ReadRows(c.rows), c.read) << c.rows;
}

TEST(ReadCrosswalkTest, TakesTheFrameworksFromTheName) {
  const std::string text = std::string("# Complete: no\n") + kColumns;
  struct Case {
    const char* file;
    const char* read;
  };
  static const Case kCases[] = {
      {"alpha--beta.tsv", ""},
      {"/a--b/beta--alpha.tsv", ""},
      {"alpha--later", ""},
      {"alpha-beta.tsv",
       "none\n0:0 crosswalk-name a crosswalk is named FROM--TO.tsv\n"},
      {"a--b/alpha.tsv",
       "none\n0:0 crosswalk-name a crosswalk is named FROM--TO.tsv\n"},
      {"alphx--beta.tsv",
       "none\n0:0 unknown-framework unknown framework 'alphx' in the file "
       "name; "
       "did you mean 'alpha'?\n"},
      {"x--banana.tsv",
       "none\n0:0 unknown-framework unknown framework 'x' in the file name\n"
       "0:0 unknown-framework unknown framework 'banana' in the file name\n"},
      {"alpha--beta.csv",
       "none\n0:0 unknown-framework unknown framework 'beta.csv' in the file "
       "name\n"},
      {"--.tsv",
       "none\n0:0 unknown-framework unknown framework '' in the file name\n"
       "0:0 unknown-framework unknown framework '' in the file name\n"},
      {"alpha--beta--later.tsv",
       "none\n0:0 unknown-framework unknown framework 'beta--later' in the "
       "file name\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Read(c.file, text), c.read) << c.file;
}

TEST(ReadCrosswalkTest, ReadsTheClaimOfBeingComplete) {
  struct Case {
    const char* header;
    const char* read;  // "source target" and what was reported
  };
  static const Case kCases[] = {
      {"# Complete: no\n", "0 0 "},
      {"# Complete: source\n", "1 0 "},
      {"# Complete: target\n", "0 1 "},
      {"# Complete: both\n", "1 1 "},
      {"#Complete:both\n", "1 1 "},
      {"# x\n# Complete: both \n", "1 1 "},
      {"# Complete: yes\n",
       "0 0 1:1 crosswalk-complete expected '# Complete: source', 'target', "
       "'both' or 'no'\n"},
      {"# x\n# Complete:\n",
       "0 0 2:1 crosswalk-complete expected '# Complete: source', 'target', "
       "'both' or 'no'\n"},
      {"# complete: both\n",
       "0 0 1:1 crosswalk-complete the header has no line '# Complete: "
       "source', 'target', 'both' or 'no'\n"},
      {"",
       "0 0 1:1 crosswalk-complete the header has no line '# Complete: "
       "source', 'target', 'both' or 'no'\n"},
  };
  for (const Case& c : kCases) {
    Diagnostics diagnostics;
    const auto crosswalk =
        ReadCrosswalk(kAlphaBeta, Tabs(std::string(c.header) + kColumns),
                      SmallDataset(), diagnostics);
    ASSERT_TRUE(crosswalk);
    EXPECT_EQ(std::to_string(crosswalk->complete_source) + ' ' +
                  std::to_string(crosswalk->complete_target) + ' ' +
                  Dump(diagnostics),
              c.read)
        << c.header;
  }
}

TEST(ReadCrosswalkTest, AllowsAFrameworkWithItself) {
  EXPECT_EQ(
      Read("alpha--alpha.tsv", std::string("# Complete: no\n") + kColumns +
                                   "A1|overlaps|A1|low|project|x\n"
                                   "A1|overlaps|A2|low|project|x\n"),
      "4 0 ; overlaps 3 ; low project x\n"
      "3:13 crosswalk-side a control with itself\n");
}

TEST(ReadCrosswalkTest, BearsHostileInput) {
  const std::string unknown = Repeat("A", 60000);
  EXPECT_EQ(ReadRows(unknown + "|overlaps|B1|low|project|x\n"),
            "3:1 unknown-control unknown control '" + unknown + "' of alpha\n");
  EXPECT_EQ(ReadRows("A1|overlaps|B1|low|project|" + Repeat("水", 20000)),
            "3 0 ; overlaps 0 ; low project " + Repeat("水", 20000) + "\n");
  Diagnostics diagnostics;
  ReadCrosswalk(kAlphaBeta,
                Tabs(std::string("# Complete: no\n") + kColumns +
                     Repeat("+", 60000) + "|overlaps|B1|low|project|x\n"),
                SmallDataset(), diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 60001U);
}

// With '-' as the source, a union passed as the target.
TEST(ReadCrosswalkTest, RejectsNoCounterpartOfAUnionOnEitherSide) {
  EXPECT_EQ(ReadRows("-|no-relationship|B1+B2|low|project|x\n"),
            "3:19 crosswalk-side no counterpart is said of one control, not of "
            "a union\n");
}

}  // namespace
}  // namespace mapper
