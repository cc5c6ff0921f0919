#include "mapper/parse/file_diagnostics.h"

#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr std::size_t kQuotedCells = 60;
// A longer source line is not copied into the report: generated JSON is often
// one line of megabytes.
constexpr std::size_t kLongestSourceLine = 2000;

}  // namespace

FileDiagnostics::FileDiagnostics(std::string file, std::string_view text,
                                 Diagnostics& diagnostics)
    : lines_(std::move(file), text), diagnostics_(diagnostics) {}

void FileDiagnostics::Error(std::string id, std::size_t offset,
                            std::string message) {
  has_errors_ = true;
  Add(Severity::kError, std::move(id), offset, std::move(message));
}

void FileDiagnostics::Warning(std::string id, std::size_t offset,
                              std::string message) {
  Add(Severity::kWarning, std::move(id), offset, std::move(message));
}

void FileDiagnostics::Add(Severity severity, std::string id, std::size_t offset,
                          std::string message) {
  if (count_ > kLimit) return;
  if (count_++ == kLimit) {
    severity = Severity::kError;
    id = "too-many-problems";
    message = "more than " + std::to_string(kLimit) +
              " problems in this file; those from here on are not shown";
  }
  const SourceLocation where = lines_.Locate(offset);
  std::string_view line = lines_.Line(where.line);
  if (line.size() > kLongestSourceLine) line = {};
  diagnostics_.Add(
      {severity, std::move(id), where, std::move(message), std::string(line)});
}

std::string Quoted(std::string_view text) {
  // Four bytes a cell at most: never measures megabytes to show a line.
  return '"' + Truncate(text.substr(0, 4 * kQuotedCells), kQuotedCells) + '"';
}

}  // namespace mapper
