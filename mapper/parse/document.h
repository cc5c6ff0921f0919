// Reads a published document, whatever its form, into an outline, and holds it
// against the catalogue.

#ifndef MAPPER_PARSE_DOCUMENT_H_
#define MAPPER_PARSE_DOCUMENT_H_

#include <string>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/model/edition.h"
#include "mapper/model/framework.h"
#include "mapper/parse/outline.h"

namespace mapper {

// `bytes` is what `path` holds: a PDF (read through pdftotext), CPRT JSON,
// OSCAL catalogue JSON or XML, or text in any encoding of base/encoding.h.
// PDF and text need the [outline] of the framework, [import-no-outline].
// Throws Error where pdftotext fails.
Outline ReadDocument(const std::string& path, const std::string& bytes,
                     const Framework& framework, Diagnostics& diagnostics);

// The text of a PDF or of a text in any encoding; JSON and XML as they stand.
// Throws Error where pdftotext fails.
std::string ReadDocumentText(const std::string& path, const std::string& bytes,
                             Diagnostics& diagnostics);

// The outline as an edition to compare: its controls as deep as the catalogue
// goes, with the official wording.
Edition EditionOf(const std::string& path, const Outline& outline);

// A control that stands on one side only, or under two headings.
struct Difference {
  std::string id;
  std::size_t document_line = 0;   // 0: not in the document
  std::size_t catalogue_line = 0;  // 0: not in the catalogue
  std::string document_title;
  std::string catalogue_title;
};

struct Reconciliation {
  std::size_t matched = 0;
  std::vector<Difference> only_in_document;
  std::vector<Difference> only_in_catalogue;
  std::vector<Difference> heading_differs;
};

// Matches by id; a first paragraph that is not printed matches the article.
// Withdrawn controls and those deeper than the catalogue goes are never
// missing from it.  Where a framework is made of several documents, only those
// controls of the catalogue are looked for whose ids begin like this one's.
Reconciliation Reconcile(const Outline& outline, const Framework& framework);

}  // namespace mapper

#endif  // MAPPER_PARSE_DOCUMENT_H_
