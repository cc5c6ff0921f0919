#include "mapper/model/facts.h"

#include <gtest/gtest.h>

#include <set>

#include "mapper/base/file.h"
#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr const char kNameChars[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
constexpr const char kValueChars[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

// Rows of the table below a heading of docs/facts.md, as they stand there.
std::vector<std::string> DocumentedRows(const std::string& heading) {
  const std::string page = ReadFile(KAKEHASHI_ROOT "/docs/facts.md");
  std::vector<std::string> rows;
  bool inside = false;
  for (const std::string_view line : Split(page, '\n')) {
    if (StartsWith(line, "## ")) inside = line == "## " + heading;
    if (inside && StartsWith(line, "| ") && !StartsWith(line, "| name |")) {
      rows.emplace_back(line);
    }
  }
  return rows;
}

// A row of such a table; "-" stands for no words.
std::string Row(const char* name, const Words& question,
                const std::vector<const char*>& words) {
  const std::vector<std::string> list(words.begin(), words.end());
  return std::string("| ") + name + " | " + question.ja + " | " + question.en +
         " | " + (list.empty() ? "-" : Join(list, " ")) + " |";
}

void ExpectQuestion(const char* name, const Words& question) {
  EXPECT_TRUE(EndsWith(question.ja, "か") || EndsWith(question.ja, "）"))
      << name;
  EXPECT_TRUE(EndsWith(question.en, "?")) << name;
  EXPECT_EQ(std::string(question.ja).find('\n'), std::string::npos) << name;
  EXPECT_EQ(std::string(question.en).find('\n'), std::string::npos) << name;
  EXPECT_STREQ(Visible(question.ja).c_str(), question.ja) << name;
}

TEST(FactsTest, HaveOwnNamesAndQuestionsInBothLanguages) {
  std::set<std::string> names;
  for (const Fact& fact : Facts()) {
    EXPECT_TRUE(names.insert(fact.name).second) << fact.name;
    EXPECT_EQ(std::string(fact.name).find_first_not_of(kNameChars),
              std::string::npos)
        << fact.name;
    ExpectQuestion(fact.name, fact.question);
    EXPECT_EQ(FindFact(fact.name), &fact);
    EXPECT_EQ(FindAttribute(fact.name), nullptr) << fact.name;
  }
  for (const Attribute& attribute : Attributes()) {
    EXPECT_TRUE(names.insert(attribute.name).second) << attribute.name;
    ExpectQuestion(attribute.name, attribute.question);
    EXPECT_EQ(FindAttribute(attribute.name), &attribute);
    EXPECT_EQ(FindFact(attribute.name), nullptr) << attribute.name;
    std::set<std::string> values;
    for (const char* value : attribute.values) {
      EXPECT_TRUE(values.insert(value).second) << value;
      EXPECT_EQ(std::string(value).find_first_not_of(kValueChars),
                std::string::npos)
          << value;
    }
  }
  EXPECT_EQ(names,
            std::set<std::string>(KnownNames().begin(), KnownNames().end()));
  for (const char* keyword : {"and", "or", "not", "in"}) {
    EXPECT_EQ(names.count(keyword), 0U) << keyword;
  }
}

TEST(FactsTest, ImplyKnownFactsAndNeverThemselves) {
  for (const Fact& fact : Facts()) {
    std::set<std::string> reached;
    std::vector<std::string> open = {fact.name};
    while (!open.empty()) {
      const Fact* from = FindFact(open.back());
      open.pop_back();
      ASSERT_NE(from, nullptr) << "implied by " << fact.name;
      for (const char* implied : from->implies) {
        EXPECT_STRNE(implied, fact.name) << "in a circle";
        if (reached.insert(implied).second) open.emplace_back(implied);
      }
    }
  }
}

TEST(FactsTest, AreDocumentedWordForWord) {
  std::vector<std::string> facts;
  for (const Fact& fact : Facts()) {
    facts.push_back(Row(fact.name, fact.question, fact.implies));
  }
  EXPECT_EQ(DocumentedRows("事実 (facts)"), facts);
  std::vector<std::string> attributes;
  for (const Attribute& attribute : Attributes()) {
    attributes.push_back(
        Row(attribute.name, attribute.question, attribute.values));
  }
  EXPECT_EQ(DocumentedRows("属性 (attributes)"), attributes);
}

TEST(FactsTest, FindsNothingUnderOtherNames) {
  for (const char* name : {"", "-", "LGWAN", "lgwan ", "and", "水"}) {
    EXPECT_EQ(FindFact(name), nullptr) << name;
    EXPECT_EQ(FindAttribute(name), nullptr) << name;
  }
}

}  // namespace
}  // namespace mapper
