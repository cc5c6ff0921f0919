#include "mapper/parse/xml_scan.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "mapper/base/limits.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool IsXmlCharacter(unsigned value) {
  return value == '\t' || value == '\n' || value == '\r' ||
         (value >= 0x20 && value < 0xD800) ||
         (value >= 0xE000 && value < 0xFFFE) ||
         (value >= 0x10000 && value <= 0x10FFFF);
}

// `name` stands between '&' and ';'.
bool IsReference(std::string_view name) {
  if (!StartsWith(name, "#")) {
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" ||
           name == "apos";
  }
  name.remove_prefix(1);
  const int base = StartsWith(name, "x") ? 16 : 10;
  if (base == 16) name.remove_prefix(1);
  unsigned value = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, value, base);
  return error == std::errc() && stop == end && IsXmlCharacter(value);
}

class Scanner {
 public:
  Scanner(std::string_view text, FileDiagnostics& errors)
      : text_(text), errors_(errors) {}

  bool Scan() {
    if (!CheckBytes()) return false;
    while (at_ < text_.size() && !stopped_) {
      if (text_[at_] == '<') {
        ReadMarkup();
      } else {
        ReadText();
      }
    }
    return ok_;
  }

 private:
  void Report(const char* id, std::size_t offset, std::string message) {
    ok_ = false;
    errors_.Error(id, offset, std::move(message));
  }
  void Stop(const char* id, std::size_t offset, std::string message) {
    Report(id, offset, std::move(message));
    stopped_ = true;
  }

  bool CheckBytes() {
    const auto is_node = [](char c) { return c == '<' || c == '='; };
    const std::size_t invalid = FindInvalidUtf8(text_);
    if (invalid != std::string_view::npos) {
      Report("xml-encoding", invalid, "expected UTF-8");
    } else if (text_.size() > limits::kFileBytes) {
      Report(
          "xml-size", 0,
          "expected at most " + std::to_string(limits::kFileBytes) + " bytes");
    } else if (static_cast<std::size_t>(std::count_if(
                   text_.begin(), text_.end(), is_node)) > kMaxXmlNodes) {
      Report("xml-size", 0,
             "expected at most " + std::to_string(kMaxXmlNodes) +
                 " tags and attributes");
    } else {
      const auto control = std::find_if(text_.begin(), text_.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' &&
               kSpace.find(c) == std::string_view::npos;
      });
      if (control != text_.end()) {
        Report("xml-syntax", static_cast<std::size_t>(control - text_.begin()),
               "expected no control character");
      }
    }
    return ok_;
  }

  void ReadText() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    const std::size_t first = text_.find_first_not_of(kSpace, at_);
    if (depth_ == 0 && first < end) {
      Report("xml-syntax", first, "expected no text outside the root element");
    } else {
      CheckReferences(at_, end);
    }
    at_ = end;
  }

  void CheckReferences(std::size_t begin, std::size_t end) {
    constexpr std::size_t kLongest = 10;  // "#x0010FFFF"
    const std::string_view part = text_.substr(0, end);
    for (std::size_t i = part.find('&', begin); i < end;
         i = part.find('&', i + 1)) {
      const std::string_view after = part.substr(i + 1, kLongest + 1);
      const std::size_t semicolon = after.find(';');
      if (semicolon == std::string_view::npos ||
          !IsReference(after.substr(0, semicolon))) {
        Report("xml-syntax", i,
               "expected &amp; &lt; &gt; &quot; &apos; or a character as "
               "&#x...; after '&'");
      }
    }
  }

  // Passes over "<!-- -->" and the like.
  bool Skip(std::string_view open, std::string_view close) {
    if (!StartsWith(text_.substr(at_), open)) return false;
    const std::size_t end = text_.find(close, at_ + open.size());
    at_ = end == std::string_view::npos ? text_.size() : end + close.size();
    return true;
  }

  void ReadMarkup() {
    if (Skip("<!--", "-->") || Skip("<![CDATA[", "]]>") || Skip("<?", "?>")) {
      return;
    }
    if (StartsWith(text_.substr(at_), "<!")) {
      Stop("xml-doctype", at_,
           "expected a document without DOCTYPE: document types and entities "
           "are not read");
    } else if (Skip("</", ">")) {
      if (depth_ > 0) --depth_;
    } else {
      ReadStartTag();
    }
  }

  void ReadStartTag() {
    const std::size_t start = at_;
    for (++at_; at_ < text_.size() && text_[at_] != '>'; ++at_) {
      if (text_[at_] != '"' && text_[at_] != '\'') continue;
      const std::size_t end = text_.find(text_[at_], at_ + 1);
      if (end == std::string_view::npos) {  // left to the parser
        at_ = text_.size();
        return;
      }
      CheckReferences(at_ + 1, end);
      at_ = end;
    }
    if (at_ == text_.size()) return;
    if (depth_ == 0 && has_root_) {
      Report("xml-syntax", start, "expected one root element");
    }
    has_root_ = true;
    const bool is_empty = text_[at_ - 1] == '/';
    ++at_;
    if (is_empty) return;
    if (++depth_ > kMaxXmlDepth) {
      Stop("xml-depth", start,
           "expected at most " + std::to_string(kMaxXmlDepth) +
               " levels of elements");
    }
  }

  std::string_view text_;
  FileDiagnostics& errors_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool has_root_ = false;
  bool ok_ = true;
  bool stopped_ = false;
};

}  // namespace

bool ScanXml(std::string_view text, FileDiagnostics& errors) {
  return Scanner(text, errors).Scan();
}

}  // namespace mapper
