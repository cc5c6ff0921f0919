#include "mapper/store/review_store.h"

#include <gtest/gtest.h>

#include "mapper/store/workspace_merge.h"
#include "tests/mapper/store/some_workspace.h"

namespace mapper {
namespace {

ReviewRecord Some(Decision decision, const std::string& source = "A1",
                  const std::string& at = "2026-12-02T03:04:05Z") {
  ReviewRecord r;
  r.source_framework = "alpha";
  r.target_framework = "beta";
  r.source = source;
  r.target = "B1+B2";
  r.decision = decision;
  r.relation = Relation::kSubsetOf;
  r.confidence = Confidence::kHigh;
  r.rationale = "どちらも訓練を求める";
  r.row_sha256 = std::string(64, '0');
  r.reviewer = "田中";
  r.reviewed_on = "2026-12-01";
  r.reason = "読み比べた";
  r.recorded_at = at;
  return r;
}

std::string Dump(const std::vector<ReviewRecord>& records) {
  std::string out;
  for (const ReviewRecord& r : records) {
    out += std::to_string(r.number) + " " + ToString(r.decision) + " " +
           r.source_framework + ":" + r.source + " " + r.target_framework +
           ":" + r.target +
           (r.has_row() ? std::string(" ") + ToString(r.relation) + " " +
                              ToString(r.confidence)
                        : "") +
           " [" + r.rationale + "] " + r.reviewer + " " + r.reviewed_on + " " +
           r.reason + " " + r.recorded_at + "\n";
  }
  return out;
}

TEST(ReviewStoreTest, KeepsEachDecisionWithAllItsFields) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  std::vector<ReviewRecord> records = {Some(Decision::kReplace),
                                       Some(Decision::kReject, "A2")};
  ReviewStore(workspace).Record(records);
  EXPECT_EQ(records[1].number, 2);
  EXPECT_EQ(Dump(ReviewStore(workspace).All()),
            "1 replace alpha:A1 beta:B1+B2 subset-of high "
            "[どちらも訓練を求める] 田中 2026-12-01 読み比べた "
            "2026-12-02T03:04:05Z\n"
            "2 reject alpha:A2 beta:B1+B2 [] 田中 2026-12-01 読み比べた "
            "2026-12-02T03:04:05Z\n");
  EXPECT_EQ(ReviewStore(workspace).All()[0].row_sha256, std::string(64, '0'));
}

TEST(ReviewStoreTest, RecordsAllOrNothing) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  static const struct {
    const char* what;
    void (*spoil)(ReviewRecord&);
  } kCases[] = {
      {"no reviewer", [](ReviewRecord& r) { r.reviewer.clear(); }},
      {"no reason", [](ReviewRecord& r) { r.reason.clear(); }},
      {"no day", [](ReviewRecord& r) { r.reviewed_on = "2026"; }},
      {"no time", [](ReviewRecord& r) { r.recorded_at = "now"; }},
      {"no source", [](ReviewRecord& r) { r.source.clear(); }},
      {"no rationale", [](ReviewRecord& r) { r.rationale.clear(); }},
  };
  for (const auto& c : kCases) {
    std::vector<ReviewRecord> records = {Some(Decision::kAccept),
                                         Some(Decision::kAdd)};
    c.spoil(records[1]);
    EXPECT_THROW(ReviewStore(workspace).Record(records), Error) << c.what;
    EXPECT_TRUE(ReviewStore(workspace).All().empty()) << c.what;
  }
}

TEST(ReviewStoreTest, NothingIsChangedAfterwards) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  std::vector<ReviewRecord> records = {Some(Decision::kAccept)};
  ReviewStore(workspace).Record(records);
  const std::string before = Dump(ReviewStore(workspace).All());
  for (const char* sql :
       {"UPDATE review SET reviewer = 'x'", "DELETE FROM review",
        "INSERT OR REPLACE INTO review SELECT 1, 'x', target_framework, "
        "source, target, decision, relation, confidence, rationale, "
        "row_sha256, reviewer, reviewed_on, reason, recorded_at FROM review"}) {
    EXPECT_THROW(workspace.database().Execute(sql), Error) << sql;
    EXPECT_EQ(Dump(ReviewStore(workspace).All()), before) << sql;
  }
}

TEST(ReviewStoreTest, MergingKeepsTheOrderOfTime) {
  const TemporaryDirectory directory;
  Workspace mine = MakeWorkspace(directory / "a.db");
  std::vector<ReviewRecord> records = {
      Some(Decision::kAccept, "A1", "2026-12-03T00:00:00Z")};
  ReviewStore(mine).Record(records);
  {
    Workspace other = MakeWorkspace(directory / "b.db", kIdB);
    records = {Some(Decision::kReject, "A1", "2026-12-02T00:00:00Z")};
    ReviewStore(other).Record(records);
  }
  for (const std::size_t added : {1U, 0U}) {
    std::vector<Workspace> others;
    others.push_back(std::move(*Workspace::OpenForReading(directory / "b.db")));
    EXPECT_EQ(MergeWorkspaces(mine, others)[0].reviews, added);
  }
  const auto all = ReviewStore(mine).All();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].decision, Decision::kReject);
  EXPECT_EQ(all[1].decision, Decision::kAccept);
}

}  // namespace
}  // namespace mapper
