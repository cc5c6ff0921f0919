// The tab-separated tables of frameworks/ and crosswalks/: a header of
// comments, one of which names the columns, then one record a line.

#ifndef MAPPER_PARSE_TABLE_H_
#define MAPPER_PARSE_TABLE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/base/limits.h"

namespace mapper {

struct TableRow {
  std::size_t line = 0;
  std::string_view text;
  std::vector<std::string_view> cells;  // as many as there are columns
};

struct TableLimits {
  std::size_t bytes = limits::kTableBytes;
  std::size_t rows = limits::kTableRows;
  std::size_t line = limits::kTableLine;  // bytes
};

// Owns the text; rows and comments point into it.
class Table {
 public:
  // Reads `text` (the bytes of `file`).  Reports, each with its place:
  // bytes that are not UTF-8, CR LF, a missing or different column line, a
  // wrong number of columns, an empty cell, spaces around a cell.  Rows with
  // the wrong number of columns are left out.  Past a limit [table-size] is
  // reported and reading ends.
  Table(std::string file, std::string text,
        const std::vector<std::string>& columns, Diagnostics& diagnostics,
        const TableLimits& limits = {});
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  const std::string& file() const { return file_; }
  const std::vector<TableRow>& rows() const { return rows_; }
  // Comment lines without "#" and the space after it, with their line numbers.
  const std::vector<std::pair<std::size_t, std::string_view>>& comments()
      const {
    return comments_;
  }

  SourceLocation Place(const TableRow& row, std::size_t cell) const;
  void Error(Diagnostics& diagnostics, const char* id, const TableRow& row,
             std::size_t cell, const std::string& message) const;

 private:
  void ReadRow(std::string_view line, std::size_t number, std::size_t columns,
               Diagnostics& diagnostics);

  std::string file_;
  std::string text_;
  std::vector<TableRow> rows_;
  std::vector<std::pair<std::size_t, std::string_view>> comments_;
};

// The day in the line "Made by:" of the header comment, ISO, or "".
std::string MadeOn(const Table& table);

// "" for "-", else the cell without the guard of base/guard.h.
std::string CellText(std::string_view cell);

// `word` looked up in a closed vocabulary of model/words.h; reports
// [unknown-word] with the nearest known one.
template <typename Vocabulary, typename Value>
bool ReadWord(const Table& table, const TableRow& row, std::size_t cell,
              const Vocabulary& vocabulary, const char* what, Value& value,
              Diagnostics& diagnostics);

}  // namespace mapper

#include "mapper/parse/table_inl.h"

#endif  // MAPPER_PARSE_TABLE_H_
