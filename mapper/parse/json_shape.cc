#include "mapper/parse/json_shape.h"

#include <string>

namespace mapper {

bool JsonShape::IsOfKind(const JsonValue& value, JsonKind kind) const {
  if (value.kind() == kind) return true;
  errors_.Error("json-shape", value.offset(),
                value.Path() + ": expected " + ToString(kind) + ", found " +
                    ToString(value.kind()));
  return false;
}

JsonValue JsonShape::Member(const JsonValue& object, std::string_view name,
                            JsonKind kind, Need need) const {
  const JsonValue value = object.Find(name);
  if (value) return IsOfKind(value, kind) ? value : JsonValue();
  if (need == Need::kRequired) {
    errors_.Error("json-shape", object.offset(),
                  object.Path() + ": expected a member " + Quoted(name) + ", " +
                      ToString(kind));
  }
  return {};
}

std::string_view JsonShape::Required(const JsonValue& object,
                                     std::string_view name) const {
  const JsonValue value =
      Member(object, name, JsonKind::kString, Need::kRequired);
  if (!value) return {};
  if (value.text().empty()) {
    errors_.Error("json-shape", value.offset(),
                  value.Path() + ": expected a string that is not empty");
  }
  return value.text();
}

std::string_view JsonShape::Optional(const JsonValue& object,
                                     std::string_view name) const {
  const JsonValue value =
      Member(object, name, JsonKind::kString, Need::kOptional);
  return value ? value.text() : std::string_view();
}

std::vector<JsonValue> JsonShape::Objects(const JsonValue& object,
                                          std::string_view name,
                                          Need need) const {
  std::vector<JsonValue> objects;
  const JsonValue array = Member(object, name, JsonKind::kArray, need);
  if (!array) return objects;
  for (JsonValue value = array.First(); value; value = value.Next()) {
    if (IsOfKind(value, JsonKind::kObject)) objects.push_back(value);
  }
  return objects;
}

}  // namespace mapper
