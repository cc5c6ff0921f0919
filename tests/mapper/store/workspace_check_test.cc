#include "mapper/store/workspace_check.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"
#include "tests/mapper/store/some_workspace.h"

namespace mapper {
namespace {

// Three answers, the third in place of the first.
class WorkspaceCheckTest : public testing::Test {
 protected:
  WorkspaceCheckTest() : workspace_(MakeWorkspace(directory_ / "w.db")) {
    Put(workspace_,
        {Answer("A1", Status::kNotMet), Answer("A2", Status::kMet)});
    Put(workspace_, {Answer("A1", Status::kMet)});
    for (const auto& r : AssessmentStore(workspace_).All()) {
      hashes_.push_back(r.hash);
    }
  }

  // As somebody would who edits the file by other means.
  void Tamper(const std::string& sql) {
    workspace_.database().Execute(
        "PRAGMA foreign_keys = OFF; DROP TRIGGER record_no_update; "
        "DROP TRIGGER record_no_delete; DROP TRIGGER profile_no_update");
    workspace_.database().Execute(sql);
    workspace_.database().Execute(
        "CREATE TRIGGER record_no_update BEFORE UPDATE ON record\n"
        "BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;"
        "CREATE TRIGGER record_no_delete BEFORE DELETE ON record\n"
        "BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;"
        "CREATE TRIGGER profile_no_update BEFORE UPDATE ON profile\n"
        "BEGIN SELECT RAISE(ABORT, 'profiles are never changed'); END;");
  }

  // Findings, with the hashes of the records written H1 to H3.
  std::string Found(const std::vector<std::string>& noted = {}) {
    Diagnostics diagnostics;
    check_ = CheckWorkspace(workspace_, noted, diagnostics);
    diagnostics.Sort();
    std::string out = Dump(diagnostics);
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      for (std::size_t at = out.find(hashes_[i]); at != std::string::npos;
           at = out.find(hashes_[i])) {
        out.replace(at, 64, "H" + std::to_string(i + 1));
      }
    }
    return out;
  }

  TemporaryDirectory directory_;
  Workspace workspace_;
  std::vector<std::string> hashes_;
  WorkspaceCheck check_;
};

TEST_F(WorkspaceCheckTest, AnUntouchedOneIsWhole) {
  EXPECT_EQ(Found({hashes_[1]}), "");
  EXPECT_EQ(check_.records, 3U);
  EXPECT_EQ(check_.profiles, 1U);
  EXPECT_EQ(check_.heads, std::vector<std::string>{hashes_[2]});
  EXPECT_EQ(check_.sealed, 2U);
  EXPECT_EQ(check_.after, 1U);
  EXPECT_EQ(check_.beside, 0U);
  Tamper("");  // the way in leaves no trace by itself
  EXPECT_EQ(Found(), "");
}

TEST_F(WorkspaceCheckTest, NamesARecordThatWasChanged) {
  Tamper("UPDATE record SET status = 'met' WHERE number = 1");
  EXPECT_EQ(Found(),
            "1:0 record-changed record 1 (town alpha:A1) is not what was "
            "recorded: its content and its hash H1 do not fit\n");
}

TEST_F(WorkspaceCheckTest, NamesWhereARecordIsMissing) {
  Tamper("DELETE FROM record WHERE number = 2");
  EXPECT_EQ(Found(),
            "3:0 record-missing the record before record 3 (town alpha:A1) is "
            "not there: H2\n");
}

TEST_F(WorkspaceCheckTest, NamesARecordThatIsReplacedAndMissing) {
  Tamper("DELETE FROM record WHERE number = 1");
  EXPECT_EQ(Found(),
            "2:0 record-missing the record before record 2 (town alpha:A2) is "
            "not there: H1\n"
            "3:0 record-missing a record that record 3 (town alpha:A1) "
            "replaces is not there: H1\n");
}

TEST_F(WorkspaceCheckTest, TheNewestIsMissedOnlyByANote) {
  Tamper("DELETE FROM record WHERE number = 3");
  EXPECT_EQ(Found(), "");
  EXPECT_EQ(Found({hashes_[2]}),
            "0:0 record-missing the noted record is not there: H3\n");
}

TEST_F(WorkspaceCheckTest, NamesARecordThatWasPutIn) {
  Tamper(
      "INSERT INTO record SELECT 9, workspace, org, scope, framework, 'A9', "
      "status, evidence, evidence_file, evidence_sha256, assessor, "
      "assessed_on, recorded_at, source, '', prev, '" +
      std::string(64, 'f') + "' FROM record WHERE number = 2");
  EXPECT_EQ(Found(),
            "9:0 record-changed record 9 (town alpha:A9) is not what "
            "was recorded: its content and its hash " +
                std::string(64, 'f') + " do not fit\n");
}

// Sealed rightly, by somebody who knows how: it stands beside the chain.
TEST_F(WorkspaceCheckTest, CountsWhatANoteDoesNotSeal) {
  AssessmentRecord forged = AssessmentStore(workspace_).All()[0];
  forged.control = "A9";
  forged.hash = SealOf(forged);
  InsertRecord(workspace_.database(), forged);
  EXPECT_EQ(Found({hashes_[2]}), "");
  EXPECT_EQ(check_.heads.size(), 2U);
  EXPECT_EQ(check_.sealed, 3U);
  EXPECT_EQ(check_.beside, 1U);
}

TEST_F(WorkspaceCheckTest, NamesARecordOfAWorkspaceThatIsNotKnown) {
  Tamper("UPDATE workspace SET id = 'other'");
  const std::string found = Found();
  EXPECT_NE(found.find("workspace-reference row 1 of record names a row of "
                       "workspace that is not there"),
            std::string::npos)
      << found;
  EXPECT_NE(found.find("1:0 record-missing the record before record 1 (town "
                       "alpha:A1) is not there: " +
                       GenesisHash(kIdA)),
            std::string::npos)
      << found;
}

TEST_F(WorkspaceCheckTest, NamesAProfileThatWasChanged) {
  Tamper("UPDATE profile SET text = 'x'");
  const std::string found = Found();
  EXPECT_EQ(
      found.find("0:0 workspace-profile the profile of town with SHA-256 "), 0U)
      << found;
}

TEST_F(WorkspaceCheckTest, NamesATriggerThatIsMissing) {
  workspace_.database().Execute("DROP TRIGGER record_no_delete");
  EXPECT_EQ(Found(),
            "0:0 workspace-schema trigger record_no_delete is missing\n");
}

TEST_F(WorkspaceCheckTest, NamesWhatSqliteFinds) {
  Tamper(
      "PRAGMA ignore_check_constraints = ON; "
      "UPDATE record SET status = 'done' WHERE number = 2; "
      "PRAGMA ignore_check_constraints = OFF");
  const std::string found = Found();
  EXPECT_EQ(found.find("0:0 workspace-damaged CHECK constraint failed in "
                       "record\n2:0 record-changed record 2 "),
            0U)
      << found;
}

}  // namespace
}  // namespace mapper
