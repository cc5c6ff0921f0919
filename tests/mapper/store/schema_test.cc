#include "mapper/store/schema.h"

#include <gtest/gtest.h>

#include "tests/mapper/store/some_workspace.h"

namespace mapper {
namespace {

const std::vector<Migration> kLater = {
    Migrations()[0],
    {"notes", "CREATE TABLE note (text TEXT NOT NULL)"},
    {"dates", "ALTER TABLE note ADD COLUMN day TEXT NOT NULL DEFAULT ''"}};

TEST(SchemaTest, MigratesStepByStepAndKeepsWhatIsThere) {
  Database database;
  Migrate(database, {Migrations()[0]});
  database.Execute("INSERT INTO workspace VALUES ('x', 'y', 1)");
  EXPECT_EQ(SchemaVersion(database, kLater), 1);
  Migrate(database, kLater);
  EXPECT_EQ(SchemaVersion(database, kLater), 3);
  EXPECT_EQ(database.Text("SELECT id FROM workspace"), "x");
  database.Execute("INSERT INTO note VALUES ('a', 'b')");
  Migrate(database, kLater);  // nothing is left to do
  EXPECT_EQ(database.Number("SELECT count(*) FROM note"), 1);
}

TEST(SchemaTest, AStepThatFailsLeavesTheVersionBeforeIt) {
  Database database;
  const std::vector<Migration> broken = {
      Migrations()[0],
      {"broken", "CREATE TABLE note (text TEXT); CREATE TABLE note (x TEXT)"}};
  EXPECT_THROW(Migrate(database, broken), Error);
  EXPECT_EQ(SchemaVersion(database, broken), 1);
  EXPECT_EQ(
      database.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'note'"),
      0);
}

TEST(SchemaTest, EachFileThatIsNotOursHasItsOwnWords) {
  static const struct {
    const char* sql;
    const char* message;
  } kCases[] = {
      {"", "(memory): not a workspace: the file is empty"},
      {"CREATE TABLE t (a)",
       "(memory): not a workspace: an SQLite file of another program"},
      {"PRAGMA application_id = 7; PRAGMA user_version = 1",
       "(memory): not a workspace: an SQLite file of another program"},
      {"PRAGMA application_id = 0x4b4b4853; PRAGMA user_version = 99",
       "(memory): made by a newer kakehashi (format 99, this one knows 1); "
       "install that one"},
      {"PRAGMA application_id = 0x4b4b4853",
       "(memory): damaged: a workspace without a format version; restore it "
       "from a backup"},
      {"PRAGMA application_id = 0x4b4b4853; PRAGMA user_version = -3",
       "(memory): damaged: a workspace without a format version; restore it "
       "from a backup"},
  };
  for (const auto& c : kCases) {
    Database database;
    database.Execute(c.sql);
    EXPECT_EQ(Thrown("-", [&] { SchemaVersion(database, {Migrations()[0]}); }),
              c.message);
  }
}

TEST(SchemaTest, NamesWhatDiffers) {
  static const struct {
    const char* sql;
    std::vector<std::string> differences;
  } kCases[] = {
      {"", {}},
      {"DROP TRIGGER record_no_delete",
       {"trigger record_no_delete is missing"}},
      {"DROP INDEX record_subject; CREATE INDEX record_subject ON record (org)",
       {"index record_subject was changed"}},
      {"CREATE VIEW v AS SELECT 1", {"view v does not belong here"}},
      {"DROP TABLE profile",
       {"table profile is missing", "trigger profile_no_delete is missing",
        "trigger profile_no_replace is missing",
        "trigger profile_no_update is missing"}},
  };
  for (const auto& c : kCases) {
    Database database;
    Migrate(database, Migrations());
    database.Execute(c.sql);
    EXPECT_EQ(SchemaDifferences(database), c.differences) << c.sql;
  }
}

TEST(SchemaTest, RecordsAndProfilesAreNeverChangedOrDeleted) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  Put(workspace, {Answer("A1", Status::kMet)});
  for (const char* sql :
       {"UPDATE record SET status = 'partly'", "DELETE FROM record",
        "UPDATE profile SET text = ''", "DELETE FROM profile",
        "INSERT OR REPLACE INTO record SELECT * FROM record"}) {
    EXPECT_THROW(workspace.database().Execute(sql), Error) << sql;
  }
  // The same profile may come again; what is there stays.
  workspace.database().Execute(
      "INSERT OR REPLACE INTO profile SELECT org, sha256, 'x', '' FROM "
      "profile");
  EXPECT_EQ(workspace.database().Text("SELECT text FROM profile"),
            "id = \"town\"\n");
  EXPECT_EQ(Shown(workspace), "A1 met 田中 2026-12-01");
}

}  // namespace
}  // namespace mapper
