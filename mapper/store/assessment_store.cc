#include "mapper/store/assessment_store.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "mapper/base/sha256.h"
#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr const char* kColumns =
    "number, workspace, org, scope, framework, control, status, evidence, "
    "evidence_file, evidence_sha256, assessor, assessed_on, recorded_at, "
    "source, replaces, prev, hash";

std::vector<std::string> Hashes(const std::string& joined) {
  std::vector<std::string> hashes;
  if (joined.empty()) return hashes;
  for (const std::string_view hash : Split(joined, ' ')) {
    hashes.emplace_back(hash);
  }
  return hashes;
}

AssessmentRecord ReadRecord(const Statement& row) {
  AssessmentRecord r;
  int column = 0;
  r.number = row.Number(column++);
  for (std::string* field :
       {&r.workspace, &r.org, &r.scope, &r.framework, &r.control}) {
    *field = row.Text(column++);
  }
  // A word that does not exist breaks the seal, and Verify() says so.
  r.status = FindName(kStatuses, row.Text(column++)).value_or(Status::kUnknown);
  for (std::string* field :
       {&r.evidence, &r.evidence_file, &r.evidence_sha256, &r.assessor,
        &r.assessed_on, &r.recorded_at, &r.source}) {
    *field = row.Text(column++);
  }
  r.replaces = Hashes(row.Text(column++));
  r.prev = Hashes(row.Text(column++));
  r.hash = row.Text(column++);
  return r;
}

template <typename... Values>
std::vector<AssessmentRecord> Select(Database& database,
                                     const std::string& condition,
                                     const Values&... values) {
  Statement rows(database, std::string("SELECT ") + kColumns + " FROM record " +
                               condition + " ORDER BY number");
  rows.With(values...);
  std::vector<AssessmentRecord> records;
  while (rows.Step()) records.push_back(ReadRecord(rows));
  return records;
}

std::vector<AssessmentRecord> OfScope(Database& database,
                                      const std::string& org,
                                      const std::string& scope) {
  return Select(database, "WHERE org = ? AND scope = ?", org, scope);
}

auto Key(const AssessmentRecord& r) {
  return std::tie(r.org, r.scope, r.framework, r.control);
}

bool IsSame(const NewAnswer& a, const AssessmentRecord& r) {
  return a.status == r.status && a.evidence == r.evidence &&
         a.evidence_file == r.evidence_file &&
         a.evidence_sha256 == r.evidence_sha256 && a.assessor == r.assessor &&
         (a.assessed_on.empty() || a.assessed_on == r.assessed_on);
}

// Hashes of all records that no other record names as its previous one.
std::vector<std::string> StoredHeads(Database& database) {
  std::vector<AssessmentRecord> links;
  Statement rows(database, "SELECT hash, prev FROM record");
  while (rows.Step()) {
    AssessmentRecord link;
    link.hash = rows.Text(0);
    link.prev = Hashes(rows.Text(1));
    links.push_back(std::move(link));
  }
  return Heads(links);
}

void KeepProfile(Database& database, const Recording& recording) {
  Statement(database,
            "INSERT OR IGNORE INTO profile (org, sha256, text, recorded_at) "
            "VALUES (?, ?, ?, ?)")
      .With(recording.org, Sha256Hex(recording.profile), recording.profile,
            recording.recorded_at)
      .Run();
}

}  // namespace

bool CurrentAnswer::conflict() const {
  return std::any_of(
      records.begin(), records.end(),
      [this](const AssessmentRecord& r) { return r.status != used().status; });
}

Verdict Judge(const NewAnswer& answer, const CurrentAnswer* current,
              bool settles) {
  if (current == nullptr) {
    return answer.status == Status::kUnknown ? Verdict::kUnanswered
                                             : Verdict::kFirst;
  }
  const auto& records = current->records;
  const bool same =
      std::any_of(records.begin(), records.end(),
                  [&](const AssessmentRecord& r) { return IsSame(answer, r); });
  const bool withdrawn = answer.status == Status::kUnknown &&
                         !current->conflict() &&
                         current->used().status == Status::kUnknown;
  if (withdrawn) return Verdict::kUnanswered;
  if (!same) return Verdict::kReplaces;
  if (!current->conflict()) return Verdict::kSame;
  return settles ? Verdict::kReplaces : Verdict::kInConflict;
}

bool IsRecorded(Verdict verdict) {
  return verdict == Verdict::kFirst || verdict == Verdict::kReplaces;
}

const CurrentAnswer* Find(const std::vector<CurrentAnswer>& sorted,
                          const std::string& framework,
                          const std::string& control) {
  const auto key = std::tie(framework, control);
  const auto it =
      std::lower_bound(sorted.begin(), sorted.end(), key,
                       [](const CurrentAnswer& answer, const auto& wanted) {
                         const AssessmentRecord& r = answer.used();
                         return std::tie(r.framework, r.control) < wanted;
                       });
  if (it == sorted.end() || it->used().framework != framework ||
      it->used().control != control) {
    return nullptr;
  }
  return &*it;
}

std::vector<CurrentAnswer> Standing(std::vector<AssessmentRecord> records) {
  std::stable_sort(records.begin(), records.end(),
                   [](const AssessmentRecord& a, const AssessmentRecord& b) {
                     return Key(a) < Key(b);
                   });
  std::vector<CurrentAnswer> standing;
  for (auto first = records.begin(); first != records.end();) {
    const auto last = std::find_if(
        first, records.end(),
        [&](const AssessmentRecord& r) { return Key(r) != Key(*first); });
    std::set<std::string> replaced;
    for (auto it = first; it != last; ++it) {
      replaced.insert(it->replaces.begin(), it->replaces.end());
    }
    CurrentAnswer answer;
    for (auto it = first; it != last; ++it) {
      if (replaced.count(it->hash) == 0) answer.records.push_back(*it);
    }
    std::sort(answer.records.begin(), answer.records.end(),
              [](const AssessmentRecord& a, const AssessmentRecord& b) {
                return std::tie(b.assessed_on, b.recorded_at, b.hash) <
                       std::tie(a.assessed_on, a.recorded_at, a.hash);
              });
    // All replaced by each other cannot be while the seals hold.
    if (!answer.records.empty()) standing.push_back(std::move(answer));
    first = last;
  }
  return standing;
}

std::vector<std::string> Heads(const std::vector<AssessmentRecord>& records) {
  std::set<std::string> heads;
  for (const AssessmentRecord& r : records) heads.insert(r.hash);
  for (const AssessmentRecord& r : records) {
    for (const std::string& hash : r.prev) heads.erase(hash);
  }
  return {heads.begin(), heads.end()};
}

void InsertRecord(Database& database, const AssessmentRecord& r) {
  Statement(
      database,
      "INSERT INTO record (workspace, org, scope, framework, control, status, "
      "evidence, evidence_file, evidence_sha256, assessor, assessed_on, "
      "recorded_at, source, replaces, prev, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .With(r.workspace, r.org, r.scope, r.framework, r.control,
            ToString(r.status), r.evidence, r.evidence_file, r.evidence_sha256,
            r.assessor, r.assessed_on, r.recorded_at, r.source,
            Join(r.replaces, " "), Join(r.prev, " "), r.hash)
      .Run();
}

std::vector<CurrentAnswer> AssessmentStore::Current(const std::string& org,
                                                    const std::string& scope) {
  return Standing(OfScope(workspace_.database(), org, scope));
}

std::vector<CurrentAnswer> AssessmentStore::Conflicts() {
  std::vector<CurrentAnswer> conflicts;
  for (CurrentAnswer& answer : Standing(All())) {
    if (answer.conflict()) conflicts.push_back(std::move(answer));
  }
  return conflicts;
}

std::vector<AssessmentRecord> AssessmentStore::History(
    const std::string& org, const std::string& framework,
    const std::string& control) {
  return Select(workspace_.database(),
                "WHERE org = ?1 AND (?2 = '' OR framework = ?2) AND "
                "(?3 = '' OR control = ?3)",
                org, framework, control);
}

std::vector<AssessmentRecord> AssessmentStore::All() {
  return Select(workspace_.database(), "");
}

std::vector<Verdict> AssessmentStore::Record(
    const Recording& recording, const std::vector<NewAnswer>& answers) {
  Database& database = workspace_.database();
  Transaction transaction(database, Transaction::Kind::kWrite);
  std::vector<std::string> prev = StoredHeads(database);
  if (prev.empty()) prev = {GenesisHash(workspace_.id())};
  std::map<std::string, std::vector<CurrentAnswer>> standing;  // by scope
  std::vector<Verdict> verdicts;
  for (const NewAnswer& answer : answers) {
    const auto scope = standing.find(answer.scope);
    const std::vector<CurrentAnswer>& known =
        scope != standing.end()
            ? scope->second
            : standing[answer.scope] =
                  Standing(OfScope(database, recording.org, answer.scope));
    const CurrentAnswer* current =
        Find(known, answer.framework, answer.control);
    const Verdict verdict = Judge(answer, current, recording.settles);
    verdicts.push_back(verdict);
    if (!IsRecorded(verdict)) continue;
    AssessmentRecord r;
    r.workspace = workspace_.id();
    r.org = recording.org;
    r.scope = answer.scope;
    r.framework = answer.framework;
    r.control = answer.control;
    r.status = answer.status;
    r.evidence = answer.evidence;
    r.evidence_file = answer.evidence_file;
    r.evidence_sha256 = answer.evidence_sha256;
    r.assessor = answer.assessor;
    r.assessed_on =
        answer.assessed_on.empty() ? recording.default_day : answer.assessed_on;
    r.recorded_at = recording.recorded_at;
    r.source = answer.source;
    if (current != nullptr) {
      for (const AssessmentRecord& old : current->records) {
        r.replaces.push_back(old.hash);
      }
      std::sort(r.replaces.begin(), r.replaces.end());
    }
    r.prev = std::move(prev);
    r.hash = SealOf(r);
    InsertRecord(database, r);
    prev = {r.hash};
  }
  if (std::any_of(verdicts.begin(), verdicts.end(), IsRecorded)) {
    KeepProfile(database, recording);
    transaction.Commit();
  }
  return verdicts;
}

}  // namespace mapper
