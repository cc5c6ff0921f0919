#include "mapper/store/workspace_merge.h"

#include <set>
#include <tuple>

#include "mapper/store/assessment_store.h"
#include "mapper/store/review_store.h"

namespace mapper {
namespace {

std::set<std::string> HashesOf(Database& database) {
  std::set<std::string> hashes;
  Statement rows(database, "SELECT hash FROM record");
  while (rows.Step()) hashes.insert(rows.Text(0));
  return hashes;
}

void CopyOrigins(Database& from, Database& to) {
  Statement insert(to,
                   "INSERT OR IGNORE INTO workspace (id, created_at, own) "
                   "VALUES (?, ?, 0)");
  Statement rows(from, "SELECT id, created_at FROM workspace ORDER BY id");
  while (rows.Step()) insert.With(rows.Text(0), rows.Text(1)).Run();
}

std::size_t CopyProfiles(Database& from, Database& to) {
  const auto count = [&to] {
    return static_cast<std::size_t>(to.Number("SELECT count(*) FROM profile"));
  };
  const std::size_t before = count();
  Statement insert(to,
                   "INSERT OR IGNORE INTO profile (org, sha256, text, "
                   "recorded_at) VALUES (?, ?, ?, ?)");
  Statement rows(from,
                 "SELECT org, sha256, text, recorded_at FROM profile "
                 "ORDER BY org, recorded_at, sha256");
  while (rows.Step()) {
    insert.With(rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3)).Run();
  }
  return count() - before;
}

std::size_t CopyReviews(Workspace& from, Workspace& to) {
  const auto key = [](const ReviewRecord& r) {
    return std::make_tuple(r.source_framework, r.target_framework, r.source,
                           r.target, r.decision, r.relation, r.confidence,
                           r.rationale, r.row_sha256, r.reviewer, r.reviewed_on,
                           r.reason, r.recorded_at);
  };
  std::set<decltype(key(ReviewRecord()))> known;
  for (const ReviewRecord& r : ReviewStore(to).All()) known.insert(key(r));
  std::size_t added = 0;
  for (const ReviewRecord& r : ReviewStore(from).All()) {
    if (!known.insert(key(r)).second) continue;
    InsertReview(to.database(), r);
    ++added;
  }
  return added;
}

}  // namespace

std::vector<MergedFile> MergeWorkspaces(Workspace& into,
                                        std::vector<Workspace>& others) {
  Database& database = into.database();
  Transaction transaction(database, Transaction::Kind::kWrite);
  std::set<std::string> known = HashesOf(database);
  std::vector<MergedFile> merged;
  for (Workspace& other : others) {
    const Transaction moment(other.database(), Transaction::Kind::kRead);
    MergedFile file;
    file.path = other.path();
    CopyOrigins(other.database(), database);
    for (const AssessmentRecord& record : AssessmentStore(other).All()) {
      if (known.insert(record.hash).second) {
        InsertRecord(database, record);
        ++file.added;
      } else {
        ++file.present;
      }
    }
    file.profiles = CopyProfiles(other.database(), database);
    file.reviews = CopyReviews(other, into);
    merged.push_back(std::move(file));
  }
  transaction.Commit();
  return merged;
}

}  // namespace mapper
