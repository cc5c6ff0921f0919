#include "mapper/parse/oscal_resource.h"

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/parse/imported_crosswalk.h"

namespace mapper {

std::string OurOscalProp(const JsonValue& holder, std::string_view name,
                         const JsonShape& shape) {
  for (const JsonValue& prop : shape.Objects(holder, "props")) {
    if (shape.Optional(prop, "ns") == kOscalNamespace &&
        shape.Optional(prop, "name") == name) {
      return std::string(shape.Optional(prop, "value"));
    }
  }
  return {};
}

OscalResources::OscalResources(const Dataset& dataset, const JsonShape& shape,
                               const JsonValue& collection)
    : dataset_(dataset), shape_(shape) {
  const JsonValue back = shape.Member(
      collection, "back-matter", JsonKind::kObject, JsonShape::Need::kOptional);
  if (!back) return;
  for (const JsonValue& resource : shape.Objects(back, "resources")) {
    resources_.emplace(std::string(shape.Required(resource, "uuid")), resource);
  }
}

JsonValue OscalResources::ResourceOf(const JsonValue& reference) const {
  std::string_view href = shape_.Optional(reference, "href");
  if (!StartsWith(href, "#")) return {};
  href.remove_prefix(1);
  const auto found = resources_.find(std::string(href));
  return found == resources_.end() ? JsonValue() : found->second;
}

int OscalResources::FindByHref(std::string_view href) const {
  href = href.substr(0, href.find_first_of("?#"));
  const std::size_t slash = href.rfind('/');
  if (slash != std::string_view::npos) href.remove_prefix(slash + 1);
  for (const char* ending : {".json", ".xml", ".yaml", ".yml"}) {
    if (EndsWith(href, ending)) {
      href.remove_suffix(std::string_view(ending).size());
      break;
    }
  }
  return href.empty() ? -1 : FindNamedFramework(dataset_, std::string(href));
}

int OscalResources::Find(const JsonValue& reference) const {
  if (const std::string id = OurOscalProp(reference, "framework", shape_);
      !id.empty()) {
    return dataset_.FindFramework(id);
  }
  const JsonValue resource = ResourceOf(reference);
  if (!resource) return FindByHref(shape_.Optional(reference, "href"));
  if (const std::string id = OurOscalProp(resource, "framework", shape_);
      !id.empty()) {
    return dataset_.FindFramework(id);
  }
  const std::string title(shape_.Optional(resource, "title"));
  int found = FindNamedFramework(dataset_, title);
  for (const JsonValue& link : shape_.Objects(resource, "rlinks")) {
    if (found >= 0) break;
    found = FindByHref(shape_.Optional(link, "href"));
  }
  return found;
}

std::string OscalResources::Name(const JsonValue& reference) const {
  std::string_view name = shape_.Optional(reference, "href");
  if (const JsonValue resource = ResourceOf(reference)) {
    const std::string_view title = shape_.Optional(resource, "title");
    if (!title.empty()) name = title;
  }
  return Quoted(name);
}

}  // namespace mapper
