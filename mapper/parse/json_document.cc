#include "mapper/parse/json_document.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

#include "mapper/base/limits.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

// What RapidJSON's error at `next` (the text from there on) means.
std::string ParseErrorText(rapidjson::ParseErrorCode code,
                           std::string_view next) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "expected a JSON value";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "expected nothing after the end of the JSON value";
    case rapidjson::kParseErrorValueInvalid:
      return "expected a JSON value";
    case rapidjson::kParseErrorObjectMissName:
      return "expected a member name in double quotes";
    case rapidjson::kParseErrorObjectMissColon:
      return "expected ':' after the member name";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "expected ',' or '}' after the member";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "expected ',' or ']' after the element";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "expected four hexadecimal digits after \\u";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "expected the second half of a surrogate pair after this \\u";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return !next.empty() && next.front() == '\\'
                 ? "expected one of \" \\ / b f n r t u after \\"
                 : "expected no control character inside a string";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "expected '\"' at the end of the string";
    case rapidjson::kParseErrorNumberTooBig:
      return "expected a number in the range of a double";
    case rapidjson::kParseErrorNumberMissFraction:
      return "expected a digit after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent:
      return "expected a digit in the exponent";
    case rapidjson::kParseErrorNone:
    case rapidjson::kParseErrorStringInvalidEncoding:
    case rapidjson::kParseErrorTermination:
    case rapidjson::kParseErrorUnspecificSyntaxError:
      break;
  }
  return "expected JSON";
}

}  // namespace

// Receives RapidJSON's events and fills the table.  An event returns false to
// end the reading, after a report.
class JsonTableBuilder {
 public:
  JsonTableBuilder(std::string_view text, const rapidjson::MemoryStream& stream,
                   JsonDocument& document, FileDiagnostics& errors)
      : text_(text), stream_(stream), document_(document), errors_(errors) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON's names
  bool Null() { return Scalar(JsonKind::kNull); }
  bool Bool(bool /*value*/) { return Scalar(JsonKind::kBoolean); }
  bool Int(int /*value*/) { return Scalar(JsonKind::kNumber); }
  bool Uint(unsigned /*value*/) { return Scalar(JsonKind::kNumber); }
  bool Int64(std::int64_t /*value*/) { return Scalar(JsonKind::kNumber); }
  bool Uint64(std::uint64_t /*value*/) { return Scalar(JsonKind::kNumber); }
  bool Double(double /*value*/) { return Scalar(JsonKind::kNumber); }
  bool RawNumber(const char* /*text*/, rapidjson::SizeType /*length*/,
                 bool /*copy*/) {
    return Scalar(JsonKind::kNumber);
  }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    const std::size_t start = TokenStart();
    JsonDocument::Slice slice;
    if (!Store({text, length}, start, slice)) return false;
    if (!Scalar(JsonKind::kString)) return false;
    document_.nodes_.back().text = slice;
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    const std::size_t start = TokenStart();
    if (!Store({text, length}, start, name_)) return false;
    name_offset_ = start;
    token_end_ = stream_.Tell();
    return true;
  }
  bool StartObject() { return Start(JsonKind::kObject); }
  bool StartArray() { return Start(JsonKind::kArray); }
  bool EndObject(rapidjson::SizeType /*members*/) {
    CheckNames();
    End();
    return true;
  }
  bool EndArray(rapidjson::SizeType /*elements*/) {
    End();
    return true;
  }
  // NOLINTEND(readability-identifier-naming)

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t last;     // value added to it last, or kNone
    std::size_t names = 0;  // where its member names begin in names_
  };
  struct Name {
    JsonDocument::Slice name;
    std::size_t offset;
  };

  // RapidJSON reports most tokens when it has passed them: the token begins
  // after what separates it from the one before.
  std::size_t TokenStart() const {
    const std::size_t start = text_.find_first_not_of(" \t\r\n,:", token_end_);
    return std::min(start, text_.size());
  }

  bool Store(std::string_view text, std::size_t start,
             JsonDocument::Slice& slice) {
    if (FindInvalidUtf8(text) != std::string_view::npos) {
      errors_.Error("json-encoding", start,
                    "expected characters: the string holds an escape of half "
                    "a surrogate pair");
      return false;
    }
    slice.begin = static_cast<std::uint32_t>(document_.strings_.size());
    slice.length = static_cast<std::uint32_t>(text.size());
    document_.strings_ += text;
    return true;
  }

  bool AddNode(JsonKind kind, std::size_t start) {
    std::vector<JsonDocument::Node>& nodes = document_.nodes_;
    if (nodes.size() == JsonDocument::kMaxValues) {
      errors_.Error("json-size", start,
                    "expected at most " +
                        std::to_string(JsonDocument::kMaxValues) +
                        " JSON values");
      return false;
    }
    const auto index = static_cast<std::uint32_t>(nodes.size());
    JsonDocument::Node node;
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(start);
    if (!open_.empty()) {
      Open& open = open_.back();
      node.parent = open.node;
      if (open.last == JsonDocument::kNone) {
        nodes[open.node].first = index;
      } else {
        nodes[open.last].next = index;
        node.ordinal = nodes[open.last].ordinal + 1;
      }
      open.last = index;
      if (nodes[open.node].kind == JsonKind::kObject) {
        node.name = name_;
        names_.push_back({name_, name_offset_});
      }
    }
    nodes.push_back(node);
    return true;
  }

  bool Scalar(JsonKind kind) {
    if (!AddNode(kind, TokenStart())) return false;
    token_end_ = stream_.Tell();
    return true;
  }

  bool Start(JsonKind kind) {
    const std::size_t start = TokenStart();
    if (open_.size() == JsonDocument::kMaxDepth) {
      errors_.Error("json-depth", start,
                    "expected at most " +
                        std::to_string(JsonDocument::kMaxDepth) +
                        " levels of nesting");
      return false;
    }
    if (!AddNode(kind, start)) return false;
    open_.push_back({static_cast<std::uint32_t>(document_.nodes_.size() - 1),
                     JsonDocument::kNone, names_.size()});
    token_end_ = start + 1;
    return true;
  }

  void End() {
    token_end_ = TokenStart() + 1;
    names_.resize(open_.back().names);
    open_.pop_back();
  }

  // Readers differ in which of two members of one name they take.
  void CheckNames() {
    const auto begin =
        names_.begin() + static_cast<std::ptrdiff_t>(open_.back().names);
    if (names_.end() - begin < 2) return;
    const auto view = [&](const Name& name) {
      return document_.View(name.name);
    };
    std::stable_sort(begin, names_.end(), [&](const Name& a, const Name& b) {
      return view(a) < view(b);
    });
    for (auto next = begin + 1; next != names_.end(); ++next) {
      if (view(*next) != view(*(next - 1))) continue;
      errors_.Error("json-duplicate-member", next->offset,
                    "expected each member once: " + Quoted(view(*next)) +
                        " is given again");
    }
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  JsonDocument& document_;
  FileDiagnostics& errors_;
  std::vector<Open> open_;
  std::vector<Name> names_;   // of all open objects
  JsonDocument::Slice name_;  // of the member whose value comes next
  std::size_t name_offset_ = 0;
  std::size_t token_end_ = 0;  // of the token before
};

const char* ToString(JsonKind kind) {
  switch (kind) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kBoolean:
      return "a boolean";
    case JsonKind::kNumber:
      return "a number";
    case JsonKind::kString:
      return "a string";
    case JsonKind::kArray:
      return "an array";
    case JsonKind::kObject:
      return "an object";
  }
  return "a value";
}

JsonDocument::JsonDocument(std::string_view text, FileDiagnostics& errors) {
  if (text.size() > limits::kFileBytes) {
    errors.Error(
        "json-size", 0,
        "expected at most " + std::to_string(limits::kFileBytes) + " bytes");
    return;
  }
  const std::size_t invalid = FindInvalidUtf8(text);
  if (invalid != std::string_view::npos) {
    errors.Error("json-encoding", invalid, "expected UTF-8");
    return;
  }
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  JsonTableBuilder builder(text, stream, *this, errors);
  const rapidjson::ParseResult result =
      reader.Parse<rapidjson::kParseIterativeFlag>(stream, builder);
  if (!result.IsError() && stream.Tell() == text.size()) return;
  nodes_.clear();
  // RapidJSON takes a NUL byte for the end of the text.
  if (!result.IsError()) {
    errors.Error("json-syntax", stream.Tell(),
                 "expected nothing after the end of the JSON value");
  } else if (result.Code() != rapidjson::kParseErrorTermination) {
    const std::size_t at = std::min(result.Offset(), text.size());
    std::string message = ParseErrorText(result.Code(), text.substr(at));
    if (at == text.size()) message += "; the file ends here";
    errors.Error("json-syntax", at, std::move(message));
  }
}

JsonValue JsonDocument::root() const {
  return nodes_.empty() ? JsonValue() : JsonValue(this, 0);
}

JsonKind JsonValue::kind() const { return document_->nodes_[index_].kind; }

std::size_t JsonValue::offset() const {
  return document_->nodes_[index_].offset;
}

std::string_view JsonValue::text() const {
  return document_->View(document_->nodes_[index_].text);
}

std::string_view JsonValue::name() const {
  return document_->View(document_->nodes_[index_].name);
}

JsonValue JsonValue::At(std::uint32_t index) const {
  return index == JsonDocument::kNone ? JsonValue()
                                      : JsonValue(document_, index);
}

JsonValue JsonValue::First() const {
  return At(document_->nodes_[index_].first);
}

JsonValue JsonValue::Next() const { return At(document_->nodes_[index_].next); }

JsonValue JsonValue::Find(std::string_view name) const {
  if (kind() != JsonKind::kObject) return {};
  for (JsonValue member = First(); member; member = member.Next()) {
    if (member.name() == name) return member;
  }
  return {};
}

std::string JsonValue::Path() const {
  constexpr std::size_t kNameCells = 40;
  constexpr std::size_t kNameBytes = 4 * kNameCells;
  std::vector<std::string> steps;
  for (JsonValue value = *this;;
       value = value.At(document_->nodes_[value.index_].parent)) {
    const JsonValue parent = value.At(document_->nodes_[value.index_].parent);
    if (!parent) break;
    std::string step;
    if (parent.kind() == JsonKind::kArray) {
      step = std::to_string(document_->nodes_[value.index_].ordinal);
    } else {
      for (const char c : value.name().substr(0, kNameBytes)) {
        if (c == '~') {
          step += "~0";
        } else if (c == '/') {
          step += "~1";
        } else {
          step += c;
        }
      }
      step = Truncate(step, kNameCells);
    }
    steps.push_back(std::move(step));
  }
  std::reverse(steps.begin(), steps.end());
  return '/' + Join(steps, "/");
}

}  // namespace mapper
