// The parts of an Office Open XML package (ECMA-376 part 2) and how they refer
// to each other.  Private to parse/.

#ifndef MAPPER_PARSE_XLSX_PACKAGE_H_
#define MAPPER_PARSE_XLSX_PACKAGE_H_

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/xml_name.h"
#include "mapper/parse/zip_archive.h"

namespace mapper {

struct PackageRelation {
  std::string type;    // last word of its address
  std::string target;  // name of a part; "" when it leaves the package
  bool external = false;
};

class XlsxPackage {
 public:
  // The arguments must outlive the object.
  XlsxPackage(const std::string& file, std::string_view bytes,
              Diagnostics& diagnostics, const ZipLimits& limits)
      : file_(file),
        diagnostics_(diagnostics),
        zip_(file, bytes, diagnostics, limits),
        failed_(!zip_.ok()) {}

  // A part as a tree; null when it is missing or no XML, which is reported.
  // The root element must be called `name`, whatever its prefix.
  std::unique_ptr<pugi::xml_document> Read(const std::string& part,
                                           std::string_view name);

  // Relations of a part by id; those of the whole package for "", none when
  // it has none.
  std::map<std::string, PackageRelation> Relations(const std::string& part);

  // True when something was reported.
  bool failed() const { return failed_; }

 private:
  const std::string& file_;
  Diagnostics& diagnostics_;
  ZipArchive zip_;
  bool failed_;
};

inline pugi::xml_node Child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (LocalName(child) == name) return child;
  }
  return {};
}

template <typename Visit>
void ForEach(const pugi::xml_node& node, std::string_view name,
             const Visit& visit) {
  for (const pugi::xml_node& child : node.children()) {
    if (LocalName(child) == name) visit(child);
  }
}

inline std::string_view Value(const pugi::xml_node& node, const char* name) {
  return node.attribute(name).value();
}

}  // namespace mapper

#endif  // MAPPER_PARSE_XLSX_PACKAGE_H_
