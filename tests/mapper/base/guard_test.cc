#include "mapper/base/guard.h"

#include <gtest/gtest.h>

#include <string>

namespace mapper {
namespace {

TEST(NeedsGuardTest, KnowsWhatASpreadsheetWouldRun) {
  for (const char* text :
       {"=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\rx", "＝1", "＋1", "－1",
        "＠x", "'=1", "''+1", "'''＝x", "=", "-"}) {
    EXPECT_TRUE(NeedsGuard(text)) << text;
  }
}

TEST(NeedsGuardTest, LeavesOtherTextAlone) {
  for (const char* text : {"", "'", "''", "text", "1+1", " =1", "'text", "a-b",
                           "水道", "\n=1", "ー", "−1", "\xEF\xBC", "\xEF"}) {
    EXPECT_FALSE(NeedsGuard(text)) << text;
  }
  EXPECT_FALSE(NeedsGuard(std::string("\0=1", 3)));
}

TEST(NeedsGuardTest, StaysTrueUnderTheGuard) {
  std::string text = "=1";
  for (int i = 0; i < 10; ++i) {
    EXPECT_TRUE(NeedsGuard(text)) << text;
    text.insert(0, "'");
  }
}

}  // namespace
}  // namespace mapper
