#include "mapper/model/edition.h"

#include "mapper/base/utf8.h"

namespace mapper {

int Edition::Find(const std::string& id) const {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

Edition EditionOf(const Framework& framework) {
  Edition edition;
  edition.name = framework.id;
  edition.file = framework.controls_file;
  for (const Control& control : framework.controls) {
    EditionItem item;
    item.id = control.id;
    item.label = control.label;
    item.titles = {control.title_ja, control.title_en};
    item.texts = {control.gist_ja, control.gist_en};
    item.parent = control.parent_index;
    item.line = control.line;
    edition.items.push_back(std::move(item));
  }
  return edition;
}

Language LanguageOf(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    const bool kana = c.value >= 0x3041 && c.value <= 0x30ff;
    const bool kanji = c.value >= 0x3400 && c.value <= 0x9fff;
    if (kana || kanji) return Language::kJa;
    at += c.length;
  }
  return Language::kEn;
}

}  // namespace mapper
