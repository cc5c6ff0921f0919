#include "mapper/parse/table.h"

#include <utility>

#include "mapper/base/guard.h"
#include "mapper/base/line_index.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/model/date.h"

namespace mapper {
namespace {

std::size_t CodePoints(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

}  // namespace

Table::Table(std::string file, std::string text,
             const std::vector<std::string>& columns, Diagnostics& diagnostics,
             const TableLimits& limits)
    : file_(std::move(file)), text_(std::move(text)) {
  const auto too_large = [&](std::size_t line, std::size_t most,
                             const char* what) {
    diagnostics.Error("table-size", {file_, line, line == 0 ? 0U : 1U},
                      "more than " + std::to_string(most) + what);
  };
  if (text_.size() > limits.bytes) {
    too_large(0, limits.bytes, " bytes in a table");
    return;
  }
  const std::size_t bad = FindInvalidUtf8(text_);
  if (bad != std::string::npos) {
    const LineIndex index(file_, text_);
    diagnostics.Error("encoding-invalid", index.Locate(bad),
                      "not UTF-8: tables are UTF-8 without byte order mark");
    return;
  }
  std::string_view rest = text_;
  if (StartsWith(rest, "\xEF\xBB\xBF")) {
    diagnostics.Error("table-bom", {file_, 1, 1},
                      "a byte order mark: tables are UTF-8 without one");
    rest.remove_prefix(3);
  }
  const std::string wanted = "#" + Join(columns, "\t");
  bool has_columns = false;
  std::size_t number = 0;
  while (!rest.empty()) {
    ++number;
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view()
                                         : rest.substr(end + 1);
    if (line.size() > limits.line) {
      too_large(number, limits.line, " bytes in a line");
      return;
    }
    if (rows_.size() >= limits.rows && !line.empty() && line[0] != '#') {
      too_large(number, limits.rows, " rows in a table");
      return;
    }
    if (EndsWith(line, "\r")) {
      diagnostics.Error("table-line-end", {file_, number, CodePoints(line)},
                        "a carriage return: tables end lines with LF alone");
      line.remove_suffix(1);
    }
    if (line.empty()) {
      diagnostics.Error("table-empty-line", {file_, number, 1},
                        "an empty line");
      continue;
    }
    if (line[0] == '#') {
      if (line == wanted) {
        has_columns = true;
      } else if (line.find('\t') != std::string_view::npos && rows_.empty() &&
                 !has_columns) {
        diagnostics.Error("table-columns", {file_, number, 1},
                          "expected the columns " + Join(columns, " "), line);
        has_columns = true;  // said once
      } else {
        std::string_view comment = line.substr(1);
        if (StartsWith(comment, " ")) comment.remove_prefix(1);
        comments_.emplace_back(number, comment);
      }
      continue;
    }
    if (!has_columns) {
      diagnostics.Error("table-columns", {file_, number, 1},
                        "expected a line '#" + Join(columns, " ") +
                            "' (tabs between) before the first row");
      has_columns = true;
    }
    ReadRow(line, number, columns.size(), diagnostics);
  }
  if (!has_columns) {
    diagnostics.Error("table-columns", {file_, number == 0 ? 1 : number, 1},
                      "no line '#" + Join(columns, " ") + "' (tabs between)");
  }
}

void Table::ReadRow(std::string_view line, std::size_t number,
                    std::size_t columns, Diagnostics& diagnostics) {
  TableRow row{number, line, Split(line, '\t')};
  if (row.cells.size() != columns) {
    diagnostics.Error("table-width", {file_, number, 1},
                      "expected " + std::to_string(columns) + " columns, got " +
                          std::to_string(row.cells.size()),
                      line);
    return;
  }
  for (std::size_t i = 0; i < columns; ++i) {
    if (row.cells[i].empty()) {
      Error(diagnostics, "table-empty-cell", row, i,
            "an empty cell; write '-' where there is nothing");
    } else if (Trim(row.cells[i]) != row.cells[i]) {
      Error(diagnostics, "table-space", row, i, "spaces around a cell");
    }
  }
  rows_.push_back(std::move(row));
}

SourceLocation Table::Place(const TableRow& row, std::size_t cell) const {
  const auto offset =
      static_cast<std::size_t>(row.cells[cell].data() - row.text.data());
  return {file_, row.line, CodePoints(row.text.substr(0, offset)) + 1};
}

void Table::Error(Diagnostics& diagnostics, const char* id, const TableRow& row,
                  std::size_t cell, const std::string& message) const {
  diagnostics.Error(id, Place(row, cell), message, row.text);
}

std::string MadeOn(const Table& table) {
  constexpr std::size_t kDateSize = 10;
  for (const auto& [line, comment] : table.comments()) {
    if (!StartsWith(comment, "Made by:")) continue;
    for (std::size_t i = 0; i + kDateSize <= comment.size(); ++i) {
      const std::string_view day = comment.substr(i, kDateSize);
      if (ParseDate(day)) return std::string(day);
    }
  }
  return {};
}

std::string CellText(std::string_view cell) {
  return cell == "-" ? std::string() : StripGuard(cell);
}

std::string UnknownWord(const char* what, std::string_view word,
                        const std::vector<std::string>& known) {
  std::string message =
      std::string("unknown ") + what + " '" + std::string(word) + "'";
  const std::string nearest = Nearest(word, known);
  if (!nearest.empty()) return message + "; did you mean '" + nearest + "'?";
  if (known.size() <= 8) message += "; known: " + Join(known, " ");
  return message;
}

}  // namespace mapper
