// The search index of a workspace (FTS5, trigrams): finds the controls and
// mappings whose texts hold given words, without reading the data again.

#ifndef MAPPER_STORE_SEARCH_INDEX_H_
#define MAPPER_STORE_SEARCH_INDEX_H_

#include <string>
#include <vector>

#include "mapper/model/search_entry.h"
#include "mapper/store/workspace.h"

namespace mapper {

class SearchIndex {
 public:
  // The workspace must outlive the index.
  explicit SearchIndex(Workspace& workspace) : workspace_(workspace) {}

  // What the index was made of, in the words of whoever made it; "" when there
  // is none.
  std::string Signature();

  // Makes the index anew; other processes see the old one or the new one.
  // Entries of one control or mapping stand together.
  void Rebuild(const std::vector<SearchEntry>& entries,
               const std::string& signature);

  // The controls and mappings that may hold all of the words (in the form of
  // their keys), in the order in which they were given.  Words of three
  // characters and more are looked up by their trigrams, wherever these stand;
  // shorter ones are looked for in every text.  Throws Error when what is stored
  // does not fit together.
  std::vector<SearchSubject> Find(const std::vector<std::string>& words);

  // The texts of a subject, in the order in which they were given; without
  // their keys.  Throws Error as above.
  std::vector<SearchEntry> Entries(const SearchSubject& subject);

 private:
  Workspace& workspace_;
};

}  // namespace mapper

#endif  // MAPPER_STORE_SEARCH_INDEX_H_
