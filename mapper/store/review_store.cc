#include "mapper/store/review_store.h"

#include <string>
#include <utility>

#include "mapper/base/error.h"

namespace mapper {
namespace {

template <typename Vocabulary, typename Value>
void ReadWord(const Database& database, const std::string& word,
              const Vocabulary& vocabulary, Value& value) {
  const auto known = FindName(vocabulary, word);
  if (!known) {
    throw Error(database.path() +
                ": damaged: a review with an unknown word; restore it from a "
                "backup");
  }
  value = *known;
}

ReviewRecord ReadReview(const Database& database, const Statement& row) {
  ReviewRecord r;
  int column = 0;
  r.number = row.Number(column++);
  for (std::string* field :
       {&r.source_framework, &r.target_framework, &r.source, &r.target}) {
    *field = row.Text(column++);
  }
  ReadWord(database, row.Text(column++), kDecisions, r.decision);
  const std::string relation = row.Text(column++);
  const std::string confidence = row.Text(column++);
  if (r.has_row()) {
    ReadWord(database, relation, kRelations, r.relation);
    ReadWord(database, confidence, kConfidences, r.confidence);
  }
  for (std::string* field : {&r.rationale, &r.row_sha256, &r.reviewer,
                             &r.reviewed_on, &r.reason, &r.recorded_at}) {
    *field = row.Text(column++);
  }
  return r;
}

}  // namespace

std::vector<ReviewRecord> ReviewStore::All() {
  Database& database = workspace_.database();
  Statement rows(database,
                 "SELECT number, source_framework, target_framework, source, "
                 "target, decision, relation, confidence, rationale, "
                 "row_sha256, reviewer, reviewed_on, reason, recorded_at "
                 "FROM review ORDER BY recorded_at, number");
  std::vector<ReviewRecord> records;
  while (rows.Step()) records.push_back(ReadReview(database, rows));
  return records;
}

void ReviewStore::Record(std::vector<ReviewRecord>& records) {
  Database& database = workspace_.database();
  Transaction transaction(database, Transaction::Kind::kWrite);
  for (ReviewRecord& record : records) {
    InsertReview(database, record);
    record.number = database.Number("SELECT max(number) FROM review");
  }
  transaction.Commit();
}

void InsertReview(Database& database, const ReviewRecord& r) {
  const bool row = r.has_row();
  Statement(database,
            "INSERT INTO review (source_framework, target_framework, source, "
            "target, decision, relation, confidence, rationale, row_sha256, "
            "reviewer, reviewed_on, reason, recorded_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .With(r.source_framework, r.target_framework, r.source, r.target,
            ToString(r.decision), row ? ToString(r.relation) : "",
            row ? ToString(r.confidence) : "", row ? r.rationale : "",
            r.row_sha256, r.reviewer, r.reviewed_on, r.reason, r.recorded_at)
      .Run();
}

}  // namespace mapper
