// What lines of a document begin with, for people: shown when no numbered
// outline was found.

#ifndef CLI_OUTLINE_SEEN_H_
#define CLI_OUTLINE_SEEN_H_

#include <string>

#include "cli/session.h"
#include "mapper/parse/outline_guess.h"

namespace cli {

// A row for each form of mark, with counts and examples.
std::string SeenTable(const Session& session,
                      const mapper::OutlineGuess& guess);

// That nothing was found, and what there is instead.
std::string NothingFound(const Session& session,
                         const mapper::OutlineGuess& guess);

}  // namespace cli

#endif  // CLI_OUTLINE_SEEN_H_
