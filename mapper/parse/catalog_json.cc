#include "mapper/parse/catalog_json.h"

#include "mapper/base/text.h"
#include "mapper/parse/cprt_json.h"
#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/json_document.h"
#include "mapper/parse/json_shape.h"
#include "mapper/parse/oscal_outline.h"

namespace mapper {
namespace {

// Walks an OSCAL catalog.  Recursion is as deep as the document is, which
// JsonDocument bounds.
class OscalJsonReader {
 public:
  explicit OscalJsonReader(FileDiagnostics& errors)
      : shape_(errors), outline_(errors) {}

  Outline Read(const JsonValue& catalog) {
    ReadChildren(catalog, OscalOutline::kRoot);
    return outline_.Finish();
  }

 private:
  void ReadChildren(const JsonValue& holder, int parent) {
    for (const JsonValue& group : shape_.Objects(holder, "groups")) {
      ReadControl(group, OscalKind::kGroup, parent);
    }
    for (const JsonValue& control : shape_.Objects(holder, "controls")) {
      ReadControl(control, OscalKind::kControl, parent);
    }
  }

  void ReadControl(const JsonValue& value, OscalKind kind, int parent) {
    const std::string_view id = shape_.Required(value, "id");
    const std::string_view title = shape_.Required(value, "title");
    const int entry = outline_.Add(kind, parent, value.offset(), id,
                                   shape_.Optional(value, "class"), title);
    ReadPropsAndLinks(value, entry);
    for (const JsonValue& part : shape_.Objects(value, "parts")) {
      const std::string_view name = shape_.Required(part, "name");
      if (!IsWordingPart(name)) continue;
      if (name == "statement") outline_.CountStatement();
      ReadWording(part, entry);
    }
    ReadChildren(value, entry);
  }

  void ReadPropsAndLinks(const JsonValue& value, int entry) {
    for (const JsonValue& prop : shape_.Objects(value, "props")) {
      const std::string_view name = shape_.Required(prop, "name");
      const std::string_view text = shape_.Required(prop, "value");
      outline_.AddProp(entry, name, text, shape_.Optional(prop, "class"),
                       shape_.Optional(prop, "ns"));
    }
    for (const JsonValue& link : shape_.Objects(value, "links")) {
      const std::string_view rel = shape_.Optional(link, "rel");
      outline_.AddLink(entry, rel, shape_.Required(link, "href"));
    }
  }

  void ReadWording(const JsonValue& part, int entry) {
    outline_.AddText(entry, shape_.Optional(part, "prose"));
    for (const JsonValue& item : shape_.Objects(part, "parts")) {
      if (shape_.Required(item, "name") != "item") continue;
      const int child = outline_.Add(OscalKind::kItem, entry, item.offset(), {},
                                     {}, shape_.Optional(item, "title"));
      ReadPropsAndLinks(item, child);
      ReadWording(item, child);
    }
  }

  JsonShape shape_;
  OscalOutline outline_;
};

void ReportNoCatalogue(const JsonValue& root, FileDiagnostics& errors) {
  std::string found = ToString(root.kind());
  if (root.kind() == JsonKind::kObject) {
    const JsonValue first = root.First();
    found =
        first ? "an object with " + Quoted(first.name()) : "an empty object";
  }
  errors.Error("json-not-a-catalogue", root.offset(),
               "expected an OSCAL catalog (a member \"catalog\") or a CPRT "
               "export (\"response\" or \"elements\"), found " +
                   found);
}

}  // namespace

bool LooksLikeCatalogJson(std::string_view text) {
  text = Trim(text.substr(0, 4096));
  if (!StartsWith(text, "{")) return false;
  text = Trim(text.substr(1));
  return text.empty() || text.front() == '"' || text.front() == '}';
}

Outline ReadCatalogJson(const std::string& file, std::string_view utf8_text,
                        Diagnostics& diagnostics) {
  FileDiagnostics errors(file, utf8_text, diagnostics);
  const JsonDocument document(utf8_text, errors);
  const JsonShape shape(errors);
  JsonValue value = document.root();
  if (!value) return {};
  if (value.Find("catalog")) {
    value = shape.Member(value, "catalog", JsonKind::kObject,
                         JsonShape::Need::kRequired);
    Outline outline = value ? OscalJsonReader(errors).Read(value) : Outline();
    outline.kind = "oscal-json";
    return outline;
  }
  if (!value.Find("response") && !value.Find("elements")) {
    ReportNoCatalogue(value, errors);
    return {};
  }
  if (value.Find("response")) {
    value = shape.Member(value, "response", JsonKind::kObject,
                         JsonShape::Need::kRequired);
    if (!value) return {};
  }
  // The payload is in "elements", unless that is already the list of them.
  const JsonValue elements = value.Find("elements");
  if (!elements || elements.kind() != JsonKind::kArray) {
    value = shape.Member(value, "elements", JsonKind::kObject,
                         JsonShape::Need::kRequired);
  }
  Outline outline = value ? ReadCprt(value, errors) : Outline();
  outline.kind = "cprt-json";
  return outline;
}

}  // namespace mapper
