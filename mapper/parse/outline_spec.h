// The `[outline]` table of a framework.toml: which marks number the controls
// of a document, what is not a control, and how ids are made of the marks.
// docs/outline_format.md explains the keys to people.

#ifndef MAPPER_PARSE_OUTLINE_SPEC_H_
#define MAPPER_PARSE_OUTLINE_SPEC_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/outline_mark.h"

namespace mapper {

// Where the heading of a control is printed.
enum class OutlineTitle {
  kNone,     // a sentence without heading
  kLine,     // the rest of the mark's line
  kCaption,  // （…） touching the mark, or alone on the line above it
};

struct OutlineMark {
  std::string name;
  std::vector<MarkForm> forms;
  int depth = 1;
  std::vector<unsigned> first = {1};  // numbers a list may begin with; empty:
                                      // any number
  std::vector<std::string> under;     // marks it may stand under; empty: any
  bool through = false;  // numbers run on from one parent to the next,
  std::vector<std::string> restart_in;  // but begin anew in these marks
  OutlineTitle title = OutlineTitle::kNone;
  bool space = false;        // white space must follow the mark; in a block,
                             // a tab where tabs were used before
  std::optional<bool> gaps;  // missing and repeated numbers are taken; when
                             // not stated, of marks that are unmistakable
  std::string id;
};

// Patterns are compared with white space removed on both sides; "*" stands
// for any text.
struct OutlineBlock {
  std::vector<std::string> begin;        // lines
  std::vector<std::string> begin_marks;  // a control with such a label; the
                                         // control itself is kept
  std::vector<std::string> until_lines;
  std::vector<std::string> until_marks;
  bool until_heading = false;  // Markdown
};

struct OutlineRules {
  std::string prefix;
  int catalogue_depth = 0;  // 0: no limit
  bool markdown = false;
  bool page_numbers = true;        // drop them
  bool contents = true;            // drop dotted lines of a table of contents
  std::vector<std::string> skip;   // patterns of whole lines
  std::vector<std::string> strip;  // words taken off either end of a line
  std::vector<OutlineMark> marks;
  std::vector<OutlineBlock> blocks;
  // Id templates that differ from a mark's own: by "name" or "parent/name".
  std::map<std::string, std::string> ids;
  std::map<std::string, std::string> rename;  // composed id: the id to use
};

struct OutlineVariant {
  std::string name;
  std::vector<std::string> when;  // any of these in the first lines
  OutlineRules rules;             // complete: what it leaves out is filled in
};

struct OutlineSpec {
  OutlineRules rules;
  std::vector<OutlineVariant> variants;
};

// Reads the table from the text of a framework.toml.  Nothing when the file
// has no such table, or when it has errors, which are reported.
std::optional<OutlineSpec> ReadOutlineSpec(const std::string& file,
                                           std::string_view text,
                                           Diagnostics& diagnostics);

// The template for control `name` under `parent` ("" at the top).
const std::string& IdTemplate(const OutlineRules& rules,
                              const OutlineMark& mark,
                              const std::string& parent);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_SPEC_H_
