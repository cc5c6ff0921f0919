#include "cli/findings.h"

#include <string>

namespace cli {

mapper::Records FindingRecords(const mapper::Diagnostics& diagnostics) {
  mapper::Records records;
  records.name = "findings";
  records.columns = {
      {"file", {"ファイル", "file"}},
      {"line", {"行", "line"}, mapper::Column::Type::kNumber},
      {"column", {"桁", "column"}, mapper::Column::Type::kNumber},
      {"severity", {"重さ", "severity"}},
      {"id", {"ID", "id"}},
      {"message", {"内容", "message"}}};
  for (const mapper::Diagnostic& d : diagnostics.all()) {
    records.rows.push_back({d.where.file, std::to_string(d.where.line),
                            std::to_string(d.where.column),
                            ToString(d.severity), d.id, d.message});
  }
  return records;
}

}  // namespace cli
