#include "mapper/parse/catalog_json.h"

#include "mapper/base/text.h"
#include "mapper/parse/cprt_json.h"
#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/json_document.h"
#include "mapper/parse/oscal_outline.h"

namespace mapper {
namespace {

// Walks an OSCAL catalog.  Recursion is as deep as the document is, which
// JsonDocument bounds.
class OscalJsonReader {
 public:
  explicit OscalJsonReader(FileDiagnostics& errors)
      : errors_(errors), outline_(errors) {}

  Outline Read(const JsonValue& catalog) {
    ReadChildren(catalog, OscalOutline::kRoot);
    return outline_.Finish();
  }

 private:
  std::string_view Optional(const JsonValue& object, std::string_view name) {
    return JsonString(object, name, JsonNeed::kOptional, errors_);
  }
  std::string_view Required(const JsonValue& object, std::string_view name) {
    return JsonString(object, name, JsonNeed::kRequired, errors_);
  }
  std::vector<JsonValue> Objects(const JsonValue& object,
                                 std::string_view name) {
    return JsonElements(object, name, JsonKind::kObject, JsonNeed::kOptional,
                        errors_);
  }

  void ReadChildren(const JsonValue& holder, int parent) {
    for (const JsonValue& group : Objects(holder, "groups")) {
      ReadControl(group, OscalKind::kGroup, parent);
    }
    for (const JsonValue& control : Objects(holder, "controls")) {
      ReadControl(control, OscalKind::kControl, parent);
    }
  }

  void ReadControl(const JsonValue& value, OscalKind kind, int parent) {
    const std::string_view id = Required(value, "id");
    const std::string_view title = Required(value, "title");
    const int entry = outline_.Add(kind, parent, value.offset(), id,
                                   Optional(value, "class"), title);
    ReadPropsAndLinks(value, entry);
    for (const JsonValue& part : Objects(value, "parts")) {
      const std::string_view name = Required(part, "name");
      if (!IsWordingPart(name)) continue;
      if (name == "statement") outline_.CountStatement();
      ReadWording(part, entry);
    }
    ReadChildren(value, entry);
  }

  void ReadPropsAndLinks(const JsonValue& value, int entry) {
    for (const JsonValue& prop : Objects(value, "props")) {
      const std::string_view name = Required(prop, "name");
      const std::string_view text = Required(prop, "value");
      outline_.AddProp(entry, name, text, Optional(prop, "class"));
    }
    for (const JsonValue& link : Objects(value, "links")) {
      const std::string_view rel = Optional(link, "rel");
      outline_.AddLink(entry, rel, Required(link, "href"));
    }
  }

  void ReadWording(const JsonValue& part, int entry) {
    outline_.AddText(entry, Optional(part, "prose"));
    for (const JsonValue& item : Objects(part, "parts")) {
      if (Required(item, "name") != "item") continue;
      const int child = outline_.Add(OscalKind::kItem, entry, item.offset(), {},
                                     {}, Optional(item, "title"));
      ReadPropsAndLinks(item, child);
      ReadWording(item, child);
    }
  }

  FileDiagnostics& errors_;
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
  JsonValue value = document.root();
  if (!value) return {};
  if (value.Find("catalog")) {
    value = JsonMember(value, "catalog", JsonKind::kObject, JsonNeed::kRequired,
                       errors);
    return value ? OscalJsonReader(errors).Read(value) : Outline();
  }
  if (!value.Find("response") && !value.Find("elements")) {
    ReportNoCatalogue(value, errors);
    return {};
  }
  if (value.Find("response")) {
    value = JsonMember(value, "response", JsonKind::kObject,
                       JsonNeed::kRequired, errors);
    if (!value) return {};
  }
  // The payload is in "elements", unless that is already the list of them.
  const JsonValue elements = value.Find("elements");
  if (!elements || elements.kind() != JsonKind::kArray) {
    value = JsonMember(value, "elements", JsonKind::kObject,
                       JsonNeed::kRequired, errors);
  }
  return value ? ReadCprt(value, errors) : Outline();
}

}  // namespace mapper
