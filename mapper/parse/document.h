// Reads a published document, whatever its form, into an outline.

#ifndef MAPPER_PARSE_DOCUMENT_H_
#define MAPPER_PARSE_DOCUMENT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/base/limits.h"
#include "mapper/model/edition.h"
#include "mapper/model/framework.h"
#include "mapper/parse/outline.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

// `bytes` is what `path` holds: a PDF (read through pdftotext), HTML, CPRT
// JSON, OSCAL catalogue JSON or XML, or text in any encoding of
// base/encoding.h. Outline::kind, pages and lines are set. PDF and text need
// the [outline] of the framework, [import-no-outline]. Throws Error where
// pdftotext fails.
Outline ReadDocument(const std::string& path, const std::string& bytes,
                     const Framework& framework, Diagnostics& diagnostics);

struct TextLimits {
  std::size_t bytes = limits::kTextBytes;
  std::size_t lines = limits::kTextLines;
};

// The text of a document, and what kind it is.
struct DocumentText {
  std::string kind;  // pdf text html json xml
  std::string utf8;
  bool numbered = true;  // read by an [outline]; JSON and XML are not
  // For each line of the text its line in the file; empty: the same.
  std::vector<std::size_t> lines;
};

// JSON and XML stay as they stand; a PDF of two columns is put into reading
// order (page_columns.h).  Throws Error where pdftotext fails.
// A text past the limits is reported, [text-size], and left out.
DocumentText OpenDocument(const std::string& path, const std::string& bytes,
                          Diagnostics& diagnostics,
                          const TextLimits& limits = {});

// A numbered text by the rules of `spec`; places are those of the file.
Outline ReadNumbered(const std::string& path, const DocumentText& text,
                     const OutlineSpec& spec, Diagnostics& diagnostics);

// A JSON or XML catalogue, or what is reported as none.
Outline ReadCatalogue(const std::string& path, const DocumentText& text,
                      Diagnostics& diagnostics);

// Sets Outline::kind (unless it is set), pages and lines.
void Describe(const DocumentText& text, Outline& outline);

// OpenDocument(), the text alone.
std::string ReadDocumentText(const std::string& path, const std::string& bytes,
                             Diagnostics& diagnostics);

// The outline as an edition to compare: its controls as deep as the catalogue
// goes, with the official wording.
Edition EditionOf(const std::string& path, const Outline& outline);

}  // namespace mapper

#endif  // MAPPER_PARSE_DOCUMENT_H_
