#include "mapper/base/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

constexpr std::size_t kContextCells = 76;  // of a source line that is shown

// The source line and the caret under code point `column`.
std::string Excerpt(std::string_view line, std::size_t column) {
  struct Piece {
    std::string text;
    std::size_t width;
    // Of the room on the line: marks without width take some, lest a line of
    // nothing else be sent on whole.
    std::size_t room() const { return std::max<std::size_t>(1, width); }
  };
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < line.size();) {
    const Utf8Char c = DecodeUtf8(line, i);
    Piece piece;
    piece.text = c.value == '\t' ? " " : Visible(line.substr(i, c.length));
    piece.width = DisplayWidth(piece.text);
    pieces.push_back(std::move(piece));
    i += c.length;
  }
  const std::size_t at = std::min(column == 0 ? 0 : column - 1, pieces.size());
  std::size_t first = at;
  std::size_t before = 0;
  std::size_t used = 0;
  while (first > 0 && used + pieces[first - 1].room() <= kContextCells / 2) {
    --first;
    before += pieces[first].width;
    used += pieces[first].room();
  }
  std::string out = first > 0 ? "..." : "";
  const std::string indent(before + out.size(), ' ');
  std::size_t last = first;
  for (used = 0;
       last < pieces.size() && used + pieces[last].room() <= kContextCells;
       ++last) {
    used += pieces[last].room();
    out += pieces[last].text;
  }
  if (last < pieces.size()) out += "...";
  return out + '\n' + indent + "^\n";
}

}  // namespace

const char* ToString(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

std::string ToString(const Diagnostic& d) {
  std::string out = Visible(d.where.file);
  if (d.where.line != 0) {
    out += ':' + std::to_string(d.where.line) + ':' +
           std::to_string(d.where.column);
  }
  out += std::string(": ") + ToString(d.severity) + ": " + Visible(d.message) +
         " [" + d.id + "]\n";
  if (!d.source_line.empty()) out += Excerpt(d.source_line, d.where.column);
  return out;
}

void Diagnostics::Add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::kError) ++error_count_;
  if (diagnostic.severity == Severity::kWarning) ++warning_count_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::Report(Severity severity, std::string id,
                         SourceLocation where, std::string message,
                         std::string_view source_line) {
  const bool same = !all_.empty() && all_.back().where.line == where.line &&
                    all_.back().where.file == where.file;
  same_line_ = same ? same_line_ + 1 : 0;
  const std::size_t count = ++counts_[{where.file, severity}];
  if (count > limits::kProblems + 1) {
    if (severity == Severity::kError) ++error_count_;
    if (severity == Severity::kWarning) ++warning_count_;
    return;
  }
  if (count > limits::kProblems) {
    id = "too-many-problems";
    message = "more than " + std::to_string(limits::kProblems) + " " +
              ToString(severity) + "s in this file; the rest is not shown";
    source_line = {};
  }
  if (same_line_ >= kLinesKept) source_line = {};
  Add({severity, std::move(id), std::move(where), std::move(message),
       std::string(source_line)});
}

void Diagnostics::Error(std::string id, SourceLocation where,
                        std::string message, std::string_view source_line) {
  Report(Severity::kError, std::move(id), std::move(where), std::move(message),
         source_line);
}

void Diagnostics::Warning(std::string id, SourceLocation where,
                          std::string message, std::string_view source_line) {
  Report(Severity::kWarning, std::move(id), std::move(where),
         std::move(message), source_line);
}

void Diagnostics::Note(std::string id, SourceLocation where,
                       std::string message, std::string_view source_line) {
  Report(Severity::kNote, std::move(id), std::move(where), std::move(message),
         source_line);
}

void Diagnostics::Sort() {
  std::stable_sort(
      all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.where.file, a.where.line, a.where.column, a.id) <
               std::tie(b.where.file, b.where.line, b.where.column, b.id);
      });
}

}  // namespace mapper
