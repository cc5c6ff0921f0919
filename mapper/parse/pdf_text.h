// The text of a PDF, through the program pdftotext (package poppler-utils).

#ifndef MAPPER_PARSE_PDF_TEXT_H_
#define MAPPER_PARSE_PDF_TEXT_H_

#include <chrono>
#include <cstddef>
#include <string>

namespace mapper {

// Bounds on the program, so that a hostile file cannot hold us up.
struct PdfLimits {
  std::string program = "pdftotext";  // found on PATH
  std::size_t bytes = std::size_t{256} << 20U;
  std::chrono::milliseconds time{60000};
};

// The text as UTF-8, laid out as printed, each page ended by a form feed.  The
// program is run without a shell and without input, and is never left
// running.  Throws Error when the file cannot be read, is not a PDF, when the
// program is missing or fails (with its first complaint), or passes a limit.
std::string PdfToText(const std::string& path, const PdfLimits& limits = {});

}  // namespace mapper

#endif  // MAPPER_PARSE_PDF_TEXT_H_
