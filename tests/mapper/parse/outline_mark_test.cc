#include "mapper/parse/outline_mark.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

// "form number" of each reading, with the end of a range and, after "+", what
// of the text is left: "第n条 16-3 + （目的）".
std::string Dump(std::string_view text) {
  std::vector<Mark> marks;
  ReadMarks(text, marks);
  std::string out;
  for (const Mark& mark : marks) {
    if (!out.empty()) out += " / ";
    out += MarkFormNames()[static_cast<std::size_t>(mark.form)];
    const std::string first = FormatNumber(mark.form, mark.first);
    const std::string last = FormatNumber(mark.form, mark.last);
    if (!first.empty()) out += ' ' + first;
    if (last != first) out += ".." + last;
  }
  if (!marks.empty()) out += " +" + std::string(text.substr(marks[0].length));
  return out;
}

struct Case {
  const char* text;
  const char* reading;
};

TEST(ReadMarksTest, Accepts) {
  static const Case kCases[] = {
      {"第一編　総則", "第n編 1 +　総則"},
      {"第2部 枠組み", "第n部 2 + 枠組み"},
      {"第２部 枠組み", "第n部 2 + 枠組み"},
      {"第三章の二　雑則", "第n章 3-2 +　雑則"},
      {"第十二節　雑則", "第n節 12 +　雑則"},
      {"第一款", "第n款 1 +"},
      {"第四目　雑則", "第n目 4 +　雑則"},
      {"第十六条の三   地方", "第n条 16-3 +   地方"},
      {"第16条の3 地方", "第n条 16-3 + 地方"},
      {"第１６条の３ 地方", "第n条 16-3 + 地方"},
      {"第二百四十三条の二の八（責任）", "第n条 243-2-8 +（責任）"},
      {"第千二百条", "第n条 1200 +"},
      {"第二〇条", "第n条 20 +"},
      {"第２項　次の", "第n項 2 +　次の"},
      {"第１　趣旨", "第n 1 +　趣旨"},
      {"第三の二 運用", "第n 3-2 + 運用"},
      {"第12", "第n 12 +"},
      {"第十一条及び第十二条　削除", "第n条 11..12 +　削除"},
      {"第二十条乃至第七十三条　削除", "第n条 20..73 +　削除"},
      {"第八条から第九十条まで　削除", "第n条 8..90 +　削除"},
      {"第二百十条から第二百十条の九まで", "第n条 210..210-9 +"},
      {"1 目的", "n 1 + 目的"},
      {"２　この条", "n 2 +　この条"},
      {"1. 目的", "n. 1 + 目的"},
      {"１．目的", "n. 1 +目的"},
      {"2.1 導入", "n.n 2.1 + 導入"},
      {"４．１．管理", "n.n 4.1 +管理"},
      {"2.1.1\t体制", "n.n.n 2.1.1 +\t体制"},
      {"2.1.1.4 体制", "n.n.n.n 2.1.1.4 + 体制"},
      {"2.1.1(1)\t設置", "n.n.n(n) 2.1.1(1) +\t設置"},
      {"２．１．１（１）　設置", "n.n.n(n) 2.1.1(1) +　設置"},
      {"2.1(3) 設置", "n.n(n) 2.1(3) + 設置"},
      {"(1)組織", "(n) 1 +組織"},
      {"（１２）　組織", "(n) 12 +　組織"},
      {"⑴　組織", "(n) 1 +　組織"},
      {"3) 組織", "n) 3 + 組織"},
      {"３）組織", "n) 3 +組織"},
      {"①管理", "① 1 +管理"},
      {"①5つの", "① 1 +5つの"},
      {"⑳　管理", "① 20 +　管理"},
      {"㉑　管理", "① 21 +　管理"},
      {"㊿　管理", "① 50 +　管理"},
      {"ア　次の", "ア ア / イ ア +　次の"},
      {"イ　次の", "ア イ / イ イ +　次の"},
      {"ハ 次の", "ア ハ / イ ハ + 次の"},
      {"ｲ 次の", "ア イ / イ イ + 次の"},
      {"ハからチまで　略", "イ ハ..チ +　略"},
      {"イ及びロ　略", "ア イ..ロ / イ イ..ロ +　略"},
      {"(ア)\t次の", "(ア) ア / (イ) ア +\t次の"},
      {"（ウ）次の", "(ア) ウ / (イ) ウ +次の"},
      {"一　次の", "一 1 +　次の"},
      {"十一の二　次の", "一 11-2 +　次の"},
      {"百二十三 次の", "一 123 + 次の"},
      {"一から三まで　略", "一 1..3 +　略"},
      {"一から五の三まで　略", "一 1..5-3 +　略"},
      {"一及び二　略", "一 1..2 +　略"},
      {"（一）次の", "(一) 1 +次の"},
      {"a) 次の", "a) a + 次の"},
      {"ｂ）次の", "a) b +次の"},
      {"a. 次の", "a. a + 次の"},
      {"(a)\t次の", "(a) a +\t次の"},
      {"（ａ）次の", "(a) a +次の"},
      {"(i)\t次の", "(a) i / (i) i +\t次の"},
      {"（ｉｖ）　次の", "(i) iv +　次の"},
      {"ii) 次の", "i) ii + 次の"},
      {"ⅲ) 次の", "i) iii + 次の"},
      {"【遵守事項】", "【】 +"},
      {"・次の", "・ +次の"},
      {"附則", "附則 +"},
      {"附   則", "附則 +"},
      {"附　則　抄", "附則 +　抄"},
      {"GV.OC-01 The mission", "ID + The mission"},
      {"GV.OC", "ID +"},
      {"AC-2 Accounts", "ID + Accounts"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Dump(c.text), c.reading) << c.text;
}

TEST(ReadMarksTest, Refuses) {
  static const char* const kCases[] = {
      "",
      " ",
      "次の各号",
      "第",
      "第一に",
      "第１（趣旨）",
      "第一種　指定",
      "第1回　会議",
      "第条",
      "第十六条の三第一項",
      "第十六条の規定により",
      "第三章に定める",
      "第二条及び第三項 削除",
      "第三条から第二条まで",
      "第三条及び第四条の規定",
      "第零条 目的",
      "第0条 目的",
      "第9999999999999999999条 目的",
      "第千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千"
      "千千千"
      "千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千"
      "千千千千"
      "千千千千千千千千千千千千千千千千千千千千千千千千千千千千千千 x",
      "一般的な",
      "一の市町村",
      "三つの",
      "二及び三の事項",
      "アクセス制御",
      "イに掲げる",
      "1人を置く",
      "２条",
      "2.5倍",
      "3.6Incident",
      "2.1.1(1)-1\t責任者",
      "2.1.1(1)(a)「責任者」",
      "1.2.3.4.5 深い",
      "1(1) 注",
      "(1",
      "()",
      "（）",
      "(1a)",
      "(0)",
      "(iiii)",
      "(ic)",
      "(aa)",
      "(abcdefghijklmnop)",
      "(1)から(3)までの",
      "e.g. text",
      "abc",
      "a",
      "【】",
      "【遵守事項",
      "附則第一条",
      "附属",
      "GV",
      "G.OC",
      "GV.OC-01に",
      "Gv.OC-01 x",
      "\xE7\xAC",
      "\xFF\xFE",
      "\xE7\xAC\xAC\xE4",
  };
  for (const char* text : kCases) EXPECT_EQ(Dump(text), "") << text;
}

TEST(FindMarkFormTest, KnowsEveryName) {
  EXPECT_EQ(MarkFormNames().size(),
            static_cast<std::size_t>(MarkForm::kIdentifier) + 1);
  EXPECT_EQ(FindMarkForm("第n編"), MarkForm::kPart);
  EXPECT_EQ(FindMarkForm("n.n.n(n)"), MarkForm::kDottedItem3);
  EXPECT_EQ(FindMarkForm("(i)"), MarkForm::kParenRoman);
  EXPECT_EQ(FindMarkForm("ID"), MarkForm::kIdentifier);
  EXPECT_EQ(FindMarkForm(""), std::nullopt);
  EXPECT_EQ(FindMarkForm("第ｎ条"), std::nullopt);
}

}  // namespace
}  // namespace mapper
