// A JSON text as a flat table of values, each with its place in the text; not
// a writer, and no numbers' values (no format read here needs them).
//
// Read strictly by RFC 8259: no comments, no trailing commas, no NaN.  Reading
// and destruction are iterative.  More than kMaxDepth levels or kMaxValues
// values are refused, so the size of the table is bounded by both and by the
// size of the text.

#ifndef MAPPER_PARSE_JSON_DOCUMENT_H_
#define MAPPER_PARSE_JSON_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/limits.h"
#include "mapper/parse/file_diagnostics.h"

namespace mapper {

enum class JsonKind : unsigned char {
  kNull,
  kBoolean,
  kNumber,
  kString,
  kArray,
  kObject
};

// "null", "a boolean", ... "an object".
const char* ToString(JsonKind kind);

class JsonDocument;

// One value of a document, or none; valid as long as the document.
class JsonValue {
 public:
  JsonValue() = default;  // none

  explicit operator bool() const { return document_ != nullptr; }
  JsonKind kind() const;
  std::size_t offset() const;     // of its first byte
  std::string_view text() const;  // of a string; else empty
  std::string_view name() const;  // of a member of an object; else empty

  // Members or elements in the order of the text.
  JsonValue First() const;
  JsonValue Next() const;
  // The member of this object, or none.  Linear.
  JsonValue Find(std::string_view name) const;

  // JSON pointer (RFC 6901), with long names cut: "/response/elements/3".
  // The root is "/".
  std::string Path() const;

 private:
  friend class JsonDocument;
  JsonValue(const JsonDocument* document, std::uint32_t index)
      : document_(document), index_(index) {}
  JsonValue At(std::uint32_t index) const;

  const JsonDocument* document_ = nullptr;
  std::uint32_t index_ = 0;
};

class JsonDocument {
 public:
  static constexpr std::size_t kMaxDepth = limits::kJsonDepth;
  static constexpr std::size_t kMaxValues = limits::kJsonValues;

  // Reads UTF-8 text; reports [json-encoding], [json-syntax], [json-depth],
  // [json-size] (each ends the reading) and [json-duplicate-member].
  JsonDocument(std::string_view text, FileDiagnostics& errors);
  JsonDocument(const JsonDocument&) = delete;
  JsonDocument& operator=(const JsonDocument&) = delete;

  // None when the text could not be read.
  JsonValue root() const;

 private:
  friend class JsonValue;
  friend class JsonTableBuilder;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Slice {
    std::uint32_t begin = 0;  // in strings_
    std::uint32_t length = 0;
  };
  struct Node {
    JsonKind kind = JsonKind::kNull;
    std::uint32_t offset = 0;
    std::uint32_t parent = kNone;
    std::uint32_t first = kNone;
    std::uint32_t next = kNone;
    std::uint32_t ordinal = 0;  // among the values of its parent
    Slice name;
    Slice text;
  };

  std::string_view View(Slice slice) const {
    return std::string_view(strings_).substr(slice.begin, slice.length);
  }

  std::vector<Node> nodes_;
  std::string strings_;  // unescaped, one after the other
};

}  // namespace mapper

#endif  // MAPPER_PARSE_JSON_DOCUMENT_H_
