#include "mapper/parse/catalog_xml.h"

#include <algorithm>
#include <pugixml.hpp>

#include "mapper/base/error.h"
#include "mapper/base/text.h"
#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/oscal_outline.h"
#include "mapper/parse/xml_name.h"
#include "mapper/parse/xml_scan.h"

namespace mapper {
namespace {

constexpr char kLineEnd = '\x1E';  // cannot occur in XML

bool IsAnyOf(std::string_view name,
             std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view Attribute(const pugi::xml_node& node, const char* name) {
  return node.attribute(name).value();
}

// Of the '<'; pugixml gives the place of the name.
std::size_t Offset(const pugi::xml_node& node) {
  const std::ptrdiff_t offset = node.offset_debug();
  return offset > 0 ? static_cast<std::size_t>(offset) - 1 : 0;
}

// Text of a node with a kLineEnd around each block.
void Collect(const pugi::xml_node& node, std::string& out) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      out += child.value();
    }
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = LocalName(child);
    if (name == "insert") {
      out += "{{ insert: " + std::string(Attribute(child, "type")) + ", " +
             std::string(Attribute(child, "id-ref")) + " }}";
      continue;
    }
    const bool is_inline = IsAnyOf(name, {"a", "code", "em", "i", "b", "q",
                                          "strong", "sub", "sup", "img"});
    if (!is_inline) out += kLineEnd;
    Collect(child, out);
    if (!is_inline) out += kLineEnd;
  }
}

// White space of XML files is layout: runs of it become one space.
std::string Normalised(std::string_view text) {
  std::string out;
  bool space = false;
  char pending = '\0';
  for (const char c : text) {
    space = c == kLineEnd || c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (c == kLineEnd) {
      pending = '\n';
    } else if (space && pending == '\0') {
      pending = ' ';
    }
    if (space) continue;
    if (pending != '\0' && !out.empty()) out += pending;
    pending = '\0';
    out += c;
  }
  return out;
}

std::string Text(const pugi::xml_node& node) {
  std::string out;
  Collect(node, out);
  return Normalised(out);
}

// Walks the elements; recursion is bounded by kMaxXmlDepth.
class OscalXmlReader {
 public:
  explicit OscalXmlReader(FileDiagnostics& errors)
      : errors_(errors), outline_(errors) {}

  Outline Read(const pugi::xml_node& catalog) {
    ReadChildren(catalog, OscalOutline::kRoot);
    return outline_.Finish();
  }

 private:
  std::string_view Required(const pugi::xml_node& node, const char* name) {
    const std::string_view value = Attribute(node, name);
    if (value.empty()) {
      errors_.Error("xml-shape", Offset(node),
                    "expected <" + std::string(LocalName(node)) +
                        "> to have an attribute " + Quoted(name) +
                        " that is not empty");
    }
    return value;
  }

  void ReadChildren(const pugi::xml_node& holder, int parent) {
    for (const pugi::xml_node& child : holder.children()) {
      const std::string_view name = LocalName(child);
      if (name == "group") ReadControl(child, OscalKind::kGroup, parent);
      if (name == "control") ReadControl(child, OscalKind::kControl, parent);
    }
  }

  std::string Title(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      if (LocalName(child) == "title") return Text(child);
    }
    return {};
  }

  void ReadControl(const pugi::xml_node& node, OscalKind kind, int parent) {
    const std::string title = Title(node);
    if (title.empty()) {
      errors_.Error("xml-shape", Offset(node),
                    "expected <" + std::string(LocalName(node)) +
                        "> to hold a <title> that is not empty");
    }
    const int entry =
        outline_.Add(kind, parent, Offset(node), Required(node, "id"),
                     Attribute(node, "class"), title);
    ReadPropsAndLinks(node, entry);
    for (const pugi::xml_node& part : node.children()) {
      if (LocalName(part) != "part") continue;
      const std::string_view name = Required(part, "name");
      if (!IsWordingPart(name)) continue;
      if (name == "statement") outline_.CountStatement();
      ReadWording(part, entry);
    }
    ReadChildren(node, entry);
  }

  void ReadPropsAndLinks(const pugi::xml_node& node, int entry) {
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = LocalName(child);
      if (name == "prop") {
        const std::string_view prop = Required(child, "name");
        const std::string_view value = Required(child, "value");
        outline_.AddProp(entry, prop, value, Attribute(child, "class"),
                         Attribute(child, "ns"));
      } else if (name == "link") {
        outline_.AddLink(entry, Attribute(child, "rel"),
                         Required(child, "href"));
      }
    }
  }

  void ReadWording(const pugi::xml_node& part, int entry) {
    std::string text;
    for (const pugi::xml_node& child : part.children()) {
      if (child.type() != pugi::node_element ||
          IsAnyOf(LocalName(child), {"title", "prop", "link", "part"})) {
        continue;
      }
      Collect(child, text);
      text += kLineEnd;
    }
    outline_.AddText(entry, Normalised(text));
    for (const pugi::xml_node& item : part.children()) {
      if (LocalName(item) != "part" || Required(item, "name") != "item") {
        continue;
      }
      const int child = outline_.Add(OscalKind::kItem, entry, Offset(item), {},
                                     {}, Title(item));
      ReadPropsAndLinks(item, child);
      ReadWording(item, child);
    }
  }

  FileDiagnostics& errors_;
  OscalOutline outline_;
};

const char* ParseErrorText(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_unrecognized_tag:
      return "expected the name of an element after '<'";
    case pugi::status_bad_pi:
      return "expected '?>' at the end of the processing instruction";
    case pugi::status_bad_comment:
      return "expected '-->' at the end of the comment";
    case pugi::status_bad_cdata:
      return "expected ']]>' at the end of the CDATA section";
    case pugi::status_bad_pcdata:
      return "expected an end tag after the text";
    case pugi::status_bad_start_element:
      return "expected '>' at the end of the start tag";
    case pugi::status_bad_attribute:
      return "expected an attribute as name=\"value\"";
    case pugi::status_bad_end_element:
      return "expected '>' at the end of the end tag";
    case pugi::status_end_element_mismatch:
      return "expected the end tag of the element opened last";
    case pugi::status_no_document_element:
      return "expected a root element";
    case pugi::status_ok:
    case pugi::status_file_not_found:
    case pugi::status_io_error:
    case pugi::status_out_of_memory:
    case pugi::status_internal_error:
    case pugi::status_bad_doctype:
    case pugi::status_append_invalid_root:
      break;
  }
  return "expected XML";
}

}  // namespace

bool LooksLikeCatalogXml(std::string_view text) {
  text = Trim(text.substr(0, 4096));
  if (!StartsWith(text, "<") || text.size() < 2) return false;
  const char next = text[1];
  return next == '?' || next == '!' || (next >= 'a' && next <= 'z') ||
         (next >= 'A' && next <= 'Z');
}

Outline ReadCatalogXml(const std::string& file, std::string_view utf8_text,
                       Diagnostics& diagnostics) {
  FileDiagnostics errors(file, utf8_text, diagnostics);
  if (!ScanXml(utf8_text, errors)) return {};
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer(
      utf8_text.data(), utf8_text.size(),
      pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory) {
    throw Error(file + ": not enough memory to read it");
  }
  if (!result) {
    auto at =
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    std::string message = ParseErrorText(result.status);
    if (at + 1 >= utf8_text.size()) {  // pugixml gives the last byte
      at = utf8_text.size();
      message += "; the file ends here";
    }
    errors.Error("xml-syntax", at, std::move(message));
    return {};
  }
  const pugi::xml_node root = document.document_element();
  if (LocalName(root) != "catalog") {
    errors.Error("xml-not-a-catalogue", Offset(root),
                 "expected an OSCAL catalog, found <" +
                     std::string(LocalName(root).substr(0, 60)) + '>');
    return {};
  }
  return OscalXmlReader(errors).Read(root);
}

}  // namespace mapper
