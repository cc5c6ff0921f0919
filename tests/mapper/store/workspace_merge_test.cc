#include "mapper/store/workspace_merge.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "mapper/store/workspace_check.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/store/some_workspace.h"

namespace mapper {
namespace {

// "added present profiles" of each file.
std::string Merge(Workspace& into, const std::vector<std::string>& paths) {
  std::vector<Workspace> others;
  for (const std::string& path : paths) {
    others.push_back(*Workspace::OpenForReading(path));
  }
  std::string out;
  for (const MergedFile& file : MergeWorkspaces(into, others)) {
    out += std::to_string(file.added) + " " + std::to_string(file.present) +
           " " + std::to_string(file.profiles) + ";";
  }
  return out;
}

std::string Problems(Workspace& workspace) {
  Diagnostics diagnostics;
  CheckWorkspace(workspace, {}, diagnostics);
  return Dump(diagnostics);
}

TEST(WorkspaceMergeTest, KeepsBothSidesOfAConflictUntilItIsSettled) {
  const TemporaryDirectory directory;
  Workspace a = MakeWorkspace(directory / "a.db", kIdA);
  {
    Workspace b = MakeWorkspace(directory / "b.db", kIdB);
    Put(a, {Answer("A1", Status::kMet, "田中", "2026-12-01"),
            Answer("A2", Status::kMet, "田中")});
    Put(b, {Answer("A1", Status::kNotMet, "佐藤", "2026-12-05"),
            Answer("A3", Status::kMet, "佐藤")});
  }
  EXPECT_EQ(Merge(a, {directory / "b.db"}), "2 0 0;");
  EXPECT_EQ(Merge(a, {directory / "b.db"}), "0 2 0;");
  EXPECT_EQ(Shown(a),
            "A1 not-met 佐藤 2026-12-05 | met 田中 2026-12-01 !; "
            "A2 met 田中 2026-12-01; A3 met 佐藤 2026-12-01");
  EXPECT_EQ(AssessmentStore(a).Conflicts().size(), 1U);
  EXPECT_EQ(Problems(a), "");
  EXPECT_EQ(a.KnownIds(), (std::vector<std::string>{kIdA, kIdB}));
  EXPECT_EQ(Heads(AssessmentStore(a).All()).size(), 2U);
  // The answer that settles it seals both chains.
  Put(a, {Answer("A1", Status::kPartly, "課長", "2026-12-09")});
  EXPECT_EQ(AssessmentStore(a).Conflicts().size(), 0U);
  const auto all = AssessmentStore(a).All();
  EXPECT_EQ(all.back().replaces.size(), 2U);
  EXPECT_EQ(all.back().prev.size(), 2U);
  EXPECT_EQ(Heads(all), std::vector<std::string>{all.back().hash});
  EXPECT_EQ(Problems(a), "");
  // And goes back to the other side as it is.
  Workspace b = MakeWorkspace(directory / "b.db");
  EXPECT_EQ(Merge(b, {directory / "a.db"}), "3 2 0;");
  EXPECT_EQ(Shown(b), Shown(a));
  EXPECT_EQ(b.id(), kIdB);
  EXPECT_EQ(Problems(b), "");
}

TEST(WorkspaceMergeTest, TakesACopyThatWentItsOwnWay) {
  const TemporaryDirectory directory;
  {
    Workspace a = MakeWorkspace(directory / "a.db");
    Put(a, {Answer("A1", Status::kMet)});
  }
  std::filesystem::copy_file(directory / "a.db", directory / "fork.db");
  Workspace a = MakeWorkspace(directory / "a.db");
  {
    Workspace fork = MakeWorkspace(directory / "fork.db");
    EXPECT_EQ(fork.id(), a.id());
    Put(a, {Answer("A1", Status::kPartly, "田中")});
    Put(fork, {Answer("A1", Status::kNotMet, "佐藤", "2026-12-03")});
  }
  EXPECT_EQ(Merge(a, {directory / "fork.db"}), "1 1 0;");
  EXPECT_EQ(Shown(a), "A1 not-met 佐藤 2026-12-03 | partly 田中 2026-12-01 !");
  EXPECT_EQ(Problems(a), "");
}

TEST(WorkspaceMergeTest, AlikeAnswersOfTwoPeopleAreNoConflict) {
  const TemporaryDirectory directory;
  Workspace a = MakeWorkspace(directory / "a.db");
  {
    Workspace b = MakeWorkspace(directory / "b.db", kIdB);
    Put(a, {Answer("A1", Status::kMet, "田中")});
    AssessmentStore(b).Record(
        {"town", "other = 1\n", "", "2026-12-03T00:00:00Z", true},
        {Answer("A1", Status::kMet, "佐藤")});
  }
  EXPECT_EQ(Merge(a, {directory / "b.db"}), "1 0 1;");
  EXPECT_EQ(Shown(a), "A1 met 佐藤 2026-12-01 | met 田中 2026-12-01");
}

TEST(WorkspaceMergeTest, NothingStaysOfAMergeThatFails) {
  const TemporaryDirectory directory;
  Workspace a = MakeWorkspace(directory / "a.db");
  {
    Workspace b = MakeWorkspace(directory / "b.db", kIdB);
    Put(b, {Answer("A1", Status::kMet)});
    Workspace c = MakeWorkspace(directory / "c.db",
                                "00000000-0000-4000-8000-00000000000c");
    Put(c, {Answer("A2", Status::kMet)});
    c.database().Execute("DROP TABLE profile");
  }
  EXPECT_THROW(Merge(a, {directory / "b.db", directory / "c.db"}), Error);
  EXPECT_EQ(Shown(a), "");
  EXPECT_EQ(a.KnownIds(), std::vector<std::string>{kIdA});
}

}  // namespace
}  // namespace mapper
