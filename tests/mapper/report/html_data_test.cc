#include "mapper/report/html_data.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "tests/mapper/report/page_input.h"

namespace mapper {
namespace {

using rapidjson::Value;

class HtmlDataTest : public ::testing::Test {
 protected:
  void Load(const std::string& profile, bool with_status) {
    page_ = std::make_unique<PageInput>(profile, with_status, Language::kJa);
    text_ = HtmlData(page_->input);
    json_.Parse(text_.c_str(), text_.size());
    ASSERT_FALSE(json_.HasParseError());
  }

  std::string Text(const Value& number) const {
    return json_["strings"][number.GetUint()].GetString();
  }
  const Value& Control(const Value& number) const {
    return json_["controls"][number.GetUint()];
  }

  std::unique_ptr<PageInput> page_;
  std::string text_;
  rapidjson::Document json_;
};

TEST_F(HtmlDataTest, IsHarmlessInsideAScriptElement) {
  for (const char* profile : {"town.toml", "hostile.toml"}) {
    Load(profile, true);
    EXPECT_EQ(text_.find_first_of("<>&"), std::string::npos) << profile;
    EXPECT_EQ(text_.find("\xE2\x80\xA8"), std::string::npos) << profile;
    EXPECT_EQ(text_.find("\xE2\x80\xAE"), std::string::npos) << profile;
  }
  EXPECT_EQ(Text(json_["head"]["organization"][0]), "赤<U+001B>[31m村<U+202E>");
}

TEST_F(HtmlDataTest, HoldsTheFiguresOfTheSummary) {
  Load("town.toml", true);
  for (const Total& total : SummaryTotals(page_->ja)) {
    EXPECT_EQ(json_["summary"]["totals"][total.machine].GetUint64(),
              total.value)
        << total.machine;
  }
  ASSERT_EQ(json_["summary"]["groups"].Size(), page_->ja.groups.size());
  for (rapidjson::SizeType i = 0; i < page_->ja.groups.size(); ++i) {
    const Value& group = json_["summary"]["groups"][i];
    EXPECT_EQ(Text(group[0][0]), page_->ja.groups[i].title);
    EXPECT_EQ(Text(group[0][1]), page_->en.groups[i].title);
    EXPECT_EQ(group[2].GetUint64(), page_->ja.groups[i].size);
  }
}

TEST_F(HtmlDataTest, HoldsEveryComparisonControlByControl) {
  Load("town.toml", true);
  const auto& comparisons = page_->world.comparisons;
  ASSERT_EQ(json_["gaps"].Size(), comparisons.size());
  for (rapidjson::SizeType i = 0; i < comparisons.size(); ++i) {
    const std::string states = json_["gaps"][i][2].GetString();
    const std::string counted = json_["gaps"][i][3].GetString();
    ASSERT_EQ(states.size(), comparisons[i].rows.size());
    std::array<int, 6> totals{};
    for (std::size_t c = 0; c < states.size(); ++c) {
      if (counted[c] == '1')
        ++totals[static_cast<std::size_t>(states[c] - '0')];
    }
    EXPECT_EQ(totals, comparisons[i].totals);
  }
}

TEST_F(HtmlDataTest, HoldsEveryLinkWithItsProof) {
  Load("town.toml", true);
  const auto& world = page_->world;
  std::size_t links = 0;
  std::size_t derived = 0;
  for (const int a : world.context.frameworks) {
    for (const int b : world.context.frameworks) {
      links += world.knowledge->Links(a, b).size();
    }
  }
  ASSERT_EQ(json_["links"].Size(), links);
  for (const Value& link : json_["links"].GetArray()) {
    ASSERT_GE(link[7].Size(), 1U);
    if (link[5].GetInt() == 2) ++derived;
    for (const Value& step : link[7].GetArray()) {
      if (step.IsUint()) {
        EXPECT_LT(step.GetUint(), json_["rows"].Size());
      } else {
        // A fact of a catalogue: kind, and controls on both sides.
        EXPECT_GE(Control(step[1][0]).Size(), 1U);
        EXPECT_GE(Control(step[2][0]).Size(), 1U);
      }
    }
  }
  EXPECT_GT(derived, 0U);
}

TEST_F(HtmlDataTest, SaysWhereAnInferredStateIsFrom) {
  Load("town.toml", true);
  ASSERT_GT(json_["inferred"].Size(), 0U);
  for (const Value& inferred : json_["inferred"].GetArray()) {
    EXPECT_GT(inferred[1].GetInt(), 0);
    EXPECT_GT(inferred[2].Size(), 0U);
    for (const Value& step : inferred[2].GetArray()) {
      EXPECT_GT(step[0].Size(), 0U);
      // An answer of the control's own needs no proof, others do.
      EXPECT_EQ(step[3].Size() == 0, step[0] == step[1]);
    }
  }
  Load("town.toml", false);
  EXPECT_EQ(json_["inferred"].Size(), 0U);
  EXPECT_EQ(json_["answers"].Size(), 0U);
  EXPECT_FALSE(json_["head"]["status"].GetBool());
}

TEST_F(HtmlDataTest, CarriesListingsInBothLanguages) {
  Load("town.toml", false);
  ASSERT_EQ(json_["tables"].Size(), 1U);
  const Value& table = json_["tables"][0];
  const HtmlTable& given = page_->input.tables[0];
  EXPECT_EQ(Text(table[0]), "regimes");
  ASSERT_EQ(table[3].Size(), given.ja.rows.size());
  ASSERT_EQ(table[4].Size(), given.en.rows.size());
  for (rapidjson::SizeType i = 0; i < given.ja.rows.size(); ++i) {
    for (rapidjson::SizeType k = 0; k < given.ja.rows[i].size(); ++k) {
      EXPECT_EQ(Text(table[3][i][k]), given.ja.rows[i][k]);
      EXPECT_EQ(Text(table[4][i][k]), given.en.rows[i][k]);
    }
  }
}

TEST_F(HtmlDataTest, StandsWithoutAHub) {
  PageInput page("town.toml", true, Language::kJa);
  page.world.context.hub = -1;
  json_.Parse(HtmlData(page.input).c_str());
  ASSERT_FALSE(json_.HasParseError());
  EXPECT_EQ(json_["topics"].Size(), 0U);
  EXPECT_EQ(json_["head"]["hub"].GetInt(), -1);
}

}  // namespace
}  // namespace mapper
