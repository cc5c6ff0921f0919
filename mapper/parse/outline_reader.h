// Reads the outline of a numbered official document: the controls that its
// marks number, in document order.  What marks there are, and what is not a
// control, is said by the OutlineSpec.
//
// A mark counts when it continues its list: the next number, or a first one
// at a deeper level.  Unmistakable marks (第n条, decorated Markdown) also count
// where numbers are missing or repeated, which is reported as [outline-gap]
// or [outline-repeat].  Other lines belong to the text of the control above.
//
// A document that says one of kPrintedIdNotes, as a line of its own before the
// first control, may have controls without a number: lines that begin with
// their id in brackets, 〔id〕.

#ifndef MAPPER_PARSE_OUTLINE_READER_H_
#define MAPPER_PARSE_OUTLINE_READER_H_

#include <array>
#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/outline.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

constexpr std::array<std::string_view, 2> kPrintedIdNotes = {
    "〔番号のない項目は、idをこの括弧に入れて始める〕",
    "〔An item without a number begins with its id in such brackets〕"};

// `utf8_text` is the document decoded (DecodeText, PdfToText); `file` names it
// in diagnostics.  The ids are unique: a second one gets the suffix "~2" and
// [outline-duplicate-id].  A document that fits no variant is
// [outline-variant]; one without any control, [outline-empty].
Outline ReadOutline(const std::string& file, std::string_view utf8_text,
                    const OutlineSpec& spec, Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_READER_H_
