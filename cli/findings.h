// Diagnostics as a listing: what `lint` and `workspace check` print as CSV and
// JSON.

#ifndef CLI_FINDINGS_H_
#define CLI_FINDINGS_H_

#include "mapper/base/diagnostic.h"
#include "mapper/report/records.h"

namespace cli {

// One row a diagnostic, in their order.
mapper::Records FindingRecords(const mapper::Diagnostics& diagnostics);

}  // namespace cli

#endif  // CLI_FINDINGS_H_
