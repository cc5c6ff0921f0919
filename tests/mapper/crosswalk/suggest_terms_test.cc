#include "mapper/crosswalk/suggest_terms.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"

namespace mapper {
namespace {

TEST(SuggestTermsTest, Reads) {
  static const struct {
    const char* text;
    const char* words;  // shown ones, in order
  } kCases[] = {
      {"台帳", "台帳"},
      {"台帳を持つ", "台帳 台帳を 帳を 帳を持 を持 を持つ 持つ"},
      {"ｻｰﾊﾞ", "サー サーバ ーバ"},
      {"することになる", ""},
      {"鍵", "鍵"},
      {"鍵。棚", "鍵 棚"},
      {"ＣＳＩＲＴの設置", "csirt の設 の設置 設置"},
      {"Managing users", "manag- user-"},
      {"a I", ""},
      {"", ""},
      {"、。（）…", ""},
      {"\xff\xfe", ""},
  };
  for (const auto& c : kCases) {
    TermVocabulary vocabulary;
    std::vector<TermWeight> terms;
    vocabulary.Read(c.text, terms);
    std::vector<std::string> words;
    for (const TermWeight& entry : terms) {
      const std::string word = vocabulary.Text(entry.term);
      if (!word.empty()) words.push_back(word);
    }
    EXPECT_EQ(Join(words, " "), c.words) << c.text;
  }
}

TEST(SuggestTermsTest, Stems) {
  static const struct {
    const char* word;
    const char* stem;
  } kCases[] = {
      {"policies", "polic"},
      {"policy", "polic"},
      {"access", "access"},
      {"planned", "plan"},
      {"planning", "plan"},
      {"as", "as"},
      {"", ""},
      {"information", "inform"},
      {"sing", "sing"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Stem(c.word), c.stem) << c.word;
}

TEST(SuggestTermsTest, KnowsJapanese) {
  EXPECT_TRUE(IsJapanese("ISO の規格"));
  EXPECT_FALSE(IsJapanese("Access control"));
  EXPECT_FALSE(IsJapanese(""));
}

}  // namespace
}  // namespace mapper
