#include "mapper/parse/status_csv.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

constexpr const char kHeader[] = "framework,control,status,evidence,date,by\n";

// One assessment a line, then what was reported.
std::string Read(const std::string& bytes) {
  const Dataset dataset = SmallDataset();
  Diagnostics diagnostics;
  std::string out;
  for (const auto& [ref, a] :
       ReadStatusCsv("s.csv", bytes, dataset, diagnostics)) {
    out += dataset.framework(ref.framework).id + ' ' + dataset.control(ref).id +
           ' ' + ToString(a.status) + " [" + a.evidence + "] " +
           (a.date ? ToIso(*a.date) : "-") + " [" + a.by + "] line " +
           std::to_string(a.line) + '\n';
  }
  return out + Dump(diagnostics);
}

TEST(ReadStatusCsvTest, ReadsStatements) {
  struct Case {
    std::string bytes;
    const char* read;
  };
  const Case cases[] = {
      {kHeader, ""},
      {std::string(kHeader) + "alpha,A1,met,規程3条,2026-11-22,水道局\n",
       "alpha A1 met [規程3条] 2026-11-22 [水道局] line 2\n"},
      {std::string(kHeader) + "beta,B2,一部,,,\nalpha,A1.1,未実施\n",
       "alpha A1.1 not-met [] - [] line 3\nbeta B2 partly [] - [] line 2\n"},
      {"\xEF\xBB\xBF基準,項目,状況,証拠・理由,日付,記入者\r\n"
       "alpha,A1,実施済,台帳,2026/1/5,監査\r\n",
       "alpha A1 met [台帳] 2026-01-05 [監査] line 2\n"},
      {"status,control,framework\n計画,A1,alpha\n",
       "alpha A1 planned [] - [] line 2\n"},
      {std::string(kHeader) + " alpha , A1 , 対象外 , 該当設備なし ,,\n",
       "alpha A1 not-applicable [該当設備なし] - [] line 2\n"},
      {std::string(kHeader) + "alpha,A1,Not　Met,,,\nalpha,A2,実 施 済,,,\n",
       "alpha A1 not-met [] - [] line 2\nalpha A2 met [] - [] line 3\n"},
      {"Framework,ＣＯＮＴＲＯＬ,状 況\nalpha,A1,met\n",
       "alpha A1 met [] - [] line 2\n"},
      {std::string(kHeader) + "alpha,A1,unknown,,2026/12/5,\n",
       "alpha A1 unknown [] 2026-12-05 [] line 2\n"},
      {std::string(kHeader) + "alpha,A1,未回答,,2026/1/15,\n",
       "alpha A1 unknown [] 2026-01-15 [] line 2\n"},
      {std::string(kHeader) + "alpha,A1,met,'=A1+1,,\n",
       "alpha A1 met [=A1+1] - [] line 2\n"},
      {std::string(kHeader) + "alpha,A1,met,\"a\nb\",,\nbeta,B1,met\n",
       "alpha A1 met [a\nb] - [] line 2\nbeta B1 met [] - [] line 4\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.bytes), c.read) << c.bytes;
}

TEST(ReadStatusCsvTest, RejectsBadHeaders) {
  struct Case {
    std::string bytes;
    const char* read;
  };
  const Case cases[] = {
      {"",
       "1:1 status-header expected a header row "
       "framework,control,status,evidence,date,by\n"},
      {"\n\n",
       "1:1 status-header expected a header row "
       "framework,control,status,evidence,date,by\n"},
      {"framework,control\n", "1:1 status-header no column 'status'\n"},
      {"framework,control,status,comment\n",
       "1:26 status-header unknown column 'comment'; known: framework control "
       "status evidence evidence_file date by\n"},
      {"framework,controll,status\n",
       "1:11 status-header unknown column 'controll'; did you mean "
       "'control'?\n1:1 status-header no column 'control'\n"},
      {"framework,control,status,状況\n",
       "1:26 status-header the column '状況' stands twice\n"},
      {"alpha,A1,met\n",
       "1:1 status-header unknown column 'alpha'; known: framework control "
       "status evidence evidence_file date by\n"
       "1:7 status-header unknown column 'A1'; known: framework control "
       "status evidence evidence_file date by\n"
       "1:10 status-header unknown column 'met'; known: framework control "
       "status evidence evidence_file date by\n"
       "1:1 status-header no column 'framework'\n"
       "1:1 status-header no column 'control'\n"
       "1:1 status-header no column 'status'\n"},
      {"\"framework,control,status\n",
       "1:1 csv-quote a quote that is never closed\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.bytes), c.read) << c.bytes;
}

TEST(ReadStatusCsvTest, RejectsBadRows) {
  struct Case {
    std::string row;
    const char* read;
  };
  const Case cases[] = {
      {"alphx,A1,met",
       "2:1 unknown-framework unknown framework 'alphx'; did you mean "
       "'alpha'?\n"},
      {"水道,A1,met", "2:1 unknown-framework unknown framework '水道'\n"},
      {"alpha,A3,met",
       "2:7 unknown-control unknown control 'A3' of alpha; did you mean "
       "'A1'?\n"},
      {"alpha,水,met", "2:7 unknown-control unknown control '水' of alpha\n"},
      {"later,A1,met", "2:7 unknown-control unknown control 'A1' of later\n"},
      {"alpha,A1,done",
       "2:10 unknown-status unknown status 'done'; known: 実施済 一部 計画 "
       "未実施 対象外 未回答\n"},
      {"alpha,A1",
       "2:1 unknown-status no status; known: 実施済 一部 計画 未実施 対象外 "
       "未回答\n"},
      {"alpha,A1,実施",
       "2:10 unknown-status unknown status '実施'; known: 実施済 一部 計画 "
       "未実施 対象外 未回答\n"},
      {"alpha,A1,対象外",
       "2:1 status-reason 対象外 needs its reason in the column 'evidence'\n"},
      {"alpha,A1,not-applicable, ,,",
       "2:25 status-reason 対象外 needs its reason in the column "
       "'evidence'\n"},
      {"alpha,A1,met,,2026-02-30,",
       "2:15 date-invalid expected a date such as 2026-11-22, not "
       "'2026-02-30'\n"},
      {"alpha,A1,met,,22/11/2026,",
       "2:15 date-invalid expected a date such as 2026-11-22, not "
       "'22/11/2026'\n"},
      {"alpha,A1,met,,R8.11.22,",
       "2:15 date-invalid expected a date such as 2026-11-22, not "
       "'R8.11.22'\n"},
      {"alpha,A1,met,,46000,",
       "2:15 date-invalid expected a date such as 2026-11-22, not "
       "'46000'\n"},
      {"alpha,A1,met,,2026/1/,",
       "2:15 date-invalid expected a date such as 2026-11-22, not "
       "'2026/1/'\n"},
      {"alpha,A1,met,,,x,more", "2:18 csv-width more cells than columns\n"},
      {"alpha,A1,met\nalpha,A1,met,規程",
       "alpha A1 met [] - [] line 2\n"
       "3:7 status-duplicate this control is stated in line 2 already, and "
       "differently\n"},
      {"aaa,A1,done,,x,",
       "2:1 unknown-framework unknown framework 'aaa'\n"
       "2:8 unknown-status unknown status 'done'; known: 実施済 一部 計画 "
       "未実施 対象外 未回答\n"
       "2:14 date-invalid expected a date such as 2026-11-22, not 'x'\n"},
      // A bad row does not keep the next one from being read.
      {"x,y,z\nalpha,A1,met",
       "alpha A1 met [] - [] line 3\n"
       "2:1 unknown-framework unknown framework 'x'\n"
       "2:5 unknown-status unknown status 'z'; known: 実施済 一部 計画 未実施 "
       "対象外 未回答\n"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(kHeader + c.row + "\n"), c.read) << c.row;
  }
}

TEST(ReadStatusCsvTest, BearsHostileInput) {
  EXPECT_EQ(Read(kHeader + Repeat("x,", 99999) + "x\n"),
            "2:13 csv-width more cells than columns\n");
  EXPECT_EQ(Read(kHeader + std::string("alpha,A1,met,") + Repeat("水", 350000) +
                 ",,\n"),
            "alpha A1 met [" + Repeat("水", 350000) + "] - [] line 2\n");
  EXPECT_EQ(
      Read(kHeader + std::string("alpha,") + Repeat("A", 1000000) + ",met\n"),
      "2:7 unknown-control unknown control '" + Repeat("A", 1000000) +
          "' of alpha\n");
  EXPECT_EQ(Read("framework,control,status\nalpha,A1,m\xFFt\n"),
            "2:11 encoding-invalid bytes that are not CP932\n");
}

// A filled checklist: columns that are only shown are known and ignored.
TEST(ReadStatusCsvTest, ReadsFilledChecklists) {
  const std::string words =
      "基準,項目,番号,問い,状況,証拠・理由,証拠ファイル,日付,記入者\n";
  struct Case {
    std::string bytes;
    const char* read;
  };
  const Case cases[] = {
      {words + "alpha,A1,1,問い,実施済,台帳,d/x.pdf,2026-11-22,監査\n",
       "alpha A1 met [台帳] 2026-11-22 [監査] line 2\n"},
      {"framework,control,question,level,lead departments,answered with "
       "this,status,evidence or reason,by\n"
       "alpha,A1,anything,must,x;y,beta:B1,not applicable,no cloud,me\n",
       "alpha A1 not-applicable [no cloud] - [me] line 2\n"},
      // Left open: in words, or as an empty cell.
      {words + "alpha,A1,1,問い,,,,,\nbeta,B1,1,問い,未回答,,,,\n",
       "beta B1 unknown [] - [] line 3\n"},
      // Text beside an empty status is no answer.
      {words + "alpha,A1,1,問い,,台帳,,,\n",
       "2:15 unknown-status no status; known: 実施済 一部 計画 未実施 "
       "対象外 未回答\n"},
      {words + "alpha,A9,1,問い,,,,,\n",
       "2:7 unknown-control unknown control 'A9' of alpha; did you mean "
       "'A1'?\n"},
      {words + "alpha,A1,1,問い,対象外,,,,\n",
       "2:19 status-reason 対象外 needs its reason in the column "
       "'evidence'\n"},
      {"基準,項目,問い,状況,証拠ファル\nalpha,A1,q,実施済,\n",
       "1:13 status-header unknown column '証拠ファル'; did you mean "
       "'証拠ファイル'?\n"},
      {"基準,項目,問い,question,状況\n",
       "1:10 status-header the column 'question' stands twice\n"},
      // The same said twice is no error, and an answer fills an open row.
      {words + "alpha,A1,1,問い,一部,台帳,,,\nalpha,A1,1,問い,一部,台帳,,,\n",
       "alpha A1 partly [台帳] - [] line 2\n"},
      {words + "alpha,A1,1,問い,未回答,,,,\nalpha,A1,1,問い,一部,台帳,,,\n" +
           "alpha,A1,1,問い,未回答,,,,\n",
       "alpha A1 partly [台帳] - [] line 3\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.bytes), c.read) << c.bytes;
}

TEST(ReadStatusCsvTest, GivesAnswersWithoutADateTheDefault) {
  Diagnostics diagnostics;
  const Assessments read =
      ReadStatusCsv("s.csv",
                    std::string(kHeader) +
                        "alpha,A1,met,,,\nalpha,A1.1,met,,2026-01-05,\n"
                        "beta,B1,未回答,,,\n",
                    SmallDataset(), diagnostics, *ParseDate("2027-01-15"));
  std::string dates;
  for (const auto& [ref, assessment] : read) {
    dates += (assessment.date ? ToIso(*assessment.date) : "-") + " ";
  }
  EXPECT_EQ(dates, "2027-01-15 2026-01-05 - ");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(ReadStatusCsvTest, RejectsWhatIsNoWorkbook) {
  EXPECT_NE(Read("PK\x03\x04 not a zip archive").find("xlsx-"),
            std::string::npos);
}

// An error of another file made this one pass unread.
TEST(ReadStatusCsvTest, DoesNotMindEarlierErrors) {
  Diagnostics diagnostics;
  diagnostics.Error("earlier", {"other.tsv", 1, 1}, "of another file");
  EXPECT_EQ(ReadStatusCsv("s.csv", std::string(kHeader) + "alpha,A1,met\nx,y,z",
                          SmallDataset(), diagnostics)
                .size(),
            1U);
  EXPECT_EQ(diagnostics.error_count(), 3U);
}

// A cell past the columns of a short header was dropped without a word.
TEST(ReadStatusCsvTest, RejectsCellsPastTheHeader) {
  EXPECT_EQ(Read("framework,control,status\nalpha,A1,met,規程\n"),
            "2:14 csv-width more cells than columns\n");
  EXPECT_EQ(Read("framework,control,status\nalpha,A1,met,,\n"),
            "alpha A1 met [] - [] line 2\n");
}

}  // namespace
}  // namespace mapper
