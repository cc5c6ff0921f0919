// Outlines and diagnostics as text, for tables of cases.

#ifndef TESTS_MAPPER_PARSE_OUTLINE_TEXT_H_
#define TESTS_MAPPER_PARSE_OUTLINE_TEXT_H_

#include <cstddef>
#include <string>

#include "mapper/base/diagnostic.h"
#include "mapper/base/text.h"
#include "mapper/parse/outline.h"

namespace mapper {

// "line:col: [id] message" a line; warnings begin "warning ".
inline std::string DumpDiagnostics(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity != Severity::kError) {
      out += ToString(d.severity);
      out += ' ';
    }
    out += std::to_string(d.where.line) + ':' + std::to_string(d.where.column) +
           ": [" + d.id + "] " + d.message + '\n';
  }
  return out;
}

// "line id mark parent 'title' text" a line, and "-> successors" of withdrawn
// ones.
inline std::string DumpControls(const Outline& outline) {
  std::string out;
  for (const OutlineControl& control : outline.controls) {
    out += std::to_string(control.line) + ' ' + control.id + ' ' +
           control.mark + ' ';
    out += control.parent < 0
               ? "-"
               : outline.controls[static_cast<std::size_t>(control.parent)].id;
    out += " '" + control.title + "' " + control.text;
    if (control.below_catalogue) out += " (below)";
    if (control.withdrawn) out += " -> " + Join(control.successors, ",");
    out += '\n';
  }
  return out;
}

// "mark=count mark=count".
inline std::string DumpCounts(const Outline& outline) {
  std::string out;
  for (const auto& [mark, count] : outline.counts) {
    if (!out.empty()) out += ' ';
    out += mark + '=' + std::to_string(count);
  }
  return out;
}

// What every outline promises: parents come first, depths follow them.
inline bool IsTree(const Outline& outline) {
  for (std::size_t i = 0; i < outline.controls.size(); ++i) {
    const OutlineControl& control = outline.controls[i];
    if (control.parent >= static_cast<int>(i) || control.parent < -1) {
      return false;
    }
    const int above =
        control.parent < 0
            ? 0
            : outline.controls[static_cast<std::size_t>(control.parent)].depth;
    if (control.depth != above + 1) return false;
  }
  return true;
}

}  // namespace mapper

#endif  // TESTS_MAPPER_PARSE_OUTLINE_TEXT_H_
