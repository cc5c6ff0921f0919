// What the ids of diagnostics mean and what to do, in Japanese, a sentence or
// two each.  The messages themselves are English, since editors and scripts
// read them; docs/diagnostics.md says the same in English, with the same ids.

#ifndef CLI_DIAGNOSTIC_WORDS_H_
#define CLI_DIAGNOSTIC_WORDS_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"

namespace cli {

// "" for an id that is not known.
std::string_view JapaneseMeaning(std::string_view id);

// A line for each id that occurs, sorted: "  [id] meaning\n"; "" when none
// does.
std::string JapaneseMeanings(const mapper::Diagnostics& diagnostics);

}  // namespace cli

#endif  // CLI_DIAGNOSTIC_WORDS_H_
