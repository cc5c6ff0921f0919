// Names of XML elements without their prefix: documents bind the same
// namespace to different prefixes, or to none.  Private to parse/.

#ifndef MAPPER_PARSE_XML_NAME_H_
#define MAPPER_PARSE_XML_NAME_H_

#include <pugixml.hpp>
#include <string_view>

namespace mapper {

inline std::string_view WithoutPrefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

inline std::string_view LocalName(const pugi::xml_node& node) {
  return WithoutPrefix(node.name());
}

}  // namespace mapper

#endif  // MAPPER_PARSE_XML_NAME_H_
