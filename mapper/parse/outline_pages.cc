#include "mapper/parse/outline_pages.h"

#include <algorithm>
#include <map>
#include <string>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/parse/outline_line.h"
#include "mapper/parse/outline_mark.h"

namespace mapper {
namespace {

constexpr std::size_t kEdgeLines = 3;     // of running text at either edge
constexpr std::size_t kRunPages = 3;      // pages that show a line is running
constexpr std::size_t kNearPages = 2;     // left and right pages may differ
constexpr std::size_t kNoteLines = 16;    // of footnotes on a page
constexpr std::size_t kFragments = 3;     // lines of one character
constexpr std::size_t kLongestRun = 300;  // bytes of a running head
constexpr std::size_t kMostDigits = 6;

struct PageLine {
  std::string_view text;
  std::size_t number;  // from 1
  std::size_t indent;  // cells
  bool after_gap;      // a blank line, or the page's top, is above
};
using Page = std::vector<PageLine>;

// A line at the edge of a page: its text with "#" for each number, and these.
struct Edge {
  std::string shape;
  std::vector<std::size_t> numbers;
  std::size_t page;
  std::size_t line;
  bool marked;  // begins like a numbered mark
};

std::size_t Indent(std::string_view raw) {
  std::size_t cells = 0;
  std::size_t at = 0;
  while (at < raw.size()) {
    if (raw[at] == ' ' || raw[at] == '\t') {
      ++cells;
      ++at;
    } else if (raw[at] == '\f' || raw[at] == '\r') {
      ++at;
    } else if (StartsWith(raw.substr(at), "　")) {
      cells += 2;
      at += 3;
    } else {
      break;
    }
  }
  return cells;
}

std::vector<Page> TakePages(std::string_view text) {
  std::vector<Page> pages;
  OutlineLines lines(text, false);
  OutlineLine line;
  while (lines.Next(line)) {
    if (pages.size() < line.page) pages.resize(line.page);
    Page& page = pages[line.page - 1];
    const bool gap = page.empty() || page.back().number + 1 < line.number;
    page.push_back({line.text, line.number, Indent(line.raw), gap});
  }
  return pages;
}

// The value of a digit of either width, or -1.
int DigitOf(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return -1;
}

bool HasExplicitMark(std::string_view text) {
  std::vector<Mark> readings;
  ReadMarks(text, readings);
  return std::any_of(readings.begin(), readings.end(),
                     [](const Mark& mark) { return IsExplicit(mark.form); });
}

bool HasNumberedMark(std::string_view text) {
  std::vector<Mark> readings;
  ReadMarks(text, readings);
  return std::any_of(readings.begin(), readings.end(),
                     [](const Mark& mark) { return !IsUnnumbered(mark.form); });
}

Edge ShapeOf(const PageLine& line, std::size_t page) {
  Edge edge{{}, {}, page, line.number, HasNumberedMark(line.text)};
  std::size_t digits = 0;  // of the number that is being read
  for (std::size_t i = 0; i < line.text.size();) {
    const Utf8Char c = DecodeUtf8(line.text, i);
    const int digit = DigitOf(c.value);
    if (digit >= 0) {
      if (digits++ % kMostDigits == 0) {
        edge.shape += '#';
        edge.numbers.push_back(0);
      }
      edge.numbers.back() =
          10 * edge.numbers.back() + static_cast<std::size_t>(digit);
    } else {
      digits = 0;
      if (c.value != U' ' && c.value != U'\t' && c.value != U'　') {
        edge.shape += line.text.substr(i, c.length);
      }
    }
    i += c.length;
  }
  return edge;
}

// Whether `later` is the same line on a later page: its numbers are the same,
// or grow as the pages do.  The number of what looks like a mark must grow.
bool RunsOn(const Edge& earlier, const Edge& later) {
  const std::size_t pages = later.page - earlier.page;
  if (pages > kNearPages) return false;
  if (later.marked && (later.numbers.empty() ||
                       later.numbers[0] != earlier.numbers[0] + pages)) {
    return false;
  }
  for (std::size_t i = 0; i < later.numbers.size(); ++i) {
    if (later.numbers[i] != earlier.numbers[i] &&
        later.numbers[i] != earlier.numbers[i] + pages) {
      return false;
    }
  }
  return true;
}

class RoleFinder {
 public:
  explicit RoleFinder(std::string_view text) : pages_(TakePages(text)) {
    std::size_t last = 0;
    for (const Page& page : pages_) {
      if (!page.empty()) last = page.back().number;
    }
    roles_.assign(last, LineRole::kText);
  }

  std::vector<LineRole> Run() {
    for (std::size_t i = 0; i < kEdgeLines; ++i) {
      PeelRunning(true);
      PeelRunning(false);
    }
    for (const Page& page : pages_) {
      FindNotes(page);
      FindContents(page);
      FindFragments(page);
    }
    return std::move(roles_);
  }

 private:
  void Set(std::size_t number, LineRole role) { roles_[number - 1] = role; }

  // Takes the outermost line off each page where it runs on or is the page's
  // number; what is next may be a second line of the head.
  void PeelRunning(bool top) {
    std::map<std::string, std::vector<Edge>> runs;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      if (pages_[p].empty()) continue;
      const PageLine& line = top ? pages_[p].front() : pages_[p].back();
      if (line.text.size() > kLongestRun || HasExplicitMark(line.text)) {
        continue;
      }
      Edge edge = ShapeOf(line, p);
      runs[edge.shape].push_back(std::move(edge));
    }
    std::vector<bool> peeled(pages_.size());
    const std::size_t least = std::min(kRunPages, pages_.size());
    for (const auto& [shape, edges] : runs) {
      for (std::size_t begin = 0; begin < edges.size();) {
        std::size_t end = begin + 1;
        while (end < edges.size() && RunsOn(edges[end - 1], edges[end])) ++end;
        if (end - begin >= least && end - begin > 1) {
          for (std::size_t i = begin; i < end; ++i) {
            Set(edges[i].line, LineRole::kRunning);
            peeled[edges[i].page] = true;
          }
        }
        begin = end;
      }
    }
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      Page& page = pages_[p];
      if (page.empty()) continue;
      // What drops these is asked by the reader itself.
      const PageLine& line = top ? page.front() : page.back();
      if (!peeled[p] && !IsPageNumber(line.text)) continue;
      page.erase(top ? page.begin() : page.end() - 1);
    }
  }

  // ＊1 *1 ※1 注1 （注1） ［注1］
  static bool BeginsNote(std::string_view text) {
    static constexpr const char* kSigns[] = {"＊",  "*",    "※",   "（注",
                                             "(注", "［注", "[注", "注"};
    for (const std::string_view sign : kSigns) {
      if (!StartsWith(text, sign) || text.size() == sign.size()) continue;
      if (DigitOf(DecodeUtf8(text, sign.size()).value) >= 0) return true;
    }
    return false;
  }

  // A footnote goes on to the foot of the page.  Anything that could be a
  // control instead shows that there is none: a mark that is not set in.
  void FindNotes(const Page& page) {
    const std::size_t far = page.size() - std::min(page.size(), kNoteLines);
    for (std::size_t begin = far; begin < page.size(); ++begin) {
      if (!BeginsNote(page[begin].text) || !IsNote(page, begin)) continue;
      for (std::size_t i = begin; i < page.size(); ++i) {
        Set(page[i].number, LineRole::kNote);
      }
      return;
    }
  }

  static bool IsNote(const Page& page, std::size_t begin) {
    std::size_t indent = page[begin].indent;
    for (std::size_t i = begin; i < page.size(); ++i) {
      if (BeginsNote(page[i].text)) {
        indent = page[i].indent;
      } else if (page[i].after_gap || HasExplicitMark(page[i].text) ||
                 (page[i].indent <= indent && HasNumberedMark(page[i].text))) {
        return false;
      }
    }
    return true;
  }

  // An entry whose dots stand on the next line, which has no mark.
  void FindContents(const Page& page) {
    const auto entries = std::count_if(
        page.begin(), page.end(),
        [](const PageLine& line) { return IsContentsLine(line.text); });
    if (entries < 2) return;
    for (std::size_t i = 0; i + 1 < page.size(); ++i) {
      const PageLine& next = page[i + 1];
      if (!next.after_gap && IsContentsLine(next.text) &&
          HasNumberedMark(page[i].text) && !HasNumberedMark(next.text)) {
        Set(page[i].number, LineRole::kContents);
      }
    }
  }

  void FindFragments(const Page& page) {
    for (std::size_t begin = 0; begin < page.size();) {
      std::size_t end = begin;
      while (end < page.size() && IsFragment(page[end].text)) ++end;
      if (end - begin >= kFragments) {
        for (std::size_t i = begin; i < end; ++i) {
          Set(page[i].number, LineRole::kFragment);
        }
      }
      begin = std::max(end, begin + 1);
    }
  }

  static bool IsFragment(std::string_view text) {
    return DecodeUtf8(text, 0).length == text.size();
  }

  std::vector<Page> pages_;  // what has not been peeled off
  std::vector<LineRole> roles_;
};

}  // namespace

std::vector<LineRole> FindLineRoles(std::string_view text) {
  if (text.find('\f') == std::string_view::npos) return {};
  return RoleFinder(text).Run();
}

LineRole RoleOf(const std::vector<LineRole>& roles, std::size_t number) {
  return number == 0 || number > roles.size() ? LineRole::kText
                                              : roles[number - 1];
}

}  // namespace mapper
