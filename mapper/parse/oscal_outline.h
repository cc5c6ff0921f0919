// What the readers of OSCAL catalogues have in common, be they JSON or XML:
// groups, controls and statement items come in, an Outline goes out.

#ifndef MAPPER_PARSE_OSCAL_OUTLINE_H_
#define MAPPER_PARSE_OSCAL_OUTLINE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/parse/catalog_outline.h"
#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/outline.h"

namespace mapper {

enum class OscalKind { kGroup, kControl, kItem };

// How ids are printed.  A control's or group's id is its label when that is the
// id but for case and marks ("ac-2.1", "AC-2(1)"), or else what its title gives
// ("GV.OC-01", or "GOVERN (GV): ..." whose rest is its text), or else its own
// id, upper case.  Files that this program wrote give the id in a prop "id" of
// its namespace (base/oscal_token.h) and any label.  An item has the id of what
// holds it and its own mark: AC-1a, AC-1a.1, AC-1a.1.(a), AC-2(3)(a).
//
// Marks: the class when it is a lower-case word ("function", "category",
// "family"); "control-enhancement" for a class that ends so, or a control
// without such a class inside a control; "subcategory" for one inside a
// category; else "group", "control", "item".
//
// Withdrawn is what has a prop status=withdrawn, or a text that begins
// "[Withdrawn"; successors are the ids that text names and the links
// "incorporated-into" and "moved-to".
class OscalOutline {
 public:
  static constexpr int kRoot = -1;

  explicit OscalOutline(FileDiagnostics& errors);

  // `parent` is kRoot or what an earlier Add returned.  `oscal_class` and
  // `title` may be empty.  An entry with an empty id is left out (the reader
  // has reported it), unless it is an item, which needs none.
  int Add(OscalKind kind, int parent, std::size_t offset, std::string_view id,
          std::string_view oscal_class, std::string_view title);
  void AddProp(int entry, std::string_view name, std::string_view value,
               std::string_view oscal_class, std::string_view ns = {});
  void AddLink(int entry, std::string_view rel, std::string_view href);
  // Wording: the prose of a statement, an item or an overview.
  void AddText(int entry, std::string_view text);
  void CountStatement() { ++statements_; }

  // As CatalogOutline::Finish, and then the count of "statement" parts, which
  // make no control of their own.  A group that repeats an earlier one and
  // holds nothing is left out.
  Outline Finish();

 private:
  struct Entry {
    OscalKind kind = OscalKind::kGroup;
    int parent = kRoot;
    std::size_t offset = 0;
    std::string id;
    std::string oscal_class;
    std::string title;
    std::string given_id;  // by our own prop
    std::string label;
    int label_rank = -1;
    std::string text;
    std::size_t children = 0;
    std::size_t items = 0;  // numbered so far
    bool withdrawn = false;
    std::vector<std::string> successor_ids;  // as in the file
    std::string printed_id;
    std::string mark;
    bool emitted = false;  // as a control of its own
    int place = kRoot;     // of it, or of what takes its children
  };

  void PrintHeading(Entry& entry);
  void PrintItem(Entry& entry);
  std::string Mark(const Entry& entry) const;
  const Entry* Parent(const Entry& entry) const;
  static bool RepeatsInVain(const Entry& entry, CatalogOutline& outline);
  void Place(Entry& entry, CatalogOutline& outline);

  FileDiagnostics& errors_;
  std::vector<Entry> entries_;
  std::size_t statements_ = 0;
};

// Parts of these names carry the wording of a control or group.
bool IsWordingPart(std::string_view name);

}  // namespace mapper

#endif  // MAPPER_PARSE_OSCAL_OUTLINE_H_
