// The outlines of the shipped frameworks, on made-up text.

#include <gtest/gtest.h>

#include "tests/mapper/parse/outline_reading.h"

namespace mapper {
namespace {

TEST(ShippedOutlinesTest, ReadsMarkdown) {
  const Result result = Read(Shipped("water-law"), R"(---
title: "試験法"
---

## 第一章　総則

**第一条（目的）**　この法律は、**強く**、次による。

**２**　前項の

- 一　あ
  - イ　い
    - （１）　う
      - （ｉ）　え
- 第一　番号でない
- 一　ふたたび

二　飾りがない

| 三 | 表 |
| --- | --- |

**別表第一**

- 一　別表

**第二条**　別表の中

## 附則

この法律は、公布の日から施行する。

- 一　ただし
**２**　経過
)");
  EXPECT_EQ(result.controls,
            "L.Ch1|総則|\nL1|目的|この法律は、**強く**、次による。\n"
            "L1(2)||前項の\nL1(2)-1||あ\nL1(2)-1イ||い\nL1(2)-1イ(1)||う\n"
            "L1(2)-1イ(1)(i)||え第一　番号でない\n"
            "L1(2)-1~2||ふたたび二　飾りがない\n"
            "LS1||この法律は、公布の日から施行する。\nLS1-1||ただし\n"
            "LS1(2)||経過\n");
  EXPECT_EQ(result.complaints,
            "16:3: warning: '一' comes again, or too late, after number 1 "
            "[outline-repeat]\n"
            "16:1: warning: id 'L1(2)-1' of '一' is that of line 11 already; "
            "now 'L1(2)-1~2' [outline-duplicate-id]\n");
}

TEST(ShippedOutlinesTest, ReadsTheModelTextOfThePolicyGuideline) {
  const Result result = Read(Shipped("mic-lg-2026"), R"(目次
第２編 例文 ........... 10
第１編 総則
第１章 本書の目的
1. 経緯
第２編 例文
第１章 基本方針
１．目的
この方針は、
定める。
２．定義
(1) ネットワーク
第２章 対策基準
１．組織体制
(1) 責任者
①責任者を置く。
②代理を
定める。
２．管理
2.1. サーバ等の管理
(1) 機器の取付け
①据え付ける。
2.2. 区域
①区切る。
(ア)扉
第３編 解説
第１章 基本方針
１．目的
第４編 特則
1. 本編の目的
)");
  EXPECT_EQ(
      result.controls,
      "Pt1|総則|\nPt2|例文|\nBP|基本方針|\nBP1|目的|この方針は、定める。\n"
      "BP2|定義|\nBP2(1)|ネットワーク|\nMIC|対策基準|\nMIC1|組織体制|\n"
      "MIC1(1)|責任者|\nMIC1(1)-1||責任者を置く。\n"
      "MIC1(1)-2||代理を定める。\nMIC2|管理|\nMIC2.1|サーバ等の管理|\n"
      "MIC2.1(1)|機器の取付け|\nMIC2.1(1)-1||据え付ける。\n"
      "MIC2.2|区域|\nMIC2.2-1||区切る。\nMIC2.2-1(ア)||扉\nPt3|解説|\n"
      "CL|特則|\nCL1|本編の目的|\n");
}

TEST(ShippedOutlinesTest, ReadsAVolumeOfTheMedicalGuideline) {
  const Result result = Read(Shipped("mhlw-mis-6.0"), R"(安全管理の指針
企画管理編
１．責任
【遵守事項】
① 責任を定める。
② 文書に
する。
1.1 通常時
1.1.1 体制
① 置く。
2．規程
【遵守事項】
① 整える。
)");
  EXPECT_EQ(result.controls,
            "M1|責任|\nM1-1||責任を定める。\nM1-2||文書にする。\nM1.1|通常時|\n"
            "M1.1.1|体制|\nM1.1.1-1||置く。\nM2|規程|\nM2-1||整える。\n");
}

}  // namespace
}  // namespace mapper
