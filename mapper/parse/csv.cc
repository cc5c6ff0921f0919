#include "mapper/parse/csv.h"

#include <algorithm>
#include <utility>

#include "mapper/base/encoding.h"
#include "mapper/base/guard.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

class Reader {
 public:
  Reader(const std::string& file, std::string_view text,
         Diagnostics& diagnostics, std::size_t most_cells)
      : file_(file),
        text_(text),
        diagnostics_(diagnostics),
        most_cells_(most_cells) {}

  std::vector<CsvRow> Run() {
    while (at_ < text_.size()) {
      CsvRow row;
      row.push_back(ReadCell());
      while (at_ < text_.size() && text_[at_] == ',') {
        Advance();
        row.push_back(ReadCell());
        if (++cells_ > most_cells_) break;
      }
      if (++cells_ > most_cells_) {
        diagnostics_.Error(
            "csv-size", {file_, line_, column_},
            "more than " + std::to_string(most_cells_) + " cells");
        break;
      }
      if (at_ < text_.size()) Advance();  // the line feed
      // Spreadsheets pad a sheet with rows of nothing but commas.
      const bool empty =
          std::all_of(row.begin(), row.end(),
                      [](const CsvCell& cell) { return cell.text.empty(); });
      if (!empty) rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  void Advance() {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80U) {
      ++column_;
    }
    ++at_;
  }

  CsvCell ReadCell() {
    CsvCell cell{{}, line_, column_};
    if (at_ < text_.size() && text_[at_] == '"') {
      ReadQuoted(cell);
    } else {
      while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
        cell.text += text_[at_];
        Advance();
      }
    }
    cell.text = StripGuard(cell.text);
    return cell;
  }

  void ReadQuoted(CsvCell& cell) {
    Advance();
    while (at_ < text_.size()) {
      if (text_[at_] == '"') {
        Advance();
        if (at_ >= text_.size() || text_[at_] != '"') {
          SkipAfterQuote();
          return;
        }
      }
      cell.text += text_[at_];
      Advance();
    }
    diagnostics_.Error("csv-quote", {file_, cell.line, cell.column},
                       "a quote that is never closed");
  }

  void SkipAfterQuote() {
    bool said = false;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
      if (!said) {
        diagnostics_.Error("csv-quote", {file_, line_, column_},
                           "text after the closing quote");
        said = true;
      }
      Advance();
    }
  }

  const std::string& file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t most_cells_;
  std::size_t cells_ = 0;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> ReadCsv(const std::string& file, std::string_view bytes,
                            Diagnostics& diagnostics, const CsvLimits& limits) {
  if (bytes.size() > limits.bytes) {
    diagnostics.Error(
        "csv-size", {file, 0, 0},
        "more than " + std::to_string(limits.bytes) + " bytes of CSV");
    return {};
  }
  const std::string text = DecodeText(file, bytes, diagnostics);
  return Reader(file, text, diagnostics, limits.cells).Run();
}

}  // namespace mapper
