// An official document as it was imported: what the user adds beside the
// catalogue, kept in the workspace.

#ifndef MAPPER_MODEL_DOCUMENT_H_
#define MAPPER_MODEL_DOCUMENT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mapper/model/words.h"

namespace mapper {

// By what an item of a document was found to be a control of the catalogue.
enum class ItemBasis { kNone, kId, kHeading, kPosition };

extern const std::array<Name<ItemBasis>, 4> kItemBases;

// One numbered item of a document, with its wording.
struct DocumentItem {
  int parent = -1;  // place in the list; always less than its own
  int depth = 1;
  std::string id;  // as composed from the marks
  std::string label;
  std::string mark;
  std::string title;
  std::string text;
  std::size_t line = 0;  // 0: not known
  std::size_t page = 0;  // 0: the document has no pages
  bool withdrawn = false;
  std::string control;  // id in the catalogue, or ""
  ItemBasis basis = ItemBasis::kNone;
};

struct Document {
  std::int64_t id = 0;  // in the workspace; given when it is stored
  std::string framework;
  std::string file;  // its name, without directories
  std::string sha256;
  std::string kind;         // pdf text html oscal-json oscal-xml cprt-json
  std::size_t pages = 0;    // 0: it has none
  std::size_t lines = 0;    // of its text
  std::string imported_at;  // UTC, 2026-11-22T01:02:03Z
};

// The official wording of one control: its own item, and those below it that
// are no controls of the catalogue.
struct Wording {
  std::string framework;
  std::string control;
  std::size_t document = 0;  // place in the list of documents
  std::vector<DocumentItem> items;

  // "label title" and the text, a line for each item; the heading of the
  // control itself is left out.
  std::string text() const;
};

// The place of an item for people: "p. 3, line 120" without the words, as
// "3:120", or "120" where there are no pages.
std::string PlaceOf(std::size_t page, std::size_t line);

}  // namespace mapper

#endif  // MAPPER_MODEL_DOCUMENT_H_
