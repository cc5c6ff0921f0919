#include "mapper/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "mapper/base/invisible.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

std::size_t CharWidth(char32_t c) {
  if (c < 0x20 || c == 0x7F) return 0;
  if (c < 0x7F) return 1;
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width < 0 ? 0 : static_cast<std::size_t>(width);
}

// Characters that may not begin a line of Japanese text.
bool IsClosing(char32_t c) {
  static const std::u32string kClosing =
      U"、。，．・：；」』）】〕〉》！？ー…)],.;:";
  return kClosing.find(c) != std::u32string::npos;
}

std::vector<char32_t> Decode(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    out.push_back(c.value);
    i += c.length;
  }
  return out;
}

// Insertions, deletions, replacements and swaps of two neighbours (optimal
// string alignment), a row of the table at a time.
std::size_t EditDistance(const std::vector<char32_t>& a,
                         const std::vector<char32_t>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> over_above(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(over_above, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1,
                         above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], over_above[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    width += CharWidth(c.value);
    i += c.length;
  }
  return width;
}

std::string Truncate(std::string_view text, std::size_t cells) {
  if (cells == 0) return {};
  std::size_t width = 0;
  std::size_t keep = 0;  // bytes that fit with room for the ellipsis
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    width += CharWidth(c.value);
    if (width > cells) return std::string(text.substr(0, keep)) + "…";
    i += c.length;
    if (width + 1 <= cells) keep = i;
  }
  return std::string(text);
}

std::vector<std::string> Wrap(std::string_view text, std::size_t cells) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t width = 0;
    std::size_t end = start;   // first byte that does not fit
    std::size_t breaking = 0;  // last place where the line may end
    char32_t previous = 0;
    while (end < text.size()) {
      const Utf8Char c = DecodeUtf8(text, end);
      const bool space = c.value == ' ';
      // What has no width belongs to the character before it.
      const bool joined = CharWidth(c.value) == 0;
      if (end > start && !IsClosing(c.value) && !joined &&
          (space || CharWidth(c.value) == 2 || CharWidth(previous) == 2 ||
           previous == ' ' || previous == ';')) {
        breaking = end;
      }
      width += CharWidth(c.value);
      if (width > cells && end > start && !space) break;
      previous = c.value;
      end += c.length;
    }
    if (end < text.size() && breaking > start) end = breaking;
    lines.emplace_back(Trim(text.substr(start, end - start)));
    start = end;
    while (start < text.size() && text[start] == ' ') ++start;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string CompatibilityForm(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                     UTF8PROC_COMPAT | UTF8PROC_IGNORE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> guard(
      mapped, &std::free);
  if (size < 0) return std::string(text);
  return std::string(mapped, mapped + size);
}

std::string ComparisonKey(std::string_view text) {
  std::string out;
  for (const char c : CompatibilityForm(text)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string Visible(std::string_view text) {
  static const char* kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    const std::size_t next = i + c.length;
    if (!c.valid) {
      const auto byte = static_cast<unsigned char>(text[i]);
      out += {'<', kHex[byte >> 4U], kHex[byte & 15U], '>'};
      before = 0;
    } else if (IsInvisible(c.value) &&
               !BelongsTo(
                   before, c.value,
                   next < text.size() ? DecodeUtf8(text, next).value : 0)) {
      std::string digits;
      for (char32_t v = c.value; v != 0 || digits.size() < 4; v >>= 4U) {
        digits.insert(digits.begin(), kHex[v & 15U]);
      }
      out += "<U+" + digits + ">";
      before = 0;
    } else {
      out += text.substr(i, c.length);
      before = c.value;
    }
    i = next;
  }
  return out;
}

std::string_view Trim(std::string_view text) {
  const auto space = [](char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos) break;
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string Join(const std::vector<std::string>& parts,
                 std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool EndsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         text.substr(text.size() - suffix.size()) == suffix;
}

std::string Nearest(std::string_view word,
                    const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 100;  // no name is longer; bounds the work
  const std::vector<char32_t> from = Decode(word.substr(0, kLongest));
  std::string best;
  std::size_t least = std::max<std::size_t>(1, from.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t distance = EditDistance(from, Decode(candidate));
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace mapper
