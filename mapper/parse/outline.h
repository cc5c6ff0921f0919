// What a published document was read as: its controls in document order, with
// the place of each.  The readers of parse/ all return this shape.

#ifndef MAPPER_PARSE_OUTLINE_H_
#define MAPPER_PARSE_OUTLINE_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace mapper {

struct OutlineControl {
  std::string id;     // in the scheme of controls.tsv
  std::string label;  // the mark as printed
  std::string mark;   // name of the mark: "第n条", "subcategory", ...
  std::string title;  // heading, or "" for an item that is only a sentence
  std::string text;   // wording below the mark, lines joined
  int parent = -1;    // place in Outline::controls; always less than its own
  int depth = 1;      // 1 at the top
  std::size_t line = 0;
  std::size_t page = 0;  // 0: the document has no pages
  bool withdrawn = false;
  std::vector<std::string> successors;  // ids that took its place
  bool below_catalogue = false;  // deeper than the catalogue goes: kept, and
                                 // never "missing" from it
};

struct Outline {
  std::vector<OutlineControl> controls;
  // Mark and how often it made a control, in the order of the outline spec.
  std::vector<std::pair<std::string, std::size_t>> counts;

  // Of the document, set by ReadDocument.
  std::string kind;       // pdf text html oscal-json oscal-xml cprt-json
  std::size_t pages = 0;  // 0: it has none
  std::size_t lines = 0;  // of its text
};

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_H_
