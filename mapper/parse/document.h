// Reads a published document, whatever its form, into an outline.

#ifndef MAPPER_PARSE_DOCUMENT_H_
#define MAPPER_PARSE_DOCUMENT_H_

#include <string>

#include "mapper/base/diagnostic.h"
#include "mapper/model/edition.h"
#include "mapper/model/framework.h"
#include "mapper/parse/outline.h"

namespace mapper {

// `bytes` is what `path` holds: a PDF (read through pdftotext), CPRT JSON,
// OSCAL catalogue JSON or XML, or text in any encoding of base/encoding.h.
// Outline::kind, pages and lines are set.
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

}  // namespace mapper

#endif  // MAPPER_PARSE_DOCUMENT_H_
