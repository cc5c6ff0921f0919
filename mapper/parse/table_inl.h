// Template bodies of table.h.

#ifndef MAPPER_PARSE_TABLE_INL_H_
#define MAPPER_PARSE_TABLE_INL_H_

#include <string>

#include "mapper/model/words.h"
#include "mapper/parse/table.h"

namespace mapper {

// "unknown level 'mus'; did you mean 'must'?"
std::string UnknownWord(const char* what, std::string_view word,
                        const std::vector<std::string>& known);

template <typename Vocabulary, typename Value>
bool ReadWord(const Table& table, const TableRow& row, std::size_t cell,
              const Vocabulary& vocabulary, const char* what, Value& value,
              Diagnostics& diagnostics) {
  const auto found = FindName(vocabulary, row.cells[cell]);
  if (found) {
    value = *found;
    return true;
  }
  table.Error(diagnostics, "unknown-word", row, cell,
              UnknownWord(what, row.cells[cell], MachineNames(vocabulary)));
  return false;
}

}  // namespace mapper

#endif  // MAPPER_PARSE_TABLE_INL_H_
