#include "mapper/parse/recurring_table.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

constexpr const char kHead[] =
    "# Read: 4 controls\n#control|kind|interval|month|basis|note\n";

// "line id kind interval months basis [note]" for each row, then what was
// reported.
std::string Read(const std::string& text) {
  Diagnostics diagnostics;
  Framework framework = SmallDataset().frameworks[0];
  ReadRecurring("recurring.tsv", Tabs(text), framework, diagnostics);
  EXPECT_EQ(framework.duties.file, "recurring.tsv");
  std::string out;
  for (const Duty& duty : framework.duties.rows) {
    std::string months;
    for (const int month : duty.months) {
      months += ' ' + std::to_string(month);
    }
    out += std::to_string(duty.line) + ' ' +
           framework.controls[static_cast<std::size_t>(duty.control)].id + ' ' +
           ToString(duty.kind) + ' ' + ToString(duty.interval) + months + ' ' +
           ToString(duty.basis) + " [" + duty.note + "]\n";
  }
  return out + Dump(diagnostics);
}

TEST(ReadRecurringTest, ReadsAndRefusesRows) {
  struct Case {
    const char* rows;
    const char* read;
  };
  static const Case kCases[] = {
      {"A1|audit|yearly|10|text|毎年度の監査",
       "3 A1 audit yearly 10 text [毎年度の監査]\n"},
      {"A1|check|half-yearly|4,10|gist|点検\nA1|drill|regular|-|unknown|訓練",
       "3 A1 check half-yearly 4 10 gist [点検]\n"
       "4 A1 drill regular unknown [訓練]\n"},
      {"A9|audit|yearly|10|text|監査",
       "3:1 unknown-control unknown control 'A9' of alpha; did you mean "
       "'A1'?\n"},
      {"A1.3|audit|yearly|10|text|監査",
       "3:1 unknown-control unknown control 'A1.3' of alpha; did you mean "
       "'A1.1'?\n"},
      {"A1|dril|yearly|10|text|訓練",
       "3:4 unknown-word unknown kind 'dril'; did you mean 'drill'?\n"},
      {"A1|drill|often|10|text|訓練",
       "3 A1 drill unstated 10 text [訓練]\n"
       "3:10 unknown-word unknown interval 'often'; known: yearly half-yearly "
       "quarterly monthly regular on-change on-event unstated\n"},
      {"A1|drill|yearly|10|read|訓練",
       "3 A1 drill yearly 10 unknown [訓練]\n"
       "3:20 unknown-word unknown basis 'read'; known: text gist unknown\n"},
      {"A1|drill|yearly|13|text|訓練",
       "3 A1 drill yearly text [訓練]\n"
       "3:17 recurring-month expected months from 1 to 12 in ascending order "
       "with commas between, or '-'\n"},
      {"A1|drill|yearly|10,4|text|訓練",
       "3 A1 drill yearly 10 text [訓練]\n"
       "3:17 recurring-month expected months from 1 to 12 in ascending order "
       "with commas between, or '-'\n"},
      {"A1|drill|yearly|9x|text|訓練",
       "3 A1 drill yearly text [訓練]\n"
       "3:17 recurring-month expected months from 1 to 12 in ascending order "
       "with commas between, or '-'\n"},
      {"A1|report|on-event|6|text|報告",
       "3 A1 report on-event 6 text [報告]\n"
       "3:20 recurring-month 'on-event' has no season; write '-'\n"},
      {"A1|drill|yearly|9|text|-",
       "3 A1 drill yearly 9 text []\n"
       "3:24 recurring-note a row without the words that it rests on\n"},
      {"A1|drill|yearly|9|text|訓練\nA1|drill|regular|-|gist|訓練",
       "3 A1 drill yearly 9 text [訓練]\n4 A1 drill regular gist [訓練]\n"
       "4:1 recurring-duplicate 'A1' has a row of kind 'drill' in line 3 "
       "already\n"},
      {"A2|drill|yearly|9|text|訓練\nA1|drill|regular|-|gist|訓練",
       "3 A2 drill yearly 9 text [訓練]\n4 A1 drill regular gist [訓練]\n"
       "4:1 recurring-order rows are in the order of controls.tsv\n"},
      {"A1|drill|yearly|9|text", "3:1 table-width expected 6 columns, got 5\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Read(std::string(kHead) + c.rows + "\n"), c.read) << c.rows;
  }
}

TEST(ReadRecurringTest, WantsToKnowWhatWasRead) {
  static const struct {
    const char* head;
    const char* reported;
  } kCases[] = {
      {"# Read: 4 controls\n", ""},
      {"# Read: all controls\n",
       "1:1 recurring-read expected '# Read: N controls'\n"},
      {"# Read: 4\n", "1:1 recurring-read expected '# Read: N controls'\n"},
      {"# Made by us\n",
       "1:1 recurring-read the header has no line '# Read: N controls': how "
       "many controls the table was made from\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(
        Read(std::string(c.head) + "#control|kind|interval|month|basis|note\n"),
        c.reported)
        << c.head;
  }
}

}  // namespace
}  // namespace mapper
