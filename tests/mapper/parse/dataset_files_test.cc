#include "mapper/parse/dataset_files.h"

#include <gtest/gtest.h>

#include "mapper/base/error.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/parse/small_dataset.h"
#include "tests/mapper/temporary_directory.h"

namespace mapper {
namespace {

std::string Controls(const std::string& id) {
  return Tabs(
      "#id|parent|label|title_ja|title_en|gist_ja|gist_en|level|lead|support|"
      "applies|evidence|note\n" +
      id + "|-|-|-|-|-|-|must|ict|-|-|seen|-\n");
}

std::string Crosswalk(const std::string& row) {
  return Tabs(
      "# Complete: no\n#source|relation|target|confidence|basis|rationale\n" +
      row + "\n");
}

void WriteSmallDataset(const TemporaryDirectory& directory) {
  directory.Write("frameworks/bb/framework.toml", LeastFrameworkToml("bb"));
  directory.Write("frameworks/bb/controls.tsv", Controls("B1"));
  directory.Write("frameworks/aa/framework.toml", LeastFrameworkToml("aa"));
  directory.Write("frameworks/aa/controls.tsv", Controls("A1"));
  directory.Write("frameworks/later/framework.toml",
                  LeastFrameworkToml("later"));
  directory.Write(
      "frameworks/regimes.tsv",
      Tabs("#framework|applies|scope|ministry|basis|from|until|submit|note\n"
           "aa:A1|cloud|-|-|法1条|-|-|-|-\nlater|-|-|-|法2条|-|-|-|-\n"));
  directory.Write("crosswalks/bb--aa.tsv",
                  Crosswalk("B1|overlaps|A1|low|project|x"));
  directory.Write("crosswalks/aa--bb.tsv",
                  Crosswalk("A1|equal-to|B1|low|project|x"));
}

// What was reported, with the name of each file below the directory.
std::string Report(const TemporaryDirectory& directory) {
  Diagnostics diagnostics;
  LoadDataset(directory.path(), diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    Diagnostics one;
    one.Add(d);
    out += d.where.file.substr(directory.path().size() + 1) + ':' + Dump(one);
  }
  return out;
}

TEST(LoadDatasetTest, LoadsADirectory) {
  const TemporaryDirectory directory;
  WriteSmallDataset(directory);
  directory.Write("frameworks/readme.txt", "not a framework");
  directory.Write("crosswalks/notes.md", "not a crosswalk");
  Diagnostics diagnostics;
  const Dataset d = LoadDataset(directory.path(), diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  ASSERT_EQ(d.frameworks.size(), 3U);
  EXPECT_EQ(d.frameworks[0].id, "aa");
  EXPECT_EQ(d.frameworks[1].id, "bb");
  EXPECT_EQ(d.frameworks[2].id, "later");
  EXPECT_EQ(d.frameworks[0].directory, directory / "frameworks/aa");
  EXPECT_EQ(d.frameworks[0].controls_file,
            directory / "frameworks/aa/controls.tsv");
  EXPECT_TRUE(d.frameworks[2].controls.empty());
  EXPECT_EQ(d.control({1, 0}).id, "B1");
  ASSERT_EQ(d.regimes.size(), 2U);
  EXPECT_EQ(d.regimes[0].roots, std::vector<std::string>{"A1"});
  ASSERT_EQ(d.crosswalks.size(), 2U);
  EXPECT_EQ(d.crosswalks[0].file, directory / "crosswalks/aa--bb.tsv");
  EXPECT_EQ(d.FindCrosswalk(1, 0), &d.crosswalks[1]);
  EXPECT_EQ(d.FindCrosswalk(0, 2), nullptr);
  EXPECT_EQ(d.FindFramework("later"), 2);
  EXPECT_EQ(d.FindFramework("none"), -1);
}

// What the user adds, in a directory of its own.
TEST(LoadDatasetTest, LoadsTheUsersDataBesideTheShipped) {
  const TemporaryDirectory shipped;
  WriteSmallDataset(shipped);
  const TemporaryDirectory user;
  user.Write("frameworks/later/framework.toml", LeastFrameworkToml("later"));
  user.Write("frameworks/later/controls.tsv", Controls("L1"));
  user.Write("frameworks/ab/framework.toml", LeastFrameworkToml("ab"));
  user.Write("frameworks/ab/controls.tsv", Controls("O1"));
  user.Write("frameworks/.new-x/half", "");  // is being written
  user.Write(
      "frameworks/regimes.tsv",
      Tabs("#framework|applies|scope|ministry|basis|from|until|submit|note\n"
           "ab|-|-|-|x|-|-|-|-\n"));
  user.Write("crosswalks/aa--bb.tsv",
             Crosswalk("A1|overlaps|B1|low|project|y"));
  user.Write("crosswalks/ab--later.tsv",
             Crosswalk("O1|overlaps|L1|low|project|y"));
  Diagnostics diagnostics;
  const Dataset d = LoadDataset(shipped.path(), diagnostics, user.path());
  EXPECT_EQ(Dump(diagnostics), "");
  std::string frameworks;
  for (const Framework& f : d.frameworks) {
    frameworks +=
        f.id + (f.user ? "* " : " ") + std::to_string(f.Find("L1")) + " ";
  }
  EXPECT_EQ(frameworks, "aa -1 ab* -1 bb -1 later* 0 ");
  EXPECT_EQ(d.frameworks[3].directory, user / "frameworks/later");
  EXPECT_EQ(d.regimes.back().framework, "ab");
  EXPECT_EQ(d.regimes.size(), 3U);
  std::string tables;
  for (const auto& c : d.crosswalks) {
    tables += d.framework(c.source).id + ">" + d.framework(c.target).id +
              (c.user ? "* " : " ") + std::to_string(c.mappings.size()) + " ";
  }
  EXPECT_EQ(tables, "aa>bb 0 bb>aa 1 aa>bb* 1 ab>later* 1 ");
}

TEST(LoadDatasetTest, ReportsWhatIsWrongInTheUsersData) {
  const TemporaryDirectory shipped;
  WriteSmallDataset(shipped);
  const TemporaryDirectory user;
  user.Write("frameworks/aa/framework.toml", LeastFrameworkToml("aa"));
  user.Write("frameworks/aa/controls.tsv", Controls("A1"));
  user.Write("frameworks/later/framework.toml", LeastFrameworkToml("later"));
  user.Write("crosswalks/aa--zz.tsv", "");
  Diagnostics diagnostics;
  const Dataset d = LoadDataset(shipped.path(), diagnostics, user.path());
  EXPECT_EQ(Dump(diagnostics),
            "1:1 framework-twice 'aa' has a shipped catalogue, " +
                (shipped / "frameworks/aa/controls.tsv") +
                "\n0:0 unknown-framework unknown framework 'zz' in the file "
                "name\n");
  EXPECT_FALSE(d.frameworks[2].user);  // nothing was added to it
  // A directory that is not there is none.
  Diagnostics none;
  EXPECT_EQ(LoadDataset(shipped.path(), none, user / "none").frameworks.size(),
            3U);
  EXPECT_EQ(Dump(none), "");
}

TEST(LoadDatasetTest, NeedsOnlyTheFolderOfFrameworks) {
  const TemporaryDirectory directory;
  directory.Write("frameworks/readme.txt", "");
  EXPECT_EQ(Report(directory), "");
}

TEST(LoadDatasetTest, ReportsTheErrorsOfEveryFile) {
  const TemporaryDirectory directory;
  WriteSmallDataset(directory);
  directory.Write("frameworks/empty/notes.txt", "");
  directory.Write("frameworks/aa/framework.toml", LeastFrameworkToml("zz"));
  directory.Write("frameworks/bb/controls.tsv", "");
  directory.Write("frameworks/broken/framework.toml", "id = ");
  directory.Write("frameworks/regimes.tsv", "\xFF");
  directory.Write("crosswalks/aa.tsv", "");
  directory.Write("crosswalks/aa--none.tsv", "");
  EXPECT_EQ(
      Report(directory),
      "frameworks/aa/framework.toml:1:1 framework-id id 'zz' in the directory "
      "'aa'\n"
      "frameworks/bb/controls.tsv:1:1 table-columns no line '#id parent label "
      "title_ja title_en gist_ja gist_en level lead support applies evidence "
      "note' (tabs between)\n"
      "frameworks/broken/framework.toml:1:6 toml-syntax Error while parsing "
      "key-value pair: encountered end-of-file\n"
      "frameworks/empty/framework.toml:0:0 framework-missing a framework "
      "without its framework.toml\n"
      "frameworks/regimes.tsv:1:1 encoding-invalid not UTF-8: tables are UTF-8 "
      "without byte order mark\n"
      "crosswalks/aa--bb.tsv:3:13 unknown-control unknown control 'B1' of bb\n"
      "crosswalks/aa--none.tsv:0:0 unknown-framework unknown framework 'none' "
      "in the file name\n"
      "crosswalks/aa.tsv:0:0 crosswalk-name a crosswalk is named "
      "FROM--TO.tsv\n"
      "crosswalks/bb--aa.tsv:3:1 unknown-control unknown control 'B1' of "
      "bb\n");
}

TEST(LoadDatasetTest, ThrowsWhenThereIsNoData) {
  const TemporaryDirectory directory;
  directory.Write("file", "");
  for (const std::string& path :
       {directory.path(), directory / "none", directory / "file"}) {
    Diagnostics diagnostics;
    try {
      LoadDataset(path, diagnostics);
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_EQ(error.what(),
                path + ": no data here: it has no folder 'frameworks'");
    }
  }
}

TEST(LoadDatasetTest, ThrowsWhenAFileCannotBeRead) {
  const TemporaryDirectory directory;
  WriteSmallDataset(directory);
  directory.Write("frameworks/zz/framework.toml", LeastFrameworkToml("zz"));
  directory.Write("frameworks/zz/controls.tsv/x", "");
  Diagnostics diagnostics;
  try {
    LoadDataset(directory.path(), diagnostics);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), (directory / "frameworks/zz/controls.tsv") +
                                ": cannot read: Is a directory");
  }
}

TEST(LoadDatasetTest, LoadsTheShippedDataWithoutErrors) {
  Diagnostics diagnostics;
  const Dataset dataset = LoadDataset(KAKEHASHI_ROOT, diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
  EXPECT_FALSE(dataset.frameworks.empty());
  EXPECT_FALSE(dataset.regimes.empty());
  EXPECT_FALSE(dataset.crosswalks.empty());
}

}  // namespace
}  // namespace mapper
