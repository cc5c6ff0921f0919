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

  // All entries of every control or mapping that holds each of the words (in
  // the form of their keys), in the order in which they were given.  Words of
  // three characters and more are looked up, shorter ones are looked for in
  // every text.  Throws Error for a field that there is none of.
  std::vector<SearchEntry> Find(const std::vector<std::string>& words);

 private:
  Workspace& workspace_;
};

}  // namespace mapper

#endif  // MAPPER_STORE_SEARCH_INDEX_H_
