#include "mapper/parse/page_columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace mapper {
namespace {

// As pdftotext -layout gives a page of two columns.
constexpr const char* kPage =
    "対策基準\n"
    "\n"
    "                                第3章 記録\n"
    "  第1章 総則\n"
    "                                (1) 情報セキュリティ責任者は、CSIRT "
    "を含む体\n"
    "  (1) 情報セキュリティ責任者は、CSIRT を含む体   制を定め、見直すこと。\n"
    "  制を定め、年に1回以上見直すこと。\n"
    "                                (2) "
    "職員は、私物の端末を業務に用いてはならな\n"
    "  (2) 職員は、私物の端末を業務に用いてはならな      い。\n"
    "  い。\n"
    "                                (3) "
    "記録は3年間保存し、点検の結果とともに最高\n"
    "  (3) 記録は3年間保存し、点検の結果とともに最高     "
    "責任者に報告すること。\n"
    "  情報セキュリティ責任者に報告すること。\n"
    "                                (4) "
    "外部の者に業務を委託するときは、契約に秘\n"
    "  (4) 外部の者に業務を委託するときは、契約に秘      "
    "密の保持を定めること。\n"
    "  密の保持と再委託の制限を定めること。\n"
    "                 - 1 -\n";

TEST(SplitColumnsTest, PutsTheLeftColumnFirst) {
  const ReadingOrder order = SplitColumns(kPage);
  EXPECT_EQ(order.utf8,
            "対策基準\n第1章 総則\n"
            "(1) 情報セキュリティ責任者は、CSIRT を含む体\n"
            "制を定め、年に1回以上見直すこと。\n"
            "(2) 職員は、私物の端末を業務に用いてはならな\nい。\n"
            "(3) 記録は3年間保存し、点検の結果とともに最高\n"
            "情報セキュリティ責任者に報告すること。\n"
            "(4) 外部の者に業務を委託するときは、契約に秘\n"
            "密の保持と再委託の制限を定めること。\n"
            "第3章 記録\n(1) 情報セキュリティ責任者は、CSIRT を含む体\n"
            "制を定め、見直すこと。\n"
            "(2) 職員は、私物の端末を業務に用いてはならな\nい。\n"
            "(3) 記録は3年間保存し、点検の結果とともに最高\n"
            "責任者に報告すること。\n"
            "(4) 外部の者に業務を委託するときは、契約に秘\n"
            "密の保持を定めること。\n- 1 -\n");
  EXPECT_EQ(order.lines,
            (std::vector<std::size_t>{1, 4, 6, 7, 9, 10, 12, 13, 15, 16,
                                      3, 5, 6, 8, 9, 11, 12, 14, 15, 17}));
}

TEST(SplitColumnsTest, KeepsPages) {
  const std::string text = std::string(kPage) + "\f" + kPage + "\f";
  const std::string order = SplitColumns(text).utf8;
  EXPECT_EQ(std::count(order.begin(), order.end(), '\f'), 2);
  EXPECT_NE(
      order.find("密の保持を定めること。\n- 1 -\n\f対策基準\n第1章 総則\n"),
      std::string::npos);
}

std::string Times(int n, const std::string& text) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

TEST(SplitColumnsTest, LeavesWhatIsNoPageOfTwoColumns) {
  const std::string prose =
      "体制を定め、年に1回以上見直し、その結果を記録して報告すること。\n";
  const std::string kCases[] = {
      "",
      "\f\f\n",
      "\xff  \xe3\n\f",
      Times(20, prose),
      // Tables: short cells, or on one side only.
      Times(
          20,
          "  項目              みどり市の情報セキュリティ責任者が定めるもの\n"),
      Times(20, "  みどり市の情報セキュリティ責任者が定めるもの      有\n"),
      Times(20, prose) +
          "  みどり市の情報セキュリティ責任者が定める   みどり市の\n",
      // A slide: lines of any length on both sides.
      Times(
          3,
          "  体制を整備する            役割\n  記録                      対策\n"
          "  見直し                    みどり市の情報セキュリティ責任者が\n"
          "  点検                      例\n"),
      // One page of many.
      std::string(kPage) + Times(4, "\f" + Times(20, prose)),
      std::string(100000, ' ') + "1",
  };
  for (const std::string& text : kCases) {
    const ReadingOrder order = SplitColumns(text);
    EXPECT_EQ(order.utf8, "") << text;
    EXPECT_TRUE(order.lines.empty());
  }
}

}  // namespace
}  // namespace mapper
