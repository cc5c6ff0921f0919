#include "mapper/parse/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <memory>
#include <new>
#include <optional>

#include "mapper/base/encoding.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/parse/html_bounds.h"

namespace mapper {
namespace {

constexpr std::size_t kHead = 2048;  // where a page says what it is

// The name after "charset=" in the head of a page, in lower case.
std::string DeclaredCharset(std::string_view bytes) {
  const std::string head = LowerCaseTag(bytes.substr(0, kHead));
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of("\"' />;", at) - at);
}

// Nothing when the page declares an encoding that is not known.
std::optional<Encoding> ChooseEncoding(std::string_view bytes) {
  const Encoding seen = DetectEncoding(bytes);
  if (seen != Encoding::kCp932) return seen;
  static const std::pair<const char*, Encoding> kNames[] = {
      {"", Encoding::kCp932},
      {"utf-8", Encoding::kUtf8},
      {"utf8", Encoding::kUtf8},
      {"shift_jis", Encoding::kCp932},
      {"shift-jis", Encoding::kCp932},
      {"sjis", Encoding::kCp932},
      {"x-sjis", Encoding::kCp932},
      {"ms932", Encoding::kCp932},
      {"windows-31j", Encoding::kCp932},
      {"cp932", Encoding::kCp932},
      {"euc-jp", Encoding::kEucJp},
      {"x-euc-jp", Encoding::kEucJp}};
  const std::string name = DeclaredCharset(bytes);
  for (const auto& [known, encoding] : kNames) {
    if (name == known) return encoding;
  }
  return {};
}

// "3" -> "3.", "c" -> "c.": what a browser prints before an item.
std::string ListNumber(const std::string& type, int number) {
  const bool letters = type == "a" || type == "A";
  if (letters && number >= 1 && number <= 26) {
    return std::string(1, static_cast<char>(type[0] + number - 1)) + ". ";
  }
  return std::to_string(number) + ". ";
}

// Whether a text brings its own mark: a digit, a bracket, ①, 第, a bullet.
bool BeginsWithMark(std::string_view text) {
  static const std::array<std::string_view, 12> kSigns = {
      "(", "（", "第", "・", "○", "●", "◆", "※", "【", "•", "-", "■"};
  if (text.empty()) return true;
  for (const std::string_view sign : kSigns) {
    if (StartsWith(text, sign)) return true;
  }
  const char32_t c = DecodeUtf8(text, 0).value;
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19) ||
         (c >= 0x2460 && c <= 0x2473) || (c >= 0x3251 && c <= 0x325f);
}

// Gumbo makes bytes that are no character of a reference such as &#x88888888;.
std::string CharactersOf(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    AppendUtf8(out, c.value);
    i += c.length;
  }
  return out;
}

class TextMaker {
 public:
  void Walk(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_DOCUMENT:
        WalkAll(node.v.document.children);
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        AddText(CharactersOf(node.v.text.text), node.v.text.start_pos.line);
        break;
      case GUMBO_NODE_ELEMENT:
        WalkElement(node.v.element);
        break;
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_TEMPLATE:
        break;
    }
  }

  HtmlText Take() {
    Break();
    return std::move(result_);
  }

 private:
  static const char* Attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found =
        gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? nullptr : found->value;
  }

  static bool IsDropped(const GumboElement& element) {
    if (IsOneOfTags(
            element.tag,
            {GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,
             GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,
             GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON, GUMBO_TAG_TEXTAREA,
             GUMBO_TAG_OBJECT, GUMBO_TAG_RT, GUMBO_TAG_RP})) {
      return true;
    }
    if (Attribute(element, "hidden") != nullptr) return true;
    const char* style = Attribute(element, "style");
    return style != nullptr &&
           ComparisonKey(style).find("display:none") != std::string::npos;
  }

  static bool IsInline(GumboTag tag) {
    return IsOneOfTags(
        tag,
        {GUMBO_TAG_A,      GUMBO_TAG_B,     GUMBO_TAG_I,     GUMBO_TAG_EM,
         GUMBO_TAG_STRONG, GUMBO_TAG_SPAN,  GUMBO_TAG_FONT,  GUMBO_TAG_U,
         GUMBO_TAG_S,      GUMBO_TAG_SMALL, GUMBO_TAG_BIG,   GUMBO_TAG_SUB,
         GUMBO_TAG_SUP,    GUMBO_TAG_CODE,  GUMBO_TAG_RUBY,  GUMBO_TAG_RB,
         GUMBO_TAG_MARK,   GUMBO_TAG_ABBR,  GUMBO_TAG_CITE,  GUMBO_TAG_Q,
         GUMBO_TAG_TIME,   GUMBO_TAG_INS,   GUMBO_TAG_DEL,   GUMBO_TAG_LABEL,
         GUMBO_TAG_TD,     GUMBO_TAG_TH,    GUMBO_TAG_IMG,   GUMBO_TAG_WBR,
         GUMBO_TAG_TT,     GUMBO_TAG_KBD,   GUMBO_TAG_VAR,   GUMBO_TAG_DFN,
         GUMBO_TAG_BDO,    GUMBO_TAG_BDI,   GUMBO_TAG_STRIKE});
  }

  void WalkElement(const GumboElement& element) {
    if (IsDropped(element)) return;
    const bool block = !IsInline(element.tag);
    if (block) Break();
    if (IsOneOfTags(element.tag, {GUMBO_TAG_TD, GUMBO_TAG_TH}) &&
        !line_.empty()) {
      line_ += "  ";
      space_ = true;
    }
    const bool was_pre = pre_;
    pre_ = pre_ || element.tag == GUMBO_TAG_PRE;
    if (IsOneOfTags(element.tag, {GUMBO_TAG_OL, GUMBO_TAG_UL})) {
      WalkList(element);
    } else {
      WalkAll(element.children);
    }
    pre_ = was_pre;
    if (block) Break();
  }

  void WalkList(const GumboElement& list) {
    int number = IntOf(list, "start").value_or(1);
    const char* type = Attribute(list, "type");
    for (unsigned int i = 0; i < list.children.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(list.children.data[i]);
      if (node.type != GUMBO_NODE_ELEMENT ||
          node.v.element.tag != GUMBO_TAG_LI) {
        Walk(node);
        continue;
      }
      if (IsDropped(node.v.element)) continue;
      Break();
      number = IntOf(node.v.element, "value").value_or(number);
      lead_ = list.tag == GUMBO_TAG_OL
                  ? ListNumber(type == nullptr ? "1" : type, number)
                  : "・";
      ++number;
      WalkAll(node.v.element.children);
      Break();
      lead_.clear();
    }
  }

  static std::optional<int> IntOf(const GumboElement& element,
                                  const char* name) {
    const char* text = Attribute(element, name);
    if (text == nullptr) return {};
    const std::string_view digits = text;
    int value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    // Numbers beyond these are no numbering.
    if (error != std::errc() || value < 0 || value > 99999) return {};
    return value;
  }

  void WalkAll(const GumboVector& children) {
    for (unsigned int i = 0; i < children.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(children.data[i]);
      Walk(node);
    }
  }

  void AddText(std::string_view text, unsigned int source_line) {
    for (const char c : text) {
      if (c == '\n' && pre_) {
        Break();
        ++source_line;
        continue;
      }
      if (c == '\n') ++source_line;
      if (c == ' ' || c == '\t' || c == '\n' || c == '\f') {
        if (!space_ && !line_.empty()) line_ += ' ';
        space_ = true;
        continue;
      }
      if (line_.empty()) line_from_ = source_line;
      space_ = false;
      line_ += c;
    }
  }

  void Break() {
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    if (!line_.empty()) {
      if (!BeginsWithMark(line_)) result_.utf8 += lead_;
      lead_.clear();
      result_.utf8 += line_ + "\n";
      result_.lines.push_back(line_from_);
    }
    line_.clear();
    space_ = false;
  }

  HtmlText result_;
  std::string line_;
  std::size_t line_from_ = 0;
  std::string lead_;  // before the next line, unless that has a mark
  bool space_ = false;
  bool pre_ = false;
};

}  // namespace

bool LooksLikeHtml(const std::string& path, std::string_view bytes) {
  const std::string name = LowerCaseTag(path);
  if (EndsWith(name, ".html") || EndsWith(name, ".htm")) return true;
  const std::string head = LowerCaseTag(bytes.substr(0, kHead));
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string::npos && head[first] == '<' &&
         (head.find("<html") != std::string::npos ||
          head.find("<!doctype html") != std::string::npos);
}

HtmlText ReadHtml(const std::string& path, std::string_view bytes,
                  Diagnostics& diagnostics, const HtmlLimits& limits) {
  if (bytes.size() > limits.bytes) {
    diagnostics.Error(
        "html-too-large", {path, 0, 0},
        "an HTML page of more than " + std::to_string(limits.bytes) + " bytes");
    return {};
  }
  const auto encoding = ChooseEncoding(bytes);
  if (!encoding) {
    diagnostics.Error("html-charset", {path, 0, 0},
                      "the page is in an encoding that is not read: " +
                          Visible(DeclaredCharset(bytes)) +
                          "; save it as UTF-8");
    return {};
  }
  const std::string html = DecodeTextAs(path, bytes, *encoding, diagnostics);
  const std::size_t deep = FindTooDeep(html);
  if (deep != std::string_view::npos) {
    diagnostics.Error(
        "html-too-deep",
        {path,
         1 + static_cast<std::size_t>(std::count(
                 html.begin(), html.begin() + static_cast<std::ptrdiff_t>(deep),
                 '\n')),
         1},
        "more than " + std::to_string(mapper::limits::kHtmlDepth) +
            " tags are open; save the page as text");
    return {};
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  HtmlTreeMemory memory(limits.tree_bytes, limits.time);
  options.allocator = HtmlTreeMemory::Take;
  options.deallocator = HtmlTreeMemory::Give;
  options.userdata = &memory;
  const GumboOutput* output = nullptr;
  try {
    output = gumbo_parse_with_options(&options, html.data(), html.size());
  } catch (const std::bad_alloc&) {
    diagnostics.Error("html-too-large", {path, 0, 0},
                      "a page whose tags need more than " +
                          std::to_string(limits.tree_bytes) + " bytes or " +
                          std::to_string(limits.time.count() / 1000) +
                          " s; save it as text");
    return {};
  }
  if (IsTooDeep(*output->document)) {
    diagnostics.Error("html-too-deep", {path, 0, 0},
                      "tags lie more than " +
                          std::to_string(2 * mapper::limits::kHtmlDepth) +
                          " deep in each other; save the page as text");
    return {};
  }
  TextMaker maker;
  maker.Walk(*output->document);
  return maker.Take();
}

}  // namespace mapper
