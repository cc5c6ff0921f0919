// Texts laid out as pdftotext -layout gives them: a form feed before the first
// line of each page but the first, and one at the end.

#include "mapper/parse/outline_pages.h"

#include <gtest/gtest.h>

#include "mapper/parse/outline_guess.h"
#include "tests/mapper/parse/outline_reading.h"

namespace mapper {
namespace {

constexpr const char* kGuide = R"toml([outline]
prefix = "G"
mark = [
  { name = "章", form = "第n章", depth = 1, title = "line", id = "{prefix}{n}" },
  { name = "節", form = "n.n", depth = 2, title = "line", id = "{prefix}{n}" },
  { name = "項", form = "(n)", depth = 3, id = "{parent}({n})" },
  { name = "番号", form = "n", depth = 4, id = "{parent}.{n}" },
  { name = "号", form = "一", depth = 5, id = "{parent}-{n}" },
]
[[outline.block]]
begin = ["（解説）"]
until_lines = ["【要求】"]
)toml";

struct Case {
  const char* what;
  const char* text;
  const char* controls;
  const char* complaints = "";
};

void Check(const Case& c) {
  const Result result = Read(kGuide, c.text);
  EXPECT_EQ(result.controls, c.controls) << c.what;
  EXPECT_EQ(result.complaints, c.complaints) << c.what;
}

TEST(ReadPagesTest, ReadsPagesAsOneText) {
  static const Case kCases[] = {
      {"a running head and the page's number on each page",
       "みどり市 対策指針\n\n第1章 総則\n(1)体制を\n\n      - 1 -\n"
       "\fみどり市 対策指針\n\n置く。\n(2)見直\n\n      - 2 -\n"
       "\fみどり市 対策指針\n\nす。\n(3)記録する。\n\n      - 3 -\n\f",
       "G1|総則|\nG1(1)||体制を置く。\nG1(2)||見直す。\nG1(3)||記録する。\n"},
      {"the page's number inside the running head",
       "対策指針  - 9 -\n第1章 総則\n(1)体制を\n"
       "\f対策指針  - 10 -\n置く。\n(2)見直\n"
       "\f対策指針  - 11 -\nす。\n\f",
       "G1|総則|\nG1(1)||体制を置く。\nG1(2)||見直す。\n"},
      {"pages of a number of pages, with words",
       "第1章 総則\n(1)体制を\n  対策指針 1/34 ページ\n"
       "\f置く。\n(2)見直\n  対策指針 2/34 ページ\n"
       "\fす。\n  対策指針 3/34 ページ\n\f",
       "G1|総則|\nG1(1)||体制を置く。\nG1(2)||見直す。\n"},
      {"a head that begins with the page's number is no mark",
       "第1章 総則\n(1)体制を\n  1 対策指針\n\f置く。\n(2)見直\n  2 対策指針\n"
       "\fす。\n  3 対策指針\n\f",
       "G1|総則|\nG1(1)||体制を置く。\nG1(2)||見直す。\n"},
      {"full-width numbers, and left pages unlike right ones",
       "対策指針　１\n第1章 総則\n(1)あ\n\f２　みどり市\nい\n\f"
       "対策指針　３\nう\n\f４　みどり市\nえ\n\f対策指針　５\nお\n\f"
       "６　みどり市\nか\n\f",
       "G1|総則|\nG1(1)||あいうえおか\n"},
      {"a head of two lines",
       "みどり市\n対策指針\n第1章 総則\n(1)あ\n\fみどり市\n対策指針\nい\n"
       "\fみどり市\n対策指針\nう\n\f",
       "G1|総則|\nG1(1)||あいう\n"},
      {"a head that names the chapter",
       "第1章 総則\n(1)あ\n\f第1章　総則\nい\n(2)う\n\f第1章　総則\nえ\n"
       "第2章 体制\n(1)お\n\f第2章　体制\nか\n\f",
       "G1|総則|\nG1(1)||あい\nG1(2)||うえ\nG2|体制|\nG2(1)||おか\n"},
      {"chapters that come again for themselves are reported",
       "第1章 総則\n(1)あ\n\f(2)い\n第1章 総則\nう\n\f",
       "G1|総則|\nG1(1)||あ\nG1(2)||い\nG1~2|総則|う\n",
       "4:1: warning: '第1章' comes again, or too late, after number 1 (page "
       "2) [outline-repeat]\n"
       "4:1: warning: id 'G1' of '第1章' is that of line 1 already; now "
       "'G1~2' [outline-duplicate-id]\n"},
      {"chapters and items at the top of each page stay",
       "第1章 総則\nあ\n\f第2章 総則\nい\n\f第3章 総則\n(1)\n\f(2)\n\f(4)\n\f",
       "G1|総則|あ\nG2|総則|い\nG3|総則|\nG3(1)||\nG3(2)||(4)\n",
       "8:2: warning: '(4)' comes after number 2; a number between them is "
       "missing; read as text (page 5) [outline-gap]\n"},
      {"what two pages of many share is text",
       "第1章 総則\n(1)あ\n\f次のとおり。\nい\n\fう\n\fえ\n\f次のとおり。\nお\n"
       "\f",
       "G1|総則|\nG1(1)||あ次のとおり。いうえ次のとおり。お\n"},
      {"the same items on each page are controls",
       "第1章 総則\n(1)あ\n\f第2章 体制\n(1)あ\n\f第3章 記録\n(1)あ\n\f",
       "G1|総則|\nG1(1)||あ\nG2|体制|\nG2(1)||あ\nG3|記録|\nG3(1)||あ\n"},
      {"numbers that do not grow as pages do are text",
       "第1章 総則\n(1)あ\n\f表 2 の\n\f表 9 の\n\f表 4 の\n\f",
       "G1|総則|\nG1(1)||あ表 2 の表 9 の表 4 の\n"},
      {"a sentence and a word over the end of a page",
       "指針\n第1章 総則\n(1)情報セキュリ\n\n 1\n\f指針\nティを CSIRT\n\n 2\n"
       "\f指針\nand 担当者が保つ。\n\n 3\n\f",
       "G1|総則|\nG1(1)||情報セキュリティを CSIRT and 担当者が保つ。\n"},
  };
  for (const Case& c : kCases) Check(c);
}

TEST(ReadPagesTest, KeepsFootnotesBehindTheirSentence) {
  static const Case kCases[] = {
      {"＊1",
       "第1章 総則\n(1)体制＊1を\n\n＊1 責任者と\n   (2) 担当者をいう。\n 1\n"
       "\f置く。\n(2)見直す。\n 2\n\f",
       "G1|総則|\nG1(1)||体制＊1を置く。＊1 責任者と(2) 担当者をいう。\n"
       "G1(2)||見直す。\n"},
      {"注1 and 注2",
       "第1章 総則\n(1)体制を\n注1 責任者\n注2 担当者\n\f置く。\n\f",
       "G1|総則|\nG1(1)||体制を置く。注1 責任者注2 担当者\n"},
      {"※１ on the last page",
       "第1章 総則\n(1)あ\n\f(2)い\n\n※１ う\n  え\n    - 2 -\n\f",
       "G1|総則|\nG1(1)||あ\nG1(2)||い※１ うえ\n"},
      {"before the first control, and in commentary",
       "まえがき\n（注1）あ\n\f第1章 総則\n（解説）\nい\n*1 う\n\f"
       "【要求】\n(1)え\n\f",
       "G1|総則|【要求】\nG1(1)||え\n"},
      {"a note that text follows is text",
       "第1章 総則\n(1)あ\n※1 い\n\nう\n(2)え\n\fお\n\f",
       "G1|総則|\nG1(1)||あ※1 いう\nG1(2)||えお\n"},
      {"controls after a note are not lost",
       "第1章 総則\n(1)あ\n\n※1 い\n(2)う\n第2章 体制\n\fお\n\f",
       "G1|総則|\nG1(1)||あ※1 い\nG1(2)||う\nG2|体制|お\n"},
      {"注意 and ※ without a number are text",
       "第1章 総則\n(1)あ\n注意する。\n※ い\n\fう\n\f",
       "G1|総則|\nG1(1)||あ注意する。※ いう\n"},
      {"without pages there is no foot", "第1章 総則\n(1)あ\n※1 い\nう\n",
       "G1|総則|\nG1(1)||あ※1 いう\n"},
  };
  for (const Case& c : kCases) Check(c);
}

TEST(ReadPagesTest, DropsContentsAndFragments) {
  static const Case kCases[] = {
      {"entries that look like marks",
       "目次\n第1章 総則 ……………… 1\n 1.1 目的 ．．．．．．．． 1\n"
       " (1) 体制 ・・・・・・・・ 2\n第2章 体制 ................ 3\n"
       "\f第1章 総則\n1.1 目的\n(1) あ\n\f第2章 体制\n(1) い\n\f",
       "G1|総則|\nG1.1|目的|\nG1.1(1)||あ\nG2|体制|\nG2(1)||い\n"},
      {"page numbers with dashes and words",
       "目次\n第1章 総則 ……………… - 1 -\n第2章 体制 ………… P.3\n"
       "第3章 記録 ………… ３頁\n第4章 点検 ………… 12ページ\n"
       "\f第1章 総則\n(1) あ\n\f",
       "G1|総則|\nG1(1)||あ\n"},
      {"an entry of two lines",
       "目次\n第1章 総則及び\n      用語 ……………… 1\n第2章 体制 ……… 3\n"
       "\f第1章 総則及び用語\n(1) あ\n\f",
       "G1|総則及び用語|\nG1(1)||あ\n"},
      {"a heading above an entry of its own is none",
       "第1章 総則\n1.1 目的 ……… 1\n1.2 体制 ……… 2\n\f(1) あ\n\f",
       "G1|総則|\nG1(1)||あ\n"},
      {"a heading in letters set below each other",
       "第1章 総則\n(1) 体制を\n  情\n  報\n  １\n  一\n  産\n置く。\n\f(2) "
       "い\n"
       "\f",
       "G1|総則|\nG1(1)||体制を置く。\nG1(2)||い\n"},
      {"two short lines are text", "第1章 総則\n(1) あ\nう\nえ\n\f(2) い\n\f",
       "G1|総則|\nG1(1)||あうえ\nG1(2)||い\n"},
  };
  for (const Case& c : kCases) Check(c);
}

TEST(ReadPagesTest, KeepsRunningHeadsOnRequest) {
  std::string keep = kGuide;
  keep.replace(keep.find("mark ="), 0, "page_numbers = false\n");
  const char* text = "指針\n第1章 総則\n(1)あ\n\f指針\nい\n\f指針\nう\n\f";
  EXPECT_EQ(Read(keep, text).controls, "G1|総則|\nG1(1)||あ指針い指針う\n");
}

TEST(FindLineRolesTest, WantsPages) {
  EXPECT_TRUE(FindLineRoles("").empty());
  EXPECT_TRUE(FindLineRoles("あ\n*1 い\n").empty());
  EXPECT_EQ(RoleOf({}, 0), LineRole::kText);
  EXPECT_EQ(RoleOf({LineRole::kNote}, 2), LineRole::kText);
  EXPECT_EQ(RoleOf({LineRole::kNote}, 1), LineRole::kNote);
}

TEST(FindLineRolesTest, BearsAnything) {
  for (const std::string& text :
       {std::string("\f"), std::string("\f\f\f\n\n\f"),
        std::string("\xff\f\xe3"), std::string("1\f2\f3"),
        std::string(1000, '\f'), std::string(100000, '9') + '\f',
        "*" + std::string("\f注\f※\f＊")}) {
    const std::vector<LineRole> roles = FindLineRoles(text);
    EXPECT_LE(roles.size(), 4U);
  }
}

TEST(GuessPagesTest, SeesNoMarksInFurniture) {
  std::string text = "目次\n第1章 総則 ………… 1\n第2章 体制 ………… 2\n";
  for (int page = 1; page <= 6; ++page) {
    const std::string n = std::to_string(page);
    text += '\f' + n + " 対策指針\n第" + n + "章 章" + n +
            "\n(1) 体制を定め\n(2) 記録を残す。\n(3) 見直す。\n\n"
            "※1 用語\n";
  }
  const OutlineGuess guess = GuessOutline(text + '\f', "G");
  ASSERT_TRUE(guess.found);
  EXPECT_EQ(guess.outline.controls.size(), 24U);
  for (const SeenForm& seen : guess.seen) {
    EXPECT_TRUE(seen.form == MarkForm::kChapter ||
                seen.form == MarkForm::kParenNumber)
        << MarkFormNames()[static_cast<std::size_t>(seen.form)];
  }
}

}  // namespace
}  // namespace mapper
