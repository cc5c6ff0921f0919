#include "mapper/parse/page_columns.h"

#include <algorithm>
#include <map>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/parse/outline_line.h"

namespace mapper {
namespace {

constexpr std::size_t kLeastLines = 8;   // of a page that shows its columns
constexpr std::size_t kLeastStart = 12;  // of the right column, characters
constexpr std::size_t kGap = 2;          // blanks between the columns
constexpr std::size_t kSway = 8;         // of the right column's beginning
constexpr std::size_t kEdge = 2;         // lines of a head, or of a foot
constexpr std::size_t kLeastCells = 24;  // of a full line of prose

// A beginning of text after blanks: pdftotext pads by characters, not cells.
struct Start {
  std::size_t column;  // characters before it
  std::size_t at;      // bytes before it
};

struct Row {
  std::string_view text;  // without the form feed
  std::size_t number;     // from 1
  std::vector<Start> starts;
};

struct Page {
  bool feed = false;  // a form feed stands before it
  std::vector<Row> rows;
};

struct Halves {
  std::string_view left;
  std::string_view right;
  bool across = false;
};

std::vector<Start> StartsOf(std::string_view text) {
  std::vector<Start> starts;
  std::size_t column = 0;
  std::size_t blanks = kGap;  // text at the margin is a beginning too
  for (std::size_t i = 0; i < text.size(); ++column) {
    const Utf8Char c = DecodeUtf8(text, i);
    const bool blank = c.value == U' ' || c.value == U'\r';
    if (!blank && (blanks >= kGap || starts.empty())) {
      starts.push_back({column, i});
    }
    blanks = blank ? blanks + 1 : 0;
    i += c.length;
  }
  return starts;
}

std::vector<Page> TakePages(std::string_view text) {
  std::vector<Page> pages(1);
  std::size_t number = 0;
  for (std::string_view line : Split(text, '\n')) {
    ++number;
    while (StartsWith(line, "\f")) {
      line.remove_prefix(1);
      pages.emplace_back();
      pages.back().feed = true;
    }
    pages.back().rows.push_back({line, number, StartsOf(line)});
  }
  return pages;
}

// Where most right halves begin: the least beginning of the fullest window.
std::size_t RightStart(const Page& page) {
  std::map<std::size_t, std::size_t> rows;  // by column
  for (const Row& row : page.rows) {
    for (const Start& start : row.starts) {
      if (start.column >= kLeastStart) ++rows[start.column];
    }
  }
  std::size_t best = 0;
  std::size_t most = 0;
  for (auto from = rows.begin(); from != rows.end(); ++from) {
    std::size_t count = 0;
    for (auto to = from; to != rows.end() && to->first <= from->first + kSway;
         ++to) {
      count += to->second;
    }
    if (count > most) {
      most = count;
      best = from->first;
    }
  }
  return best;
}

Halves Halve(const Row& row, std::size_t right) {
  if (row.starts.empty()) return {};
  for (const Start& start : row.starts) {
    if (start.column < right || start.column > right + kSway) continue;
    return {Trim(row.text.substr(0, start.at)), row.text.substr(start.at)};
  }
  const std::string_view whole = Trim(row.text);
  if (row.starts[0].column > right) return {{}, whole};
  const std::size_t end = row.starts.back().column;
  std::size_t characters = row.starts[0].column;
  for (std::size_t i = 0; i < whole.size(); ++characters) {
    i += DecodeUtf8(whole, i).length;
  }
  return {whole, {}, end > right || characters > right + kSway};
}

// Whether a column is prose: a third of its lines or more are full.
bool IsProse(const std::vector<std::size_t>& cells) {
  if (cells.size() < kLeastLines) return false;
  const std::size_t full = *std::max_element(cells.begin(), cells.end());
  const auto long_lines = std::count_if(
      cells.begin(), cells.end(),
      [full](std::size_t width) { return 10 * width >= 8 * full; });
  return full >= kLeastCells &&
         3 * static_cast<std::size_t>(long_lines) >= cells.size();
}

bool HasTwoColumns(const Page& page, std::size_t right) {
  if (right == 0) return false;
  std::vector<std::size_t> left_cells;
  std::vector<std::size_t> right_cells;
  std::size_t across = 0;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const Halves halves = Halve(page.rows[i], right);
    if (halves.across) {
      if (i >= kEdge && i + kEdge < page.rows.size()) ++across;
      continue;
    }
    if (!halves.left.empty()) left_cells.push_back(DisplayWidth(halves.left));
    if (!halves.right.empty()) {
      right_cells.push_back(DisplayWidth(Trim(halves.right)));
    }
  }
  if (!IsProse(left_cells) || !IsProse(right_cells)) return false;
  const std::size_t left = left_cells.size();
  const std::size_t rest = right_cells.size();
  const auto widest = [](const std::vector<std::size_t>& cells) {
    return *std::max_element(cells.begin(), cells.end());
  };
  const std::size_t left_width = widest(left_cells);
  const std::size_t right_width = widest(right_cells);
  return 2 * std::min(left, rest) >= std::max(left, rest) &&
         10 * across <= left + rest &&
         10 * std::min(left_width, right_width) >=
             6 * std::max(left_width, right_width);
}

// The first or the last line of a page, when it stands alone or is a number.
bool IsHeadOrFoot(const Page& page, std::size_t row) {
  const auto has_text = [](const Row& r) { return !r.starts.empty(); };
  const auto at = page.rows.begin() + static_cast<std::ptrdiff_t>(row);
  if (!has_text(*at)) return false;
  const bool head = std::none_of(page.rows.begin(), at, has_text);
  const bool foot = std::none_of(at + 1, page.rows.end(), has_text);
  if (!head && !foot) return false;
  const bool alone = head ? at + 1 == page.rows.end() || !has_text(at[1])
                          : at == page.rows.begin() || !has_text(at[-1]);
  return alone || IsPageNumber(Trim(at->text));
}

class Writer {
 public:
  void Feed() { order_.utf8 += '\f'; }
  void Line(std::string_view text, std::size_t number) {
    order_.utf8 += text;
    order_.utf8 += '\n';
    order_.lines.push_back(number);
  }
  void Columns(const Page& page, std::size_t right) {
    std::vector<std::pair<std::string_view, std::size_t>> rest;
    const auto flush = [&] {
      for (const auto& [text, number] : rest) Line(text, number);
      rest.clear();
    };
    for (std::size_t i = 0; i < page.rows.size(); ++i) {
      const Row& row = page.rows[i];
      Halves halves = Halve(row, right);
      if (IsHeadOrFoot(page, i)) halves = {Trim(row.text), {}, true};
      if (halves.across) flush();
      if (!halves.left.empty()) Line(halves.left, row.number);
      if (!halves.right.empty()) rest.emplace_back(halves.right, row.number);
    }
    flush();
  }
  ReadingOrder Take() { return std::move(order_); }

 private:
  ReadingOrder order_;
};

}  // namespace

ReadingOrder SplitColumns(std::string_view text) {
  const std::vector<Page> pages = TakePages(text);
  std::vector<std::size_t> right;  // 0: one column
  std::size_t with_text = 0;
  std::size_t split = 0;
  for (const Page& page : pages) {
    const std::size_t start = RightStart(page);
    right.push_back(HasTwoColumns(page, start) ? start : 0);
    if (right.back() > 0) ++split;
    if (std::any_of(page.rows.begin(), page.rows.end(),
                    [](const Row& row) { return !row.starts.empty(); })) {
      ++with_text;
    }
  }
  if (split == 0 || 2 * split < with_text) return {};
  Writer writer;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (pages[p].feed) writer.Feed();
    if (right[p] > 0) {
      writer.Columns(pages[p], right[p]);
      continue;
    }
    for (const Row& row : pages[p].rows) writer.Line(row.text, row.number);
  }
  return writer.Take();
}

}  // namespace mapper
