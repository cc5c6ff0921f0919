// One edition of a document as a list of items, whatever it was read from: a
// catalogue of ours or a published document.  What editions are compared by.

#ifndef MAPPER_MODEL_EDITION_H_
#define MAPPER_MODEL_EDITION_H_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "mapper/model/framework.h"
#include "mapper/model/language.h"

namespace mapper {

// Texts by Language; "" where there is none in that language.
using Texts = std::array<std::string, 2>;

inline std::size_t SlotOf(Language language) {
  return language == Language::kJa ? 0 : 1;
}

struct EditionItem {
  std::string id;
  std::string label;
  Texts titles;
  Texts texts;             // gists, or the official wording
  int parent = -1;         // place in Edition::items, less than its own
  std::size_t line = 0;    // in Edition::file
  bool withdrawn = false;  // kept in the document, no longer in force
  std::vector<std::string> successors;  // ids that the document names
};

struct Edition {
  std::string name;  // framework id, or the name of the file
  std::string file;
  bool official = false;  // texts are the official wording, not our gists
  std::vector<EditionItem> items;  // document order

  // Place of the item with this id, or -1.
  int Find(const std::string& id) const;
};

Edition EditionOf(const Framework& framework);

// The slot that a text belongs to: Japanese when it holds kana or kanji.
Language LanguageOf(const std::string& text);

}  // namespace mapper

#endif  // MAPPER_MODEL_EDITION_H_
