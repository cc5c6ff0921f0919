#include "mapper/crosswalk/coverage.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mapper/crosswalk/plan.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

struct Answer {
  const char* control;
  Status status;
};

Assessments Answers(const Dataset& dataset,
                    const std::vector<Answer>& answers) {
  Assessments assessments;
  for (const Answer& answer : answers) {
    assessments[Ref(dataset, answer.control)].status = answer.status;
  }
  return assessments;
}

// "none..all", the interval of a control.
std::string Interval(const Coverage& coverage, const ControlRef& ref) {
  static const char* const kNames[] = {"none", "some", "all"};
  const CoverageState& state = coverage.Of(ref);
  return std::string(kNames[static_cast<int>(state.lo)]) + ".." +
         kNames[static_cast<int>(state.hi)];
}

// 1 has 1.1 and 1.2 below it; a:2 is inside b:2, a:3 meets b:3, and b:1 is
// inside the union of a:2 and a:3.  The leaf a:4 has no gist.
Dataset Small() {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 1.1<1 1.2<1 2 3 4!"),
                        Catalogue("b", "1 2 3 4")};
  AddRegime(dataset, "a");
  AddRegime(dataset, "b");
  AddTable(
      dataset, "a", "b",
      {"2 subset-of 2", "2+3 superset-of 1", "3 overlaps 3", "4 subset-of 4"});
  return dataset;
}

struct CoverageCase {
  const char* what;
  std::vector<Answer> answers;
  const char* control;
  const char* interval;
};

TEST(CoverageTest, SpreadsAnswersAsTheDesignSays) {
  const Dataset dataset = Small();
  const Knowledge knowledge(dataset);
  const CoverageCase cases[] = {
      {"nothing said", {}, "b:2", "none..all"},
      {"met itself", {{"b:2", Status::kMet}}, "b:2", "all..all"},
      {"partly itself", {{"b:2", Status::kPartly}}, "b:2", "some..some"},
      {"planned itself", {{"b:2", Status::kPlanned}}, "b:2", "none..some"},
      {"container met", {{"b:2", Status::kMet}}, "a:2", "all..all"},
      {"contained met", {{"a:2", Status::kMet}}, "b:2", "some..all"},
      {"contained not met", {{"a:2", Status::kNotMet}}, "b:2", "none..some"},
      {"container not met says nothing below",
       {{"b:2", Status::kNotMet}},
       "a:2",
       "none..all"},
      {"overlap met", {{"a:3", Status::kMet}}, "b:3", "some..all"},
      {"overlap partly says nothing",
       {{"a:3", Status::kPartly}},
       "b:3",
       "none..all"},
      {"one part of a union", {{"a:2", Status::kMet}}, "b:1", "none..all"},
      {"all parts of a union",
       {{"a:2", Status::kMet}, {"a:3", Status::kMet}},
       "b:1",
       "all..all"},
      {"an open parent is not met by its children",
       {{"a:1.1", Status::kMet}, {"a:1.2", Status::kMet}},
       "a:1",
       "some..all"},
      {"not applicable says nothing",
       {{"b:2", Status::kNotApplicable}},
       "a:2",
       "none..all"},
      {"a leaf without a gist is not inferred",
       {{"b:4", Status::kMet}},
       "a:4",
       "none..all"},
  };
  for (const CoverageCase& c : cases) {
    const Coverage coverage(dataset, knowledge, Answers(dataset, c.answers));
    EXPECT_EQ(Interval(coverage, Ref(dataset, c.control)), c.interval)
        << c.what;
    EXPECT_TRUE(coverage.Conflicts().empty()) << c.what;
  }
}

TEST(CoverageTest, KeepsTheAnswerABoundCameFrom) {
  const Dataset dataset = Small();
  const Knowledge knowledge(dataset);
  const Coverage coverage(dataset, knowledge,
                          Answers(dataset, {{"b:2", Status::kMet}}));
  EXPECT_EQ(coverage.Of(Ref(dataset, "a:2")).lo_from,
            knowledge.network().NodeOf(Ref(dataset, "b:2")));
}

TEST(CoverageTest, ShowsAnswersThatCannotAllBeRight) {
  const Dataset dataset = Small();
  const Knowledge knowledge(dataset);
  const Coverage coverage(
      dataset, knowledge,
      Answers(dataset, {{"b:2", Status::kMet}, {"a:2", Status::kNotMet}}));
  EXPECT_FALSE(coverage.Conflicts().empty());
}

struct InferenceCase {
  const char* what;
  std::vector<Answer> answers;
  const char* control;
  const char* inferred;
  std::vector<std::string> steps;  // "to<from", with "*" for no answer
};

TEST(CoverageTest, SaysWhatOtherAnswersProveAndWhy) {
  const Dataset dataset = Small();
  const Knowledge knowledge(dataset);
  const InferenceCase cases[] = {
      {"nothing", {}, "a:2", "", {}},
      {"its own answer", {{"a:2", Status::kMet}}, "a:2", "", {}},
      {"container met", {{"b:2", Status::kMet}}, "a:2", "met", {"a:2<b:2"}},
      {"contained met", {{"a:2", Status::kMet}}, "b:2", "some", {"b:2<a:2"}},
      {"contained not met",
       {{"a:2", Status::kNotMet}},
       "b:2",
       "not-all",
       {"b:2<a:2"}},
      {"contained partly",
       {{"a:2", Status::kPartly}},
       "b:2",
       "partly",
       {"b:2<a:2"}},
      {"stated, and more is known",
       {{"b:2", Status::kPlanned}, {"a:2", Status::kMet}},
       "b:2",
       "some",
       {"b:2<a:2"}},
      {"all parts of a union",
       {{"b:2", Status::kMet}, {"a:3", Status::kMet}},
       "b:1",
       "met",
       {"a:2<b:2", "a:3<a:3", "b:1<a:2+3*"}},
      {"a conflict, seen from its own answer",
       {{"b:2", Status::kMet}, {"a:2", Status::kNotMet}},
       "a:2",
       "conflict",
       {"a:2<b:2", "a:2<a:2"}},
      {"and from the other",
       {{"b:2", Status::kMet}, {"a:2", Status::kNotMet}},
       "b:2",
       "conflict",
       {"b:2<b:2", "b:2<a:2"}},
  };
  for (const InferenceCase& c : cases) {
    const Coverage coverage(dataset, knowledge, Answers(dataset, c.answers));
    const ControlRef ref = Ref(dataset, c.control);
    EXPECT_STREQ(ToString(coverage.InferredOf(ref)), c.inferred) << c.what;
    std::vector<std::string> steps;
    for (const Coverage::Step& step : coverage.StepsOf(ref)) {
      const auto name = [&](int node) {
        const NetworkNode& n = knowledge.network().node(node);
        return NameOf(dataset, n.framework, n.controls);
      };
      steps.push_back(name(step.to) + "<" + name(step.from) +
                      (step.answer ? "" : "*"));
      EXPECT_EQ(knowledge.closure().Get(step.to, step.from) & ~step.needed, 0)
          << c.what;
    }
    EXPECT_EQ(steps, c.steps) << c.what;
  }
}

TEST(PlanTest, FindsTheLeastSetAndTheGreedyOrder) {
  const Dataset dataset = Small();
  const Knowledge knowledge(dataset);
  const Profile profile = ProfileWith({});
  const ApplicabilityMap applicability(dataset, profile, {2027, 1, 15});
  // 1.1 and 1.2 are met; b:2 covers a:2, and a:2 with a:3 covers b:1.
  const Plan plan =
      MakePlan(dataset, knowledge, applicability,
               Answers(dataset, {{"a:1.1", Status::kMet},
                                 {"a:1.2", Status::kMet},
                                 {"b:4", Status::kNotApplicable}}),
               {0, 1});
  std::vector<std::string> minimum;
  for (const ControlRef& ref : plan.minimum) {
    minimum.push_back(NameOf(dataset, ref));
  }
  EXPECT_EQ(minimum, (std::vector<std::string>{"a:3", "b:2", "b:3"}));
  EXPECT_TRUE(plan.proved);
  EXPECT_EQ(plan.targets.size(), 5U);
  ASSERT_FALSE(plan.greedy.empty());
  EXPECT_EQ(NameOf(dataset, plan.greedy[0].control), "b:2");
  EXPECT_EQ(plan.greedy[0].covers.size(), 2U);
}

}  // namespace
}  // namespace mapper
