// Problems found in the user's input, each with the place it was found.
//
// Bad input is data, not an exception: a parser reports to a Diagnostics sink
// and goes on to the next record, so one run shows every problem in a file.

#ifndef MAPPER_BASE_DIAGNOSTIC_H_
#define MAPPER_BASE_DIAGNOSTIC_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mapper/base/limits.h"

namespace mapper {

// Where in an input file; line and column are 1-based, and the column counts
// code points, not bytes.  Line 0 means the file as a whole.
struct SourceLocation {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

enum class Severity { kNote, kWarning, kError };

// "note", "warning" or "error": the word printed and written to JSON.
const char* ToString(Severity severity);

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string id;  // stable and documented in docs/diagnostics.md
  SourceLocation where;
  std::string message;
  std::string source_line;  // shown with a caret; may be empty
};

// "file:line:col: error: message [id]", then the source line and a caret that
// stands under the column as a terminal shows it (East Asian characters take
// two cells).  A long line is cut around the column.  Control characters and
// bidirectional marks of the source are shown as U+XXXX, never sent on.
std::string ToString(const Diagnostic& diagnostic);

class Diagnostics {
 public:
  void Add(Diagnostic diagnostic);
  // One line of the source is kept with at most kLinesKept reports that follow
  // each other; those after them have their place and message alone, so that a
  // long line full of errors does not fill the memory.
  static constexpr std::size_t kLinesKept = 20;
  // Of one file and one severity limits::kProblems reports are kept, then one
  // [too-many-problems]; those after it are counted alone.
  void Error(std::string id, SourceLocation where, std::string message,
             std::string_view source_line = {});
  void Warning(std::string id, SourceLocation where, std::string message,
               std::string_view source_line = {});
  void Note(std::string id, SourceLocation where, std::string message,
            std::string_view source_line = {});

  bool has_errors() const { return error_count_ != 0; }
  std::size_t error_count() const { return error_count_; }
  std::size_t warning_count() const { return warning_count_; }
  // Whether a nearest word is worth looking for: not where all is wrong.
  bool may_suggest() const { return error_count_ < limits::kSuggestions; }
  bool empty() const { return all_.empty(); }
  const std::vector<Diagnostic>& all() const { return all_; }

  // Orders by file, line, column and id, so that output does not depend on the
  // order in which files were read.
  void Sort();

 private:
  void Report(Severity severity, std::string id, SourceLocation where,
              std::string message, std::string_view source_line);

  std::vector<Diagnostic> all_;
  std::map<std::pair<std::string, Severity>, std::size_t> counts_;
  std::size_t same_line_ = 0;  // reports in a row that speak of one line
  std::size_t error_count_ = 0;
  std::size_t warning_count_ = 0;
};

}  // namespace mapper

#endif  // MAPPER_BASE_DIAGNOSTIC_H_
