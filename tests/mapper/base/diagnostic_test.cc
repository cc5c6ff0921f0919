#include "mapper/base/diagnostic.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

std::string Shown(std::size_t column, const std::string& line) {
  return ToString(
      {Severity::kError, "some-id", {"f.tsv", 3, column}, "text", line});
}

// What stands below the first line.
std::string Excerpt(std::size_t column, const std::string& line) {
  const std::string shown = Shown(column, line);
  return shown.substr(shown.find('\n') + 1);
}

TEST(DiagnosticTest, NamesEverySeverity) {
  EXPECT_STREQ(ToString(Severity::kNote), "note");
  EXPECT_STREQ(ToString(Severity::kWarning), "warning");
  EXPECT_STREQ(ToString(Severity::kError), "error");
}

TEST(DiagnosticTest, SaysPlaceSeverityMessageAndId) {
  struct Case {
    Diagnostic diagnostic;
    const char* shown;
  };
  const Case cases[] = {
      {{Severity::kError, "a-b", {"x.tsv", 12, 7}, "bad cell", ""},
       "x.tsv:12:7: error: bad cell [a-b]\n"},
      {{Severity::kWarning, "w", {"x.tsv", 1, 1}, "odd", ""},
       "x.tsv:1:1: warning: odd [w]\n"},
      {{Severity::kNote, "n", {"名.tsv", 1, 2}, "読点", ""},
       "名.tsv:1:2: note: 読点 [n]\n"},
      {{Severity::kError, "whole", {"x.tsv", 0, 0}, "no such thing", ""},
       "x.tsv: error: no such thing [whole]\n"},
      // Nothing from the input reaches the terminal as a command.
      {{Severity::kError, "c", {"a\x1b[31m.tsv", 1, 1}, "say '\x07'", ""},
       "a<U+001B>[31m.tsv:1:1: error: say '<U+0007>' [c]\n"},
      {{Severity::kError, "l", {"x", 1, 1}, "two\nlines", ""},
       "x:1:1: error: two<U+000A>lines [l]\n"},
      {{Severity::kError, "b", {"x", 1, 1}, "\xE2\x80\xAEover", ""},
       "x:1:1: error: <U+202E>over [b]\n"},
      {{Severity::kError, "i", {"x", 1, 1}, "byte \xFF", ""},
       "x:1:1: error: byte <FF> [i]\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(ToString(c.diagnostic), c.shown);
}

TEST(DiagnosticTest, PutsTheCaretUnderTheCell) {
  struct Case {
    std::size_t column;
    const char* line;
    const char* excerpt;
  };
  static const Case kCases[] = {
      {1, "abc", "abc\n^\n"},
      {3, "abc", "abc\n  ^\n"},
      {4, "abc", "abc\n   ^\n"},       // just past the end
      {99, "abc", "abc\n   ^\n"},      // far past it
      {0, "abc", "abc\n^\n"},          // no column
      {3, "水道x", "水道x\n    ^\n"},  // wide characters take two cells
      {2, "水道", "水道\n  ^\n"},
      {3, "ｱｲu", "ｱｲu\n  ^\n"},  // half-width kana take one
      {3, "か\xE3\x82\x99x", "か\xE3\x82\x99x\n  ^\n"},  // combining: none
      {2, "\tx", " x\n ^\n"},  // a tab is shown as one cell
      {2, "\x01x", "<U+0001>x\n        ^\n"},
      {2, "\xE2\x80\xAEx", "<U+202E>x\n        ^\n"},
      {2, "\xE2\x80\x8Bx", "<U+200B>x\n        ^\n"},
      {2, "\xFFx", "<FF>x\n    ^\n"},
      {3, "\xE6\xB0x", "<E6><B0>x\n        ^\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Excerpt(c.column, c.line), c.excerpt)
        << c.line << " at " << c.column;
  }
}

TEST(DiagnosticTest, CutsLongLinesAroundTheColumn) {
  const std::string line = Repeat("a", 500) + "X" + Repeat("b", 500);
  EXPECT_EQ(Excerpt(501, line), "..." + Repeat("a", 38) + "X" +
                                    Repeat("b", 37) + "...\n" +
                                    Repeat(" ", 41) + "^\n");
  EXPECT_EQ(Excerpt(1, line), Repeat("a", 76) + "...\n^\n");
  EXPECT_EQ(Excerpt(1002, line),
            "..." + Repeat("b", 38) + "\n" + Repeat(" ", 41) + "^\n");
  EXPECT_EQ(Excerpt(1, Repeat("a", 76)), Repeat("a", 76) + "\n^\n");
}

TEST(DiagnosticTest, CutsLongJapaneseLinesAtWholeCharacters) {
  const std::string line = Repeat("水", 500) + "X" + Repeat("道", 500);
  EXPECT_EQ(Excerpt(501, line), "..." + Repeat("水", 19) + "X" +
                                    Repeat("道", 18) + "...\n" +
                                    Repeat(" ", 41) + "^\n");
}

TEST(DiagnosticTest, StaysShortWhateverTheLineHolds) {
  for (const char* unit :
       {"a", "水", "\x01", "\xFF", "\xE2\x80\xAE", "\t", "\xF0\x9F\x92\xA7"}) {
    const std::string line = Repeat(unit, 200000);
    for (const std::size_t column :
         {std::size_t{1}, std::size_t{100000}, std::size_t{999999999}}) {
      EXPECT_LT(Shown(column, line).size(), 700U) << Visible(unit);
    }
  }
}

TEST(DiagnosticsTest, CountsBySeverity) {
  Diagnostics diagnostics;
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.Note("n", {"f", 1, 1}, "note");
  diagnostics.Warning("w", {"f", 1, 1}, "warning", "line");
  EXPECT_FALSE(diagnostics.empty());
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.Error("e", {"f", 1, 1}, "error");
  diagnostics.Error("e", {"f", 2, 1}, "error");
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.error_count(), 2U);
  EXPECT_EQ(diagnostics.warning_count(), 1U);
  EXPECT_EQ(diagnostics.all()[1].source_line, "line");
}

TEST(DiagnosticsTest, SortsByFileLineColumnAndId) {
  Diagnostics diagnostics;
  diagnostics.Error("b", {"y", 1, 1}, "6");
  diagnostics.Error("b", {"x", 2, 1}, "4");
  diagnostics.Error("b", {"x", 10, 1}, "5");
  diagnostics.Error("b", {"x", 1, 2}, "3");
  diagnostics.Error("b", {"x", 1, 1}, "2");
  diagnostics.Error("a", {"x", 1, 1}, "1");
  diagnostics.Warning("b", {"x", 1, 1}, "2 again");  // keeps its order
  diagnostics.Sort();
  EXPECT_EQ(Dump(diagnostics),
            "1:1 a 1\n1:1 b 2\n1:1 b 2 again (warning)\n1:2 b 3\n2:1 b 4\n"
            "10:1 b 5\n1:1 b 6\n");
}

// A line of combining marks alone has no width, and was sent on whole.
TEST(DiagnosticTest, CutsALineOfMarksWithoutWidth) {
  const std::string line = "a" + Repeat("\xCC\x81", 200000);
  for (const std::size_t column : {std::size_t{1}, std::size_t{100000}}) {
    EXPECT_LT(Shown(column, line).size(), 700U);
  }
}

// A table row of 100 kB with an error in each part of a cell took 10 GB.
TEST(DiagnosticsTest, KeepsALineWithItsFirstReportsOnly) {
  Diagnostics diagnostics;
  const std::string line = Repeat("+", 100000);
  for (std::size_t i = 1; i <= 100000; ++i) {
    diagnostics.Error("e", {"f", 1, i}, "bad", line);
  }
  diagnostics.Error("e", {"g", 1, 1}, "bad", line);
  std::size_t kept = 0;
  for (const Diagnostic& d : diagnostics.all()) kept += d.source_line == line;
  EXPECT_EQ(kept, Diagnostics::kLinesKept + 1);
  EXPECT_EQ(diagnostics.error_count(), 100001U);
}

}  // namespace
}  // namespace mapper
