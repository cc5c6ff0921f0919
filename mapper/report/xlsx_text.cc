#include "mapper/report/xlsx_text.h"

#include <fmt/format.h>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

constexpr std::size_t kRoomForMark = 40;
constexpr std::string_view kEscapedUnderscore = "_x005F_";

std::size_t Units(char32_t value) { return value > 0xFFFF ? 2 : 1; }

// Whether "_x0041_" begins at `at`: a spreadsheet reads it as a character.
bool IsEscape(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  return text.size() - at >= kLength && text[at] == '_' &&
         text[at + 1] == 'x' && text[at + 6] == '_' &&
         text.substr(at + 2, 4).find_first_not_of("0123456789abcdefABCDEF") ==
             std::string_view::npos;
}

// What XML or a sheet cannot show as it is, made visible.
std::string Showable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    const std::string_view bytes = text.substr(i, c.length);
    i += c.length;
    if (c.value == '\r' && i < text.size() && text[i] == '\n') continue;
    const bool plain = c.valid &&
                       (c.value >= ' ' || c.value == '\t' || c.value == '\n') &&
                       c.value != 0x7F;
    if (!plain) {
      out += Visible(bytes);
    } else if ((c.value & 0xFFFEU) == 0xFFFEU) {
      out += fmt::format("<U+{:04X}>", static_cast<unsigned>(c.value));
    } else {
      out += bytes;
    }
  }
  return out;
}

}  // namespace

std::size_t Utf16Length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    units += Units(c.value);
    i += c.length;
  }
  return units;
}

XlsxCellText ToXlsxCell(std::string_view text, Language language) {
  const std::string shown = Showable(text);
  XlsxCellText cell;
  std::size_t units = 0;
  std::size_t keep = 0;       // bytes of `cell.text` that leave room for a mark
  std::size_t kept_from = 0;  // byte of `shown` after them
  for (std::size_t i = 0; i < shown.size();) {
    const Utf8Char c = DecodeUtf8(shown, i);
    const bool escape = IsEscape(shown, i);
    units += escape ? kEscapedUnderscore.size() : Units(c.value);
    if (units > kMaxCellText) break;
    if (escape) {
      cell.text += kEscapedUnderscore;
    } else {
      cell.text += shown.substr(i, c.length);
    }
    i += c.length;
    if (units <= kMaxCellText - kRoomForMark) {
      keep = cell.text.size();
      kept_from = i;
    }
  }
  if (units <= kMaxCellText) return cell;
  cell.text.resize(keep);
  for (std::size_t i = kept_from; i < shown.size(); ++cell.cut) {
    i += DecodeUtf8(shown, i).length;
  }
  cell.text +=
      fmt::format(language == Language::kJa ? "…〔以下{}字を省略〕"
                                            : "... [{} more characters cut]",
                  cell.cut);
  return cell;
}

std::string ToSheetName(std::string_view name, Language language,
                        std::set<std::string>& taken) {
  std::string base;
  for (const char c : Showable(name)) {
    base += std::string_view("[]:*?/\\\n\t").find(c) == std::string_view::npos
                ? c
                : '_';
  }
  while (StartsWith(base, "'")) base.erase(0, 1);
  const auto cut = [](std::string text, std::size_t units) {
    while (Utf16Length(text) > units) {
      do {
        text.pop_back();
      } while (FindInvalidUtf8(text) != std::string_view::npos);
    }
    while (EndsWith(text, "'")) text.pop_back();
    return text;
  };
  base = cut(std::move(base), kMaxSheetName);
  if (base.empty()) base = language == Language::kJa ? "シート" : "Sheet";
  const auto key = [](std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
  };
  std::string unique = base;
  // "History" is a name that Excel keeps for itself.
  for (int number = 2;
       key(unique) == "history" || !taken.insert(key(unique)).second;
       ++number) {
    const std::string mark = fmt::format(" ({})", number);
    unique = cut(base, kMaxSheetName - mark.size()) + mark;
  }
  return unique;
}

}  // namespace mapper
