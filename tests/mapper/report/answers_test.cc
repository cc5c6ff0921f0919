#include "mapper/report/answers.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "mapper/base/text.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

// b:1 is inside a:1 and has a child; b:2 is inside the union of a:2 and a:3;
// "v" binds nobody.
struct World {
  explicit World(const std::vector<std::pair<const char*, Status>>& answers) {
    dataset.frameworks = {Catalogue("a", "1 2 3"), Catalogue("b", "1 1.1<1 2"),
                          Catalogue("v", "1")};
    for (Framework& framework : dataset.frameworks) {
      if (framework.id != "v") framework.binding = Binding::kGuidance;
      AddRegime(dataset, framework.id);
    }
    AddTable(dataset, "a", "b", {"1 superset-of 1", "2+3 superset-of 2"});
    AddTable(dataset, "a", "v", {"1 equivalent-to 1"});
    for (const auto& [name, status] : answers) {
      Assessment& assessment = assessments[Ref(dataset, name)];
      assessment.status = status;
      assessment.date = Date{2026, 12, 1};
      assessment.by = "監査;室";
    }
    knowledge.emplace(dataset);
    applicability.emplace(dataset, profile, Date{2027, 1, 15});
    coverage.emplace(dataset, *knowledge, assessments);
    context.dataset = &dataset;
    context.knowledge = &*knowledge;
    context.applicability = &*applicability;
    context.frameworks = applicability->frameworks();
    context.assessments = &assessments;
    context.coverage = &*coverage;
  }

  // "b:1 unknown met from how proof" a line, of what is inferred.
  std::string Inferred() const {
    std::string out;
    const Records records =
        AnswerRecords(context, ListAnswers(context), {Language::kJa, true});
    for (const auto& row : records.rows) {
      if (row[9].empty()) continue;
      out += row[0] + ":" + row[1] + " " + row[5] + " " + row[9] + " [" +
             row[10] + "] " + row[11] + " [" + row[12] + "]\n";
    }
    return out;
  }

  Dataset dataset;
  Profile profile;
  std::optional<Knowledge> knowledge;
  std::optional<ApplicabilityMap> applicability;
  Assessments assessments;
  std::optional<Coverage> coverage;
  ReportContext context;
};

TEST(AnswersTest, SaysFromWhichAnswersAndByWhichRows) {
  const World world(
      {{"a:1", Status::kMet}, {"a:2", Status::kMet}, {"a:3", Status::kMet}});
  EXPECT_EQ(world.Inferred(),
            "b:1 unknown met [a:1 met 2026-12-01 監査,室] tables "
            "[a--b.tsv:1]\n"
            "b:1.1 unknown met [a:1 met 2026-12-01 監査,室] tables;headings "
            "[a--b.tsv:1]\n"
            "b:2 unknown met [a:2 met 2026-12-01 監査,室;a:3 met 2026-12-01 "
            "監査,室] tables;union [a--b.tsv:2]\n");
  const AnswerList answers = ListAnswers(world.context);
  EXPECT_EQ(answers.items, 6U);
  EXPECT_EQ(answers.stated, 3U);
  EXPECT_EQ(answers.inferred, 3U);
  EXPECT_EQ(answers.met, 3U);
  EXPECT_EQ(answers.open, 0U);
}

TEST(AnswersTest, ShowsBothSidesOfAConflict) {
  const World world({{"b:1", Status::kMet}, {"b:1.1", Status::kNotMet}});
  EXPECT_EQ(world.Inferred(),
            "a:1 unknown partly [b:1 met 2026-12-01 監査,室;b:1.1 not-met "
            "2026-12-01 監査,室] tables;headings [a--b.tsv:1]\n"
            "b:1 met conflict [b:1 met 2026-12-01 監査,室;b:1.1 not-met "
            "2026-12-01 監査,室] headings []\n"
            "b:1.1 not-met conflict [b:1 met 2026-12-01 監査,室;b:1.1 not-met "
            "2026-12-01 監査,室] headings []\n");
  const AnswerList answers = ListAnswers(world.context);
  EXPECT_EQ(answers.conflicts, 2U);
  EXPECT_EQ(answers.stated, 0U);
  EXPECT_EQ(answers.inferred, 1U);
  EXPECT_EQ(answers.met, 0U);
  EXPECT_EQ(answers.open, 3U);
}

// An answer about a control that is no item is listed, and infers, but is not
// counted.
TEST(AnswersTest, ListsAnswersAboutOtherControls) {
  const World world({{"v:1", Status::kMet}, {"a:2", Status::kNotApplicable}});
  EXPECT_EQ(world.Inferred(),
            "a:1 unknown met [v:1 met 2026-12-01 監査,室] tables "
            "[a--v.tsv:1]\n"
            "b:1 unknown met [v:1 met 2026-12-01 監査,室] tables "
            "[a--b.tsv:1;a--v.tsv:1]\n"
            "b:1.1 unknown met [v:1 met 2026-12-01 監査,室] tables;headings "
            "[a--b.tsv:1;a--v.tsv:1]\n");
  const AnswerList answers = ListAnswers(world.context);
  EXPECT_EQ(answers.rows.size(), 7U);
  EXPECT_EQ(answers.items, 6U);
  EXPECT_EQ(answers.stated, 1U);
  EXPECT_EQ(
      answers.conflicts + answers.stated + answers.inferred + answers.open,
      answers.items);
}

TEST(AnswersTest, SaysNothingWithoutAnswers) {
  World world({});
  EXPECT_EQ(world.Inferred(), "");
  EXPECT_EQ(ListAnswers(world.context).open, 6U);
  world.context.coverage = nullptr;
  EXPECT_EQ(InferredText(world.context, Ref(world.dataset, "a:1"),
                         {Language::kJa, false}),
            "");
}

}  // namespace
}  // namespace mapper
