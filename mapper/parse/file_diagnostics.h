// Reports of one input file by byte offset: finds line and column, and stops
// after a number of them, so that a file wrong everywhere cannot fill memory.

#ifndef MAPPER_PARSE_FILE_DIAGNOSTICS_H_
#define MAPPER_PARSE_FILE_DIAGNOSTICS_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/base/line_index.h"

namespace mapper {

class FileDiagnostics {
 public:
  // Reports kept of one file; what comes after is one [too-many-problems].
  static constexpr std::size_t kLimit = 100;

  // `text` and `diagnostics` must outlive the object.
  FileDiagnostics(std::string file, std::string_view text,
                  Diagnostics& diagnostics);

  void Error(std::string id, std::size_t offset, std::string message);
  void Warning(std::string id, std::size_t offset, std::string message);

  SourceLocation Locate(std::size_t offset) const {
    return lines_.Locate(offset);
  }
  std::size_t LineAt(std::size_t offset) const { return lines_.LineAt(offset); }
  bool has_errors() const { return has_errors_; }

 private:
  void Add(Severity severity, std::string id, std::size_t offset,
           std::string message);

  LineIndex lines_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
  bool has_errors_ = false;
};

// The text in double quotes, cut to a length that a message can hold.
std::string Quoted(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_PARSE_FILE_DIAGNOSTICS_H_
