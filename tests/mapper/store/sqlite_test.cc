#include "mapper/store/sqlite.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mapper/base/limits.h"
#include "tests/mapper/store/some_workspace.h"
#include "tests/mapper/temporary_directory.h"

namespace mapper {
namespace {

constexpr const char* kTable = "CREATE TABLE t (a TEXT NOT NULL UNIQUE, b INT)";

TEST(SqliteTest, BindsWhateverTextThereIs) {
  Database database;
  database.Execute(kTable);
  Statement insert(database, "INSERT INTO t (a, b) VALUES (?, ?)");
  const std::string texts[] = {"",       "'; DROP TABLE t; --",
                               "水道",   std::string("a\0b", 3),
                               "\"?1\"", "NULL"};
  std::int64_t number = 0;
  for (const std::string& text : texts) insert.With(text, ++number).Run();
  Statement rows(database, "SELECT a, b FROM t ORDER BY b");
  for (const std::string& text : texts) {
    ASSERT_TRUE(rows.Step()) << text;
    EXPECT_EQ(rows.Text(0), text);
  }
  EXPECT_FALSE(rows.Step());
  EXPECT_EQ(database.Number("SELECT count(*) FROM t"), number);
}

// Sparse files: they have a size, and take no room.
TEST(SqliteTest, DoesNotOpenAHugeFile) {
  const TemporaryDirectory directory;
  const std::string path = directory / "w.db";
  directory.Write("w.db", "");
  const auto opened = [&](std::size_t size) {
    EXPECT_EQ(truncate(path.c_str(), static_cast<off_t>(size)), 0);
    return Thrown(path, [&] { Database(path, Database::Access::kRead); });
  };
  EXPECT_NE(opened(limits::kWorkspaceBytes).find("not a workspace"),
            std::string::npos);
  EXPECT_EQ(opened(limits::kWorkspaceBytes + 1),
            "FILE: larger than 1073741824 bytes [workspace-size]");
}

TEST(SqliteTest, HoldsNoHugeValue) {
  Database database;
  database.Execute(kTable);
  const auto insert = [&](int size) {
    return Thrown("-", [&] {
      database.Execute("INSERT INTO t VALUES (zeroblob(" +
                       std::to_string(size) + "), 1)");
    });
  };
  EXPECT_EQ(insert(limits::kWorkspaceValue / 2), "");
  EXPECT_EQ(insert(limits::kWorkspaceValue + 1),
            "(memory): the workspace does not do what was asked of it (SQLite "
            "18: string or blob too big)");
}

TEST(SqliteTest, SaysWhatFailed) {
  Database database;
  database.Execute(kTable);
  database.Execute("INSERT INTO t VALUES ('x', 1)");
  static const struct {
    const char* sql;
    const char* message;
  } kCases[] = {
      {"INSERT INTO t VALUES ('x', 2)",
       "(memory): the workspace does not do what was asked of it (SQLite 2067: "
       "UNIQUE constraint failed: t.a)"},
      {"INSERT INTO t VALUES (NULL, 2)",
       "(memory): the workspace does not do what was asked of it (SQLite 1299: "
       "NOT NULL constraint failed: t.a)"},
      {"SELECT * FROM u",
       "(memory): the workspace does not do what was asked of it (SQLite 1: no "
       "such table: u)"},
      {"SELEC",
       "(memory): the workspace does not do what was asked of it (SQLite 1: "
       "near \"SELEC\": syntax error)"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Thrown("-", [&] { database.Execute(c.sql); }), c.message);
    EXPECT_EQ(Thrown("-", [&] { Statement(database, c.sql).Run(); }),
              c.message);
  }
  EXPECT_EQ(database.Number("SELECT count(*) FROM t"), 1);
}

TEST(SqliteTest, ATransactionWithoutCommitLeavesNothing) {
  Database database;
  database.Execute(kTable);
  {
    const Transaction transaction(database, Transaction::Kind::kWrite);
    database.Execute("INSERT INTO t VALUES ('x', 1)");
  }
  EXPECT_EQ(database.Number("SELECT count(*) FROM t"), 0);
  {
    Transaction transaction(database, Transaction::Kind::kWrite);
    database.Execute("INSERT INTO t VALUES ('x', 1)");
    transaction.Commit();
  }
  EXPECT_EQ(database.Number("SELECT count(*) FROM t"), 1);
}

TEST(SqliteTest, AReaderSeesBeforeOrAfterAndCannotWrite) {
  const TemporaryDirectory directory;
  const std::string path = directory / "w.db";
  Workspace writer = MakeWorkspace(path);
  Database reader(path, Database::Access::kRead);
  const auto count = [&] {
    return reader.Number("SELECT count(*) FROM workspace");
  };
  {
    Transaction transaction(writer.database(), Transaction::Kind::kWrite);
    writer.database().Execute("INSERT INTO workspace VALUES ('x', 'y', 0)");
    EXPECT_EQ(count(), 1);
    transaction.Commit();
  }
  EXPECT_EQ(count(), 2);
  {
    const Transaction moment(reader, Transaction::Kind::kRead);
    EXPECT_EQ(count(), 2);
    writer.database().Execute("INSERT INTO workspace VALUES ('z', 'y', 0)");
    EXPECT_EQ(count(), 2);
  }
  EXPECT_EQ(count(), 3);
  EXPECT_EQ(
      Thrown(path,
             [&] { reader.Execute("INSERT INTO workspace VALUES (1, 2, 0)"); }),
      "FILE: cannot be written (SQLite 8: attempt to write a readonly "
      "database)");
}

// Runs `call` as somebody who may read the directory only; root may always
// write, so that it has to step down for it.  Returns what the call throws.
std::string AsReaderOnly(const std::string& path,
                         void (*call)(const std::string& path)) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(1);
    const std::string thrown = Thrown(path, [&] { call(path); });
    const ssize_t written = write(ends[1], thrown.data(), thrown.size());
    _exit(written == static_cast<ssize_t>(thrown.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string thrown;
  char buffer[512];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;) {
    thrown.append(buffer, static_cast<std::size_t>(n));
  }
  close(ends[0]);
  int status = -1;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  return thrown;
}

TEST(SqliteTest, ReadsWhereNothingCanBeWritten) {
  const TemporaryDirectory directory;
  const std::string path = directory / "100% ?#水.db";
  {
    Workspace workspace = MakeWorkspace(path);
    Put(workspace, {Answer("A1", Status::kMet)});
  }
  ASSERT_EQ(chmod(path.c_str(), 0444), 0);
  ASSERT_EQ(chmod(directory.path().c_str(), 0555), 0);
  EXPECT_EQ(AsReaderOnly(path,
                         [](const std::string& file) {
                           auto workspace = Workspace::OpenForReading(file);
                           if (!workspace || Shown(*workspace).empty()) {
                             throw Error("nothing was read");
                           }
                         }),
            "");
  EXPECT_NE(
      AsReaderOnly(path, [](const std::string& file) { MakeWorkspace(file); }),
      "");
  // What a killed writer left in its log is not passed over.
  ASSERT_EQ(chmod(directory.path().c_str(), 0755), 0);
  directory.Write("100% ?#水.db-wal", "x");
  ASSERT_EQ(chmod(directory.path().c_str(), 0555), 0);
  EXPECT_EQ(AsReaderOnly(path,
                         [](const std::string& file) {
                           Workspace::OpenForReading(file);
                         }),
            "FILE: its latest changes are in FILE-wal and cannot be read where "
            "nothing can be written; copy both files to another place");
  ASSERT_EQ(chmod(directory.path().c_str(), 0755), 0);
}

}  // namespace
}  // namespace mapper
