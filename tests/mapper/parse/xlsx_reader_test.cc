#include "mapper/parse/xlsx_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "mapper/base/file.h"
#include "tests/mapper/parse/xlsx_parts.h"

namespace mapper {
namespace {

constexpr const char* kBook =
    "<x:workbook xmlns:x='m' xmlns:r='r'><x:workbookPr/><x:sheets><x:sheet "
    "name='表' sheetId='1' r:id='r1'/></x:sheets></x:workbook>";
constexpr const char* kRelations =
    "<Relationships><Relationship Id='r1' Type='x/worksheet' "
    "Target='/xl/s.xml'/><Relationship Id='r2' Type='x/sharedStrings' "
    "Target='t.xml'/><Relationship Id='r3' Type='x/styles' "
    "Target='./y.xml'/></Relationships>";
constexpr const char* kStyles =
    "<styleSheet><numFmts><numFmt numFmtId='164' "
    "formatCode='[$-411]ggge&quot;年&quot;m&quot;月&quot;'/><numFmt "
    "numFmtId='165' formatCode='0.0E+00'/></numFmts><cellXfs><xf "
    "numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf "
    "numFmtId='165'/><xf numFmtId='57'/></cellXfs></styleSheet>";
constexpr const char* kStrings =
    "<sst><si><t>一</t></si><si><r><t>漢</t></r><r><t>字</t></r><rPh sb='0' "
    "eb='1'><t>かんじ</t></rPh></si><si><t xml:space='preserve'> </t></si>"
    "<si><t>a_x000D_&#10;b_x005F_x0041_</t></si></sst>";

Parts Book(const std::string& rows) {
  return {{"_rels/.rels", kXlsxRoot},
          {"xl/workbook.xml", kBook},
          {"xl/_rels/workbook.xml.rels", kRelations},
          {"xl/s.xml",
           "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
          {"xl/t.xml", kStrings},
          {"xl/y.xml", kStyles}};
}

Parts With(Parts parts, const std::string& name, const std::string& bytes) {
  for (auto& part : parts) {
    if (part.first == name) part.second = bytes;
  }
  return parts;
}

Parts Without(const Parts& parts, const std::string& name) {
  Parts left;
  for (const auto& part : parts) {
    if (part.first != name) left.push_back(part);
  }
  return left;
}

std::string Row(const std::string& cell) {
  return "<row r='5'>" + cell + "</row>";
}

TEST(XlsxReader, ReadsCells) {
  static const struct {
    const char* cell;
    const char* text;
  } kCases[] = {
      {"<c r='C5' t='s'><v>0</v></c>", "一"},
      {"<c r='C5' t='s'><v>1</v></c>", "漢字"},
      {"<c r='C5' t='s'><v>3</v></c>", "a\nb_x0041_"},
      {"<c r='C5' t='inlineStr'><is><t>内</t></is></c>", "内"},
      {"<c r='C5' t='str'><f>1</f><v>式</v></c>", "式"},
      {"<c r='C5'><v>1</v></c>", "1"},
      {"<c r='C5'><v>1.0</v></c>", "1"},
      {"<c r='C5'><v>0.1</v></c>", "0.1"},
      {"<c r='C5' s='3'><v>1E3</v></c>", "1000"},
      {"<c r='C5' t='b'><v>1</v></c>", "TRUE"},
      {"<c r='C5' t='d'><v>2027-07-01T00:00:00</v></c>", "2027-07-01"},
      {"<c r='C5' s='1'><v>46569</v></c>", "2027-07-01"},
      {"<c r='C5' s='2'><v>46569</v></c>", "2027-07-01"},
      {"<c r='C5' s='4'><v>46569.5</v></c>", "2027-07-01 12:00"},
      {"<c r='C5' s='1'><v>0.75</v></c>", "18:00"},
      {"<c r='C5' s='1'><v>1</v></c>", "1900-01-01"},
      {"<c r='C5' s='1'><v>60</v></c>", "60"},
      {"<c r='C5' s='1'><v>-3</v></c>", "-3"},
      {"<c/><c/><c t='s'><v>0</v></c>", ""},  // places without addresses
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.cell);
    Diagnostics d;
    const auto sheets = ReadXlsx("a.xlsx", Zip(Book(Row(c.cell))), d);
    EXPECT_TRUE(d.empty());
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].name, "表");
    ASSERT_EQ(sheets[0].rows.size(), 1U);
    const CsvCell& cell = sheets[0].rows[0].back();
    if (*c.text != '\0') {
      EXPECT_EQ(cell.text, c.text);
      EXPECT_EQ(CellAddress(cell.line, cell.column), "C5");
    }
  }
}

TEST(XlsxReader, DatesFrom1904) {
  Diagnostics d;
  const auto sheets = ReadXlsx(
      "a.xlsx",
      Zip(With(Book(Row("<c r='A5' s='1'><v>45107</v></c>")), "xl/workbook.xml",
               "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet "
               "name='s' r:id='r1'/></sheets></workbook>")),
      d);
  EXPECT_EQ(sheets.at(0).rows.at(0).at(0).text, "2027-07-01");
}

TEST(XlsxReader, ReportsWhatIsWrong) {
  const std::string good = Zip(Book(Row("<c r='A5'><v>1</v></c>")));
  const auto cell = [](const char* text) { return Zip(Book(Row(text))); };
  const struct {
    const char* what;
    std::string bytes;
    const char* id;
  } kCases[] = {
      {"empty", "", "xlsx-kind"},
      {"text", "a,b\n", "xlsx-kind"},
      {"xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "xlsx-kind"},
      {"other zip", Zip({{"a.txt", "a"}}), "xlsx-kind"},
      {"truncated", good.substr(0, good.size() / 2), "xlsx-zip"},
      {"no workbook", Zip(Without(Book(""), "xl/workbook.xml")), "xlsx-part"},
      {"no strings", Zip(Without(Book(""), "xl/t.xml")), "xlsx-part"},
      {"twice", Zip({{"_rels/.rels", kXlsxRoot}, {"_RELS/.rels", kXlsxRoot}}),
       "xlsx-part"},
      {"outside",
       Zip(With(Book(""), "_rels/.rels",
                "<Relationships><Relationship Id='a' Type='x/officeDocument' "
                "Target='../../etc/passwd'/></Relationships>")),
       "xlsx-part"},
      {"xlsb",
       Zip(With(Book(""), "_rels/.rels",
                "<Relationships><Relationship Id='a' Type='x/officeDocument' "
                "Target='xl/workbook.bin'/></Relationships>")),
       "xlsx-kind"},
      {"entities",
       Zip(With(Book(""), "xl/t.xml",
                "<!DOCTYPE sst [<!ENTITY a 'aaaa'>]><sst><si><t>&a;</t></si>"
                "</sst>")),
       "xml-doctype"},
      {"no XML", Zip(With(Book(""), "xl/t.xml", "<sst><si>")), "xml-syntax"},
      {"bomb",
       Zip(With(Book(""), "xl/t.xml",
                std::string(std::size_t{80} << 20U, ' '))),
       "xlsx-size"},
      {"string index", cell("<c r='A5' t='s'><v>9</v></c>"), "xlsx-cell"},
      {"address", cell("<c r='A6'><v>1</v></c>"), "xlsx-cell"},
      {"far column", cell("<c r='XFE5'><v>1</v></c>"), "xlsx-cell"},
      {"type", cell("<c r='A5' t='q'><v>1</v></c>"), "xlsx-cell"},
      {"row order", Zip(Book("<row r='5'/><row r='4'/>")), "xlsx-cell"},
      {"row number", Zip(Book("<row r='99999999'/>")), "xlsx-cell"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.what);
    Diagnostics d;
    EXPECT_TRUE(ReadXlsx("a.xlsx", c.bytes, d).empty());
    ASSERT_FALSE(d.empty());
    EXPECT_EQ(d.all()[0].id, c.id);
    EXPECT_TRUE(d.has_errors());
  }
  // Cut anywhere, nothing but a report.
  for (std::size_t size = 0; size < good.size(); size += 7) {
    Diagnostics d;
    EXPECT_TRUE(ReadXlsx("a.xlsx", good.substr(0, size), d).empty());
    EXPECT_TRUE(d.has_errors());
  }
}

TEST(XlsxReader, WarnsOfFormulas) {
  Diagnostics d;
  const auto sheets =
      ReadXlsx("a.xlsx",
               Zip(Book(Row("<c r='A5' t='e'><v>#N/A</v></c><c "
                            "r='B5'><f>1+1</f></c><c r='C5'><v>3</v></c>"))),
               d);
  ASSERT_EQ(d.all().size(), 2U);
  EXPECT_EQ(d.all()[0].id, "xlsx-error-cell");
  EXPECT_EQ(d.all()[1].id, "xlsx-no-value");
  EXPECT_FALSE(d.has_errors());
  ASSERT_EQ(sheets.at(0).rows.at(0).size(), 3U);
  EXPECT_EQ(sheets[0].rows[0][0].text, "#N/A");
  EXPECT_EQ(sheets[0].rows[0][1].text, "");
}

TEST(XlsxReader, StopsAtItsLimits) {
  const std::string bytes = Zip(Book(Row("<c r='XFD5'><v>1</v></c>")));
  XlsxLimits limits;
  limits.cells = 16'383;
  Diagnostics d;
  EXPECT_TRUE(ReadXlsx("a.xlsx", bytes, d, limits).empty());
  ASSERT_EQ(d.all().size(), 1U);
  EXPECT_EQ(d.all()[0].id, "xlsx-size");
  limits.cells = 16'384;
  EXPECT_EQ(ReadXlsx("a.xlsx", bytes, d, limits).size(), 1U);
}

// Each limit as it is just enough, and one less.
TEST(XlsxReader, EachLimitAtItAndOnePast) {
  const std::string spaces(100'000, ' ');
  const Parts parts =
      Book(Row("<c t='s'><v>0</v></c><c t='s'><v>0</v></c>"
               "<c t='s'><v>0</v></c>" +
               spaces));
  std::size_t total = 0;
  std::size_t largest = 0;
  for (const auto& [name, part] : parts) {
    total += part.size();
    largest = std::max(largest, part.size());
  }
  const std::string bytes = Zip(parts);
  const auto ids = [&bytes](const XlsxLimits& limits) {
    Diagnostics d;
    const auto sheets = ReadXlsx("a.xlsx", bytes, d, limits);
    EXPECT_EQ(sheets.empty(), d.has_errors());
    return d.empty() ? "" : d.all().front().id;
  };
  XlsxLimits packed;  // the least ratio that is enough: the parts are small
  packed.zip.ratio_from = 1000;
  packed.zip.ratio = 1;
  while (!ids(packed).empty()) ++packed.zip.ratio;
  EXPECT_GT(packed.zip.ratio, 50U);
  const struct {
    const char* name;
    std::size_t enough;
    std::size_t* (*limit)(XlsxLimits&);
  } kCases[] = {
      {"parts", parts.size(), [](XlsxLimits& l) { return &l.zip.parts; }},
      {"a part", largest, [](XlsxLimits& l) { return &l.zip.part_bytes; }},
      {"all parts", total, [](XlsxLimits& l) { return &l.zip.total_bytes; }},
      {"ratio", packed.zip.ratio, [](XlsxLimits& l) { return &l.zip.ratio; }},
      {"sheets", 1, [](XlsxLimits& l) { return &l.sheets; }},
      {"cells", 3, [](XlsxLimits& l) { return &l.cells; }},
      // One shared string, counted each time that it is used.
      {"text", 9, [](XlsxLimits& l) { return &l.text; }},
  };
  for (const auto& c : kCases) {
    XlsxLimits limits;
    limits.zip.ratio_from = 1000;
    limits.zip.ratio = 1000;
    *c.limit(limits) = c.enough;
    EXPECT_EQ(ids(limits), "") << c.name;
    *c.limit(limits) = c.enough - 1;
    EXPECT_EQ(ids(limits), "xlsx-size") << c.name;
  }
}

}  // namespace
}  // namespace mapper
