#include "mapper/parse/outline_reader.h"

#include <gtest/gtest.h>

#include "mapper/base/encoding.h"
#include "tests/mapper/parse/outline_reading.h"

namespace mapper {
namespace {

// A guideline: 第1章, 1.1, (1), ① and (ア), with commentary.
constexpr const char* kGuide = R"toml([outline]
prefix = "G"
catalogue_depth = 3
skip = ["情報セキュリティ指針*"]
mark = [
  { name = "章", form = "第n章", depth = 1, title = "line", id = "{prefix}{n}" },
  { name = "節", form = "n.n", depth = 2, title = "line", id = "{prefix}{n}" },
  { name = "項", form = "(n)", depth = 3, id = "{parent}({n})" },
  { name = "号", form = ["①", "(a)"], depth = 4, under = ["項"], id = "{parent}-{n}" },
  { name = "細目", form = "(i)", depth = 5, id = "{parent}{n}" },
]
[[outline.block]]
begin = ["（解説）", "【参考】*"]
until_lines = ["【要求】"]
until_marks = ["章", "節", "項"]
)toml";

// A law on paper: articles with captions, paragraphs, items.
constexpr const char* kLaw = R"toml([outline]
prefix = "L"
mark = [
  { name = "章", form = "第n章", depth = 1, title = "line", id = "{prefix}C{n}" },
  { name = "条", form = "第n条", depth = 2, restart_in = ["附則"], title = "caption", id = "{prefix}{n}" },
  { name = "項", form = ["n", "①"], depth = 3, under = ["条", "附則"], first = [1, 2], title = "caption", id = "{parent}({n})" },
  { name = "号", form = "一", depth = 4, under = ["条", "項", "附則"], id = "{parent}-{n}" },
  { name = "イ", form = "イ", depth = 5, id = "{parent}{n}" },
  { name = "附則", form = "附則", depth = 1, id = "{prefix}S{n}" },
]
ids = { "附則/条" = "{parent}.{n}" }
)toml";

struct Case {
  const char* what;
  const char* text;
  const char* controls;
};

TEST(ReadOutlineTest, ReadsGuidelines) {
  static const Case kCases[] = {
      {"half width",
       "第1章 総則\n1.1 目的\n(1)体制を置く。\n(2)見直す。\n① 毎年\n② 随時\n",
       "G1|総則|\nG1.1|目的|\nG1.1(1)||体制を置く。\nG1.1(2)||見直す。\n"
       "G1.1(2)-1||毎年\nG1.1(2)-2||随時\n"},
      {"full width",
       "第１章　総則\n１．１　目的\n（１）体制を置く。\n（２）見直す。\n",
       "G1|総則|\nG1.1|目的|\nG1.1(1)||体制を置く。\nG1.1(2)||見直す。\n"},
      {"text is never normalised", "第1章 総則\n(1)①5つの　ｶﾅ\n",
       "G1|総則|\nG1(1)||①5つの　ｶﾅ\n"},
      {"ids in brackets",
       "〔An item without a number begins with its id in such brackets〕\n"
       "〔G〕 全体\n第1章 総則\n1.1 目的\n〔G1.1x〕 補足\n12 の\n〔G1.1x-1〕\n"
       "(1)体制\n〔〕空\n〔a b〕空白\n〔途中\n（解説）\n略\n〔G1.1x〕二度\n",
       "G|全体|\nG1|総則|\nG1.1|目的|\nG1.1x|補足|12 の\nG1.1x-1||\n"
       "G1.1(1)||体制〔〕空〔a b〕空白〔途中\nG1.1x~2|二度|\n"},
      {"brackets without the note", "第1章 総則\n〔G1x〕 補足\n",
       "G1|総則|〔G1x〕 補足\n"},
      {"the note comes too late",
       "第1章 総則\n"
       "〔番号のない項目は、idをこの括弧に入れて始める〕\n〔G1x〕 補足\n",
       "G1|総則|〔番号のない項目は、idをこの括弧に入れて始める〕〔G1x〕 "
       "補足\n"},
      {"lines are joined",
       "第1章 総則\n(1)情報セキュリテ\n  ィを CSIRT\nand staff\n保つ。\n",
       "G1|総則|\nG1(1)||情報セキュリティを CSIRT and staff保つ。\n"},
      {"runs of blanks become one", "第1章 総則\n(1)用語    意味\t説明\n",
       "G1|総則|\nG1(1)||用語 意味 説明\n"},
      {"wrapped digits are text",
       "第1章 総則\n1.1 目的\n(1)第\n2.1 及び\n3 台の\n1.1倍を\n(2)次\n",
       "G1|総則|\nG1.1|目的|\nG1.1(1)||第2.1 及び3 台の1.1倍を\nG1.1(2)||次\n"},
      {"numbers inside a line are text", "第1章 総則\n(1)前項(2)及び①の\n",
       "G1|総則|\nG1(1)||前項(2)及び①の\n"},
      {"a prefix must be that of the mark above",
       "第1章 総則\n1.1 目的\n2.2 違う\n第2章 体制\n1.1 違う\n2.1 責任者\n",
       "G1|総則|\nG1.1|目的|2.2 違う\nG2|体制|1.1 違う\nG2.1|責任者|\n"},
      {"lists begin again under a new parent",
       "第1章 総則\n(1)あ\n① い\n(2)う\n① え\n1.1 目的\n(1)お\n",
       "G1|総則|\nG1(1)||あ\nG1(1)-1||い\nG1(2)||う\nG1(2)-1||え\n"
       "G1.1|目的|\nG1.1(1)||お\n"},
      {"letters and numerals",
       "第1章 総則\n(1)あ\n(a)い\n(i)う\n(ii)え\n(b)お\n(c)\n(d)\n(e)\n(f)\n"
       "(g)\n(h)\n(i)九番目\n(j)\n",
       "G1|総則|\nG1(1)||あ\nG1(1)-a||い\nG1(1)-ai||う\nG1(1)-aii||え\n"
       "G1(1)-b||お\nG1(1)-c||\nG1(1)-d||\nG1(1)-e||\nG1(1)-f||\nG1(1)-g||\n"
       "G1(1)-h||\nG1(1)-i||九番目\nG1(1)-j||\n"},
      {"a child needs its parent", "第1章 総則\n①い\n(1)あ\n",
       "G1|総則|①い\nG1(1)||あ\n"},
      {"commentary ends at the next mark",
       "第1章 総則\n(1)あ\n（解説）\n① い\n(3)う\n1.2 え\n(2)お\n",
       "G1|総則|\nG1(1)||あ\nG1(2)||お\n"},
      {"commentary ends at a line",
       "第1章 総則\n(1)あ\n【参考】 例\nう\n【要求】\n① い\n",
       "G1|総則|\nG1(1)||あ【要求】\nG1(1)-1||い\n"},
      {"a mark in commentary gives way to the real one",
       "第1章 総則\n(1)あ\n（解説）\n(2)偽\n(3)偽\n【要求】\n(2)真\n(3)真\n",
       "G1|総則|\nG1(1)||あ\nG1(2)||真\nG1(3)||真\n"},
      {"contents, running heads and page numbers are dropped",
       "目次\n第1章 総則 ………… 1\n第2章 体制 ・・・・・・ 12\n1.1 目的 . . . . "
       "3\n\f"
       "情報セキュリティ指針　第2版\n第1章 総則\n(1)体制を\n    - 2 -\n\f"
       "情報セキュリティ指針  第2版\n置く。\n  3\n\f",
       "G1|総則|\nG1(1)||体制を置く。\n"},
      {"page numbers without form feeds",
       "第1章 総則\n(1)体制を\n\n 12\n\n置く。\n",
       "G1|総則|\nG1(1)||体制を置く。\n"},
      {"a preamble is no control", "前文\n1.2.3 あ\n第1章 総則\n",
       "G1|総則|\n"},
      {"CR LF and no line feed at the end", "第1章 総則\r\n(1)あ\r\nい",
       "G1|総則|\nG1(1)||あい\n"},
      {"a byte order mark", "\xEF\xBB\xBF第1章 総則\n", "G1|総則|\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Read(kGuide, c.text).controls, c.controls) << c.what;
  }
}

TEST(ReadOutlineTest, ReadsLaws) {
  static const Case kCases[] = {
      {"captions above and beside",
       "第一章 総則\n（目的）\n第一条　この法律は、\n次のとおり。\n"
       "２　前項の\n第二条（定義（用語））　この\n",
       "LC1|総則|\nL1|目的|この法律は、次のとおり。\nL1(2)||前項の\n"
       "L2|定義（用語）|この\n"},
      {"a caption without a mark is text", "第一条　この\n（注）\nを\n",
       "L1||この（注）を\n"},
      {"articles run on through chapters",
       "第一章 総則\n第一条　あ\n第二章 体制\n第二条　い\n第三条　う\n",
       "LC1|総則|\nL1||あ\nLC2|体制|\nL2||い\nL3||う\n"},
      {"branch numbers",
       "第一条　あ\n一　い\n一の二　う\n一の三　え\n二　お\n第一条の二　か\n"
       "第一条の二の二　き\n第一条の三　く\n第二条　け\n",
       "L1||あ\nL1-1||い\nL1-1-2||う\nL1-1-3||え\nL1-2~2||お\nL1-2||か\n"
       "L1-2-2||き\nL1-3||く\nL2||け\n"},
      {"deleted articles count once",
       "第一条　あ\n第二条から第九条まで　削除\n第十条　い\n",
       "L1||あ\nL2:9||削除\nL10||い\n"},
      {"ranges of items count once",
       "第一条　あ\n一から三まで　略\n四　い\n五及び六　略\n七　う\nイ　え\n"
       "ロからニまで　略\nホ　お\n",
       "L1||あ\nL1-1:3||略\nL1-4||い\nL1-5:6||略\nL1-7||う\nL1-7イ||え\n"
       "L1-7ロ:ニ||略\nL1-7ホ||お\n"},
      {"references at the beginning of a line are text",
       "第一条　次の\n第二条の規定\n第二条に\n一の市町村\n二以上の\n２条\nある"
       "。\n",
       "L1||次の第二条の規定第二条に一の市町村二以上の２条ある。\n"},
      {"supplementary provisions begin anew",
       "第一条　あ\n   附   "
       "則\n１　い\n２　う\n附　則　抄\n第一条　え\n一　お\n",
       "L1||あ\nLS1||\nLS1(1)||い\nLS1(2)||う\nLS2||抄\nLS2.1||え\n"
       "LS2.1-1||お\n"},
      {"circled paragraphs", "第一条　あ\n②　い\n③　う\n",
       "L1||あ\nL1(2)||い\nL1(3)||う\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Read(kLaw, c.text).controls, c.controls) << c.what;
  }
}

TEST(ReadOutlineTest, TellsParentsDepthsLinesAndCounts) {
  const Outline outline =
      Read(kGuide, "第1章 総則\n\n1.1 目的\n(1)あ\n① い\n第2章 体制\n").outline;
  std::string dump;
  for (const OutlineControl& c : outline.controls) {
    dump += c.id + ' ' + c.label + ' ' + c.mark + ' ' +
            std::to_string(c.parent) + ' ' + std::to_string(c.depth) + ' ' +
            std::to_string(c.line) + (c.below_catalogue ? " below\n" : "\n");
  }
  EXPECT_EQ(dump,
            "G1 第1章 章 -1 1 1\nG1.1 1.1 節 0 2 3\nG1.1(1) (1) 項 1 3 4\n"
            "G1.1(1)-1 ① 号 2 4 5 below\nG2 第2章 章 -1 1 6\n");
  dump.clear();
  for (const auto& [mark, count] : outline.counts) {
    dump += mark + ' ' + std::to_string(count) + ' ';
  }
  EXPECT_EQ(dump, "章 2 節 1 項 1 号 1 細目 0 ");
}

struct Complaint {
  const char* toml;
  const char* text;
  const char* controls;
  const char* complaints;
};

TEST(ReadOutlineTest, ReportsGapsAndRepeats) {
  static const Complaint kCases[] = {
      {kLaw, "第一条　あ\n第三条　い\n", "L1||あ\nL3||い\n",
       "2:1: note: '第三条' comes after number 1; a number between them is "
       "missing [outline-gap]\n"},
      {kLaw, "  第五条　あ\n", "L5||あ\n",
       "1:3: note: '第五条' begins a list that has no first number "
       "[outline-gap]\n"},
      {kLaw, "第一条　あ\n第一条　い\n第二条　う\n",
       "L1||あ\nL1~2||い\nL2||う\n",
       "2:1: warning: '第一条' comes again, or too late, after number 1 "
       "[outline-repeat]\n"
       "2:1: warning: id 'L1' of '第一条' is that of line 1 already; now "
       "'L1~2' [outline-duplicate-id]\n"},
      {kLaw, "第一条　あ\n一　い\n第一条の二　う\n二　え\n",
       "L1||あ\nL1-1||い\nL1-2||う二　え\n", ""},
      {kLaw, "第一条　あ\n一　い\n二　う\n第一条の二　え\n",
       "L1||あ\nL1-1||い\nL1-2~2||う\nL1-2||え\n",
       "3:1: warning: id 'L1-2' of '二' is that of line 4 already; now "
       "'L1-2~2' [outline-duplicate-id]\n"},
      {kGuide, "第1章 総則\n(1)あ\n(3)い\n", "G1|総則|\nG1(1)||あ(3)い\n",
       "3:1: warning: '(3)' comes after number 1; a number between them is "
       "missing; read as text [outline-gap]\n"},
      {kGuide, "第1章 総則\n(1)あ\n　(1)い\n", "G1|総則|\nG1(1)||あ(1)い\n",
       "3:2: warning: '(1)' comes again, or too late, after number 1; read as "
       "text [outline-repeat]\n"},
      {kGuide, "第1章 総則\n\f(1)あ\n\f(3)い\n", "G1|総則|\nG1(1)||あ(3)い\n",
       "3:2: warning: '(3)' comes after number 1; a number between them is "
       "missing; read as text (page 3) [outline-gap]\n"},
      {kGuide, "第1章 総則\n第4章 体制\n", "G1|総則|\nG4|体制|\n",
       "2:1: note: '第4章' comes after number 1; a number between them is "
       "missing [outline-gap]\n"},
      {kGuide, "", "",
       "0:0: warning: no control found: no mark of the outline occurs "
       "[outline-empty]\n"},
      {kGuide, " \n\f\n　\n", "",
       "0:0: warning: no control found: no mark of the outline occurs "
       "[outline-empty]\n"},
      {kGuide, "（解説）\n説明だけ\n", "",
       "0:0: warning: no control found: no mark of the outline occurs "
       "[outline-empty]\n"},
  };
  for (const Complaint& c : kCases) {
    const Result result = Read(c.toml, c.text);
    EXPECT_EQ(result.controls, c.controls) << c.text;
    EXPECT_EQ(result.complaints, c.complaints) << c.text;
  }
}

TEST(ReadOutlineTest, ChoosesVariants) {
  const std::string toml = R"toml([[outline.variant]]
name = "一号"
when = ["第一号", "省令 第 2 号"]
prefix = "V"
mark = [{ name = "章", form = "第n章", depth = 1, id = "{prefix}{n}" }]
)toml";
  EXPECT_EQ(Read(toml, "省令第２号ではない\n省令第2号\n第1章 あ\n").controls,
            "V1||あ\n");
  const Result none = Read(toml, "第1章 あ\n");
  EXPECT_EQ(none.controls, "");
  EXPECT_EQ(none.complaints,
            "0:0: error: the document is none of the kinds that the outline "
            "knows: 一号 [outline-variant]\n");
  EXPECT_EQ(Read(toml, std::string(60, '\n') + "第一号\n第1章 あ\n").controls,
            "");
}

TEST(ReadOutlineTest, ReadsOldEncodings) {
  Diagnostics diagnostics;
  // 第１章　総則, （１）あ in CP932.
  const std::string text =
      DecodeText("old.txt",
                 "\x91\xE6\x82\x50\x8F\xCD\x81\x40\x91\x8D\x91\xA5\r\n"
                 "\x81\x69\x82\x50\x81\x6A\x82\xA0\r\n",
                 diagnostics);
  EXPECT_EQ(Read(kGuide, text).controls, "G1|総則|\nG1(1)||あ\n");
}

TEST(ReadOutlineTest, SurvivesHugeLinesAndBrokenBytes) {
  const std::string huge(std::size_t{4} << 20U, '(');
  const Result result =
      Read(kGuide, "第1章 総則\n(1)" + huge + "\n(" + huge + "\n");
  ASSERT_EQ(result.outline.controls.size(), 2U);
  EXPECT_EQ(result.outline.controls[1].text.size(), 2 * huge.size() + 2);
  const std::string blank(std::size_t{3} << 20U, ' ');
  EXPECT_EQ(Read(Shipped("water-law"), "**第一条**\n" + blank + "い").controls,
            "L1||い\n");
  std::string digits(100000, '1');
  EXPECT_EQ(Read(kGuide, "第" + digits + "章 総則\n" + digits + ".\n").controls,
            "");
  std::string bytes = "第1章 総則\n";
  for (int c = 255; c > 0; --c) {
    bytes +=
        std::string(3, static_cast<char>(c)) + "\n(1\xE3\n**\xE7\n第\xE6\n";
  }
  EXPECT_EQ(Read(kGuide, bytes).outline.controls[0].id, "G1");
  EXPECT_EQ(Read(Shipped("water-law"), bytes).outline.controls.size(), 0U);
}

}  // namespace
}  // namespace mapper
