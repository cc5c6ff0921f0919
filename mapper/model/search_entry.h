// Texts that can be searched; see crosswalk/search.h.

#ifndef MAPPER_MODEL_SEARCH_ENTRY_H_
#define MAPPER_MODEL_SEARCH_ENTRY_H_

#include <cstdint>
#include <string>
#include <vector>

namespace mapper {

// In the order of their weight in the ranking.
enum class SearchField { kLabel, kTitle, kGist, kWording, kReason, kNote };

// One text that can be found.  Everything that is shown of a hit is in it, so
// that an index answers without the data.
struct SearchEntry {
  std::string framework;
  std::string control;
  std::string target;  // "framework:control" of a mapping, else ""
  SearchField field = SearchField::kLabel;
  std::string title_ja;  // of the control
  std::string title_en;
  std::string text;
  std::string key;    // what is compared: ComparisonKey of the text
  std::string place;  // file:line
};

// What is compared of one control or mapping: enough to rank it without its
// texts.
struct SearchSubject {
  std::int64_t id = 0;  // of the index, or of the list searched
  std::string framework;
  std::string fields;  // a digit for each text: its SearchField
  std::string key;     // the keys of the texts, each with "\n" after it
};

// The entries by subject: those of one control or mapping stand together.  An
// id is the place of the first of its entries.
std::vector<SearchSubject> SearchSubjects(
    const std::vector<SearchEntry>& entries);

}  // namespace mapper

#endif  // MAPPER_MODEL_SEARCH_ENTRY_H_
