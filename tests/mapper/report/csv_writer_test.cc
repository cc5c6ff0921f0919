#include "mapper/report/csv_writer.h"

#include <gtest/gtest.h>

namespace mapper {
namespace {

Records Sample() {
  Records records;
  records.name = "sample";
  records.columns = {{"control", {"項目", "control"}},
                     {"count", {"数", "number of"}, Column::Type::kNumber},
                     {"roles", {"役割", "roles"}, Column::Type::kList}};
  records.rows = {{"4-1", "1", "ict;ot"}, {"𠮷①", "", ""}};
  return records;
}

TEST(CsvCellTextTest, QuotesAndGuards) {
  struct Case {
    const char* text;
    const char* cell;
  };
  static const Case kCases[] = {
      {"", ""},
      {"水道局", "水道局"},
      {" a ", " a "},
      {"a,b", "\"a,b\""},
      {"a\"b", "\"a\"\"b\""},
      {"\"", "\"\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
      {"a;b", "a;b"},
      // What a spreadsheet would run.
      {"=1+1", "'=1+1"},
      {"+81", "'+81"},
      {"-", "'-"},
      {"@x", "'@x"},
      {"\tx", "'\tx"},
      {"\rx", "\"'\rx\""},
      {"＝1", "'＝1"},
      {"＋", "'＋"},
      {"－1", "'－1"},
      {"＠", "'＠"},
      {"'=1", "''=1"},
      {"''=1", "'''=1"},
      {"=a,b", "\"'=a,b\""},
      {"=\"a\"", "\"'=\"\"a\"\"\""},
      {" =1", "' =1"},
      {"\n=1", "\"'\n=1\""},
      {"%1", "'%1"},
      {"|x", "'|x"},
      // What it would not.
      {"'a", "'a"},
      {"a=1", "a=1"},
      {"ー", "ー"},
      {"4-1", "4-1"},
  };
  for (const Case& c : kCases) EXPECT_EQ(CsvCellText(c.text), c.cell) << c.text;
}

TEST(WriteCsvTest, WritesAsAsked) {
  struct Case {
    const char* name;
    View view;
    CsvOptions options;
    const char* csv;
    const char* unmappable;
  };
  static const Case kCases[] = {
      {"words",
       {Language::kJa, false},
       {true, false},
       "\xEF\xBB\xBF項目,数,役割\r\n4-1,1,ict;ot\r\n𠮷①,,\r\n",
       ""},
      {"English",
       {Language::kEn, false},
       {true, false},
       "\xEF\xBB\xBF"
       "control,number of,roles\r\n4-1,1,ict;ot\r\n𠮷①,,\r\n",
       ""},
      {"machine",
       {Language::kJa, true},
       {false, false},
       "control,count,roles\r\n4-1,1,ict;ot\r\n𠮷①,,\r\n",
       ""},
      // CP932 has ① but not 𠮷, and never a byte order mark.
      {"CP932",
       {Language::kEn, true},
       {true, true},
       "control,count,roles\r\n4-1,1,ict;ot\r\n?\x87\x40,,\r\n",
       "𠮷"},
  };
  for (const Case& c : kCases) {
    std::string unmappable;
    EXPECT_EQ(WriteCsv(Sample(), c.view, c.options, unmappable), c.csv)
        << c.name;
    EXPECT_EQ(unmappable, c.unmappable) << c.name;
  }
}

TEST(WriteCsvTest, WritesAHeaderWithoutRows) {
  Records records = Sample();
  records.rows.clear();
  std::string unmappable;
  EXPECT_EQ(
      WriteCsv(records, {Language::kEn, true}, {false, false}, unmappable),
      "control,count,roles\r\n");
}

TEST(WriteCsvTest, NamesUnmappableCharactersOnceOverSeveralFiles) {
  std::string unmappable;
  WriteCsv(Sample(), {Language::kJa, false}, {false, true}, unmappable);
  WriteCsv(Sample(), {Language::kJa, false}, {false, true}, unmappable);
  EXPECT_EQ(unmappable, "𠮷");
}

}  // namespace
}  // namespace mapper
