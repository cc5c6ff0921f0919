#include "mapper/base/guard.h"

#include <gtest/gtest.h>

#include <string>

namespace mapper {
namespace {

TEST(NeedsGuardTest, KnowsWhatASpreadsheetWouldRun) {
  for (const char* text :
       {"=1+1", "+81", "-1", "@SUM(A1)", "|x", "%1", "\t=1", "\rx", "\nx",
        "＝1", "＋1", "－1", "＠x", "｜x", "％1", "'=1", "''+1", "'''＝x", "=",
        "-",
        // What a spreadsheet trims, or does not show.
        " =1", "　=1", "\xC2\xA0=1", "\xE2\x80\x89=1", "\xE2\x80\x8B=1",
        "\xEF\xBB\xBF=1", "\xC2\xAD=1", "\xEF\xB8\x8F=1", "\x01=1",
        "\xC2\x9B=1", " ' =1", " \tx"}) {
    EXPECT_TRUE(NeedsGuard(text)) << text;
  }
  EXPECT_TRUE(NeedsGuard(std::string("\0=1", 3)));
}

TEST(NeedsGuardTest, LeavesOtherTextAlone) {
  for (const char* text :
       {"", "'", "''", " ", "text", "1+1", "'text", "a-b", "水道", "ー", "−1",
        "\xEF\xBC", "\xEF", "\xFF=1", "\"=1", "葛\xF3\xA0\x84\x80=1"}) {
    EXPECT_FALSE(NeedsGuard(text)) << text;
  }
}

TEST(NeedsGuardTest, StaysTrueUnderTheGuard) {
  std::string text = "=1";
  for (int i = 0; i < 10; ++i) {
    EXPECT_TRUE(NeedsGuard(text)) << text;
    text.insert(0, "'");
  }
}

TEST(StripGuardTest, UndoesTheGuardOfEveryText) {
  for (const char* text : {"", "'", "=1", "'=1", "''=1", "a", "'a", "－1", "\t",
                           "''", "-", " =1", "' =1", "　'=1", "\n=1", "' a"}) {
    EXPECT_EQ(StripGuard(Guarded(text)), text);
  }
}

}  // namespace
}  // namespace mapper
