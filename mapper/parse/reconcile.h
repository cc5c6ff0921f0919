// Holds the outline of an official document against the catalogue of its
// framework: what is the same, what stands on one side only, and where.

#ifndef MAPPER_PARSE_RECONCILE_H_
#define MAPPER_PARSE_RECONCILE_H_

#include <cstddef>
#include <vector>

#include "mapper/model/document.h"
#include "mapper/model/framework.h"
#include "mapper/parse/outline.h"

namespace mapper {

// What became of one control of the outline.
struct ItemMatch {
  int control = -1;  // place in Framework::controls
  ItemBasis basis = ItemBasis::kNone;
  bool heading_differs = false;
  bool order_differs = false;
  // Withdrawn, or deeper than the catalogue goes, and not in it: never missing
  // from it.
  bool beyond = false;
};

// Each control of the outline is matched, only in the document, or beyond;
// each of the catalogue is matched, only in the catalogue, or elsewhere.
struct Reconciliation {
  std::vector<ItemMatch> items;        // of Outline::controls
  std::vector<int> only_in_catalogue;  // places in Framework::controls
  std::size_t matched = 0;
  std::size_t by_id = 0;  // these three add up to `matched`
  std::size_t by_heading = 0;
  std::size_t by_position = 0;
  std::size_t only_in_document = 0;
  std::size_t heading_differs = 0;
  std::size_t order_differs = 0;
  std::size_t beyond = 0;
  std::size_t elsewhere = 0;  // of another document of the framework
};

// Matches one to one: by id, where a first paragraph that is not printed
// matches the article; then by heading below what is matched, where both sides
// have it once; then by position, where between the same matched neighbours
// both sides have equally many that are left.  Where a framework is made of
// several documents, only those controls of the catalogue are looked for whose
// ids begin like some of this one's.  Out of order is what does not belong to
// the longest run that stands in the order of the catalogue.
Reconciliation Reconcile(const Outline& outline, const Framework& framework);

}  // namespace mapper

#endif  // MAPPER_PARSE_RECONCILE_H_
