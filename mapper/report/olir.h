// OLIR: the spreadsheet of NIST IR 8278A r1 for informative references.  The
// source of the view is the focal document, the target the reference.
//
// One row a pair (pair_rows.h); the exact row stands in "Comments" as a line of
// model/statement.h.  A focal element that no row maps is a row without a
// reference element: with the statement where a row says that there is no
// counterpart, with "not reviewed" where nobody looked.  Reference elements
// without counterpart have no place in the format.

#ifndef MAPPER_REPORT_OLIR_H_
#define MAPPER_REPORT_OLIR_H_

#include <string>
#include <utility>
#include <vector>

#include "mapper/report/pair_rows.h"
#include "mapper/report/records.h"

namespace mapper {

// The sheet "Relationships": machine names are the template's column names.
// `version` is that of the catalogue's data.
Records OlirRecords(const CrosswalkView& view, const View& words);

// The sheet "General Information": field and value.  What only a submitter can
// say (point of contact, addresses) is empty.
std::vector<std::pair<std::string, std::string>> OlirGeneralInformation(
    const CrosswalkView& view, const std::string& version);

}  // namespace mapper

#endif  // MAPPER_REPORT_OLIR_H_
