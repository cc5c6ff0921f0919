#include "mapper/store/assessment_store.h"

#include <gtest/gtest.h>

#include "tests/mapper/store/some_workspace.h"

namespace mapper {
namespace {

AssessmentRecord Stored(const std::string& hash, Status status,
                        const std::string& day,
                        std::vector<std::string> replaces = {}) {
  AssessmentRecord r;
  r.org = "town";
  r.framework = "alpha";
  r.control = "A1";
  r.status = status;
  r.assessed_on = day;
  r.recorded_at = "2026-12-02T03:04:05Z";
  r.hash = hash;
  r.replaces = std::move(replaces);
  return r;
}

TEST(AssessmentStoreTest, KeepsEachRecordWithAllItsFields) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  NewAnswer answer = Answer("A1", Status::kNotApplicable);
  answer.scope = "町の台帳";
  answer.evidence_file = "a.pdf";
  answer.evidence_sha256 = std::string(64, '0');
  Put(workspace, {answer});
  const auto records = AssessmentStore(workspace).History("town", "", "");
  ASSERT_EQ(records.size(), 1U);
  AssessmentRecord want;
  want.workspace = kIdA;
  want.org = "town";
  want.scope = "町の台帳";
  want.framework = "alpha";
  want.control = "A1";
  want.status = Status::kNotApplicable;
  want.evidence = "理由";
  want.evidence_file = "a.pdf";
  want.evidence_sha256 = std::string(64, '0');
  want.assessor = "田中";
  want.assessed_on = "2026-12-01";
  want.recorded_at = "2026-12-02T03:04:05Z";
  want.source = "set";
  want.prev = {GenesisHash(kIdA)};
  EXPECT_EQ(Canonical(records[0]), Canonical(want));
  EXPECT_EQ(records[0].hash, SealOf(want));
  EXPECT_EQ(workspace.database().Text("SELECT text FROM profile"),
            "id = \"town\"\n");
}

TEST(AssessmentStoreTest, AnsweringAgainReplacesAndChains) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  Put(workspace, {Answer("A1", Status::kNotMet), Answer("A2", Status::kMet)});
  Put(workspace, {Answer("A1", Status::kPartly)});
  EXPECT_EQ(Shown(workspace),
            "A1 partly 田中 2026-12-01; A2 met 田中 2026-12-01");
  const auto all = AssessmentStore(workspace).All();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].prev, std::vector<std::string>{all[0].hash});
  EXPECT_EQ(all[2].prev, std::vector<std::string>{all[1].hash});
  EXPECT_EQ(all[2].replaces, std::vector<std::string>{all[0].hash});
  EXPECT_EQ(Heads(all), std::vector<std::string>{all[2].hash});
  EXPECT_EQ(AssessmentStore(workspace).History("town", "alpha", "A1").size(),
            2U);
  EXPECT_EQ(AssessmentStore(workspace).History("town", "beta", "").size(), 0U);
  EXPECT_EQ(AssessmentStore(workspace).History("city", "", "").size(), 0U);
}

TEST(AssessmentStoreTest, ScopesAreApart) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  NewAnswer system = Answer("A1", Status::kMet);
  system.scope = "町の台帳";
  Put(workspace, {Answer("A1", Status::kNotMet)});
  Put(workspace, {system});
  EXPECT_EQ(Shown(workspace), "A1 not-met 田中 2026-12-01");
  EXPECT_EQ(Shown(workspace, "町の台帳"), "A1 met 田中 2026-12-01");
}

TEST(AssessmentStoreTest, NothingStaysOfACallThatFails) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  NewAnswer bad = Answer("A2", Status::kNotApplicable);
  bad.evidence.clear();  // no reason
  EXPECT_THROW(Put(workspace, {Answer("A1", Status::kMet), bad}), Error);
  EXPECT_EQ(Shown(workspace), "");
  NewAnswer undated = Answer("A1", Status::kMet);
  undated.assessed_on = "today";
  EXPECT_THROW(Put(workspace, {undated}), Error);
  EXPECT_EQ(workspace.database().Number("SELECT count(*) FROM profile"), 0);
}

TEST(AssessmentStoreTest, JudgesWhatAnAnswerDoes) {
  CurrentAnswer met;
  met.records = {Stored("1", Status::kMet, "2026-12-01")};
  met.records[0].assessor = "田中";
  met.records[0].evidence = "台帳";
  CurrentAnswer conflict = met;
  conflict.records.push_back(Stored("2", Status::kNotMet, "2026-11-01"));
  CurrentAnswer withdrawn = met;
  withdrawn.records[0].status = Status::kUnknown;
  const struct {
    NewAnswer answer;
    const CurrentAnswer* current;
    bool settles;
    Verdict verdict;
  } kCases[] = {
      {Answer("A1", Status::kMet), nullptr, false, Verdict::kFirst},
      {Answer("A1", Status::kUnknown), nullptr, false, Verdict::kUnanswered},
      {Answer("A1", Status::kMet), &met, false, Verdict::kSame},
      {Answer("A1", Status::kMet), &met, true, Verdict::kSame},
      {Answer("A1", Status::kMet, "田中", ""), &met, false, Verdict::kSame},
      {Answer("A1", Status::kMet, "佐藤"), &met, false, Verdict::kReplaces},
      {Answer("A1", Status::kMet, "田中", "2026-12-02"), &met, false,
       Verdict::kReplaces},
      {Answer("A1", Status::kPartly), &met, false, Verdict::kReplaces},
      {Answer("A1", Status::kUnknown), &met, false, Verdict::kReplaces},
      {Answer("A1", Status::kUnknown), &withdrawn, false, Verdict::kUnanswered},
      {Answer("A1", Status::kMet), &withdrawn, false, Verdict::kReplaces},
      {Answer("A1", Status::kMet), &conflict, false, Verdict::kInConflict},
      {Answer("A1", Status::kMet), &conflict, true, Verdict::kReplaces},
      {Answer("A1", Status::kPartly), &conflict, false, Verdict::kReplaces},
      {Answer("A1", Status::kUnknown), &conflict, true, Verdict::kReplaces},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Judge(c.answer, c.current, c.settles), c.verdict)
        << ToString(c.answer.status) << " " << (&c - kCases);
  }
}

TEST(AssessmentStoreTest, WhatStandsIsWhatNothingReplaces) {
  const auto standing = [](std::vector<AssessmentRecord> records) {
    std::string out;
    for (const auto& answer : Standing(std::move(records))) {
      for (const auto& r : answer.records) out += r.hash + " ";
      out += answer.conflict() ? "conflict" : "";
    }
    return out;
  };
  const auto a = Stored("a", Status::kMet, "2026-12-01");
  const auto b = Stored("b", Status::kNotMet, "2026-12-03", {"a"});
  const auto c = Stored("c", Status::kPartly, "2026-12-02", {"a"});
  const auto d = Stored("d", Status::kMet, "2026-12-04", {"b", "c"});
  const auto e = Stored("e", Status::kNotMet, "2026-12-03", {"a"});
  auto later = Stored("0", Status::kNotMet, "2026-12-03", {"a"});
  later.recorded_at = "2026-12-09T00:00:00Z";
  EXPECT_EQ(standing({}), "");
  EXPECT_EQ(standing({a}), "a ");
  EXPECT_EQ(standing({a, b}), "b ");
  EXPECT_EQ(standing({a, b, c}), "b c conflict");
  EXPECT_EQ(standing({c, b, a}), "b c conflict");
  EXPECT_EQ(standing({a, b, c, d}), "d ");
  EXPECT_EQ(standing({d, a}), "d a ");     // alike, though written apart
  EXPECT_EQ(standing({a, b, e}), "e b ");  // the hash decides at last
  EXPECT_EQ(standing({a, e, later}), "0 e ");
}

}  // namespace
}  // namespace mapper
