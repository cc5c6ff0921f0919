// One line a diagnostic, so that a case of a test is one row.

#ifndef TESTS_MAPPER_DUMP_H_
#define TESTS_MAPPER_DUMP_H_

#include <string>

#include "mapper/base/diagnostic.h"

namespace mapper {

// "line:col id message\n" for each, in order of report; warnings and notes are
// marked.
inline std::string Dump(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += std::to_string(d.where.line) + ':' + std::to_string(d.where.column) +
           ' ' + d.id + ' ' + d.message;
    if (d.severity != Severity::kError) {
      out += std::string(" (") + ToString(d.severity) + ')';
    }
    out += '\n';
  }
  return out;
}

inline std::string Repeat(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace mapper

#endif  // TESTS_MAPPER_DUMP_H_
