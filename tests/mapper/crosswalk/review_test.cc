#include "mapper/crosswalk/review.h"

#include <gtest/gtest.h>

#include "mapper/base/sha256.h"
#include "mapper/crosswalk/lint.h"
#include "mapper/crosswalk/network.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/parse/crosswalk_table.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

// Two tables: a--b, complete on its source, and a--c.
Dataset Shipped() {
  Dataset data;
  for (const char* id : {"a", "b", "c"}) {
    data.frameworks.push_back(Catalogue(id, "1 1.1<1 1.2<1 2 3"));
  }
  AddTable(data, "a", "b",
           {"1 overlaps 1", "1.1 subset-of 1.1 medium", "1.2 overlaps 2",
            "3 no-relationship -"});
  data.crosswalks[0].complete_source = true;
  for (Crosswalk& table : data.crosswalks) {
    for (Mapping& row : table.mappings) {
      row.rationale = "理由" + std::to_string(row.line);
    }
  }
  return data;
}

// "accept a:1.1 b:1.1", with what the row says after "=": "overlaps low 理由".
// The digest is that of the row now, or of `sha` when it is not null.
ReviewRecord Make(const Dataset& data, const std::string& text,
                  const char* sha = nullptr) {
  const auto halves = Split(text, '=');
  const auto words = Split(halves[0], ' ');
  ReviewRecord r;
  r.decision = FindName(kDecisions, words.at(0)).value();
  const auto name = [](std::string_view word, std::string& framework,
                       std::string& side) {
    framework = std::string(word.substr(0, 1));
    side = std::string(word.substr(2));
  };
  name(words.at(1), r.source_framework, r.source);
  name(words.at(2), r.target_framework, r.target);
  if (halves.size() > 1) {
    const auto row = Split(halves[1], ' ');
    r.relation = FindName(kRelations, row.at(0)).value();
    r.confidence = FindName(kConfidences, row.at(1)).value();
    r.rationale = std::string(row.at(2));
  }
  r.reviewer = "田中";
  r.reviewed_on = "2026-11-22";
  r.reason = "読み比べた";
  for (const Crosswalk& table : data.crosswalks) {
    for (const Mapping& row : table.mappings) {
      const Framework& f = data.framework(table.source);
      const Framework& g = data.framework(table.target);
      if (f.id == r.source_framework && g.id == r.target_framework &&
          SideCell(f, row.sources) == r.source &&
          SideCell(g, row.targets) == r.target) {
        r.row_sha256 = RowSha256(data, table, row);
      }
    }
  }
  if (sha != nullptr) r.row_sha256 = sha;
  return r;
}

// The first table, one row each: "workspace:2 1.2 overlaps 2 low added".
std::string Dump(const Dataset& data) {
  std::string out;
  for (std::size_t c = 0; c < data.crosswalks.size(); ++c) {
    const Crosswalk& table = data.crosswalks[c];
    for (std::size_t i = 0; i < table.mappings.size(); ++i) {
      const Mapping& row = table.mappings[i];
      if (row.review == Review::kNone) continue;
      out += PlaceOf(data, {static_cast<int>(c), static_cast<int>(i)}) + " " +
             SideCell(data.framework(table.source), row.sources) + " " +
             ToString(row.relation) + " " +
             SideCell(data.framework(table.target), row.targets) + " " +
             ToString(row.confidence) + " " + row.rationale + " " +
             kReviews[static_cast<std::size_t>(row.review)].machine + "; ";
    }
  }
  return out;
}

TEST(ReviewTest, DecisionsChangeTheRowsTheyAreAbout) {
  static const struct {
    std::vector<std::string> decisions;
    const char* rows;    // those with a mark
    const char* states;  // s: standing, r: recheck, p: past
    std::size_t count;   // rows of the first table
    bool complete;
  } kCases[] = {
      {{"accept a:1.1 b:1.1"},
       "a--b.tsv:2 1.1 subset-of 1.1 medium 理由2 accepted; ",
       "s",
       4,
       true},
      {{"reject a:1.1 b:1.1"}, "", "s", 3, false},
      {{"replace a:1.1 b:1.1=overlaps low 別"},
       "workspace:1 1.1 overlaps 1.1 low 別 replaced; ",
       "s",
       4,
       true},
      {{"add a:1.1 b:1.2=overlaps low 足"},
       "workspace:1 1.1 overlaps 1.2 low 足 added; ",
       "s",
       5,
       true},
      {{"add a:- b:3=no-relationship high 足"},
       "workspace:1 - no-relationship 3 high 足 added; ",
       "s",
       5,
       true},
      // Rejected, but another row says something of the control.
      {{"add a:1.1 b:1.2=overlaps low 足", "reject a:1.1 b:1.1"},
       "workspace:1 1.1 overlaps 1.2 low 足 added; ",
       "ss",
       4,
       true},
      // A table that is not there, and the later decision stands.
      {{"add b:1 c:2=overlaps low 足", "add b:1 c:2=subset-of high 足す"},
       "workspace:2 1 subset-of 2 high 足す added; ",
       "ps",
       4,
       true},
      {{"reject a:1.1 b:1.1", "withdraw a:1.1 b:1.1"}, "", "pp", 4, true},
      // What is not there (any more), and what has come since.
      {{"accept a:1.1 b:3"}, "", "r", 4, true},
      {{"reject a:9 b:1"}, "", "r", 4, true},
      {{"accept x:1 b:1"}, "", "r", 4, true},
      {{"accept a:1.2+1.1 b:1"}, "", "r", 4, true},
      {{"add a:1 b:1=subset-of low 足"}, "", "r", 4, true},
  };
  for (const auto& c : kCases) {
    const Dataset shipped = Shipped();
    Dataset data = shipped;
    std::vector<ReviewRecord> records;
    for (const std::string& text : c.decisions) {
      records.push_back(Make(
          shipped, text, text.rfind("add a:1 b:1=", 0) == 0 ? "" : nullptr));
      records.back().number = static_cast<std::int64_t>(records.size());
    }
    ReviewTotals totals;
    std::string states;
    for (const ReviewState state : ApplyReviews(records, data, totals)) {
      states += kReviewStates[static_cast<std::size_t>(state)].machine[0];
    }
    const std::string& first = c.decisions[0];
    EXPECT_EQ(states, c.states) << first;
    EXPECT_EQ(Dump(data), c.rows) << first;
    EXPECT_EQ(data.crosswalks[0].mappings.size(), c.count) << first;
    EXPECT_EQ(data.crosswalks[0].complete_source, c.complete) << first;
    EXPECT_EQ(totals.used(), static_cast<std::size_t>(
                                 std::count(states.begin(), states.end(), 's')))
        << first;
  }
}

TEST(ReviewTest, ADecisionAboutARowThatChangedIsNotUsed) {
  for (const char* text : {"accept a:1.1 b:1.1", "reject a:1.1 b:1.1",
                           "replace a:1.1 b:1.1=overlaps low 別"}) {
    Dataset data = Shipped();
    const ReviewRecord record = Make(data, text);
    data.crosswalks[0].mappings[1].rationale = "書き直した理由";
    ReviewTotals totals;
    EXPECT_EQ(ApplyReviews({record}, data, totals),
              std::vector<ReviewState>{ReviewState::kRecheck});
    EXPECT_EQ(Dump(data), "") << text;
    EXPECT_EQ(data.crosswalks[0].mappings.size(), 4U) << text;
    EXPECT_EQ(totals.recheck, 1U) << text;
  }
}

TEST(ReviewTest, LintNamesRowsOfTheUserByTheirDecision) {
  Dataset data = Shipped();
  ReviewRecord record = Make(data, "add a:3 b:3=overlaps low 足");
  record.number = 7;
  ReviewTotals totals;
  ApplyReviews({record}, data, totals);
  Diagnostics diagnostics;
  Lint(data, diagnostics);
  std::string found;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.id == "crosswalk-contradicts") found += ToString(d);
  }
  EXPECT_EQ(found,
            "crosswalks/a--b.tsv:4:1: error: 3 has no counterpart here, but "
            "workspace:7 says that it shares demands "
            "[crosswalk-contradicts]\n");
}

// What is written is read back as the same rows, in the same order.
TEST(ReviewTest, ATableWithItsDecisionsRoundTrips) {
  Dataset data = Shipped();
  std::vector<ReviewRecord> records = {
      Make(data, "reject a:1.1 b:1.1"),
      Make(data, "replace a:1 b:1=subset-of low 別"),
      Make(data, "add a:1.1+1.2 b:1=equivalent-to high 足"),
      Make(data, "accept a:1.2 b:2")};
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].number = static_cast<std::int64_t>(i + 1);
  }
  ReviewTotals totals;
  ApplyReviews(records, data, totals);
  const Crosswalk& table = data.crosswalks[0];
  const std::string text =
      WriteTable(data, table, DecidedHeader(table, "test"));
  EXPECT_NE(text.find("# Decision: 1 reject a:1.1 -> b:1.1, 田中, 2026-11-22: "
                      "読み比べた\n"),
            std::string::npos)
      << text;
  Diagnostics diagnostics;
  const auto read = ReadCrosswalk("a--b.tsv", text, data, diagnostics);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(diagnostics.empty()) << ToString(diagnostics.all()[0]);
  ASSERT_EQ(read->mappings.size(), table.mappings.size());
  for (std::size_t i = 0; i < table.mappings.size(); ++i) {
    EXPECT_EQ(RowText(data, *read, read->mappings[i]),
              RowText(data, table, table.mappings[i]));
  }
  EXPECT_EQ(read->complete_source, table.complete_source);
}

}  // namespace
}  // namespace mapper
