#include "mapper/parse/imported_crosswalk.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mapper/base/text.h"
#include "tests/mapper/parse/outline_text.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

TEST(ControlFinderTest, FindsByIdTokenCaseAndLabel) {
  Dataset dataset = SmallDataset();
  dataset.frameworks[0].controls[1].label = "第1条の1";
  dataset.frameworks[0].controls[2].label = "同じ";
  dataset.frameworks[0].controls[3].label = "同じ";
  Control odd;
  odd.id = "A3(1)";
  dataset.frameworks[0].controls.push_back(odd);
  dataset.frameworks[0].Link();
  const ControlFinder finder(dataset.frameworks[0]);
  static const struct {
    const char* name;
    int place;
  } kCases[] = {
      {"A1.1", 1},          {"a1.1", 1},       {"Ａ１．１", 1}, {" A2", 3},
      {"第1条の1", 1},      {"第１条の１", 1}, {"A3(1)", 4},    {"a3(1)", 4},
      {"A3_x28_1_x29_", 4}, {"同じ", -1},      {"", -1},        {"A", -1},
      {"A1.1.1", -1},       {"A3_x28_1", -1},  {"A3", -1},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(finder.Find(c.name), c.place) << c.name;
  EXPECT_EQ(finder.Hint("A1.3"), "; did you mean 'A1.1'?");
  EXPECT_EQ(finder.Hint("zzzzzzzz"), "");
}

TEST(FindNamedFrameworkTest, FindsByIdAndTitle) {
  Dataset dataset = SmallDataset();
  dataset.frameworks[0].title_ja = "アルファの基準";
  dataset.frameworks[1].title_en = "The Beta";
  dataset.frameworks[1].short_en = "both";
  dataset.frameworks[2].short_en = "both";
  static const struct {
    const char* name;
    int place;
  } kCases[] = {
      {"alpha", 0},     {"ALPHA", 0}, {"アルファの基準", 0}, {"the beta", 1},
      {"The  Beta", 1}, {"both", -1}, {"gamma", -1},         {"", -1},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(FindNamedFramework(dataset, c.name), c.place) << c.name;
  }
}

TEST(LossBookTest, CountsTheSameLossOnce) {
  std::vector<ImportLoss> losses;
  LossBook book(losses);
  book.Add("links", {"f", 3, 1});
  book.Add("coverage", {"f", 4, 1});
  book.Add("links", {"f", 9, 1});
  ASSERT_EQ(losses.size(), 2U);
  EXPECT_EQ(losses[0].what, "links");
  EXPECT_EQ(losses[0].where.line, 3U);
  EXPECT_EQ(losses[0].count, 2U);
  EXPECT_EQ(losses[1].count, 1U);
}

ImportedRow MakeRow(const std::string& text, std::size_t line) {
  const std::vector<std::string_view> words = Split(text, ' ');
  ImportedRow row;
  const auto side = [](std::string_view ids) {
    std::vector<std::string> list;
    if (ids == "-") return list;
    for (const std::string_view id : Split(ids, '+')) list.emplace_back(id);
    return list;
  };
  row.sources = side(words.at(0));
  row.relation = FindName(kRelations, words.at(1)).value();
  row.targets = side(words.at(2));
  row.where = {"f", line, 1};
  return row;
}

std::string Dump(const ImportedCrosswalk& crosswalk) {
  std::string out;
  for (const ImportedRow& row : crosswalk.rows) {
    out += (row.sources.empty() ? "-" : Join(row.sources, "+")) + " " +
           ToString(row.relation) + " " +
           (row.targets.empty() ? "-" : Join(row.targets, "+")) + "\n";
  }
  return out;
}

TEST(PutInOrderTest, OrdersAsATableAndRefusesWhatNoneMayHold) {
  static const struct {
    std::vector<std::string> rows;
    const char* ordered;
    const char* diagnostics;
  } kCases[] = {
      {{"A2 overlaps B2", "- no-relationship B1", "A2 overlaps B1",
        "A1.2+A1.1 subset-of B2+B1", "A1 no-relationship -"},
       "A1 no-relationship -\nA1.1+A1.2 subset-of B1+B2\nA2 overlaps B1\n"
       "A2 overlaps B2\n- no-relationship B1\n",
       ""},
      {{"A1+A1 equal-to B1"}, "A1 equal-to B1\n", ""},
      {{"A1 overlaps B1", "A1 subset-of B1"},
       "A1 overlaps B1\n",
       "2:1: [import-row] this pair stands in line 1 already\n"},
      {{"A1 overlaps -", "- no-relationship -", "A1+A2 no-relationship -",
        "A9 overlaps B1"},
       "",
       "1:1: [import-row] a relation needs controls on both sides\n"
       "2:1: [import-row] a row without any control\n"
       "3:1: [import-row] no counterpart is said of one control, not of "
       "several together\n"
       "4:1: [import-row] a row with a control of another framework\n"},
  };
  const Dataset dataset = SmallDataset();
  for (const auto& c : kCases) {
    ImportedCrosswalk crosswalk;
    crosswalk.source_framework = "alpha";
    crosswalk.target_framework = "beta";
    for (const std::string& row : c.rows) {
      crosswalk.rows.push_back(MakeRow(row, crosswalk.rows.size() + 1));
    }
    Diagnostics diagnostics;
    PutInOrder(dataset, crosswalk, diagnostics);
    EXPECT_EQ(Dump(crosswalk), c.ordered);
    EXPECT_EQ(DumpDiagnostics(diagnostics), c.diagnostics);
  }
}

TEST(PutInOrderTest, RefusesAControlWithItself) {
  ImportedCrosswalk crosswalk;
  crosswalk.source_framework = "alpha";
  crosswalk.target_framework = "alpha";
  crosswalk.rows = {MakeRow("A1 overlaps A1", 1), MakeRow("A1 overlaps A2", 2)};
  Diagnostics diagnostics;
  PutInOrder(SmallDataset(), crosswalk, diagnostics);
  EXPECT_EQ(Dump(crosswalk), "A1 overlaps A2\n");
  EXPECT_EQ(DumpDiagnostics(diagnostics),
            "1:1: [import-row] a control with itself\n");
}

TEST(PutInOrderTest, StopsReportingAtSomePoint) {
  ImportedCrosswalk crosswalk;
  crosswalk.source_framework = "alpha";
  crosswalk.target_framework = "beta";
  crosswalk.rows.assign(1000, MakeRow("A1 overlaps B1", 1));
  Diagnostics diagnostics;
  PutInOrder(SmallDataset(), crosswalk, diagnostics);
  EXPECT_EQ(crosswalk.rows.size(), 1U);
  ASSERT_EQ(diagnostics.all().size(), 101U);
  EXPECT_EQ(diagnostics.all().back().id, "too-many-problems");
}

TEST(TurnRoundTest, ExchangesTheSides) {
  ImportedCrosswalk crosswalk;
  crosswalk.source_framework = "alpha";
  crosswalk.target_framework = "beta";
  crosswalk.complete_source = true;
  crosswalk.rows = {MakeRow("A1 subset-of B1+B2", 1),
                    MakeRow("A2 no-relationship -", 2)};
  TurnRound(crosswalk);
  EXPECT_EQ(Dump(crosswalk), "B1+B2 superset-of A1\n- no-relationship A2\n");
  EXPECT_EQ(crosswalk.source_framework, "beta");
  EXPECT_EQ(crosswalk.target_framework, "alpha");
  EXPECT_FALSE(crosswalk.complete_source);
  EXPECT_TRUE(crosswalk.complete_target);
}

}  // namespace
}  // namespace mapper
