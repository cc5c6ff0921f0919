// One listing, ready to be written as CSV, JSON or an aligned table.

#ifndef MAPPER_REPORT_RECORDS_H_
#define MAPPER_REPORT_RECORDS_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "mapper/model/language.h"

namespace mapper {

// For whom a listing is written.  Machine names in the header go with machine
// words in the cells, so that a program never has to read Japanese; people get
// both in their language.
struct View {
  Language language = Language::kJa;
  bool machine = false;

  const char* words(const Words& text) const { return text.in(language); }
};

struct Column {
  enum class Type { kText, kNumber, kList };  // kList: values joined by ";"

  const char* machine;
  Words title;
  Type type = Type::kText;
};

struct Records {
  std::string name;  // of the file, without ending
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // "" is absent
};

// Named numbers printed under a listing and kept in its JSON.
struct Total {
  const char* machine;
  Words title;
  std::size_t value;
};

}  // namespace mapper

#endif  // MAPPER_REPORT_RECORDS_H_
