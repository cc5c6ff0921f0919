// NIST's own mapping of CSF 2.0 to SP 800-53 and the official texts of both, as
// far as the shared folder holds them.

#ifndef TESTS_EVAL_SUGGEST_REFERENCE_H_
#define TESTS_EVAL_SUGGEST_REFERENCE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/dataset.h"
#include "tests/eval/suggest_measure.h"

namespace mapper {

struct Reference {
  Dataset data;  // 0: CSF 2.0; 1: the controls of SP 800-53, without items
  WordingMap wording;
  std::vector<Query> queries;  // subcategories with a control that is there
  std::size_t listed = 0;      // pairs in the mapping
  std::size_t pairs = 0;       // of them, with both ends
};

// False when a file is not there.
bool ReadReference(const std::string& shared, Reference& reference);

}  // namespace mapper

#endif  // TESTS_EVAL_SUGGEST_REFERENCE_H_
