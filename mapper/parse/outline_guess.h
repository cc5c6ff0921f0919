// Proposes the `[outline]` of a document from the marks that its lines begin
// with: which of them make lists, which list stands inside which, and where
// the headings are.  A proposal for a person to read, with counts and examples.
//
// Forms whose numbers go on (1 2 3, 1.1 1.2 2.1) are kept.  A form is above
// another when the other begins anew after it.  The order, and what is left
// out, is then changed step by step as long as the outline reader finds more
// controls with fewer gaps.

#ifndef MAPPER_PARSE_OUTLINE_GUESS_H_
#define MAPPER_PARSE_OUTLINE_GUESS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mapper/parse/outline.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

struct SeenForm {
  MarkForm form = MarkForm::kNumber;
  std::size_t lines = 0;    // that begin with it
  std::size_t in_list = 0;  // of these: first ones, and those that go on
  std::vector<std::pair<std::size_t, std::string>> examples;  // line and text
};

struct OutlineGuess {
  // False when no numbered outline was found: `seen` says what there was.
  bool found = false;
  OutlineRules rules;
  Outline outline;             // what the proposal reads in this document
  std::size_t problems = 0;    // gaps, repeats and double ids it reports
  std::vector<SeenForm> seen;  // every form, the most frequent first
  // Labels that stand alone on many lines (【遵守事項】, （解説）): they may
  // begin text that holds no controls.
  std::vector<std::pair<std::string, std::size_t>> labels;
  std::size_t lines = 0;  // with text
  std::size_t pages = 1;
};

// `prefix` is what ids begin with, ASCII letters.
OutlineGuess GuessOutline(std::string_view utf8_text,
                          const std::string& prefix);

// The proposal as the text of a framework.toml, from "[outline]" on.
std::string WriteOutlineToml(const OutlineRules& rules);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_GUESS_H_
