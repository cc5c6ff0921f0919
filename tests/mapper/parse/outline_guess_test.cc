#include "mapper/parse/outline_guess.h"

#include <gtest/gtest.h>

#include "mapper/base/file.h"
#include "mapper/parse/document.h"
#include "mapper/parse/outline_reader.h"
#include "tests/mapper/shared_sources.h"

namespace mapper {
namespace {

// "第n章 2, 第n条 3" of what was found; "" when nothing was.
std::string Counts(const OutlineGuess& guess) {
  std::string out;
  if (!guess.found) return out;
  for (const auto& [mark, count] : guess.outline.counts) {
    out += (out.empty() ? "" : ", ") + mark + " " + std::to_string(count);
  }
  return out;
}

TEST(OutlineGuessTest, FindsListsAndTheirNesting) {
  static const struct {
    const char* what;
    const char* text;
    const char* counts;
  } kCases[] = {
      {"chapters and numbers",
       "第1章 総則\n1 目的\n本文がここにある。\n2 定義\n本文。\n"
       "第2章 対策\n1 組織\n本文。\n2 技術\n本文。\n3 人\n本文。\n",
       "第n章 2, n 5"},
      {"dots", "1. 目的\n1.1 対象\n1.2 範囲\n2. 対策\n2.1 組織\n2.2 技術\n",
       "n. 2, n.n 4"},
      {"parentheses above kana, against the usual order",
       "（１）体制\nア 責任者を置く。\nイ 担当を置く。\n"
       "（２）教育\nア 毎年行う。\nイ 記録を残す。\n（３）点検\nア "
       "自ら行う。\n",
       "(n) 3, ア 5"},
      {"circled numbers below",
       "1 目的\n① 守る。\n② 続ける。\n2 体制\n① 置く。\n② 定める。\n③ "
       "見直す。\n",
       "n 2, ① 5"},
      {"numbers in running text are none of it",
       "1. 目的\n令和8年に\n2026 年から始める。\n2. 体制\n責任者は\n3 "
       "人とする。\n"
       "3. 教育\n本文。\n4. 点検\n本文。\n5. 監査\n本文。\n6. 見直し\n本文。\n",
       "n. 6"},
      {"a notice",
       "第１　趣旨\n１　目的\n本文。\n２　定義\n本文。\n"
       "第２　対策\n１　組織\n本文。\n２　技術\n本文。\n第３　施行\n本文。\n",
       "第n 3, n 4"},
      {"paragraphs of articles, whose first bears no number",
       "第1条 目的\n2 続き。\n3 続き。\n第2条 定義\n2 続き。\n第3条 雑則\n"
       "附則\n1 施行する。\n2 経過措置。\n第1条 特例\n",
       "附則 1, 第n条 4, n 5"},
      {"nothing", "", ""},
      {"a letter",
       "拝啓\n時下ますます御清栄のこととお慶び申し上げます。\n敬具\n", ""},
      {"bullets number nothing",
       "・一つ目\n・二つ目\n・三つ目\n・四つ目\n・五つ目\n・六つ目\n", ""},
      {"points on slides, each page anew",
       "背景\n1 一つ目\n2 二つ目\n\f方針\nい\nろ\nは\n\f体制\n1 "
       "一つ目\n\f教育\n"
       "に\nほ\n\f点検\n1 一つ目\n\f終わり\nへ\n",
       ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Counts(GuessOutline(c.text, "X")), c.counts) << c.what;
  }
}

TEST(OutlineGuessTest, WritesATableThatReadsTheDocumentAgain) {
  const std::string text =
      "みどり市 規程集\n第1章 総則\n1 目的\n本文。\n2 "
      "\"定義\"\n意味を置く。\n\f"
      "みどり市 規程集\n第2章 対策\n1 組織\n本文。\n2 技術\n守りを置く。\n\f"
      "みどり市 規程集\n第3章 雑則\n1 委任\n本文。\n2 施行\n日を置く。\n";
  const OutlineGuess guess = GuessOutline(text, "MD");
  ASSERT_TRUE(guess.found);
  EXPECT_EQ(guess.rules.skip, std::vector<std::string>{"みどり市 規程集"});
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec("framework.toml",
                                    WriteOutlineToml(guess.rules), diagnostics);
  ASSERT_TRUE(spec) << ToString(diagnostics.all()[0]);
  const Outline again = ReadOutline("document", text, *spec, diagnostics);
  ASSERT_EQ(again.controls.size(), guess.outline.controls.size());
  for (std::size_t i = 0; i < again.controls.size(); ++i) {
    EXPECT_EQ(again.controls[i].id, guess.outline.controls[i].id);
    EXPECT_EQ(again.controls[i].title, guess.outline.controls[i].title);
  }
  EXPECT_EQ(again.controls[1].title, "目的");
}

// What people wrote in the frameworks' own [outline] is the truth.
TEST(OutlineGuessTest, ReadsTheSuppliedDocuments) {
  static const struct {
    const char* path;
    const char* counts;  // the beginning of them; "": none found
  } kCases[] = {
      {"sources/gov-unified-2025/gov-unified-2025.txt",
       "第n部 7, n.n 24, n.n.n 59, n.n.n(n) 151, (a) 381, (ア) 79"},
      {"sources/law/327AC0000000292.md", "第n章 6, "},
      {"sources/law/412M50000100015.md",
       "附則 15, 第n条 27, n 19, 一 120, イ 29, (n) 3, (i) 4"},
      {"sources/law/507AC0000000042.md",
       "第n章 4, 附則 1, 第n節 1, 第n条 32, n 33, 一 37"},
      {"sources/lar-16-3/soumu-shishin-an-r7-3-4.pdf", ""},
      {"sources/mic-lg-2026/mic-overview-deck-2026.pdf", ""},
  };
  for (const auto& c : kCases) {
    const std::string path = SharedPath(c.path);
    if (path.empty()) return;
    Diagnostics diagnostics;
    const OutlineGuess guess =
        GuessOutline(ReadDocumentText(path, ReadFile(path), diagnostics), "X");
    const std::string counts = Counts(guess);
    EXPECT_EQ(counts.substr(0, std::string(c.counts).size()), c.counts)
        << c.path << ": " << counts;
    if (*c.counts == '\0') {
      EXPECT_EQ(counts, "") << c.path;
      EXPECT_FALSE(guess.seen.empty()) << "says what there was";
    }
  }
}

}  // namespace
}  // namespace mapper
