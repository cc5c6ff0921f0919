#include "mapper/parse/xlsx_package.h"

#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/xml_scan.h"

namespace mapper {
namespace {

// A part name from the place of another: "../a.xml" in "xl/b/" is "xl/a.xml";
// nothing when it leaves the archive.
std::string Resolve(std::string_view folder, std::string_view target) {
  std::vector<std::string_view> parts;
  if (!StartsWith(target, "/")) parts = Split(folder, '/');
  for (const std::string_view part : Split(target, '/')) {
    if (part == "..") {
      while (!parts.empty() && parts.back().empty()) parts.pop_back();
      if (parts.empty()) return {};
      parts.pop_back();
    } else if (part != ".") {
      parts.push_back(part);
    }
  }
  std::string name;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!name.empty()) name += '/';
    name += part;
  }
  return name;
}

std::string FolderOf(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash);
}

}  // namespace

std::unique_ptr<pugi::xml_document> XlsxPackage::Read(const std::string& part,
                                                      std::string_view name) {
  auto bytes = zip_.Read(part);
  if (!bytes) {
    failed_ = true;
    return nullptr;
  }
  if (StartsWith(*bytes, "\xEF\xBB\xBF")) bytes->erase(0, 3);
  const std::string where = file_ + "(" + Visible(part) + ")";
  FileDiagnostics errors(where, *bytes, diagnostics_);
  auto document = std::make_unique<pugi::xml_document>();
  if (!ScanXml(*bytes, errors)) {
    failed_ = true;
    return nullptr;
  }
  const pugi::xml_parse_result result = document->load_buffer(
      bytes->data(), bytes->size(),
      pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!result || LocalName(document->document_element()) != name) {
    failed_ = true;
    errors.Error("xml-syntax", static_cast<std::size_t>(result.offset),
                 result ? "expected <" + std::string(name) + ">"
                        : std::string(result.description()));
    return nullptr;
  }
  return document;
}

std::map<std::string, PackageRelation> XlsxPackage::Relations(
    const std::string& part) {
  std::map<std::string, PackageRelation> relations;
  const std::string folder = FolderOf(part);
  const std::string name = (folder.empty() ? "" : folder + "/") + "_rels/" +
                           part.substr(part.rfind('/') + 1) + ".rels";
  if (!zip_.Has(name)) return relations;
  const auto document = Read(name, "Relationships");
  if (document == nullptr) return relations;
  ForEach(document->document_element(), "Relationship",
          [&](const pugi::xml_node& node) {
            const std::string_view type = Value(node, "Type");
            PackageRelation relation;
            relation.type = type.substr(type.rfind('/') + 1);
            relation.external = Value(node, "TargetMode") == "External";
            relation.target = Resolve(folder, Value(node, "Target"));
            relations[std::string(Value(node, "Id"))] = std::move(relation);
          });
  return relations;
}

}  // namespace mapper
