// Texts of a page's data: each is kept once and named by its place.  Private
// to report/.

#ifndef MAPPER_REPORT_HTML_STRINGS_H_
#define MAPPER_REPORT_HTML_STRINGS_H_

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "mapper/base/text.h"

namespace mapper {

using CompactWriter = rapidjson::Writer<rapidjson::StringBuffer>;

class HtmlStrings {
 public:
  HtmlStrings() { Number(""); }  // "" is 0

  // The text is made visible (base/text.h) on its way in.
  int Number(const std::string& text) {
    const auto [it, is_new] =
        numbers_.emplace(text, static_cast<int>(texts_.size()));
    if (is_new) texts_.push_back(Visible(text));
    return it->second;
  }

  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> texts_;
};

// One part of the data, written apart from the others: an array or an object.
class HtmlPart {
 public:
  explicit HtmlPart(HtmlStrings& strings)
      : writer_(buffer_), strings_(strings) {}

  CompactWriter& writer() { return writer_; }
  void Open() { writer_.StartArray(); }
  void Close() { writer_.EndArray(); }
  void Int(int value) { writer_.Int(value); }
  void Size(std::size_t value) { writer_.Uint64(value); }
  void Text(const std::string& text) { writer_.Int(strings_.Number(text)); }
  void Ints(const std::vector<int>& values) {
    Open();
    for (const int value : values) Int(value);
    Close();
  }
  void Texts(const std::vector<std::string>& texts) {
    Open();
    for (const std::string& text : texts) Text(text);
    Close();
  }
  // Both languages of one text.
  void Pair(const std::string& ja, const std::string& en) {
    Open();
    Text(ja);
    Text(en);
    Close();
  }
  void Key(const char* key) { writer_.Key(key); }

  std::string Json() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  rapidjson::StringBuffer buffer_;
  CompactWriter writer_;
  HtmlStrings& strings_;
};

}  // namespace mapper

#endif  // MAPPER_REPORT_HTML_STRINGS_H_
