// A listing as JSON: {"rows": [{column: value, ...}], "totals": {...}}, with
// machine names throughout.

#ifndef MAPPER_REPORT_JSON_WRITER_H_
#define MAPPER_REPORT_JSON_WRITER_H_

#include <string>
#include <vector>

#include "mapper/report/records.h"

namespace mapper {

// `records` must have been built with View::machine.  Lists become arrays,
// absent values null, numbers numbers.  Ends in a line feed.
std::string WriteJson(const Records& records, const std::vector<Total>& totals);

// A string as a JSON literal, quotes included.
std::string JsonString(const std::string& text);

}  // namespace mapper

#endif  // MAPPER_REPORT_JSON_WRITER_H_
