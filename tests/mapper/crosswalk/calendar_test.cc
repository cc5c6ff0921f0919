#include "mapper/crosswalk/calendar.h"

#include <gtest/gtest.h>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

TEST(FiscalYearTest, RunsFromApril) {
  static const struct {
    Date on;
    int year;
    int planning;
  } kCases[] = {{{2027, 1, 1}, 2026, 2027},
                {{2027, 3, 31}, 2026, 2027},
                {{2027, 4, 1}, 2027, 2027},
                {{2027, 12, 31}, 2027, 2027}};
  for (const auto& c : kCases) {
    EXPECT_EQ(FiscalYear(c.on), c.year) << ToIso(c.on);
    EXPECT_EQ(PlanningYear(c.on), c.planning) << ToIso(c.on);
  }
  EXPECT_EQ(FiscalIndex(4), 0);
  EXPECT_EQ(FiscalIndex(12), 8);
  EXPECT_EQ(FiscalIndex(3), 11);
  EXPECT_EQ(FiscalIndex(0), 12);
}

TEST(DatesInTest, ReadsOnlyWhatIsStated) {
  static const struct {
    const char* submit;
    const char* dates;
  } kCases[] = {
      {"", ""},
      {"遅滞なく届出", ""},
      {"2027-03-31まで（解釈）", "2027-03-31 "},
      {"2027-03-31まで、または2028-03-31まで", "2027-03-31 2028-03-31 "},
      {"2027-02-30まで", ""},
      {"2027-03-31に施行", ""},
      {"まで", ""},
      {"毎年4月に報告", "4 "},
      {"毎年12月、毎年6月", "12 6 "},
      {"毎年13月", ""},
      {"毎年度4月", ""},
      {"毎年999999999999999月", ""},
  };
  for (const auto& c : kCases) {
    const StatedDates stated = DatesIn(c.submit);
    std::string text;
    for (const Date& day : stated.days) text += ToIso(day) + ' ';
    for (const int month : stated.months) text += std::to_string(month) + ' ';
    EXPECT_EQ(text, c.dates) << c.submit;
  }
}

class CalendarTest : public testing::Test {
 protected:
  CalendarTest() {
    dataset_.frameworks = {Catalogue("a", "1 2 3"), Catalogue("b", "1 2 3"),
                           Catalogue("hub", "t")};
    AddRegime(dataset_, "a");
    AddRegime(dataset_, "b");
    profile_ = ProfileWith({});
    profile_.departments = {{Role::kIct, {"ICT"}}};
  }

  void AddDuty(int framework, int control, Interval interval,
               std::vector<int> months, DutyKind kind = DutyKind::kAudit) {
    Duty duty;
    duty.control = control;
    duty.kind = kind;
    duty.interval = interval;
    duty.months = std::move(months);
    dataset_.frameworks[static_cast<std::size_t>(framework)]
        .duties.rows.push_back(duty);
  }

  // "month kind: a:1 b:1>a:1 [joined]", where > names what contains it.
  std::string Dump(int year = 2027) const {
    const ApplicabilityMap map(dataset_, profile_, {2027, 1, 15});
    const Knowledge knowledge(dataset_);
    const Calendar calendar = MakeCalendar(dataset_, knowledge, map,
                                           dataset_.FindFramework("hub"), year);
    std::string text;
    for (const CalendarAct& act : calendar.acts) {
      text += std::to_string(act.month);
      if (act.day) text += ' ' + ToIso(*act.day);
      if (act.holding != nullptr) text += ' ' + act.holding->name;
      if (act.regime != nullptr) text += ' ' + act.regime->regime->framework;
      if (act.what != CalendarAct::What::kDuty) {
        text += " #" + std::to_string(static_cast<int>(act.what)) + "\n";
        continue;
      }
      text += std::string(" ") + ToString(act.kind) + ":";
      for (const CalendarDuty& entry : act.duties) {
        text += ' ' + NameOf(dataset_, entry.control);
        if (entry.within >= 0) {
          text +=
              '>' +
              NameOf(
                  dataset_,
                  act.duties[static_cast<std::size_t>(entry.within)].control);
        }
      }
      static const char* const kJoined[] = {"", " [overlap]", " [topic]"};
      text += kJoined[static_cast<std::size_t>(act.joined)];
      if (act.covering >= 0) text += " once";
      text += '\n';
    }
    if (calendar.later > 0) {
      text += "later " + std::to_string(calendar.later) + "\n";
    }
    return text;
  }

  Dataset dataset_;
  Profile profile_;
};

TEST_F(CalendarTest, JoinsOnlyWhatIsProvedOrSharesATopic) {
  AddDuty(0, 0, Interval::kUnstated, {10});
  AddDuty(0, 1, Interval::kUnstated, {10});
  AddDuty(0, 2, Interval::kUnstated, {10});
  AddDuty(1, 0, Interval::kYearly, {10});
  AddDuty(1, 1, Interval::kYearly, {10});
  EXPECT_EQ(Dump(),
            "10 audit: a:1\n10 audit: a:2\n10 audit: a:3\n10 audit: b:1\n"
            "10 audit: b:2\n");
  AddTable(dataset_, "a", "b", {"1 subset-of 1", "2 overlaps 2"});
  EXPECT_EQ(Dump(),
            "10 audit: a:1>b:1 b:1 [overlap] once\n"
            "10 audit: a:2 b:2 [overlap]\n10 audit: a:3\n");
  AddTable(dataset_, "a", "hub", {"3 overlaps t"});
  AddTable(dataset_, "b", "hub", {"2 overlaps t"});
  EXPECT_EQ(Dump(),
            "10 audit: a:1>b:1 b:1 [overlap] once\n"
            "10 audit: a:2 a:3 b:2 [topic]\n");
}

TEST_F(CalendarTest, OtherMonthsKindsAndIntervalsStayApart) {
  AddTable(dataset_, "a", "b", {"1 equivalent-to 1"});
  AddDuty(0, 0, Interval::kYearly, {10});
  AddDuty(0, 0, Interval::kYearly, {6}, DutyKind::kCheck);
  AddDuty(0, 0, Interval::kOnEvent, {}, DutyKind::kReport);
  AddDuty(1, 0, Interval::kYearly, {11});
  AddDuty(1, 0, Interval::kYearly, {6}, DutyKind::kReview);
  AddDuty(1, 0, Interval::kOnChange, {}, DutyKind::kReport);
  EXPECT_EQ(Dump(),
            "6 check: a:1\n6 review: b:1\n10 audit: a:1\n11 audit: b:1\n"
            "0 report: b:1\n0 report: a:1\n");
}

TEST_F(CalendarTest, WhatIsDoneLessOftenDoesNotCover) {
  AddTable(dataset_, "a", "b", {"1 subset-of 1"});
  AddDuty(0, 0, Interval::kQuarterly, {10});
  AddDuty(1, 0, Interval::kYearly, {10});
  EXPECT_EQ(Dump(), "10 audit: a:1 b:1 [overlap]\n");
}

TEST_F(CalendarTest, OfEqualDutiesTheFirstStandsForBoth) {
  AddTable(dataset_, "a", "b", {"1 equivalent-to 1"});
  AddDuty(0, 0, Interval::kYearly, {4, 10});
  AddDuty(1, 0, Interval::kHalfYearly, {4, 10});
  EXPECT_EQ(Dump(),
            "4 audit: a:1 b:1>a:1 [overlap] once\n"
            "10 audit: a:1 b:1>a:1 [overlap] once\n");
}

TEST_F(CalendarTest, DatesOfRegimesAndHoldings) {
  dataset_.regimes[0].from = Date{2027, 7, 1};
  dataset_.regimes[0].submit = "2027-09-30まで";
  dataset_.regimes[1].until = Date{2028, 3, 31};
  dataset_.regimes[1].submit = "求めに応じる";
  Holding holding;
  holding.kind = Holding::Kind::kContract;
  holding.name = "lease";
  holding.contract_from = Date{2027, 4, 1};
  holding.contract_to = Date{2028, 3, 31};
  holding.next_renewal = Date{2028, 4, 1};
  profile_.holdings = {holding};
  EXPECT_EQ(Dump(2027),
            "4 2027-04-01 lease #2\n7 2027-07-01 a #0\n9 2027-09-30 a #5\n"
            "3 2028-03-31 b #1\n3 2028-03-31 lease #3\n0 b #5\n");
  EXPECT_EQ(Dump(2028), "4 2028-04-01 lease #4\n0 b #5\n");
}

TEST_F(CalendarTest, WhatComesIntoForceLaterIsCounted) {
  dataset_.regimes[0].from = Date{2028, 4, 1};
  AddDuty(0, 0, Interval::kYearly, {10});
  AddDuty(1, 0, Interval::kYearly, {10});
  EXPECT_EQ(Dump(2027), "10 audit: b:1\nlater 1\n");
  EXPECT_EQ(Dump(2028), "4 2028-04-01 a #0\n10 audit: a:1\n10 audit: b:1\n");
}

TEST_F(CalendarTest, NothingIsFiledBeforeARegimeIsInForce) {
  dataset_.regimes[0].from = Date{2027, 7, 1};
  dataset_.regimes[0].submit = "毎年6月、毎年7月";
  dataset_.regimes[1].from = Date{2028, 4, 1};
  dataset_.regimes[1].submit = "求めに応じる";
  EXPECT_EQ(Dump(2026), "");
  EXPECT_EQ(Dump(2027), "7 2027-07-01 a #0\n7 a #5\n");
  EXPECT_EQ(Dump(2028), "4 2028-04-01 b #0\n6 a #5\n7 a #5\n0 b #5\n");
}

TEST_F(CalendarTest, WhatDoesNotApplyIsLeftOut) {
  dataset_.regimes[0].applies = FactExpression("cloud");
  dataset_.regimes[0].submit = "毎年4月";
  profile_.stated_facts = {{"cloud", false}};
  profile_.Close();
  AddDuty(0, 0, Interval::kYearly, {10});
  EXPECT_EQ(Dump(), "");
}

}  // namespace
}  // namespace mapper
