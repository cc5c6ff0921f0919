#include "mapper/crosswalk/checklist.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "mapper/crosswalk/coverage.h"
#include "tests/mapper/crosswalk/random_dataset.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

// A framework that binds and applies to everyone.
void AddBinding(Dataset& dataset, const std::string& id,
                const std::string& controls,
                Binding binding = Binding::kGuidance,
                const std::set<std::string>& closed = {}) {
  dataset.frameworks.push_back(Catalogue(id, controls, closed));
  dataset.frameworks.back().binding = binding;
}

Checklist Make(const Dataset& dataset, const Profile& profile,
               const Assessments& assessments = {}) {
  const Knowledge knowledge(dataset);
  const ApplicabilityMap applicability(dataset, profile, {2027, 1, 15});
  return MakeChecklist(dataset, knowledge, applicability, assessments);
}

// "a:1 [b:1 b:2] ~a:3" a line: what is answered with it, what is related.
std::string Dump(const Dataset& dataset, const Checklist& checklist) {
  std::string out;
  for (const Question& question : checklist.questions) {
    out += NameOf(dataset, question.control);
    if (question.to_confirm) out += "?";
    std::vector<std::string> names;
    for (const AnsweredWith& answered : question.answered) {
      names.push_back(NameOf(dataset, answered.control));
      for (std::size_t i = 1; i < answered.questions.size(); ++i) {
        names.back() += "|" + NameOf(dataset, answered.questions[i]);
      }
    }
    if (!names.empty()) out += " [" + Join(names, " ") + "]";
    for (const ControlRef& related : question.related) {
      out += " ~" + NameOf(dataset, related);
    }
    out += "\n";
  }
  return out;
}

struct Table {
  const char* from;
  const char* to;
  std::vector<std::string> rows;
};

struct ChecklistCase {
  const char* what;
  const char* a;  // law
  const char* b;  // guidance
  const char* c;  // guidance
  std::vector<Table> tables;
  const char* questions;
};

TEST(ChecklistTest, AsksOnceWhatSeveralItemsDemand) {
  const ChecklistCase cases[] = {
      {"nothing shared", "1", "1", "1", {}, "a:1\nb:1\nc:1\n"},
      {"law goes before guidance among equivalents",
       "1",
       "1",
       "1",
       {{"a", "b", {"1 equivalent-to 1"}}, {"b", "c", {"1 equal-to 1"}}},
       "a:1 [b:1 c:1]\n"},
      {"guidance that contains a law is asked",
       "1",
       "1",
       "1",
       {{"a", "b", {"1 subset-of 1"}}},
       "b:1 [a:1]\nc:1\n"},
      {"a chain is answered with its end",
       "1",
       "1",
       "1",
       {{"a", "b", {"1 subset-of 1"}}, {"b", "c", {"1 subset-of 1"}}},
       "c:1 [a:1 b:1]\n"},
      {"in two questions, and answered with the first",
       "1",
       "1",
       "1",
       {{"a", "b", {"1 subset-of 1"}}, {"a", "c", {"1 subset-of 1"}}},
       "b:1 [a:1|c:1] ~c:1\nc:1 ~a:1 ~b:1\n"},
      {"a heading with demands of its own answers nothing below it",
       "1 1.1<1 1.2<1",
       "1",
       "1",
       {},
       "a:1\na:1.1\na:1.2\nb:1\nc:1\n"},
      {"nor what only the heading contains",
       "1 1.1<1",
       "1",
       "1",
       {{"a", "b", {"1 superset-of 1"}}},
       "a:1\na:1.1\nb:1\nc:1\n"},
      {"a heading inside an item is answered with it",
       "1 1.1<1",
       "1",
       "1",
       {{"a", "b", {"1 subset-of 1"}}},
       "b:1 [a:1 a:1.1]\nc:1\n"},
      {"a heading without a gist is no item",
       "1! 1.1<1",
       "1",
       "1",
       {},
       "a:1.1\nb:1\nc:1\n"},
      {"overlaps are related, each seen from both",
       "1",
       "1",
       "1",
       {{"a", "b", {"1 overlaps 1"}}, {"a", "c", {"1 intersects-with 1"}}},
       "a:1 ~b:1 ~c:1\nb:1 ~a:1\nc:1 ~a:1\n"},
      {"what follows from an item below is not listed of its heading",
       "1 1.1<1",
       "1",
       "1",
       {{"a", "b", {"1.1 overlaps 1"}}},
       "a:1\na:1.1 ~b:1\nb:1 ~a:1.1\nc:1\n"},
      {"a union answers nothing alone",
       "1",
       "1 2",
       "1",
       {{"a", "b", {"1 subset-of 1+2"}}},
       "a:1\nb:1\nb:2\nc:1\n"},
  };
  for (const ChecklistCase& c : cases) {
    Dataset dataset;
    AddBinding(dataset, "a", c.a, Binding::kLaw);
    AddBinding(dataset, "b", c.b);
    AddBinding(dataset, "c", c.c);
    for (const char* id : {"a", "b", "c"}) AddRegime(dataset, id);
    for (const Table& table : c.tables) {
      AddTable(dataset, table.from, table.to, table.rows);
    }
    const Profile profile = ProfileWith({});
    const Checklist checklist = Make(dataset, profile);
    EXPECT_EQ(Dump(dataset, checklist), c.questions) << c.what;
    EXPECT_EQ(checklist.items,
              checklist.questions.size() + checklist.answered_with)
        << c.what;
  }
}

// a:1 and b:1 are equivalent; whether `a` applies depends on the fact "cloud".
Dataset MayNotApply() {
  Dataset dataset;
  AddBinding(dataset, "a", "1", Binding::kLaw);
  AddBinding(dataset, "b", "1 2");
  AddRegime(dataset, "a", FactExpression("cloud"));
  AddRegime(dataset, "b");
  AddTable(dataset, "a", "b", {"1 superset-of 1"});
  return dataset;
}

TEST(ChecklistTest, DoesNotRestOnWhatMayNotApply) {
  const Dataset dataset = MayNotApply();
  EXPECT_EQ(Dump(dataset, Make(dataset, ProfileWith({{"cloud", true}}))),
            "a:1 [b:1]\nb:2\n");
  EXPECT_EQ(Dump(dataset, Make(dataset, ProfileWith({}))),
            "a:1? ~b:1\nb:1 ~a:1\nb:2\n");
  EXPECT_EQ(Dump(dataset, Make(dataset, ProfileWith({{"cloud", false}}))),
            "b:1\nb:2\n");
}

TEST(ChecklistTest, AsksAgainWhatWasAnsweredWithANotApplicableItem) {
  const Dataset dataset = MayNotApply();
  Assessments assessments;
  assessments[Ref(dataset, "a:1")].status = Status::kNotApplicable;
  EXPECT_EQ(
      Dump(dataset, Make(dataset, ProfileWith({{"cloud", true}}), assessments)),
      "a:1 ~b:1\nb:1 ~a:1\nb:2\n");
}

TEST(ChecklistTest, KeepsWhatHasAnAnswerOfItsOwn) {
  const Dataset dataset = MayNotApply();
  Assessments assessments;
  assessments[Ref(dataset, "b:1")].status = Status::kPartly;
  assessments[Ref(dataset, "a:1")].status = Status::kUnknown;
  EXPECT_EQ(
      Dump(dataset, Make(dataset, ProfileWith({{"cloud", true}}), assessments)),
      "a:1 ~b:1\nb:1 ~a:1\nb:2\n");
}

TEST(ChecklistTest, NamesLevelRegimesDepartmentsAndProof) {
  Dataset dataset = MayNotApply();
  dataset.frameworks[0].controls[0].level = Level::kShould;
  dataset.frameworks[0].controls[0].lead = Role::kBousai;
  dataset.frameworks[1].controls[0].lead = Role::kIct;
  dataset.frameworks[1].controls[1].lead = Role::kPr;
  Profile profile = ProfileWith({{"cloud", true}});
  profile.departments[Role::kBousai] = {"危機管理課", "消防"};
  profile.departments[Role::kIct] = {"情報政策課", "消防"};
  const Checklist checklist = Make(dataset, profile);
  ASSERT_EQ(checklist.questions.size(), 2U);
  const Question& question = checklist.questions[0];
  EXPECT_EQ(NameOf(dataset, question.strictest), "b:1");
  EXPECT_EQ(question.frameworks, (std::vector<int>{0, 1}));
  EXPECT_EQ(question.lead, (std::vector<std::string>{"危機管理課", "消防"}));
  EXPECT_EQ(question.support, (std::vector<std::string>{"情報政策課"}));
  ASSERT_EQ(question.answered.size(), 1U);
  ASSERT_EQ(question.answered[0].proof.size(), 1U);
  EXPECT_EQ(PlaceOf(dataset, question.answered[0].proof[0]), "a--b.tsv:1");
  EXPECT_TRUE(checklist.questions[1].lead.empty());
  EXPECT_EQ(checklist.without_lead, 1U);
}

TEST(ChecklistTest, CountsTopicsAndLeavesOutWhatDoesNotBind) {
  Dataset dataset;
  AddBinding(dataset, "a", "1 2", Binding::kVoluntary);
  AddBinding(dataset, "b", "1 1.1<1", Binding::kLaw, {"1"});
  AddBinding(dataset, "c", "1 2", Binding::kVoluntary);
  dataset.frameworks[2].topic_list = true;
  for (const char* id : {"a", "b", "c"}) AddRegime(dataset, id);
  AddTable(dataset, "b", "c", {"1.1 equivalent-to 1"});
  const Checklist checklist = Make(dataset, ProfileWith({}));
  EXPECT_EQ(Dump(dataset, checklist), "b:1.1 [c:1]\nc:2\n");
  EXPECT_EQ(checklist.topics, 2U);
}

// The rows contradict each other: nothing is derived from them, every item is
// asked, and none is lost.
TEST(ChecklistTest, AsksEverythingWhereTablesClash) {
  Dataset dataset;
  AddBinding(dataset, "a", "1");
  AddBinding(dataset, "b", "1");
  AddRegime(dataset, "a");
  AddRegime(dataset, "b");
  AddTable(dataset, "a", "b", {"1 subset-of 1", "1 superset-of 1"});
  EXPECT_EQ(Dump(dataset, Make(dataset, ProfileWith({}))), "a:1\nb:1\n");
}

// On datasets with a model: every item is a question or answered with exactly
// one, which contains it in the model; and who answers every question with
// "met" has met every item.
TEST(ChecklistTest, AnswersEveryItemOnceOnRandomDatasets) {
  std::size_t answered_with = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    RandomDataset made = MakeRandomDataset(random, 6);
    for (Framework& framework : made.dataset.frameworks) {
      framework.binding = Binding::kGuidance;
      for (Control& control : framework.controls) {
        control.level = Level::kMust;
      }
      AddRegime(made.dataset, framework.id);
    }
    const Dataset& dataset = made.dataset;
    const Profile profile = ProfileWith({});
    const Knowledge knowledge(dataset);
    const ApplicabilityMap applicability(dataset, profile, {2027, 1, 15});
    const Checklist checklist =
        MakeChecklist(dataset, knowledge, applicability, {});
    std::map<ControlRef, int> seen;
    Assessments met;
    const auto demands = [&](const ControlRef& ref) {
      return made.Of(ref.framework, {ref.control});
    };
    for (const Question& question : checklist.questions) {
      ++seen[question.control];
      met[question.control].status = Status::kMet;
      for (const AnsweredWith& answered : question.answered) {
        ++seen[answered.control];
        ASSERT_EQ(answered.questions.front(), question.control);
        for (const ControlRef& container : answered.questions) {
          EXPECT_EQ(demands(answered.control) & ~demands(container), Demands())
              << seed;
        }
      }
    }
    const Coverage coverage(dataset, knowledge, met);
    std::size_t items = 0;
    for (std::size_t f = 0; f < dataset.frameworks.size(); ++f) {
      const Framework& framework = dataset.frameworks[f];
      for (std::size_t i = 0; i < framework.controls.size(); ++i) {
        const ControlRef ref{static_cast<int>(f), static_cast<int>(i)};
        if (!framework.IsItem(framework.controls[i])) {
          EXPECT_EQ(seen.count(ref), 0U) << seed;
          continue;
        }
        ++items;
        EXPECT_EQ(seen[ref], 1) << seed << ' ' << NameOf(dataset, ref);
        EXPECT_EQ(coverage.Of(ref).lo, Extent::kAll) << seed;
      }
    }
    EXPECT_EQ(checklist.items, items);
    EXPECT_EQ(checklist.questions.size() + checklist.answered_with, items);
    EXPECT_TRUE(coverage.Conflicts().empty()) << seed;
    answered_with += checklist.answered_with;
  }
  EXPECT_GT(answered_with, 50U);
}

}  // namespace
}  // namespace mapper
