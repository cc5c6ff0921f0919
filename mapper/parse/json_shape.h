// Typed access to a JsonDocument that reports what is missing or has another
// type as [json-shape], with its path, at the value (at the object when it is
// missing), and then goes on as if there were none.

#ifndef MAPPER_PARSE_JSON_SHAPE_H_
#define MAPPER_PARSE_JSON_SHAPE_H_

#include <string_view>
#include <vector>

#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/json_document.h"

namespace mapper {

class JsonShape {
 public:
  enum class Need { kOptional, kRequired };

  // `errors` must outlive the object.
  explicit JsonShape(FileDiagnostics& errors) : errors_(errors) {}

  // The member of this kind, or none.
  JsonValue Member(const JsonValue& object, std::string_view name,
                   JsonKind kind, Need need) const;

  // The text of a string member.  A required one must not be empty.
  std::string_view Required(const JsonValue& object,
                            std::string_view name) const;
  std::string_view Optional(const JsonValue& object,
                            std::string_view name) const;

  // The objects in an array member; each other element is reported.
  std::vector<JsonValue> Objects(const JsonValue& object, std::string_view name,
                                 Need need = Need::kOptional) const;

 private:
  bool IsOfKind(const JsonValue& value, JsonKind kind) const;

  FileDiagnostics& errors_;
};

}  // namespace mapper

#endif  // MAPPER_PARSE_JSON_SHAPE_H_
