#include "mapper/parse/csv.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"

namespace mapper {
namespace {

// "line:col[text] ..." a row, then what was reported.
std::string Read(const std::string& bytes) {
  Diagnostics diagnostics;
  std::string out;
  for (const CsvRow& row : ReadCsv("s.csv", bytes, diagnostics)) {
    for (const CsvCell& cell : row) {
      out += std::to_string(cell.line) + ':' + std::to_string(cell.column) +
             '[' + cell.text + ']';
    }
    out += '\n';
  }
  return out + Dump(diagnostics);
}

TEST(ReadCsvTest, ReadsCellsWithTheirPlaces) {
  struct Case {
    std::string bytes;
    const char* read;
  };
  const Case cases[] = {
      {"", ""},
      {"\n\r\n\n", ""},
      {"a", "1:1[a]\n"},
      {"a,b\r\nc,d\r\n", "1:1[a]1:3[b]\n2:1[c]2:3[d]\n"},
      {"a,b\rc,d", "1:1[a]1:3[b]\n2:1[c]2:3[d]\n"},
      {"a,\n\n,b\n", "1:1[a]1:3[]\n3:1[]3:2[b]\n"},
      {"水道,局\n", "1:1[水道]1:4[局]\n"},
      {"\xEF\xBB\xBF"
       "a,b\n",
       "1:1[a]1:3[b]\n"},
      {"\"a,b\",c", "1:1[a,b]1:7[c]\n"},
      {"\"say \"\"x\"\"\",c", "1:1[say \"x\"]1:13[c]\n"},
      {"\"\",c", "1:1[]1:4[c]\n"},
      {"\"\"\"\"", "1:1[\"]\n"},
      {"\"two\r\nlines\",c\nd", "1:1[two\nlines]2:8[c]\n3:1[d]\n"},
      {"a\"b,c", "1:1[a\"b]1:5[c]\n"},  // a quote inside is text
      {" \"a\",c", "1:1[ \"a\"]1:6[c]\n"},
      {"a b , c", "1:1[a b ]1:6[ c]\n"},
      {"\x90\x85\x93\xB9,x\r\n", "1:1[水道]1:4[x]\n"},  // CP932
      // The guard of our writer comes off, once.
      {"'=1+1,'+81,\"'@x\",'＝1", "1:1[=1+1]1:7[+81]1:12[@x]1:18[＝1]\n"},
      {"''=1,'a,=1,''", "1:1['=1]1:6['a]1:9[=1]1:12['']\n"},
      {"\xE2\x80\xAE,\x1b", "1:1[\xE2\x80\xAE]1:3[\x1b]\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.bytes), c.read) << c.bytes;
}

TEST(ReadCsvTest, RejectsAndLocates) {
  struct Case {
    std::string bytes;
    const char* read;
  };
  const Case cases[] = {
      {"\"", "1:1 csv-quote a quote that is never closed\n"},
      {"a,\"b\nc,d\n",
       "1:1[a]1:3[b\nc,d\n]\n1:3 csv-quote a quote that is never closed\n"},
      {"\"a\"\"", "1:1[a\"]\n1:1 csv-quote a quote that is never closed\n"},
      {"水,\"b\"x y,c\n",
       "1:1[水]1:3[b]1:10[c]\n1:6 csv-quote text after the closing quote\n"},
      {"\"a\" ,b\n\"c\"\"d\"e\n",
       "1:1[a]1:6[b]\n2:1[c\"d]\n"
       "1:4 csv-quote text after the closing quote\n"
       "2:7 csv-quote text after the closing quote\n"},
      {"\xEF\xBB\xBF"
       "a,\xFF\nb,\xFE\n",
       "1:1[a]1:3[\xEF\xBF\xBD]\n2:1[b]2:3[\xEF\xBF\xBD]\n"
       "1:3 encoding-invalid bytes that are not UTF-8\n"},
      {"\xFF\xFE"
       "a",
       "1:1[\xEF\xBF\xBD]\n"
       "1:1 encoding-invalid bytes that are not UTF-16LE\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.bytes), c.read) << c.bytes;
}

TEST(ReadCsvTest, BearsHostileInput) {
  Diagnostics diagnostics;
  auto rows = ReadCsv("s.csv", Repeat(",", 100000) + "x", diagnostics);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].size(), 100001U);
  EXPECT_EQ(rows[0].back().column, 100001U);
  rows = ReadCsv("s.csv", Repeat("水", 400000), diagnostics);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0].text.size(), 1200000U);
  rows = ReadCsv("s.csv", std::string("a\0b,c", 5), diagnostics);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0].text, std::string("a\0b", 3));
  EXPECT_EQ(Dump(diagnostics), "");
  ReadCsv("s.csv", Repeat("\"x", 500001), diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 1U);
}

// A sheet padded with rows of commas made a row of errors for each of them.
TEST(ReadCsvTest, LeavesOutRowsOfCommas) {
  EXPECT_EQ(Read("a,b\n,\n\"\",\n,,,,\nc,d\n,"),
            "1:1[a]1:3[b]\n5:1[c]5:3[d]\n");
}

}  // namespace
}  // namespace mapper
