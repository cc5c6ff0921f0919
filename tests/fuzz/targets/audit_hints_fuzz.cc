// audit_hints.tsv.

#include <string>

#include "mapper/parse/audit_hints.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(audit_hints) {
  mapper::Diagnostics diagnostics;
  mapper::ReadAuditHints("audit_hints.tsv", std::string(bytes), diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
}
