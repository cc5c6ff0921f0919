#include "mapper/store/workspace.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mapper/base/file.h"
#include "mapper/store/schema.h"
#include "tests/mapper/store/some_workspace.h"

namespace mapper {
namespace {

unsigned int Mode(const std::string& path) {
  struct stat info {};
  EXPECT_EQ(stat(path.c_str(), &info), 0) << path;
  return info.st_mode & 0777U;
}

TEST(WorkspaceTest, IsMadeOnlyForWritingAndForItsOwnerAlone) {
  const TemporaryDirectory directory;
  const std::string path = directory / "a/b/w.db";
  EXPECT_FALSE(Workspace::OpenForReading(path));
  EXPECT_FALSE(Exists(directory / "a"));
  {
    const Workspace workspace = MakeWorkspace(path);
    EXPECT_EQ(workspace.id(), kIdA);
    EXPECT_EQ(workspace.created_at(), "2026-11-22T00:00:00Z");
  }
  EXPECT_EQ(Mode(directory / "a"), 0700U);
  EXPECT_EQ(Mode(directory / "a/b"), 0700U);
  EXPECT_EQ(Mode(path), 0600U);
  EXPECT_EQ(ListDirectory(directory / "a/b"), std::vector<std::string>{"w.db"});
  // The second time it is the same one.
  EXPECT_EQ(MakeWorkspace(path, kIdB).id(), kIdA);
  EXPECT_EQ(Workspace::OpenForReading(path)->id(), kIdA);
}

TEST(WorkspaceTest, WhatIsNoneHasItsOwnWords) {
  const TemporaryDirectory directory;
  const std::string good = directory / "good.db";
  {
    Workspace workspace = MakeWorkspace(good);
    for (int i = 0; i < 200; ++i) {
      Put(workspace, {Answer("A" + std::to_string(i), Status::kMet)});
    }
  }
  const std::string bytes = ReadFile(good);
  ASSERT_GT(bytes.size(), 20000U);
  std::string torn = bytes;
  for (std::size_t i = 4096; i < torn.size(); ++i) torn[i] = '\x5a';
  const struct {
    const char* name;
    std::string bytes;
    std::string message;
  } kCases[] = {
      {"empty", "", "FILE: not a workspace: the file is empty"},
      {"text", "framework,control,status\n",
       "FILE: not a workspace: not an SQLite file, or its beginning is damaged "
       "(SQLite 26: file is not a database)"},
      {"head", bytes.substr(0, 50),
       "FILE: damaged; restore it from a backup (SQLite 11: database disk "
       "image "
       "is malformed)"},
      {"truncated", bytes.substr(0, 6000),
       "FILE: damaged; restore it from a backup (SQLite 11: database disk "
       "image "
       "is malformed)"},
      {"torn", torn,
       "FILE: damaged; restore it from a backup (SQLite 11: database disk "
       "image "
       "is malformed)"},
  };
  for (const auto& c : kCases) {
    const std::string path = directory / c.name;
    directory.Write(c.name, c.bytes);
    EXPECT_EQ(Thrown(path,
                     [&] {
                       auto w = Workspace::OpenForReading(path);
                       AssessmentStore(*w).All();
                     }),
              c.message)
        << c.name;
    EXPECT_NE(Thrown(path,
                     [&] {
                       Workspace w = MakeWorkspace(path);
                       Put(w, {Answer("A1", Status::kMet)});
                     }),
              "")
        << c.name;
    EXPECT_EQ(ReadFile(path), c.bytes) << c.name;
  }
  EXPECT_EQ(Thrown(directory.path(),
                   [&] { Workspace::OpenForReading(directory.path()); }),
            "FILE: cannot open: Is a directory");
}

// What another program put into the file is never run: the first would go on
// without end as soon as the id is asked for, the last as soon as somebody
// answers.
TEST(WorkspaceTest, RefusesWhatAnotherProgramMade) {
  static const std::string kEndless =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      "SELECT '' AS id, '' AS created_at, 1 AS own FROM n WHERE i < 0";
  static const struct {
    std::string sql;
    const char* reading;
    const char* writing;
  } kCases[] = {
      {"DROP TABLE workspace; CREATE VIEW workspace AS " + kEndless,
       "FILE: changed by another program: view workspace does not belong here; "
       "restore it from a backup",
       "FILE: changed by another program: view workspace does not belong here; "
       "restore it from a backup"},
      {"ALTER TABLE profile ADD COLUMN x AS (zeroblob(1000000000))",
       "FILE: changed by another program: table profile is not as it was made; "
       "restore it from a backup",
       "FILE: changed by another program: table profile is not as it was made; "
       "restore it from a backup"},
      {"CREATE TRIGGER t AFTER INSERT ON record BEGIN INSERT INTO workspace " +
           kEndless + "; END",
       "",
       "FILE: changed by another program: trigger t does not belong here; "
       "restore it from a backup"},
  };
  for (const auto& c : kCases) {
    const TemporaryDirectory directory;
    const std::string path = directory / "w.db";
    MakeWorkspace(path);
    Database(path, Database::Access::kWrite)
        .Execute("PRAGMA foreign_keys = OFF; " + c.sql);
    EXPECT_EQ(Thrown(path, [&] { Workspace::OpenForReading(path); }), c.reading)
        << c.sql;
    EXPECT_EQ(Thrown(path,
                     [&] {
                       Workspace workspace = MakeWorkspace(path);
                       Put(workspace, {Answer("A1", Status::kMet)});
                     }),
              c.writing)
        << c.sql;
  }
}

TEST(WorkspaceTest, ABackupIsWholeAndReplacesNothing) {
  const TemporaryDirectory directory;
  const std::string copy = directory / "copy.db";
  {
    Workspace workspace = MakeWorkspace(directory / "w.db");
    Put(workspace, {Answer("A1", Status::kMet)});
    Workspace::OpenForReading(directory / "w.db")->BackUp(copy);
    EXPECT_EQ(Thrown(copy, [&] { workspace.BackUp(copy); }),
              "FILE: is there already; name a new file");
    EXPECT_NE(Thrown("-", [&] { workspace.BackUp(directory / "no/copy.db"); }),
              "");
    Put(workspace, {Answer("A2", Status::kMet)});
  }
  EXPECT_EQ(Mode(copy), 0600U);
  EXPECT_EQ(ListDirectory(directory.path()),
            (std::vector<std::string>{"copy.db", "w.db"}));
  auto restored = Workspace::OpenForReading(copy);
  EXPECT_EQ(restored->id(), kIdA);
  EXPECT_EQ(Shown(*restored), "A1 met 田中 2026-12-01");
}

TEST(WorkspaceTest, VacuumKeepsEverything) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  Put(workspace, {Answer("A1", Status::kMet), Answer("A2", Status::kPartly)});
  const std::string before = Shown(workspace);
  workspace.Vacuum();
  EXPECT_EQ(Shown(workspace), before);
}

// Processes, since each is to open and perhaps to make the file itself.
TEST(WorkspaceTest, SeveralWritersLoseNothing) {
  const TemporaryDirectory directory;
  const std::string path = directory / "w.db";
  constexpr int kWriters = 6;
  constexpr int kAnswers = 15;
  std::vector<pid_t> children;
  for (int writer = 0; writer < kWriters; ++writer) {
    const pid_t child = fork();
    if (child == 0) {
      const std::string thrown = Thrown(path, [&] {
        for (int i = 0; i < kAnswers; ++i) {
          Workspace workspace = MakeWorkspace(path);
          Put(workspace,
              {Answer("W" + std::to_string(writer) + "-" + std::to_string(i),
                      Status::kMet)});
        }
      });
      _exit(thrown.empty() ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  const auto records = [&] {
    auto workspace = Workspace::OpenForReading(path);
    return AssessmentStore(*workspace).All();
  }();
  EXPECT_EQ(records.size(), std::size_t{kWriters * kAnswers});
  EXPECT_EQ(Heads(records).size(), 1U);  // one chain, no branches
  EXPECT_EQ(ListDirectory(directory.path()), std::vector<std::string>{"w.db"});
}

}  // namespace
}  // namespace mapper
