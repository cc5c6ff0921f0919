#include "mapper/parse/audit_hints.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/parse/table.h"

namespace mapper {

std::vector<AuditHint> ReadAuditHints(const std::string& file, std::string text,
                                      Diagnostics& diagnostics) {
  const Table table(
      file, std::move(text),
      {"words", "documents_ja", "check_ja", "documents_en", "check_en"},
      diagnostics);
  std::vector<AuditHint> hints;
  std::vector<std::string> earlier;
  for (const TableRow& row : table.rows()) {
    AuditHint hint;
    for (const std::string_view word : Split(row.cells[0], '|')) {
      if (word.empty()) {
        table.Error(diagnostics, "hint-empty", row, 0,
                    "an empty word would stand in every control");
        continue;
      }
      const auto inside = std::find_if(
          earlier.begin(), earlier.end(), [word](const std::string& other) {
            return word.find(other) != std::string_view::npos;
          });
      if (inside != earlier.end()) {
        table.Error(diagnostics, "hint-unreachable", row, 0,
                    "'" + std::string(word) + "' never decides: '" + *inside +
                        "' stands before it");
      }
      hint.words.emplace_back(word);
      earlier.emplace_back(word);
    }
    hint.documents_ja = CellText(row.cells[1]);
    hint.check_ja = CellText(row.cells[2]);
    hint.documents_en = CellText(row.cells[3]);
    hint.check_en = CellText(row.cells[4]);
    hint.line = row.line;
    hints.push_back(std::move(hint));
  }
  return hints;
}

}  // namespace mapper
