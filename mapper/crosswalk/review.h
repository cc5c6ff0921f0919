// A user's decisions about rows of crosswalks, applied to the tables.

#ifndef MAPPER_CROSSWALK_REVIEW_H_
#define MAPPER_CROSSWALK_REVIEW_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/dataset.h"

namespace mapper {

// The lower-case SHA-256 of a row as its table prints it; what a decision keeps
// of the row it was made about.
std::string RowSha256(const Dataset& dataset, const Crosswalk& table,
                      const Mapping& row);

// The row of `table` with these two sides, or -1.
int FindRow(const Crosswalk& table, const std::vector<int>& sources,
            const std::vector<int>& targets);

// What ApplyReviews() did, by Decision.
struct ReviewTotals {
  std::size_t accepted = 0;
  std::size_t rejected = 0;
  std::size_t replaced = 0;
  std::size_t added = 0;
  std::size_t recheck = 0;

  std::size_t used() const { return accepted + rejected + replaced + added; }
};

// Changes the tables of `dataset`, as shipped, by the last decision about each
// row; returns where each of `records` stands, in their order.  `records` are
// in the order in which they were recorded.
//
// A rejected row is left out; with it goes the table's claim to be complete
// when a control of it has no other row.  A replaced row gets the user's
// relation, confidence and rationale, and basis project.  An added row takes
// its place in the order of the table; a table that is not there is made.
// A decision whose row has changed since, or has come or gone, or whose
// controls are not known any more, is kRecheck and changes nothing.
std::vector<ReviewState> ApplyReviews(const std::vector<ReviewRecord>& records,
                                      Dataset& dataset, ReviewTotals& totals);

// Comment lines for a table that is written with its decisions: which table it
// was, by `program`, and who decided what, when and why.
std::vector<std::string> DecidedHeader(const Crosswalk& table,
                                       const std::string& program);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_REVIEW_H_
