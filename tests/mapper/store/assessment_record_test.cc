#include "mapper/store/assessment_record.h"

#include <gtest/gtest.h>

#include <set>

namespace mapper {
namespace {

AssessmentRecord Sample() {
  AssessmentRecord r;
  r.number = 7;
  r.workspace = "00000000-0000-4000-8000-00000000000a";
  r.org = "town";
  r.framework = "alpha";
  r.control = "A1";
  r.status = Status::kMet;
  r.evidence = "台帳\n2冊";
  r.assessor = "田中";
  r.assessed_on = "2026-12-01";
  r.recorded_at = "2026-12-02T03:04:05Z";
  r.source = "set";
  r.prev = {"aa", "bb"};
  return r;
}

// The form of docs/workspace.md; other programs verify seals by it.
TEST(AssessmentRecordTest, IsSealedInAWrittenForm) {
  EXPECT_EQ(Canonical(Sample()),
            "kakehashi-record-1\n"
            "workspace:36:00000000-0000-4000-8000-00000000000a\n"
            "org:4:town\n"
            "scope:0:\n"
            "framework:5:alpha\n"
            "control:2:A1\n"
            "status:3:met\n"
            "evidence:11:台帳\n2冊\n"
            "evidence_file:0:\n"
            "evidence_sha256:0:\n"
            "assessor:6:田中\n"
            "assessed_on:10:2026-12-01\n"
            "recorded_at:20:2026-12-02T03:04:05Z\n"
            "source:3:set\n"
            "replaces:0:\n"
            "prev:5:aa bb\n");
  // printf 'kakehashi-genesis-1\nx\n' | sha256sum
  EXPECT_EQ(GenesisHash("x"),
            "320d56d58f081c5fa13a0f7c5a51fe123affa8359599ac25ed0f91953e0c1b77");
}

TEST(AssessmentRecordTest, EveryFieldChangesTheSeal) {
  using Change = void (*)(AssessmentRecord&);
  static const Change kChanges[] = {
      [](AssessmentRecord& r) { r.workspace = "b"; },
      [](AssessmentRecord& r) { r.org = "city"; },
      [](AssessmentRecord& r) { r.scope = "台帳"; },
      [](AssessmentRecord& r) { r.framework = "beta"; },
      [](AssessmentRecord& r) { r.control = "A2"; },
      [](AssessmentRecord& r) { r.status = Status::kPartly; },
      [](AssessmentRecord& r) { r.evidence = "台帳"; },
      [](AssessmentRecord& r) { r.evidence_file = "a.pdf"; },
      [](AssessmentRecord& r) { r.evidence_sha256 = "00"; },
      [](AssessmentRecord& r) { r.assessor = "佐藤"; },
      [](AssessmentRecord& r) { r.assessed_on = "2026-12-02"; },
      [](AssessmentRecord& r) { r.recorded_at = "2026-12-02T03:04:06Z"; },
      [](AssessmentRecord& r) { r.source = "status.csv:2"; },
      [](AssessmentRecord& r) { r.replaces = {"cc"}; },
      [](AssessmentRecord& r) { r.prev = {"aa"}; },
      // What moves from one field to the next is a change too.
      [](AssessmentRecord& r) { r.org = "tow", r.scope = "n"; },
      [](AssessmentRecord& r) { r.evidence = "台帳\n2冊\nassessor:0:"; },
  };
  std::set<std::string> seals = {SealOf(Sample())};
  for (const Change change : kChanges) {
    AssessmentRecord record = Sample();
    change(record);
    EXPECT_TRUE(seals.insert(SealOf(record)).second) << Canonical(record);
  }
  AssessmentRecord moved = Sample();
  moved.number = 8;  // its place in a file is not sealed
  EXPECT_EQ(SealOf(moved), SealOf(Sample()));
}

}  // namespace
}  // namespace mapper
