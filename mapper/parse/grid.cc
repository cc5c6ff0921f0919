#include "mapper/parse/grid.h"

#include <algorithm>

#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr std::size_t kRowsAboveHeader = 20;

// "Comments (optional)" and "$$Map_Relationship*" by their bare names.
std::string NameKey(std::string_view name) {
  std::string key = ComparisonKey(name.substr(0, name.find('(')));
  key.erase(std::remove_if(key.begin(), key.end(),
                           [](char c) { return c == '$' || c == '*'; }),
            key.end());
  return key;
}

}  // namespace

bool Grid::FindHeader(const std::vector<std::string>& names,
                      const std::vector<std::size_t>& required) {
  for (std::size_t r = 0; r < std::min(rows_.size(), kRowsAboveHeader); ++r) {
    places_.assign(names.size(), -1);
    others_.clear();
    for (std::size_t c = 0; c < rows_[r].size(); ++c) {
      const std::string key = NameKey(rows_[r][c].text);
      bool known = key.empty();
      for (std::size_t n = 0; n < names.size() && !known; ++n) {
        for (const std::string_view name : Split(names[n], '|')) {
          if (places_[n] >= 0 || NameKey(name) != key) continue;
          places_[n] = static_cast<int>(c);
          known = true;
        }
      }
      if (!known) others_.emplace_back(rows_[r][c].text, c);
    }
    first_ = r + 1;
    if (std::all_of(required.begin(), required.end(),
                    [this](std::size_t n) { return places_[n] >= 0; })) {
      return true;
    }
  }
  first_ = rows_.size();
  return false;
}

std::string Grid::OtherText(std::size_t row, std::size_t place) const {
  const CsvRow& cells = rows_[first_ + row];
  return place < cells.size() ? std::string(Trim(cells[place].text)) : "";
}

std::string Grid::Text(std::size_t row, std::size_t column) const {
  return Has(column) ? OtherText(row, static_cast<std::size_t>(places_[column]))
                     : std::string();
}

SourceLocation Grid::Where(std::size_t row, std::size_t column) const {
  const CsvRow& cells = rows_[first_ + row];
  const auto place = static_cast<std::size_t>(std::max(places_[column], 0));
  const CsvCell& cell = place < cells.size() ? cells[place] : cells[0];
  return {file_, cell.line, cell.column};
}

}  // namespace mapper
