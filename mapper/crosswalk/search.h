// Full-text search over everything that is loaded: labels and ids, headings,
// gists, official wording, notes of the catalogues and reasons of mappings.
//
// A query is words between blanks; a control or mapping is found when each word
// is somewhere in its texts, whole or as part of a longer word, which is how
// Japanese is searched.  Width, letter case and blanks do not count (NFKC).

#ifndef MAPPER_CROSSWALK_SEARCH_H_
#define MAPPER_CROSSWALK_SEARCH_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/dataset.h"
#include "mapper/model/search_entry.h"
#include "mapper/model/words.h"

namespace mapper {

extern const std::array<Name<SearchField>, 6> kSearchFields;

// Every text of the data, in the order of the files.
std::vector<SearchEntry> SearchEntries(const Dataset& dataset);

// The words of a query as they are compared; empty: nothing to look for.
std::vector<std::string> SearchWords(std::string_view query);

// A control or mapping that was found.
struct SearchHit {
  std::size_t subject = 0;           // place in the list ranked
  std::vector<std::size_t> entries;  // its texts with a word, best first
  double score = 0;
};

// Ranks what holds every word in any of its texts; `subjects` may hold more
// than that.  With `only` the other kinds of text do not count.  Equal scores
// stay in the order of the list.
std::vector<SearchHit> RankSearch(
    const std::vector<SearchSubject>& subjects,
    const std::vector<std::string>& words,
    std::optional<SearchField> only = std::nullopt);

// Part of a text around the first of the words it holds, at most `cells`
// terminal cells, each word between the marks; "…" where something was cut.
std::string SearchExcerpt(std::string_view text,
                          const std::vector<std::string>& words,
                          std::size_t cells, std::string_view before,
                          std::string_view after);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_SEARCH_H_
