// How long suggestions take after loading.

#ifndef TESTS_EVAL_SUGGEST_SPEED_H_
#define TESTS_EVAL_SUGGEST_SPEED_H_

#include "mapper/model/dataset.h"

namespace mapper {

// Prints the milliseconds for each table's frameworks with all controls asked
// about, the least of five, and the seconds for two invented catalogues of
// 5,000 controls.
void MeasureSpeed(const Dataset& data);

}  // namespace mapper

#endif  // TESTS_EVAL_SUGGEST_SPEED_H_
