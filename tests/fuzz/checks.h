// What every fuzz target checks of a reader beside that it does not crash.

#ifndef TESTS_FUZZ_CHECKS_H_
#define TESTS_FUZZ_CHECKS_H_

#include <stdexcept>
#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/model/crosswalk.h"
#include "mapper/model/dataset.h"
#include "mapper/parse/imported_crosswalk.h"
#include "mapper/parse/outline.h"

namespace fuzz {

class CheckFailure : public std::logic_error {
 public:
  explicit CheckFailure(const std::string& what) : std::logic_error(what) {}
};

inline void Require(bool holds, const std::string& what) {
  if (!holds) throw CheckFailure(what);
}

// Each report has an id and a message, the place of one is inside `text` (line
// 0 is the file as a whole), and what is printed holds no control character.
void CheckReports(const mapper::Diagnostics& diagnostics,
                  std::string_view text);

// The same where places are no lines: cells of a sheet, numbers of records.
void CheckReports(const mapper::Diagnostics& diagnostics);

// Parents come before their children, depths follow, lines are in the text,
// ids are unique; and what is written as a catalogue (import --new) is read
// back without errors as the same controls, unless an id is wrong already
// for tables (`any_ids`).
void CheckOutline(const mapper::Outline& outline, std::size_t lines);

// alpha: A1 (A1.1, A1.2), A2; beta: B1, B2, B3 (B3a); later: nothing yet.
const mapper::Dataset& SmallWorld();

// The rows put in order are written as a table, which is read back without
// errors as the same rows.
void CheckImported(const mapper::ImportedCrosswalk& imported);

}  // namespace fuzz

#endif  // TESTS_FUZZ_CHECKS_H_
