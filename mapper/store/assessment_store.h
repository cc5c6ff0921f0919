// Answers in a workspace: recorded, never changed, and which of them stand.

#ifndef MAPPER_STORE_ASSESSMENT_STORE_H_
#define MAPPER_STORE_ASSESSMENT_STORE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/words.h"
#include "mapper/store/assessment_record.h"
#include "mapper/store/workspace.h"

namespace mapper {

// What stands for one control: the records that no other one replaces, the
// latest first (by assessed_on, then recorded_at, then hash).
struct CurrentAnswer {
  std::vector<AssessmentRecord> records;  // never empty

  // The one that is used, also while there is a conflict.
  const AssessmentRecord& used() const { return records.front(); }
  // Several people answered, and not alike; to be settled by a new answer.
  bool conflict() const;
};

// An answer that is to be recorded; fields as in AssessmentRecord.
struct NewAnswer {
  std::string scope;
  std::string framework;
  std::string control;
  Status status = Status::kUnknown;
  std::string evidence;
  std::string evidence_file;
  std::string evidence_sha256;
  std::string assessor;
  std::string assessed_on;  // "": the default day
  std::string source;
};

// What recording an answer does.
enum class Verdict {
  kFirst,       // nothing stood: recorded
  kReplaces,    // what stood is replaced
  kSame,        // it stands already: nothing is recorded
  kInConflict,  // it is one side of a conflict: nothing is recorded
  kUnanswered   // 未回答 where nothing stands: nothing is recorded
};

// An answer stands already when status, evidence (text, file, digest), assessor
// and day are equal; without a day, whatever the day.  `current` may be null.
// `settles`: an answer that is one side of a conflict replaces both sides.
Verdict Judge(const NewAnswer& answer, const CurrentAnswer* current,
              bool settles);

bool IsRecorded(Verdict verdict);

// The answer for a control, or null.
const CurrentAnswer* Find(const std::vector<CurrentAnswer>& sorted,
                          const std::string& framework,
                          const std::string& control);

// What belongs to all answers of one call of Record().
struct Recording {
  std::string org;
  std::string profile;      // text of the profile, kept for audits
  std::string default_day;  // assessed_on of answers without one
  std::string recorded_at;  // UTC
  bool settles = false;     // see Judge()
};

class AssessmentStore {
 public:
  // The workspace must outlive the store.
  explicit AssessmentStore(Workspace& workspace) : workspace_(workspace) {}

  // What stands for an organisation in one scope, by framework and control.
  // 未回答 that took an answer back is in it.
  std::vector<CurrentAnswer> Current(const std::string& org,
                                     const std::string& scope);
  // The conflicts of all organisations and scopes.
  std::vector<CurrentAnswer> Conflicts();

  // Every record of an organisation in the order of this file; of one framework
  // and of one control when they are not "".
  std::vector<AssessmentRecord> History(const std::string& org,
                                        const std::string& framework,
                                        const std::string& control);
  // Every record in the order of this file.
  std::vector<AssessmentRecord> All();

  // Records all of `answers` or, when it throws, nothing.  Answers are for
  // different controls.  Returns what each of them did, in order.
  std::vector<Verdict> Record(const Recording& recording,
                              const std::vector<NewAnswer>& answers);

 private:
  Workspace& workspace_;
};

// What stands of these records, by org, scope, framework and control.
std::vector<CurrentAnswer> Standing(std::vector<AssessmentRecord> records);

// Hashes that no other of these records names as its previous one, sorted.
std::vector<std::string> Heads(const std::vector<AssessmentRecord>& records);

// Adds a record as it is.  Part of Record() and of merging.
void InsertRecord(Database& database, const AssessmentRecord& record);

}  // namespace mapper

#endif  // MAPPER_STORE_ASSESSMENT_STORE_H_
