// The outline reader on real documents, with exact counts.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <map>

#include "mapper/base/encoding.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/outline_reader.h"
#include "mapper/parse/pdf_text.h"
#include "tests/mapper/shared_sources.h"

namespace mapper {
namespace {

OutlineSpec Spec(const std::string& framework) {
  const std::string file =
      KAKEHASHI_ROOT "/frameworks/" + framework + "/framework.toml";
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec(file, ReadFile(file), diagnostics);
  EXPECT_TRUE(spec.has_value());
  return spec.value_or(OutlineSpec{});
}

// {"章": 9, "条": 227}, as Python prints it.
std::string Json(const Outline& outline) {
  std::string out;
  for (const auto& [mark, count] : outline.counts) {
    out +=
        (out.empty() ? "{\"" : ", \"") + mark + "\": " + std::to_string(count);
  }
  return out + '}';
}

std::map<std::string, const OutlineControl*> ById(const Outline& outline) {
  std::map<std::string, const OutlineControl*> out;
  for (const OutlineControl& control : outline.controls) {
    EXPECT_TRUE(out.emplace(control.id, &control).second) << control.id;
  }
  return out;
}

Outline ReadUnified(const std::string& text, Diagnostics& diagnostics) {
  return ReadOutline("gov-unified-2025.txt", text, Spec("gov-unified-2025"),
                     diagnostics);
}

TEST(OutlineSourcesTest, FindsTheUnifiedStandards) {
  const std::string path =
      SharedPath("sources/gov-unified-2025/gov-unified-2025.txt");
  const std::string facts = SharedPath("facts/gov-unified-2025.tsv");
  if (path.empty() || facts.empty()) return;
  Diagnostics diagnostics;
  const Outline outline =
      ReadUnified(DecodeText(path, ReadFile(path), diagnostics), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << ToString(diagnostics.all()[0]);
  EXPECT_EQ(
      Json(outline),
      "{\"部\": 7, \"節\": 24, \"款\": 59, \"見出し\": 151, \"項目\": 381, "
      "\"細目\": 79}");
  const auto controls = ById(outline);
  EXPECT_EQ(controls.count("GU2.1.1(8)(a)(ア)"), 1U);

  const std::string table = ReadFile(facts);
  std::size_t rows = 0;
  for (const std::string_view line : Split(table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = Split(line, '\t');
    ++rows;
    const auto found = controls.find(std::string(cells[0]));
    ASSERT_NE(found, controls.end()) << cells[0];
    const OutlineControl& control = *found->second;
    EXPECT_EQ(ComparisonKey(control.title), ComparisonKey(cells[3]))
        << cells[0];
    const std::string parent =
        control.parent < 0
            ? "-"
            : outline.controls[static_cast<std::size_t>(control.parent)].id;
    EXPECT_EQ(parent, cells[1]) << cells[0];
    EXPECT_EQ(control.label, cells[2]) << cells[0];
    EXPECT_FALSE(control.below_catalogue) << cells[0];
    EXPECT_LE(control.depth, 4) << cells[0];
  }
  EXPECT_EQ(rows, 241U);
  for (const OutlineControl& control : outline.controls) {
    EXPECT_EQ(control.below_catalogue, control.depth > 4) << control.id;
    EXPECT_NE(control.depth > 4, control.text.empty()) << control.id;
    EXPECT_EQ(control.text.find("解説"), std::string::npos) << control.id;
    EXPECT_EQ(control.text.find("【"), std::string::npos) << control.id;
  }
}

// What an editor may break: the outline must stay the same.
TEST(OutlineSourcesTest, IsNotMisledByLinesInCommentary) {
  const std::string path =
      SharedPath("sources/gov-unified-2025/gov-unified-2025.txt");
  if (path.empty()) return;
  Diagnostics diagnostics;
  const std::string text = ReadFile(path);
  const auto ids = [](const Outline& outline) {
    std::string out;
    for (const OutlineControl& control : outline.controls) {
      out += control.id + '|' + control.text + '\n';
    }
    return out;
  };
  const std::string expected = ids(ReadUnified(text, diagnostics));
  struct Insertion {
    const char* after;
    const char* lines;
  };
  static const Insertion kInsertions[] = {
      {"（解説）\n",
       "(b)\n(b) "
       "を参照。\n(b)を参照。\n2.1.1(9)\n(ア)例\n(z)\t参照。\n2.1.1(1)-"
       "1\t参照。\n"},
      {"（解説）\n",
       "9.9.9(9)\t参照。\n9.9\t参照。\n第1部 参照\n第99部 参照\n"},
      {"（解説）\n", "2.1.1(1)の規定\n12\n3 台の機器\n2.5倍\n(1)\t例\n①\t例\n"},
      {"（解説）\n", "(a)\t参照。\n(ン)\t参照。\n"},
      {"【基本対策事項】\n", "(ア)\t例\n(イ)\t例\n(a)\t例\n(b)\t例\n(c)\t例\n"},
      {"【基本対策事項】\n", "（解説）\n(b)\t例\n(c)\t例\n(d)\t例\n"},
      {"【遵守事項】\n", "\n\n【遵守事項】\n"},
  };
  for (const Insertion& insertion : kInsertions) {
    std::string hostile;
    std::size_t start = 0;
    const std::string after = insertion.after;
    for (std::size_t at = text.find(after); at != std::string::npos;
         at = text.find(after, start)) {
      hostile += text.substr(start, at + after.size() - start);
      // Where the first item of a heading comes after its commentary, "(a)"
      // in that commentary cannot be told from it.
      const bool open =
          text.rfind("\n(a)\t", at) > at ||
          text.rfind("\n(a)\t", at) < text.rfind("\n【遵守事項】", at);
      if (!(open && insertion.lines[0] == '(' && insertion.lines[1] == 'a')) {
        hostile += insertion.lines;
      }
      start = at + after.size();
    }
    hostile += text.substr(start);
    EXPECT_EQ(ids(ReadUnified(hostile, diagnostics)) == expected, true)
        << insertion.lines;
  }
}

TEST(OutlineSourcesTest, FindsTheOrdinance) {
  const std::string path =
      SharedPath("sources/lar-16-3/soumu-reiwa8-shorei-80.pdf");
  if (path.empty()) return;
  Diagnostics diagnostics;
  const Outline outline =
      ReadOutline(path, PdfToText(path), Spec("lar-16-3"), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << ToString(diagnostics.all()[0]);
  std::string ids;
  for (const OutlineControl& control : outline.controls) {
    ids += control.id + ' ';
    for (const char* stray : {"改 正", "改正前", "新設", "備考", "  "}) {
      EXPECT_EQ(control.text.find(stray), std::string::npos) << control.id;
    }
  }
  EXPECT_EQ(ids,
            "R16-3 R16-3(1) R16-3(2) R16-3(3) R16-3(4) R16-3(5) R16-3(6) "
            "R16-3(7) R16-3(8) R16-3-2 R16-3-2(1) R16-3-2(2) R16-3-2(3) R80S "
            "R80S1 R80S2 ");
  const auto controls = ById(outline);
  EXPECT_EQ(
      controls.at("R16-3(3)")->text,
      "情報システム等の適切な管理、管理区域の適切な管理、電気通信回線（入出力"
      "装置を含む。）の適切な管理、職員の利用する通信端末機器及び電磁的記録媒体"
      "（電磁的方式で作られた記録に係る記録媒体をいう。以下同じ。）の適切な管理"
      "その他の物理的なサイバーセキュリティ（サイバーセキュリティ基本法（平成"
      "二十六年法律第百四号）第二条に規定するサイバーセキュリティをいう。以下"
      "同じ。）に関する対策の適切な実施");
  EXPECT_EQ(controls.at("R80S1")->title, "施行期日");
  EXPECT_EQ(controls.at("R80S1")->text,
            "この省令は、令和九年七月一日から施行する。");
  EXPECT_EQ(controls.at("R80S2")->title, "経過措置");
}

constexpr const char* kLaws[] = {
    "322AC0000000067", "322CO0000000016", "322M40000008029", "323AC0000000205",
    "323M40000100050", "327AC0000000292", "332AC0000000177", "412M50000100015",
    "415AC0000000057", "426AC1000000104", "507AC0000000042"};

std::string CountIndependently(const std::string& path) {
  const std::string command =
      "python3 '" KAKEHASHI_TESTDATA "/data/count_law.py' '" + path + "'";
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "cannot run " + command;
  std::string out;
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) {
    out += buffer.data();
  }
  pclose(pipe);
  return std::string(Trim(out));
}

std::string LawPath(const char* law) {
  return SharedPath(("sources/law/" + std::string(law) + ".md").c_str());
}

Outline ReadLaw(const std::string& path, const char* framework) {
  Diagnostics diagnostics;
  Outline outline =
      ReadOutline(path, DecodeText(path, ReadFile(path), diagnostics),
                  Spec(framework), diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return outline;
}

TEST(OutlineSourcesTest, CountsElevenLaws) {
  for (const char* law : kLaws) {
    const std::string path = LawPath(law);
    if (path.empty()) return;
    const std::string expected = CountIndependently(path);
    for (const char* framework : {"water-law", "lar-16-3"}) {
      const Outline outline = ReadLaw(path, framework);
      EXPECT_EQ(Json(outline), expected) << law << ' ' << framework;
      ById(outline);
    }
  }
}

TEST(OutlineSourcesTest, ComposesTheIdsOfLaws) {
  struct Case {
    const char* framework;
    const char* law;
    const char* id;
    const char* label;
    const char* title;
  };
  static const Case kCases[] = {
      {"water-law", "412M50000100015", "WS1", "第一条", "一般事項"},
      {"water-law", "412M50000100015", "WS1-11-2", "十一の二", ""},
      {"water-law", "412M50000100015", "WS1-12", "十二", ""},
      {"water-law", "412M50000100015", "WS1-7イ(3)(iv)", "（ｉｖ）", ""},
      {"water-law", "332AC0000000177", "WA15(2)", "２", ""},
      {"water-law", "332AC0000000177", "WA19(2)-1", "一", ""},
      {"water-law", "332AC0000000177", "WA24-3(6)", "６", ""},
      {"water-law", "332AC0000000177", "WA39-2", "第三十九条の二",
       "災害その他非常の場合における連携及び協力の確保"},
      {"water-law", "507AC0000000042", "CA2(9)-3", "三", ""},
      {"water-law", "426AC1000000104", "L1", "第一条", "目的"},
      {"lar-16-3", "322AC0000000067", "A244-5(2)", "２", ""},
      {"lar-16-3", "322AC0000000067", "A20:73", "第二十条乃至第七十三条", ""},
      {"lar-16-3", "322AC0000000067", "A.Pt2.Ch7.Sec2.Sub1", "第一款", "地位"},
      {"lar-16-3", "322AC0000000067", "AS1", "附則", ""},
      {"lar-16-3", "322AC0000000067", "AS1.1", "第一条", ""},
      {"lar-16-3", "322M40000008029", "R12-2-7(1)", "一", ""},
  };
  for (const Case& c : kCases) {
    const std::string path = LawPath(c.law);
    if (path.empty()) return;
    const Outline outline = ReadLaw(path, c.framework);
    const auto controls = ById(outline);
    const auto found = controls.find(c.id);
    ASSERT_NE(found, controls.end()) << c.id;
    EXPECT_EQ(found->second->label, c.label) << c.id;
    EXPECT_EQ(found->second->title, c.title) << c.id;
  }
}

}  // namespace
}  // namespace mapper
