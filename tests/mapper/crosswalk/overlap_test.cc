#include "mapper/crosswalk/overlap.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

using Lines = std::vector<std::string>;

Lines Dump(const Dataset& dataset, const std::vector<const Link*>& links) {
  Lines lines;
  for (const Link* link : links) {
    lines.push_back(NameOf(dataset, link->source_framework, link->source) +
                    " " + std::to_string(link->set) + " " +
                    NameOf(dataset, link->target_framework, link->target));
  }
  return lines;
}

TEST(OverlapTest, LeavesOutWhatFollowsFromControlsFurtherDown) {
  static const struct {
    const char* what;
    std::vector<std::string> rows;
    Lines specific;
  } kCases[] = {
      {"both rows of two pairs",
       {"1 overlaps 1", "2 overlaps 2"},
       {"a:1 15 b:1", "a:2 15 b:2"}},
      {"the wider of two overlaps",
       {"1 overlaps 1", "1.1 overlaps 1"},
       {"a:1.1 15 b:1"}},
      {"the wider on both sides",
       {"1 overlaps 1", "1.1 overlaps 1.1"},
       {"a:1.1 15 b:1.1"}},
      {"more than its row is derived, under the same word",
       {"1 intersects-with 1", "1.1 overlaps 1"},
       {"a:1.1 15 b:1"}},
      {"more than its row is derived, under another word",
       {"1 overlaps 1", "1 no-relationship 1.1", "1.1 no-relationship 1"},
       {"a:1 8 b:1"}},
      {"not a containment",
       {"1 subset-of 1", "1.1 intersects-with 1.1"},
       {"a:1 2 b:1", "a:1.1 8 b:1.1"}},
      {"not when they cross",
       {"1 overlaps 1.1", "1.1 overlaps 1"},
       {"a:1 15 b:1.1", "a:1.1 15 b:1"}},
      {"what is apart", {"1 no-relationship 1", "2 no-relationship -"}, {}},
      {"not a union",
       {"1+2 overlaps 1", "1.1 overlaps 1"},
       {"a:1+2 15 b:1", "a:1.1 15 b:1"}},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1 1.1<1 2"),
                          Catalogue("b", "1 1.1<1 2")};
    AddTable(dataset, "a", "b", c.rows);
    const Knowledge knowledge(dataset);
    EXPECT_EQ(Dump(dataset, SpecificOverlaps(dataset, knowledge, 0, 1)),
              c.specific)
        << c.what;
  }
}

// "h:1: a:1* b:1" per topic; the star marks the strictest.
std::string Dump(const Dataset& dataset, const std::vector<Topic>& topics) {
  std::string text;
  for (const Topic& topic : topics) {
    text += NameOf(dataset, topic.topic) + ":";
    for (const TopicMember& member : topic.members) {
      text +=
          " " + NameOf(dataset, member.control) + (member.strictest ? "*" : "");
    }
    text += "\n";
  }
  return text;
}

Dataset WithHub(const std::vector<std::string>& ab,
                const std::vector<std::string>& ah,
                const std::vector<std::string>& bh) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1 1.1<1 2"), Catalogue("b", "1 2"),
                        Catalogue("h", "1 1.1<1 1.2<1")};
  AddTable(dataset, "a", "b", ab);
  AddTable(dataset, "a", "h", ah);
  AddTable(dataset, "b", "h", bh);
  return dataset;
}

std::string Topics(const Dataset& dataset) {
  const Knowledge knowledge(dataset);
  return Dump(dataset, FindTopics(dataset, knowledge, 2, {0, 1, 2}, nullptr));
}

TEST(OverlapTest, GathersWhatMeetsALeafOfTheHub) {
  static const struct {
    const char* what;
    std::vector<std::string> ab, ah, bh;
    const char* topics;
  } kCases[] = {
      {"nothing", {}, {}, {}, "h:1.1:\nh:1.2:\n"},
      {"a leaf each",
       {},
       {"1.1 overlaps 1.1", "2 subset-of 1.2"},
       {"1 superset-of 1.1"},
       "h:1.1: a:1.1 b:1\nh:1.2: a:2\n"},
      {"each once",
       {},
       {"2 overlaps 1.1", "1.1+2 subset-of 1.1"},
       {},
       "h:1.1: a:1.1 a:2\nh:1.2:\n"},
      {"not a union that meets",
       {},
       {"1.1+2 overlaps 1.1"},
       {},
       "h:1.1:\nh:1.2:\n"},
      {"not by the heading of the hub",
       {},
       {"2 overlaps 1"},
       {},
       "h:1.1:\nh:1.2:\n"},
      {"not what is apart",
       {},
       {"2 no-relationship 1.1"},
       {},
       "h:1.1:\nh:1.2:\n"},
      {"the container is the strictest",
       {"1 superset-of 1"},
       {"1 overlaps 1.1"},
       {"1 overlaps 1.1"},
       "h:1.1: a:1* b:1\nh:1.2:\n"},
      {"contained twice over",
       {"1 superset-of 1"},
       {"1 overlaps 1.1", "1.1 overlaps 1.1"},
       {"1 overlaps 1.1"},
       "h:1.1: a:1* a:1.1 b:1\nh:1.2:\n"},
      {"none when one is not contained",
       {"1 superset-of 1"},
       {"1 overlaps 1.1", "2 overlaps 1.1"},
       {"1 overlaps 1.1"},
       "h:1.1: a:1 a:2 b:1\nh:1.2:\n"},
      {"none when they only meet",
       {"1 overlaps 1"},
       {"1 overlaps 1.1"},
       {"1 overlaps 1.1"},
       "h:1.1: a:1 b:1\nh:1.2:\n"},
      {"none alone", {}, {"1 overlaps 1.1"}, {}, "h:1.1: a:1\nh:1.2:\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Topics(WithHub(c.ab, c.ah, c.bh)), c.topics) << c.what;
  }
}

TEST(OverlapTest, BreaksTiesByLevelThenBinding) {
  static const struct {
    Level a, b;
    Binding a_binding, b_binding;
    const char* topics;
  } kCases[] = {
      {Level::kMust, Level::kShould, Binding::kVoluntary, Binding::kLaw,
       "h:1.1: a:1* b:1\nh:1.2:\n"},
      {Level::kShould, Level::kMust, Binding::kLaw, Binding::kVoluntary,
       "h:1.1: a:1 b:1*\nh:1.2:\n"},
      {Level::kMust, Level::kMust, Binding::kGuidance, Binding::kLaw,
       "h:1.1: a:1 b:1*\nh:1.2:\n"},
      {Level::kMust, Level::kMust, Binding::kGuidance, Binding::kVoluntary,
       "h:1.1: a:1* b:1\nh:1.2:\n"},
  };
  for (const auto& c : kCases) {
    Dataset dataset =
        WithHub({"1 equivalent-to 1"}, {"1 overlaps 1.1"}, {"1 overlaps 1.1"});
    dataset.frameworks[0].controls[0].level = c.a;
    dataset.frameworks[1].controls[0].level = c.b;
    dataset.frameworks[0].binding = c.a_binding;
    dataset.frameworks[1].binding = c.b_binding;
    EXPECT_EQ(Topics(dataset), c.topics);
  }
}

TEST(OverlapTest, LeavesOutWhatDoesNotApply) {
  Dataset dataset =
      WithHub({"1 superset-of 1"}, {"1 overlaps 1.1"}, {"1 overlaps 1.1"});
  AddRegime(dataset, "a", FactExpression("cloud"));
  AddRegime(dataset, "b");
  const Knowledge knowledge(dataset);
  const auto topics = [&](const std::map<std::string, bool>& facts) {
    const Profile profile = ProfileWith(facts);
    const ApplicabilityMap applicability(dataset, profile, {2027, 1, 15});
    return Dump(dataset,
                FindTopics(dataset, knowledge, 2, {0, 1}, &applicability));
  };
  EXPECT_EQ(topics({{"cloud", true}}), "h:1.1: a:1* b:1\nh:1.2:\n");
  EXPECT_EQ(topics({{"cloud", false}}), "h:1.1: b:1\nh:1.2:\n");
}

}  // namespace
}  // namespace mapper
