#include "mapper/parse/oscal_mapping.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "mapper/base/encoding.h"
#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/model/date.h"
#include "mapper/parse/json_document.h"
#include "mapper/parse/json_shape.h"
#include "mapper/parse/oscal_map.h"
#include "mapper/parse/oscal_resource.h"

namespace mapper {
namespace {

constexpr JsonShape::Need kOptional = JsonShape::Need::kOptional;
constexpr JsonShape::Need kRequired = JsonShape::Need::kRequired;

// A mapping between the frameworks of the result.
struct Chosen {
  JsonValue mapping;
  bool turned = false;  // the file has target and source the other way round
};

// Props that belong together, by name.
using PropGroup = std::map<std::string, JsonValue>;

class Reader {
 public:
  Reader(std::string_view text, const Dataset& dataset,
         const CrosswalkNames& asked, FileDiagnostics& errors)
      : text_(text),
        dataset_(dataset),
        asked_(asked),
        errors_(errors),
        shape_(errors),
        losses_(errors, shape_, out_.losses) {}
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  ImportedCrosswalk Read(const JsonValue& collection) {
    ReadAbout(collection);
    const OscalResources resources(dataset_, shape_, collection);
    for (const Chosen& chosen : Choose(collection, resources)) {
      if (chosen.turned) TurnRound(out_);
      ReadMapping(chosen.mapping);
      if (chosen.turned) TurnRound(out_);
    }
    return std::move(out_);
  }

 private:
  void About(const char* what, std::string_view text) {
    const std::string line = OneLine(text);
    if (!line.empty()) out_.about.push_back(std::string(what) + ": " + line);
  }

  void ReadAbout(const JsonValue& collection) {
    if (const JsonValue metadata = shape_.Member(
            collection, "metadata", JsonKind::kObject, kRequired)) {
      About("title", shape_.Optional(metadata, "title"));
      About("version", shape_.Optional(metadata, "version"));
      const std::string_view day =
          shape_.Optional(metadata, "last-modified").substr(0, 10);
      if (ParseDate(day)) out_.date = std::string(day);
    }
    if (const JsonValue provenance = shape_.Member(
            collection, "provenance", JsonKind::kObject, kOptional)) {
      About("method", shape_.Optional(provenance, "method"));
      About("matching-rationale",
            shape_.Optional(provenance, "matching-rationale"));
      About("status", shape_.Optional(provenance, "status"));
      About("description", shape_.Optional(provenance, "mapping-description"));
      confidence_ = shape_.Member(provenance, "confidence-score",
                                  JsonKind::kObject, kOptional);
      losses_.AddMembers(provenance, {"coverage", "props", "links", "remarks"},
                         "the provenance");
    }
  }

  // The mappings of the file; the schema allows one without a list.
  std::vector<JsonValue> Mappings(const JsonValue& collection) const {
    const JsonValue value = collection.Find("mappings");
    if (value && value.kind() == JsonKind::kObject) return {value};
    return shape_.Objects(collection, "mappings", kRequired);
  }

  // Those between the two frameworks that were asked for, or else those of the
  // file; sets the two in out_.
  std::vector<Chosen> Choose(const JsonValue& collection,
                             const OscalResources& resources) {
    std::vector<Chosen> chosen;
    std::set<std::string> pairs;
    const int source = dataset_.FindFramework(asked_.source);
    const int target = dataset_.FindFramework(asked_.target);
    if (!asked_.empty() && (source < 0 || target < 0)) {
      errors_.Error("import-framework", collection.offset(),
                    "no catalogue here is " +
                        (source < 0 ? asked_.source : asked_.target));
      return {};
    }
    for (const JsonValue& mapping : Mappings(collection)) {
      const JsonValue from = shape_.Member(mapping, "source-resource",
                                           JsonKind::kObject, kRequired);
      const JsonValue to = shape_.Member(mapping, "target-resource",
                                         JsonKind::kObject, kRequired);
      if (!from || !to) continue;
      const int a = resources.Find(from);
      const int b = resources.Find(to);
      if (asked_.empty()) {
        if (a < 0) ReportUnknown(from, resources);
        if (b < 0) ReportUnknown(to, resources);
        if (a < 0 || b < 0) continue;
        SetNames(dataset_.framework(a).id, dataset_.framework(b).id);
        pairs.insert(dataset_.framework(a).id + ',' + dataset_.framework(b).id);
        chosen.push_back({mapping, false});
      } else if ((a < 0 || a == source) && (b < 0 || b == target)) {
        chosen.push_back({mapping, false});
      } else if ((a < 0 || a == target) && (b < 0 || b == source)) {
        chosen.push_back({mapping, true});
      } else {
        losses_.Add("a mapping of other frameworks, " + resources.Name(from) +
                        " to " + resources.Name(to),
                    mapping);
      }
    }
    if (!asked_.empty()) SetNames(asked_.source, asked_.target);
    if (!asked_.empty() && chosen.empty()) {
      errors_.Error("import-framework", collection.offset(),
                    "no mapping between " + asked_.source + " and " +
                        asked_.target + " in this file");
    }
    if (pairs.size() <= 1) return chosen;
    errors_.Error("import-framework", collection.offset(),
                  "the file holds several crosswalks; choose one with "
                  "--crosswalk: " +
                      Join({pairs.begin(), pairs.end()}, " or "));
    return {};
  }

  void SetNames(const std::string& source, const std::string& target) {
    out_.source_framework = source;
    out_.target_framework = target;
  }

  void ReportUnknown(const JsonValue& reference,
                     const OscalResources& resources) {
    errors_.Error("import-framework", reference.offset(),
                  "no catalogue here is known as " + resources.Name(reference) +
                      "; say which two are meant with --crosswalk A,B");
  }

  void ReadMapping(const JsonValue& mapping) {
    const auto framework = [&](const std::string& id) -> const Framework& {
      return dataset_.framework(dataset_.FindFramework(id));
    };
    OscalMapReader reader(text_, framework(out_.source_framework),
                          framework(out_.target_framework), errors_, losses_);
    const JsonValue own = shape_.Member(mapping, "confidence-score",
                                        JsonKind::kObject, kOptional);
    reader.set_default_confidence(own ? own : confidence_);
    if (!ReadProps(mapping, reader)) {
      About("description", shape_.Optional(mapping, "mapping-description"));
      About("remarks", shape_.Optional(mapping, "remarks"));
      LoseGap(mapping, "source-gap-summary");
      LoseGap(mapping, "target-gap-summary");
    }
    losses_.AddMembers(mapping, {"links", "coverage"}, "the mapping");
    for (const JsonValue& map : shape_.Objects(mapping, "maps", kRequired)) {
      if (auto row = reader.Read(map)) out_.rows.push_back(std::move(*row));
    }
  }

  // Whether this program wrote the mapping: then its props say what the gap
  // summaries mean.
  bool ReadProps(const JsonValue& mapping, OscalMapReader& reader) {
    bool ours = false;
    std::vector<PropGroup> groups;
    std::map<std::string_view, std::size_t> places;  // of groups, by name
    for (const JsonValue& prop : shape_.Objects(mapping, "props")) {
      const std::string name(shape_.Required(prop, "name"));
      const std::string_view group = shape_.Optional(prop, "group");
      if (shape_.Optional(prop, "ns") != kOscalNamespace) {
        losses_.AddProp(prop);
      } else if (name == "complete") {
        ours = true;
        ReadComplete(prop);
      } else {
        const auto [place, fresh] = places.emplace(group, groups.size());
        if (fresh) groups.emplace_back();
        PropGroup& props = groups[place->second];
        if (!props.emplace(name, prop).second && name != "row") {
          losses_.AddProp(prop);
        }
      }
    }
    for (const PropGroup& group : groups) ReadNoCounterpart(group, reader);
    return ours;
  }

  void ReadComplete(const JsonValue& prop) {
    const std::string_view value = shape_.Required(prop, "value");
    out_.complete_source |= value == "source" || value == "both";
    out_.complete_target |= value == "target" || value == "both";
    if (!out_.complete_source && !out_.complete_target && value != "no") {
      errors_.Error(
          "import-value", prop.offset(),
          "expected source, target, both or no, found " + Quoted(value));
    }
  }

  void ReadNoCounterpart(const PropGroup& group, OscalMapReader& reader) {
    const auto main = group.find("no-counterpart");
    if (main == group.end()) {
      for (const auto& [name, prop] : group) losses_.AddProp(prop);
      return;
    }
    const JsonValue& said = main->second;
    ImportedRow row;
    row.where = errors_.Locate(said.offset());
    row.relation = Relation::kNoRelationship;
    row.rationale = OneLine(shape_.Optional(said, "remarks"));
    const bool of_source = shape_.Optional(said, "class") != "target";
    const auto id = reader.Resolve(
        of_source, {std::string(shape_.Required(said, "value"))}, said);
    bool good = id.has_value();
    for (const auto& [name, prop] : group) {
      const std::string word(shape_.Optional(prop, "value"));
      if (name == "confidence") {
        good &= reader.ReadWord(kConfidences, word, prop, row.confidence);
      } else if (name == "basis") {
        good &= reader.ReadWord(kBases, word, prop, row.basis);
      }
    }
    if (!good) return;
    (of_source ? row.sources : row.targets).push_back(*id);
    out_.rows.push_back(std::move(row));
  }

  void LoseGap(const JsonValue& mapping, const char* name) {
    const JsonValue gap =
        shape_.Member(mapping, name, JsonKind::kObject, kOptional);
    if (!gap) return;
    std::size_t controls = 0;
    for (const JsonValue& selection :
         shape_.Objects(gap, "unmapped-controls", kRequired)) {
      const JsonValue ids =
          shape_.Member(selection, "with-ids", JsonKind::kArray, kOptional);
      for (JsonValue id = ids ? ids.First() : JsonValue(); id; id = id.Next()) {
        ++controls;
      }
    }
    losses_.Add(std::string(name) + " with " + std::to_string(controls) +
                    " ids, which does not say whether anybody looked for a "
                    "counterpart: they stay not reviewed",
                gap);
  }

  std::string_view text_;
  const Dataset& dataset_;
  const CrosswalkNames& asked_;
  FileDiagnostics& errors_;
  JsonShape shape_;
  ImportedCrosswalk out_;
  OscalLosses losses_;
  JsonValue confidence_;  // of the whole file
};

}  // namespace

ImportedCrosswalk ReadOscalMapping(const std::string& file,
                                   std::string_view bytes,
                                   const Dataset& dataset,
                                   const CrosswalkNames& asked,
                                   Diagnostics& diagnostics) {
  const std::string text = DecodeText(file, bytes, diagnostics);
  FileDiagnostics errors(file, text, diagnostics);
  const JsonDocument document(text, errors);
  const JsonValue root = document.root();
  if (!root) return {};
  const JsonValue collection = root.Find("mapping-collection");
  if (!collection || collection.kind() != JsonKind::kObject) {
    errors.Error("import-not-a-mapping", root.offset(),
                 "expected an object with \"mapping-collection\": an OSCAL "
                 "mapping of controls");
    return {};
  }
  return Reader(text, dataset, asked, errors).Read(collection);
}

}  // namespace mapper
