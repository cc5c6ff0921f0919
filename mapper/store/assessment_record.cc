#include "mapper/store/assessment_record.h"

#include "mapper/base/sha256.h"
#include "mapper/base/text.h"

namespace mapper {

std::string Canonical(const AssessmentRecord& record) {
  std::string out = "kakehashi-record-1\n";
  const auto field = [&out](const char* name, std::string_view value) {
    out += name;
    out += ':' + std::to_string(value.size()) + ':';
    out += value;
    out += '\n';
  };
  field("workspace", record.workspace);
  field("org", record.org);
  field("scope", record.scope);
  field("framework", record.framework);
  field("control", record.control);
  field("status", ToString(record.status));
  field("evidence", record.evidence);
  field("evidence_file", record.evidence_file);
  field("evidence_sha256", record.evidence_sha256);
  field("assessor", record.assessor);
  field("assessed_on", record.assessed_on);
  field("recorded_at", record.recorded_at);
  field("source", record.source);
  field("replaces", Join(record.replaces, " "));
  field("prev", Join(record.prev, " "));
  return out;
}

std::string SealOf(const AssessmentRecord& record) {
  return Sha256Hex(Canonical(record));
}

std::string GenesisHash(std::string_view workspace_id) {
  return Sha256Hex("kakehashi-genesis-1\n" + std::string(workspace_id) + "\n");
}

}  // namespace mapper
