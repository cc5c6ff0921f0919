#include "mapper/report/oscal_catalog.h"

#include <algorithm>
#include <vector>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/report/oscal_json.h"

namespace mapper {
namespace {

class CatalogWriter {
 public:
  CatalogWriter(const Framework& framework, const std::string& last_modified)
      : framework_(framework), last_modified_(last_modified) {}

  std::string Write() {
    json_.StartDocument("catalog");
    WriteHead();
    std::vector<int> top;
    for (std::size_t i = 0; i < framework_.controls.size(); ++i) {
      if (framework_.controls[i].parent_index < 0) {
        top.push_back(static_cast<int>(i));
      }
    }
    WriteChildren(top, true);
    json_.StartObject("back-matter");
    json_.StartArray("resources");
    json_.FrameworkResource(framework_, "");
    json_.EndArray();
    json_.EndObject();
    return json_.Finish();
  }

 private:
  const Control& At(int place) const {
    return framework_.controls[static_cast<std::size_t>(place)];
  }

  void WriteHead() {
    const Framework& f = framework_;
    OscalJson::Metadata metadata;
    const std::string& dated = f.dated.empty() ? f.published : f.dated;
    metadata.dated = OscalTime(last_modified_, {dated});
    metadata.title = f.title_ja;
    metadata.version = f.edition;
    metadata.published = f.published;
    metadata.publisher = f.publisher_ja;
    metadata.publisher_en = f.publisher_en;
    metadata.props = {{"framework", f.id, "", "", ""},
                      {"title-en", f.title_en, "", "", ""},
                      {"short-title", f.short_ja, "", "", ""},
                      {"short-title-en", f.short_en, "", "", ""},
                      {"kind", f.kind, "", "", ""},
                      {"binding", ToString(f.binding), "", "", ""},
                      {"status", f.status, "", "", ""},
                      {"published", f.published, "", "", ""},
                      {"in-force", f.in_force, "", "", ""},
                      {"superseded-by", f.superseded_by, "", "", ""},
                      {"licence", f.licence, "", "", ""},
                      {"topic-list", f.topic_list ? "yes" : "", "", "", ""}};
    metadata.remarks =
        f.sourcing_en + (f.sourcing_ja.empty() ? "" : "\n\n" + f.sourcing_ja);
    json_.WriteMetadata(metadata);
  }

  // OSCAL has groups and controls in two lists, so siblings are all the one or
  // all the other: their order stays.
  bool AreGroups(const std::vector<int>& siblings) const {
    return std::all_of(siblings.begin(), siblings.end(), [this](int place) {
      const Control& control = At(place);
      return !control.is_leaf() &&
             (!control.has_own_demands() || framework_.IsClosed(control));
    });
  }

  // Recursion is as deep as the catalogue, which has few levels.
  void WriteChildren(const std::vector<int>& children, bool in_group) {
    if (children.empty()) return;
    const bool groups = in_group && AreGroups(children);
    json_.StartArray(groups ? "groups" : "controls");
    for (const int child : children) WriteControl(At(child), groups);
    json_.EndArray();
  }

  void WriteControl(const Control& control, bool is_group) {
    json_.StartObject();
    const std::string token = OscalToken(control.id);
    json_.Member("id", token);
    json_.Line("title",
               control.title_ja.empty() ? control.id : control.title_ja);
    std::vector<OscalProp> props = {
        {"label", control.label, "", "", "", true},
        {"id", control.id, "", "", ""},
        {"title-en", control.title_en, "", "", ""},
        {"level", ToString(control.level), "", "", ""},
        {"lead", ToString(control.lead), "", "", ""}};
    for (const Role role : control.support) {
      props.push_back({"support", ToString(role), "", "", ""});
    }
    if (control.applies.kind != Expression::Kind::kAlways) {
      props.push_back({"applies", ToString(control.applies), "", "", ""});
    }
    props.push_back({"evidence", ToString(control.evidence), "", "", ""});
    if (framework_.IsClosed(control)) {
      props.push_back({"closed", "yes", "", "", ""});
    }
    props.push_back({"note", control.note, "", "", ""});
    json_.Props(props);
    WriteGist(control, token);
    WriteChildren(control.children, is_group);
    json_.EndObject();
  }

  void WriteGist(const Control& control, const std::string& token) {
    if (!control.has_gist()) return;
    const auto part = [&](const char* language, const std::string& text) {
      json_.StartObject();
      json_.Member("id", token + "_gist-" + language);
      json_.Member("name", "gist");
      json_.Member("ns", kOscalNamespace);
      json_.Member("class", language);
      json_.Member("prose", text);
      json_.EndObject();
    };
    json_.StartArray("parts");
    part("ja", control.gist_ja);
    part("en", control.gist_en);
    json_.EndArray();
  }

  const Framework& framework_;
  const std::string& last_modified_;
  OscalJson json_;
};

}  // namespace

std::string WriteOscalCatalog(const Framework& framework,
                              const std::string& last_modified) {
  return CatalogWriter(framework, last_modified).Write();
}

}  // namespace mapper
