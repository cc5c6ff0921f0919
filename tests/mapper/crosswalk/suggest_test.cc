#include "mapper/crosswalk/suggest.h"

#include <gtest/gtest.h>

#include "mapper/crosswalk/lint_content.h"
#include "mapper/parse/crosswalk_table.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

Framework Made(const std::string& id, const std::vector<std::string>& gists) {
  Framework framework;
  framework.id = id;
  for (std::size_t i = 0; i < gists.size(); ++i) {
    Control control;
    control.id = id + std::to_string(i + 1);
    control.gist_ja = gists[i];
    control.level = Level::kMust;
    framework.controls.push_back(control);
  }
  framework.Link();
  return framework;
}

Dataset Two(const std::vector<std::string>& a,
            const std::vector<std::string>& b) {
  Dataset data;
  data.frameworks = {Made("a", a), Made("b", b)};
  return data;
}

void AddRow(Dataset& data, int a, Relation relation, int b) {
  if (data.crosswalks.empty()) {
    Crosswalk table;
    table.source = 0;
    table.target = 1;
    table.file = "a--b.tsv";
    data.crosswalks.push_back(table);
  }
  Mapping mapping;
  if (a >= 0) mapping.sources = {a};
  if (b >= 0) mapping.targets = {b};
  mapping.relation = relation;
  mapping.rationale = "理由";
  mapping.line = data.crosswalks[0].mappings.size() + 1;
  data.crosswalks[0].mappings.push_back(mapping);
}

std::string Find(const Dataset& data, SuggestOptions options,
                 const WordingMap* wording = nullptr) {
  const Knowledge knowledge(data);
  const PairFeatures features(data, 0, 1, wording);
  std::string out;
  for (const Suggestion& s :
       FindSuggestions(data, knowledge, features, wording, options)) {
    EXPECT_GE(s.score, 0);
    EXPECT_LE(s.score, 1);
    out += data.control(s.source).id + (s.proved ? "=" : "-") +
           data.control(s.target).id + " ";
  }
  return out;
}

SuggestOptions Every() {
  SuggestOptions options;
  options.min_score = 0;
  return options;
}

TEST(SuggestTest, RanksByText) {
  const Dataset data = Two({"台帳を作る"}, {"訓練をする", "台帳を作る"});
  EXPECT_EQ(Find(data, Every()), "a1-b2 a1-b1 ");
  SuggestOptions one = Every();
  one.top = 1;
  EXPECT_EQ(Find(data, one), "a1-b2 ");
}

TEST(SuggestTest, TiesByDocumentOrder) {
  EXPECT_EQ(Find(Two({"台帳"}, {"台帳", "台帳", "台帳"}), Every()),
            "a1-b1 a1-b2 a1-b3 ");
}

TEST(SuggestTest, EmptyTexts) {
  const Dataset data = Two({"", "台帳"}, {"", ""});
  EXPECT_EQ(Find(data, Every()), "a2-b1 a2-b2 ");
  SuggestOptions asked = Every();
  asked.control = 0;
  EXPECT_EQ(Find(data, asked), "a1-b1 a1-b2 ");
  const WordingMap wording = {{{0, 0}, "台帳を作る"}, {{1, 1}, "台帳を作る"}};
  EXPECT_EQ(Find(data, asked, &wording), "a1-b2 a1-b1 ");
}

TEST(SuggestTest, LeavesOutWhatIsKnown) {
  Dataset data = Two({"台帳", "訓練", "監査"}, {"台帳", "訓練", "監査"});
  AddRow(data, 0, Relation::kOverlaps, 0);
  AddRow(data, 1, Relation::kNoRelationship, -1);
  AddRow(data, -1, Relation::kNoRelationship, 2);
  EXPECT_EQ(Find(data, Every()), "a3-b1 a3-b2 ");
  SuggestOptions all = Every();
  all.all = true;
  EXPECT_EQ(Find(data, all), "a1-b2 a3-b1 a3-b2 ");
}

TEST(SuggestTest, NeverProposesWhatIsProvedApart) {
  // a2 lies inside a1, and a1 shares nothing with b1.
  Dataset data = Two({"台帳", "台帳を作る"}, {"台帳を作る", "台帳"});
  data.frameworks[0].controls[1].parent = "a1";
  data.frameworks[0].Link();
  AddRow(data, 0, Relation::kNoRelationship, 0);
  EXPECT_EQ(Find(data, Every()), "a2-b2 ");
}

TEST(SuggestTest, ShowsWhatIsProved) {
  // a2 overlaps b1, so a1 above it does.
  Dataset data = Two({"台帳", "台帳を作る"}, {"台帳"});
  data.frameworks[0].controls[1].parent = "a1";
  data.frameworks[0].Link();
  AddRow(data, 1, Relation::kOverlaps, 0);
  SuggestOptions all = Every();
  all.all = true;
  EXPECT_EQ(Find(data, all), "a1=b1 ");
}

TEST(SuggestTest, WritesATableThatReadsAndWarns) {
  Dataset data = Two({"台帳を作る", "訓練"}, {"台帳を作る", "訓練"});
  const Knowledge knowledge(data);
  const PairFeatures features(data, 0, 1, nullptr);
  const auto list =
      FindSuggestions(data, knowledge, features, nullptr, Every());
  const std::string text = WriteCandidates(data, 0, 1, list);
  Diagnostics diagnostics;
  const auto table = ReadCrosswalk("a--b.tsv", text, data, diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->mappings.size(), list.size());
  for (const Mapping& m : table->mappings) {
    EXPECT_TRUE(IsCandidateReason(m.rationale)) << m.rationale;
    EXPECT_EQ(m.confidence, Confidence::kLow);
    EXPECT_EQ(m.relation, Relation::kOverlaps);
  }
  data.crosswalks = {*table};
  LintContent(data, diagnostics);
  EXPECT_NE(Dump(diagnostics).find("crosswalk-candidate"), std::string::npos);
}

TEST(SuggestTest, Thousands) {
  std::vector<std::string> gists;
  for (int i = 0; i < 2000; ++i) {
    gists.push_back("項目" + std::to_string(i) + "の台帳");
  }
  SuggestOptions one = Every();
  one.top = 1;
  one.control = 1234;
  EXPECT_EQ(Find(Two(gists, gists), one), "a1235-b1235 ");
}

}  // namespace
}  // namespace mapper
