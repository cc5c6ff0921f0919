#include "mapper/report/csv_writer.h"

#include "mapper/base/encoding.h"
#include "mapper/base/guard.h"

namespace mapper {
namespace {

void WriteRow(const std::vector<std::string>& cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += CsvCellText(cells[i]);
  }
  out += "\r\n";
}

}  // namespace

std::string CsvCellText(std::string_view text) {
  std::string cell = Guarded(text);
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string WriteCsv(const Records& records, const View& view,
                     const CsvOptions& options, std::string& unmappable) {
  std::string out;
  std::vector<std::string> header;
  for (const Column& column : records.columns) {
    header.emplace_back(view.machine ? column.machine
                                     : column.title.in(view.language));
  }
  WriteRow(header, out);
  for (const auto& row : records.rows) WriteRow(row, out);
  if (options.cp932) return EncodeCp932(out, unmappable);
  return options.bom ? "\xEF\xBB\xBF" + out : out;
}

}  // namespace mapper
