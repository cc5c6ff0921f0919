#include "mapper/report/xlsx_writer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mapper/parse/xlsx_reader.h"
#include "mapper/report/xlsx_text.h"

namespace mapper {
namespace {

std::vector<XlsxSheet> WriteAndRead(const Workbook& workbook,
                                    Diagnostics& written) {
  const std::string bytes = WriteXlsx(workbook, written);
  Diagnostics read;
  auto sheets = ReadXlsx("t.xlsx", bytes, read);
  for (const Diagnostic& d : read.all()) ADD_FAILURE() << ToString(d);
  return sheets;
}

Workbook OneColumn(const std::vector<std::string>& texts,
                   SheetColumn::Kind kind = SheetColumn::Kind::kText) {
  Sheet sheet;
  sheet.name = "表";
  sheet.columns.push_back({"見出し", kind, 0, false, {}});
  for (const std::string& text : texts) sheet.rows.push_back({text});
  Workbook workbook;
  workbook.sheets.push_back(std::move(sheet));
  return workbook;
}

// Each text comes back from its cell as the second one; "" as the second
// means: as it was.
TEST(XlsxWriter, KeepsEveryTextAsText) {
  static const struct {
    const char* text;
    const char* back;
  } kCases[] = {
      {"=1+1", ""},
      {"=HYPERLINK(\"http://example.com\",\"x\")", ""},
      {"+81-3", ""},
      {"-40", ""},
      {"@SUM(A1)", ""},
      {"＝1", ""},
      {"'=1", ""},
      {"{=1}", ""},
      {"http://example.com/", ""},
      {"mailto:a@example.com", ""},
      {"\tタブ", ""},
      {"二行\nあり", ""},
      {"二行\r\nあり", "二行\nあり"},
      {"a\rb", "a<U+000D>b"},
      {"\x01\x1f\x7f", "<U+0001><U+001F><U+007F>"},
      {"\xEF\xBF\xBE", "<U+FFFE>"},
      {"\xff\xfe", "<FF><FE>"},
      {"_x0041_", ""},
      {"__x005F_x0041_", ""},
      {"<b>&amp;</b>\"'", ""},
      {"😀𠮷①", ""},
      {"\xE2\x80\xAE逆さ\xE2\x80\xAC", ""},
      {" 前後の空白 ", ""},
      {"007", ""},
      {"1E5", ""},
      {"2027-07-01", ""},
      {"TRUE", ""},
      {"#N/A", ""},
  };
  std::vector<std::string> texts;
  for (const auto& c : kCases) texts.emplace_back(c.text);
  Diagnostics written;
  const auto sheets = WriteAndRead(OneColumn(texts), written);
  EXPECT_TRUE(written.empty());
  ASSERT_EQ(sheets.size(), 1U);
  ASSERT_EQ(sheets[0].rows.size(), texts.size() + 1);
  EXPECT_EQ(sheets[0].rows[0][0].text, "見出し");
  std::size_t row = 1;
  for (const auto& c : kCases) {
    const CsvCell& cell = sheets[0].rows[row][0];
    EXPECT_EQ(cell.text, *c.back == '\0' ? c.text : c.back);
    EXPECT_EQ(cell.line, ++row);
    EXPECT_EQ(cell.column, 1U);
  }
}

TEST(XlsxWriter, NumbersAndDatesWhereTheColumnSaysSo) {
  static const struct {
    SheetColumn::Kind kind;
    const char* text;
    bool number;
  } kCases[] = {
      {SheetColumn::Kind::kNumber, "12", true},
      {SheetColumn::Kind::kNumber, "-1.5", true},
      {SheetColumn::Kind::kNumber, "0", true},
      {SheetColumn::Kind::kNumber, "123456789012345", true},
      {SheetColumn::Kind::kNumber, "007", false},
      {SheetColumn::Kind::kNumber, "1234567890123456", false},
      {SheetColumn::Kind::kNumber, "1.2.3", false},
      {SheetColumn::Kind::kNumber, "=1", false},
      {SheetColumn::Kind::kNumber, ".5", false},
      {SheetColumn::Kind::kNumber, "-", false},
      {SheetColumn::Kind::kDate, "2027-07-01", true},
      {SheetColumn::Kind::kDate, "1904-02-29", true},
      {SheetColumn::Kind::kDate, "1900-02-28", false},
      {SheetColumn::Kind::kDate, "2027-02-30", false},
      {SheetColumn::Kind::kDate, "未定", false},
      {SheetColumn::Kind::kText, "12", false},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    Diagnostics written;
    const std::string bytes = WriteXlsx(OneColumn({c.text}, c.kind), written);
    Diagnostics read;
    const auto sheets = ReadXlsx("t.xlsx", bytes, read);
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].rows[1][0].text, c.text);
    // A text is one of the shared strings; a number is none.
    Diagnostics zipped;
    ZipArchive zip("t.xlsx", bytes, zipped);
    const std::string strings = zip.Read("xl/sharedStrings.xml").value_or("");
    EXPECT_EQ(
        strings.find(">" + std::string(c.text) + "<") == std::string::npos,
        c.number);
    EXPECT_EQ(zip.Read("xl/worksheets/sheet1.xml")->find("<f>"),
              std::string::npos);
  }
}

TEST(XlsxWriter, SaysWhatItCut) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "あ";
  Diagnostics written;
  const auto sheets = WriteAndRead(OneColumn({text}), written);
  ASSERT_EQ(written.all().size(), 1U);
  EXPECT_EQ(written.all()[0].id, "xlsx-cut");
  const std::string& cell = sheets.at(0).rows.at(1).at(0).text;
  EXPECT_LE(Utf16Length(cell), kMaxCellText);
  EXPECT_NE(cell.find("…〔以下7273字を省略〕"), std::string::npos);
}

TEST(XlsxWriter, CountsAsExcelCounts) {
  // Outside the basic plane a character takes two of the 32,767 units.
  std::string pairs;
  for (int i = 0; i < 16'383; ++i) pairs += "𠮷";
  EXPECT_EQ(ToXlsxCell(pairs + "a", Language::kJa).cut, 0U);
  EXPECT_GT(ToXlsxCell(pairs + "𠮷", Language::kJa).cut, 0U);
  EXPECT_EQ(ToXlsxCell(std::string(32'767, 'a'), Language::kEn).cut, 0U);
  const XlsxCellText cut = ToXlsxCell(std::string(32'768, 'a'), Language::kEn);
  EXPECT_EQ(cut.cut, 41U);
  EXPECT_NE(cut.text.find("... [41 more characters cut]"), std::string::npos);
}

TEST(XlsxWriter, NamesOfSheets) {
  static const struct {
    const char* name;
    const char* becomes;
  } kCases[] = {
      {"監査", "監査"},
      {"a[b]:c*d?e/f\\g", "a_b__c_d_e_f_g"},
      {"", "シート"},
      {"'引用'", "引用"},
      {"History", "History (2)"},
      {"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十あいう",
       "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十あ"},
      {"監査", "監査 (2)"},
      {"Audit", "Audit"},
      {"AUDIT", "AUDIT (2)"},
  };
  std::set<std::string> taken;
  for (const auto& c : kCases) {
    EXPECT_EQ(ToSheetName(c.name, Language::kJa, taken), c.becomes);
  }
  Workbook workbook = OneColumn({"x"});
  workbook.sheets[0].name = "a/b";
  Diagnostics written;
  const auto sheets = WriteAndRead(workbook, written);
  EXPECT_EQ(sheets.at(0).name, "a_b");
  ASSERT_EQ(written.all().size(), 1U);
  EXPECT_EQ(written.all()[0].id, "xlsx-sheet-name");
}

TEST(XlsxWriter, SameInputSameBytes) {
  Workbook workbook = OneColumn({"一", "二"});
  workbook.sheets[0].columns[0].choices = {"一", "二"};
  Diagnostics d;
  EXPECT_EQ(WriteXlsx(workbook, d), WriteXlsx(workbook, d));
  const std::string bytes = WriteXlsx(workbook, d);
  ZipArchive zip("t.xlsx", bytes, d);
  EXPECT_NE(zip.Read("docProps/core.xml")->find("2000-01-01T00:00:00Z"),
            std::string::npos);
}

TEST(XlsxWriter, LongListsStandOnAHiddenSheet) {
  Workbook workbook = OneColumn({"選択肢"});
  std::vector<std::string> choices;
  for (int i = 0; i < 60; ++i) {
    choices.push_back("とても長い選択肢の" + std::to_string(i) +
                      "番, 読点つき");
  }
  workbook.sheets[0].columns[0].choices = choices;
  workbook.sheets[0].choices[{0, 0}] = {"短い", "一覧"};
  Diagnostics written;
  const auto sheets = WriteAndRead(workbook, written);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_FALSE(sheets[0].hidden);
  EXPECT_TRUE(sheets[1].hidden);
  EXPECT_EQ(sheets[1].name, "選択肢");
  EXPECT_EQ(sheets[1].rows.size(), choices.size());
}

TEST(XlsxWriter, InstructionsHeaderAndSpareRows) {
  Workbook workbook = OneColumn({"値"});
  Sheet& sheet = workbook.sheets[0];
  sheet.instructions = {"書き方 1", "書き方 2"};
  sheet.columns[0].input = true;
  sheet.spare_rows = 5;
  sheet.locked = true;
  sheet.frozen_columns = 1;
  EXPECT_EQ(FirstRow(sheet), 4U);
  Diagnostics written;
  const auto sheets = WriteAndRead(workbook, written);
  ASSERT_EQ(sheets.at(0).rows.size(), 4U);
  EXPECT_EQ(sheets[0].rows[3][0].line, FirstRow(sheet));
  EXPECT_EQ(sheets[0].rows[3][0].text, "値");
}

}  // namespace
}  // namespace mapper
