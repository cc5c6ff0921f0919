#include "mapper/parse/outline_line.h"

#include <algorithm>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

constexpr std::string_view kWideSpace = "　";

// Bytes of white space at `at`: 0, 1 or 3.
std::size_t SpaceAt(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\n') return 1;
  return c == kWideSpace[0] && text.substr(at, 3) == kWideSpace ? 3 : 0;
}

void SkipSpace(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const std::size_t space = SpaceAt(text, at);
    if (space == 0) return;
    at += space;
  }
}

// Removes the last character when it is one of `set`.
bool TakeLast(std::string_view& text, std::u32string_view set) {
  if (text.empty()) return false;
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 &&
         (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  if (set.find(DecodeUtf8(text, at).value) == std::u32string_view::npos) {
    return false;
  }
  text.remove_suffix(text.size() - at);
  return true;
}

constexpr std::u32string_view kDigits = U"0123456789０１２３４５６７８９";
constexpr std::u32string_view kSpaces = U" \t　";
constexpr std::u32string_view kDashes = U"-－―‐–—";

// Latin text needs a space between words; Japanese does not.
bool IsLatin(char32_t c) { return c < 0x1100 && c > 0x20; }

char32_t LastCharacter(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  return DecodeUtf8(text, at).value;
}

}  // namespace

OutlineLines::OutlineLines(std::string_view text, bool markdown)
    : text_(text),
      markdown_(markdown),
      paged_(text.find('\f') != std::string_view::npos) {
  if (StartsWith(text_, "\xEF\xBB\xBF")) at_ = 3;
  if (!markdown_ || text_.substr(at_, 4) != "---\n") return;
  const std::size_t end = text_.find("\n---\n", at_ + 3);
  if (end == std::string_view::npos) return;
  const std::size_t body = end + 5;
  number_ = static_cast<std::size_t>(std::count(
      text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(body), '\n'));
  at_ = body;
}

bool OutlineLines::Next(OutlineLine& line) {
  while (at_ < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    line.raw = text_.substr(at_, end - at_);
    at_ = end + 1;
    line.number = ++number_;
    if (paged_) {
      for (const char c : line.raw.substr(0, line.raw.rfind('\f') + 1)) {
        if (c != '\f') continue;
        ++page_;
        page_start_ = true;
      }
    }
    line.page = page_;
    line.text = TrimWide(line.raw);
    if (line.text.empty()) {
      after_blank_ = true;
      continue;
    }
    line.rest = {};
    line.decoration = Decoration::kNone;
    line.page_edge = paged_ && (page_start_ || after_blank_ || EndsPage());
    page_start_ = false;
    after_blank_ = false;
    if (markdown_) Undecorate(line);
    return true;
  }
  return false;
}

bool OutlineLines::EndsPage() const {
  for (std::size_t i = at_; i < text_.size(); ++i) {
    if (text_[i] == '\f') return true;
    if (text_[i] != ' ' && text_[i] != '\n') return false;
  }
  return true;
}

void OutlineLines::Undecorate(OutlineLine& line) const {
  std::string_view& text = line.text;
  if (text[0] == '|') {
    line.decoration = Decoration::kTable;
  } else if (text[0] == '#') {
    const std::size_t level = text.find_first_not_of('#');
    if (level == std::string_view::npos || text[level] != ' ') return;
    line.decoration = Decoration::kHeading;
    text = TrimWide(text.substr(level));
  } else if (StartsWith(text, "- ")) {
    line.decoration = Decoration::kList;
    text = TrimWide(text.substr(2));
  } else if (StartsWith(text, "**")) {
    const std::size_t close = text.find("**", 2);
    if (close == std::string_view::npos) return;
    line.decoration = Decoration::kBold;
    line.rest = TrimWide(text.substr(close + 2));
    text = TrimWide(text.substr(2, close - 2));
  }
}

std::string_view TrimWide(std::string_view text) {
  while (!text.empty()) {
    const std::size_t space = SpaceAt(text, 0);
    if (space == 0) break;
    text.remove_prefix(space);
  }
  while (!text.empty()) {
    if (SpaceAt(text, text.size() - 1) == 1) {
      text.remove_suffix(1);
    } else if (EndsWith(text, kWideSpace)) {
      text.remove_suffix(3);
    } else {
      break;
    }
  }
  return text;
}

bool FitsPattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // the last "*" met
  std::size_t tried = 0;                      // where its text ends
  while (true) {
    SkipSpace(pattern, p);
    SkipSpace(text, t);
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      tried = t;
      SkipSpace(pattern, p);
      if (p == pattern.size()) return true;
    } else if (p < pattern.size() && t < text.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (p == pattern.size() && t == text.size()) {
      return true;
    } else if (star != std::string_view::npos && tried < text.size()) {
      p = star;
      ++tried;
      SkipSpace(text, tried);  // or each try would skip the same space
      t = tried;
    } else {
      return false;
    }
  }
}

bool IsContentsLine(std::string_view text) {
  // 3, P.3, - 3 -, 3頁, iv
  for (const std::string_view word : {"頁", "ページ"}) {
    if (EndsWith(text, word)) text.remove_suffix(word.size());
  }
  while (TakeLast(text, kDashes) || TakeLast(text, kSpaces)) {
  }
  const std::size_t size = text.size();
  while (TakeLast(text, kDigits)) {
  }
  if (text.size() == size) {
    while (TakeLast(text, U"ivx")) {
    }
  }
  if (text.size() == size) return false;
  for (const std::string_view word : {"P.", "p.", "Ｐ．", "ｐ．"}) {
    if (EndsWith(text, word)) text.remove_suffix(word.size());
  }
  while (TakeLast(text, kSpaces) || TakeLast(text, kDashes)) {
  }
  int leaders = 0;
  while (true) {
    if (TakeLast(text, U"…‥")) {
      leaders += 2;
    } else if (TakeLast(text, U"・･·.．")) {
      ++leaders;
    } else if (!TakeLast(text, kSpaces)) {
      return leaders >= 4;
    }
  }
}

bool IsPageNumber(std::string_view text) {
  if (text.size() > 30) return false;
  bool digits = false;
  while (!text.empty()) {
    if (TakeLast(text, kDigits)) {
      digits = true;
    } else if (!TakeLast(text, U"-－―‐–—/／ 　")) {
      return false;
    }
  }
  return digits;
}

bool IsCaption(std::string_view text) {
  return StartsWith(text, "（") && text.find("）") == text.size() - 3;
}

std::string_view TakeCaption(std::string_view& tail) {
  if (!StartsWith(tail, "（")) return {};
  int open = 0;
  for (std::size_t i = 0; i + 3 <= tail.size(); ++i) {
    const std::string_view c = tail.substr(i, 3);
    if (c == "（") ++open;
    if (c != "）" || --open > 0) continue;
    const std::string_view caption = tail.substr(3, i - 3);
    tail.remove_prefix(i + 3);
    return caption;
  }
  return {};
}

void AppendText(std::string& sentence, std::string_view line) {
  line = TrimWide(line);
  if (line.empty()) return;
  if (!sentence.empty() && IsLatin(LastCharacter(sentence)) &&
      IsLatin(DecodeUtf8(line, 0).value)) {
    sentence += ' ';
  }
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    sentence += line.substr(0, end);
    if (end == line.size()) return;
    std::size_t next = end;
    while (blank(line[next])) ++next;  // the line does not end in a blank
    sentence += ' ';
    line.remove_prefix(next);
  }
}

}  // namespace mapper
