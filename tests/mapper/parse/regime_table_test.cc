#include "mapper/parse/regime_table.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

constexpr const char kColumns[] =
    "#framework|applies|scope|ministry|basis|from|until|submit|note\n";

std::string Read(const std::string& text) {
  Diagnostics diagnostics;
  std::string out;
  for (const Regime& r :
       ReadRegimes("r.tsv", Tabs(text), SmallDataset(), diagnostics)) {
    EXPECT_EQ(r.file, "r.tsv");
    out += std::to_string(r.line) + ' ' + r.framework + '(' +
           mapper::Join(r.roots, " ") + ") [" + ToString(r.applies) + "] [" +
           r.scope + "] [" + r.ministry + "] [" + r.basis + "] " +
           (r.from ? ToIso(*r.from) : "-") + ' ' +
           (r.until ? ToIso(*r.until) : "-") + " [" + r.submit + "] [" +
           r.note + "]\n";
  }
  return out + Dump(diagnostics);
}

TEST(ReadRegimesTest, ReadsRows) {
  struct Case {
    const char* row;
    const char* read;
  };
  static const Case kCases[] = {
      {"alpha|-|-|-|法1条|-|-|-|-", "2 alpha() [-] [] [] [法1条] - - [] []\n"},
      {"alpha:A1+A2|cloud and sectors = water|全体|総務省|法1条|2027-07-01|"
       "2028-03-31|届出|備考",
       "2 alpha(A1 A2) [cloud and sectors = water] [全体] [総務省] [法1条] "
       "2027-07-01 2028-03-31 [届出] [備考]\n"},
      {"later|has_manager|-|-|本文未取込|-|-|-|-",
       "2 later() [has_manager = yes] [] [] [本文未取込] - - [] []\n"},
      {"beta|-|-|-|x|2027-07-01|2027-07-01|-|-",
       "2 beta() [-] [] [] [x] 2027-07-01 2027-07-01 [] []\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Read(kColumns + std::string(c.row) + "\n"), c.read) << c.row;
  }
  EXPECT_EQ(Read(kColumns), "");
}

// What is reported; the row itself is kept.
std::string Reported(const std::string& row) {
  Diagnostics diagnostics;
  EXPECT_EQ(ReadRegimes("r.tsv", Tabs(kColumns + row + "\n"), SmallDataset(),
                        diagnostics)
                .size(),
            1U);
  return Dump(diagnostics);
}

TEST(ReadRegimesTest, RejectsAndLocates) {
  struct Case {
    const char* row;
    const char* dump;
  };
  static const Case kCases[] = {
      {"alphx|-|-|-|x|-|-|-|-",
       "2:1 unknown-framework unknown framework 'alphx'; did you mean "
       "'alpha'?\n"},
      {"水道|-|-|-|x|-|-|-|-",
       "2:1 unknown-framework unknown framework '水道'\n"},
      {"alpha:A9|-|-|-|x|-|-|-|-",
       "2:1 unknown-control unknown control 'A9' of alpha\n"},
      {"alpha:A1+A9+|-|-|-|x|-|-|-|-",
       "2:1 unknown-control unknown control 'A9' of alpha\n"
       "2:1 unknown-control unknown control '' of alpha\n"},
      {"later:A1|-|-|-|x|-|-|-|-",
       "2:1 unknown-control unknown control 'A1' of later\n"},
      {"alpha|clowd|-|-|x|-|-|-|-",
       "2:7 unknown-fact unknown fact 'clowd'; did you mean 'cloud'?\n"},
      {"alpha|cloud and|-|-|x|-|-|-|-",
       "2:16 expression-syntax expected a fact, a comparison or '('\n"},
      {"alpha|-|水道|-|-|-|-|-|-",
       "2:14 regime-basis a regime without its basis in words\n"},
      {"alpha|-|-|-|x|2027-7-1|-|-|-",
       "2:15 date-invalid expected a date such as 2027-07-01, or '-'\n"},
      {"alpha|-|-|-|x|-|2027-02-30|-|-",
       "2:17 date-invalid expected a date such as 2027-07-01, or '-'\n"},
      {"alpha|-|-|-|x|令和9年|R10|-|-",
       "2:15 date-invalid expected a date such as 2027-07-01, or '-'\n"
       "2:20 date-invalid expected a date such as 2027-07-01, or '-'\n"},
      {"alpha|-|-|-|x|2027-07-01|2027-06-30|-|-",
       "2:26 date-order until is before from\n"},
      {"alpha||-|-|x|-|-|-|-",
       "2:7 table-empty-cell an empty cell; write '-' where there is nothing\n"
       "2:7 expression-syntax expected a fact, a comparison or '('\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Reported(c.row), c.dump) << c.row;
  EXPECT_EQ(Read(kColumns + std::string("alpha|-\n")),
            "2:1 table-width expected 9 columns, got 2\n");
  EXPECT_EQ(Read(""),
            "1:1 table-columns no line '#framework applies scope ministry "
            "basis from until submit note' (tabs between)\n");
}

TEST(ReadRegimesTest, BearsHostileInput) {
  const std::string deep = Repeat("(", 60000);
  EXPECT_EQ(Reported("alpha|" + deep + "|-|-|x|-|-|-|-"),
            "2:7 expression-depth a condition of more than 32 nested "
            "parentheses or 2000 bytes\n");
  const std::string name = Repeat("a", 60000);
  EXPECT_EQ(Reported(name + "|-|-|-|x|-|-|-|-"),
            "2:1 unknown-framework unknown framework '" + name + "'\n");
  EXPECT_EQ(Reported("alpha|-|-|-|x|" + Repeat("9", 60000) + "|-|-|-"),
            "2:15 date-invalid expected a date such as 2027-07-01, or '-'\n");
}

}  // namespace
}  // namespace mapper
