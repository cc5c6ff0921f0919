#include "mapper/model/document.h"

namespace mapper {

const std::array<Name<ItemBasis>, 4> kItemBases = {{
    {ItemBasis::kNone, "none", {"なし", "none"}},
    {ItemBasis::kId, "id", {"番号", "id"}},
    {ItemBasis::kHeading, "heading", {"見出し", "heading"}},
    {ItemBasis::kPosition, "position", {"位置", "position"}},
}};

std::string Wording::text() const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const DocumentItem& item = items[i];
    std::string line;
    if (i > 0) {
      line = item.label;
      if (!item.title.empty()) line += (line.empty() ? "" : " ") + item.title;
    }
    if (!item.text.empty()) line += (line.empty() ? "" : " ") + item.text;
    if (line.empty()) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

std::string PlaceOf(std::size_t page, std::size_t line) {
  std::string out = page == 0 ? "" : std::to_string(page);
  if (page != 0 && line != 0) out += ':';
  return line == 0 ? out : out + std::to_string(line);
}

}  // namespace mapper
