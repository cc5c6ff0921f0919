#include "mapper/base/built_in.h"

#include <gtest/gtest.h>

#include <string>

#include "mapper/base/text.h"

namespace mapper {
namespace {

BuiltInFiles Some() {
  return BuiltInFiles({{"frameworks/river/controls.tsv", "one\n"},
                       {"crosswalks/a--b.tsv", "two\n"},
                       {"frameworks/regimes.tsv", {"a\0b", 3}},
                       {"frameworks/empty.tsv", ""}});
}

struct ReadCase {
  const char* path;
  bool file;
  const char* bytes;
};
const ReadCase kReadCases[] = {
    {"built-in:/frameworks/river/controls.tsv", true, "one\n"},
    {"built-in:crosswalks/a--b.tsv", true, "two\n"},
    {"built-in:/frameworks/empty.tsv", true, ""},
    {"built-in:/frameworks", false, ""},
    {"built-in:/frameworks/river", false, ""},
    {"built-in:/frameworks/river/controls", false, ""},
    {"built-in:/frameworks/../frameworks/regimes.tsv", false, ""},
    {"built-in:", false, ""},
    {"built-in", false, ""},
    {"/built-in:/frameworks/regimes.tsv", false, ""},
    {"frameworks/regimes.tsv", false, ""},
    {"", false, ""},
};

TEST(BuiltInFilesTest, ReadsFilesByTheirPath) {
  const BuiltInFiles files = Some();
  for (const ReadCase& c : kReadCases) {
    const auto bytes = files.Read(c.path);
    EXPECT_EQ(bytes.has_value(), c.file) << c.path;
    EXPECT_EQ(bytes.value_or(""), c.bytes) << c.path;
  }
  EXPECT_EQ(files.Read("built-in:/frameworks/regimes.tsv")->size(), 3U);
}

struct ListCase {
  const char* path;
  const char* names;
};
const ListCase kListCases[] = {
    {"built-in:", "crosswalks frameworks"},
    {"built-in:/", "crosswalks frameworks"},
    {"built-in:/frameworks", "empty.tsv regimes.tsv river"},
    {"built-in:/frameworks/", "empty.tsv regimes.tsv river"},
    {"built-in:/frameworks/river", "controls.tsv"},
    {"built-in:/frameworks/riv", ""},
    {"built-in:/frameworks/regimes.tsv", ""},
    {"frameworks", ""},
    {"", ""},
};

TEST(BuiltInFilesTest, ListsDirectories) {
  const BuiltInFiles files = Some();
  for (const ListCase& c : kListCases) {
    EXPECT_EQ(Join(files.List(c.path), " "), c.names) << c.path;
    EXPECT_EQ(files.IsDirectory(c.path), *c.names != '\0') << c.path;
  }
}

// A folder of the user may have the name, as long as there is nothing inside
// the program.
TEST(BuiltInFilesTest, OwnsNothingWhenThereIsNothing) {
  EXPECT_FALSE(BuiltInFiles({}).Owns("built-in:/frameworks"));
  EXPECT_TRUE(BuiltInFiles({}).empty());
  EXPECT_TRUE(Some().Owns("built-in:/nothing"));
}

}  // namespace
}  // namespace mapper
