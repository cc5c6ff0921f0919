// Which framework of ours the source-resource or target-resource of an OSCAL
// mapping means.

#ifndef MAPPER_PARSE_OSCAL_RESOURCE_H_
#define MAPPER_PARSE_OSCAL_RESOURCE_H_

#include <string>
#include <string_view>
#include <unordered_map>

#include "mapper/model/dataset.h"
#include "mapper/parse/json_document.h"
#include "mapper/parse/json_shape.h"

namespace mapper {

// The value of the prop of our namespace with this name, or "".
std::string OurOscalProp(const JsonValue& holder, std::string_view name,
                         const JsonShape& shape);

class OscalResources {
 public:
  // Reads "back-matter" of the mapping-collection.  `dataset` and `shape` must
  // outlive the object.
  OscalResources(const Dataset& dataset, const JsonShape& shape,
                 const JsonValue& collection);

  // The framework that a resource reference names, by our prop, by the title of
  // the resource its href points to, or by the name of the file at the end of
  // an href ("csf-2.0.json"); -1: none of ours.
  int Find(const JsonValue& reference) const;

  // How the reference calls it, for a message.
  std::string Name(const JsonValue& reference) const;

 private:
  int FindByHref(std::string_view href) const;
  JsonValue ResourceOf(const JsonValue& reference) const;

  const Dataset& dataset_;
  const JsonShape& shape_;
  std::unordered_map<std::string, JsonValue> resources_;  // by UUID
};

}  // namespace mapper

#endif  // MAPPER_PARSE_OSCAL_RESOURCE_H_
