#include "mapper/report/text_table.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

void PadTo(std::string& line, std::size_t& width, std::size_t wanted) {
  if (width < wanted) {
    line.append(wanted - width, ' ');
    width = wanted;
  }
}

}  // namespace

void TextTable::AddColumn(std::string title, std::size_t widest, Align align) {
  columns_.push_back({std::move(title), widest, align});
}

void TextTable::AddRow(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = Visible(cell);
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

void TextTable::AddRule() { rows_.emplace_back(); }

std::string TextTable::Render(std::size_t indent) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = DisplayWidth(columns_[i].title);
    for (const auto& row : rows_) {
      if (!row.empty()) width = std::max(width, DisplayWidth(row[i]));
    }
    if (columns_[i].widest != 0) width = std::min(width, columns_[i].widest);
    widths.push_back(width);
  }
  std::string out;
  const auto put = [&](const std::vector<std::string>& cells) {
    std::vector<std::vector<std::string>> wrapped;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      wrapped.push_back(Wrap(cells[i], std::max<std::size_t>(widths[i], 2)));
      height = std::max(height, wrapped.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string text(indent, ' ');
      std::size_t width = indent;
      std::size_t start = indent;
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const std::string cell =
            line < wrapped[i].size() ? wrapped[i][line] : std::string();
        const std::size_t cell_width = DisplayWidth(cell);
        PadTo(text, width, start);
        if (columns_[i].align == Align::kRight && cell_width < widths[i]) {
          PadTo(text, width, start + widths[i] - cell_width);
        }
        text += cell;
        width += cell_width;
        start += widths[i] + 2;
      }
      while (!text.empty() && text.back() == ' ') text.pop_back();
      out += text + '\n';
    }
  };
  const auto rule = [&] {
    std::size_t total = 0;
    for (const std::size_t width : widths) total += width + 2;
    out +=
        std::string(indent, ' ') + std::string(total > 2 ? total - 2 : 0, '-');
    out += '\n';
  };
  std::vector<std::string> titles;
  for (const ColumnSpec& column : columns_) titles.push_back(column.title);
  put(titles);
  rule();
  for (const auto& row : rows_) {
    if (row.empty()) {
      rule();
    } else {
      put(row);
    }
  }
  return out;
}

}  // namespace mapper
