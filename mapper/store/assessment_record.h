// One answer as it was recorded, and the hash that seals it
// (docs/workspace.md, docs/decisions/0008-hash-chain.md).

#ifndef MAPPER_STORE_ASSESSMENT_RECORD_H_
#define MAPPER_STORE_ASSESSMENT_RECORD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/words.h"

namespace mapper {

// All text is UTF-8; hashes are 64 lower-case hexadecimal digits.
struct AssessmentRecord {
  std::int64_t number = 0;  // its place in this file; not sealed

  std::string workspace;  // id of the workspace that wrote it
  std::string org;        // id of the profile
  std::string scope;      // name of a system of the profile; "": all of it
  std::string framework;
  std::string control;
  Status status = Status::kUnknown;  // kUnknown takes an answer back
  std::string evidence;              // or the reason of kNotApplicable
  std::string evidence_file;
  std::string evidence_sha256;
  std::string assessor;
  std::string assessed_on;  // 2026-11-22
  std::string recorded_at;  // UTC, 2026-11-22T01:02:03Z
  std::string source;       // "status.csv:12", or "set"
  // Hashes of the answers to the same control that were current when this one
  // was written, sorted.
  std::vector<std::string> replaces;
  // Hashes of the records that no other record named as its previous one when
  // this one was written, sorted: one, or several after a merge.  The first
  // record of a workspace names its genesis hash.
  std::vector<std::string> prev;

  std::string hash;  // the seal
};

// What is sealed: "kakehashi-record-1" and a line feed, then for each field in
// the order above, from `workspace` to `prev`, its name, a colon, its length in
// bytes, a colon, its bytes and a line feed.  Lists are joined by one space.
std::string Canonical(const AssessmentRecord& record);

// SHA-256 of Canonical().
std::string SealOf(const AssessmentRecord& record);

// Where the chain of a workspace begins: SHA-256 of "kakehashi-genesis-1",
// a line feed, the id of the workspace and a line feed.
std::string GenesisHash(std::string_view workspace_id);

}  // namespace mapper

#endif  // MAPPER_STORE_ASSESSMENT_RECORD_H_
