// The text of a PDF, through the program pdftotext (package poppler-utils).

#ifndef MAPPER_PARSE_PDF_TEXT_H_
#define MAPPER_PARSE_PDF_TEXT_H_

#include <chrono>
#include <cstddef>
#include <string>

#include "mapper/base/limits.h"

namespace mapper {

// Bounds on the program, so that a hostile file cannot hold us up.
struct PdfLimits {
  std::string program = "pdftotext";
  std::size_t bytes = limits::kTextBytes;  // of text
  std::chrono::milliseconds time = limits::kPdfTime;
  std::size_t memory = limits::kPdfMemory;  // address space of the program
};

// The text as UTF-8, laid out as printed, each page ended by a form feed.
//
// A program whose name has no "/" is looked for in the absolute directories of
// PATH, in their order; an empty or relative one is passed over, so that no
// program lying beside a document is run.  It is run without a shell, without
// input, with nothing of the environment but PATH, in a directory of its own
// (mode 0700, below TMPDIR or /tmp, removed afterwards) that holds a copy of
// the file under a fixed name: it never sees the name that the file has.  It is
// never left running.
//
// Throws Error when the file cannot be read, is not a PDF, when the program is
// missing or fails (with its first complaint), and, with [pdf-size] or
// [pdf-time] in its text, when it passes a limit.
std::string PdfToText(const std::string& path, const PdfLimits& limits = {});

}  // namespace mapper

#endif  // MAPPER_PARSE_PDF_TEXT_H_
