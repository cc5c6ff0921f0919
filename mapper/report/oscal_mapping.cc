#include "mapper/report/oscal_mapping.h"

#include <algorithm>
#include <set>
#include <vector>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/absence.h"
#include "mapper/report/oscal_json.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

// Columns of CrosswalkRecords.
enum Cell : std::size_t {
  kSource = 1,
  kRelation = 2,
  kTarget = 4,
  kHow = 5,
  kConfidence = 6,
  kBasis = 7,
  kRationale = 8,
  kProof = 9
};

using Row = std::vector<std::string>;

// The nearest word of OSCAL; where it is another than ours, ours is in a prop.
std::string OscalWord(const std::string& relation) {
  if (relation == "overlaps") return "intersects-with";
  if (relation == "within") return "subset-of";
  if (relation == "contains") return "superset-of";
  return relation;
}

std::vector<std::string> Ids(const std::string& side) {
  std::vector<std::string> ids;
  if (side.empty()) return ids;
  for (const std::string_view id : Split(side, '+')) ids.emplace_back(id);
  return ids;
}

class MappingWriter {
 public:
  MappingWriter(const ReportContext& context, int source, int target,
                const OscalMappingOptions& options)
      : context_(context),
        source_(source),
        target_(target),
        options_(options),
        from_(context.framework(source)),
        to_(context.framework(target)),
        records_(CrosswalkRecords(context, source, target, options.derived,
                                  {Language::kEn, true})) {}

  std::string Write() {
    const bool any = std::any_of(
        records_.rows.begin(), records_.rows.end(), [](const Row& row) {
          return !row[kSource].empty() && !row[kTarget].empty();
        });
    if (!any) return {};
    FindTables();
    json_.StartDocument("mapping-collection");
    WriteHead();
    json_.StartArray("mappings");
    WriteMapping();
    json_.EndArray();
    json_.StartObject("back-matter");
    json_.StartArray("resources");
    json_.FrameworkResource(from_, from_.id + ".json");
    if (source_ != target_) json_.FrameworkResource(to_, to_.id + ".json");
    json_.EndArray();
    json_.EndObject();
    return json_.Finish();
  }

 private:
  // What the tables between the two say of themselves.
  void FindTables() {
    for (const Crosswalk& table : context_.dataset->crosswalks) {
      const bool forward = table.source == source_ && table.target == target_;
      const bool backward = table.source == target_ && table.target == source_;
      if (forward || backward || options_.derived) days_.push_back(table.dated);
      if (!forward && !backward) continue;
      complete_source_ |=
          forward ? table.complete_source : table.complete_target;
      complete_target_ |=
          forward ? table.complete_target : table.complete_source;
    }
  }

  std::string Complete() const {
    if (complete_source_ && complete_target_) return "both";
    if (complete_source_) return "source";
    return complete_target_ ? "target" : "no";
  }
  const char* Status() const {
    return complete_source_ && complete_target_ ? "complete" : "not-complete";
  }
  const char* Method() const { return options_.derived ? "hybrid" : "human"; }

  std::string Uuid(std::vector<std::string> name) const {
    name.insert(name.end(), {from_.id, to_.id});
    return OscalUuid(name);
  }

  void WriteHead() {
    OscalJson::Metadata metadata;
    metadata.dated = OscalTime(options_.last_modified, days_);
    metadata.version = metadata.dated.substr(0, 10);
    metadata.title = from_.short_title(Language::kJa) + " → " +
                     to_.short_title(Language::kJa);
    metadata.props = {{"title-en",
                       from_.short_title(Language::kEn) + " -> " +
                           to_.short_title(Language::kEn),
                       "", "", ""}};
    json_.WriteMetadata(metadata);
    json_.StartObject("provenance");
    json_.Member("method", Method());
    json_.Member("matching-rationale", "semantic");
    json_.Member("status", Status());
    std::string description =
        "Read control by control by the Kakehashi project; not an official "
        "mapping, except where a map has basis official. Reasons are in "
        "Japanese.";
    if (options_.derived) {
      description +=
          " Maps with how=derived are proved from the rows they name, and are "
          "not asserted by anybody.";
    }
    json_.Member("mapping-description", description);
    json_.EndObject();
  }

  void WriteResource(const char* key, const Framework& framework) {
    json_.StartObject(key);
    json_.Member("type", "catalog");
    json_.Member("href", "#" + FrameworkUuid(framework));
    json_.Props({{"framework", framework.id, "", "", ""}});
    json_.EndObject();
  }

  void WriteMapping() {
    json_.StartObject();
    json_.Member("uuid", Uuid({"mapping"}));
    json_.Member("method", Method());
    json_.Member("matching-rationale", "semantic");
    json_.Member("status", Status());
    WriteResource("source-resource", from_);
    WriteResource("target-resource", to_);
    json_.StartArray("maps");
    for (const Row& row : records_.rows) {
      if (!row[kSource].empty() && !row[kTarget].empty()) WriteMap(row);
    }
    json_.EndArray();
    std::vector<OscalProp> props = {{"complete", Complete(), "", "", ""}};
    for (const Row& row : records_.rows) AddNoCounterpart(row, props);
    json_.Props(props);
    json_.Member(
        "remarks",
        "Controls in a gap summary are of two kinds. Those that a prop "
        "no-counterpart names, and those below them, were compared with the "
        "whole other framework, and nothing there shares a demand with them; "
        "the remarks of the prop give the reason. The others were not "
        "compared: nothing follows of them.");
    WriteGap("source-gap-summary", "source", kSource, source_, target_);
    if (source_ != target_) {
      WriteGap("target-gap-summary", "target", kTarget, target_, source_);
    }
    json_.EndObject();
  }

  void WriteMap(const Row& row) {
    const std::string relationship = OscalWord(row[kRelation]);
    const std::vector<std::string> sources = Ids(row[kSource]);
    const std::vector<std::string> targets = Ids(row[kTarget]);
    json_.StartObject();
    json_.Member("uuid", Uuid({"map", row[kSource], row[kTarget], row[kHow]}));
    json_.Member("relationship", relationship);
    WriteItems("sources", from_, sources);
    WriteItems("targets", to_, targets);
    json_.StartObject("confidence-score");
    json_.Member("category", row[kConfidence]);
    json_.EndObject();
    std::vector<OscalProp> props;
    if (row[kRelation] != relationship) {
      props.push_back({"relation", row[kRelation], "", "", ""});
    }
    if (sources.size() > 1) {
      props.push_back({"exact-union", "source", "", "", ""});
    }
    if (targets.size() > 1) {
      props.push_back({"exact-union", "target", "", "", ""});
    }
    AddOrigin(row, {}, props);
    json_.Props(props);
    json_.Member("remarks", row[kRationale]);
    json_.EndObject();
  }

  void WriteItems(const char* key, const Framework& framework,
                  const std::vector<std::string>& ids) {
    json_.StartArray(key);
    for (const std::string& id : ids) {
      const std::string token = OscalToken(id);
      const Control& control =
          framework.controls[static_cast<std::size_t>(framework.Find(id))];
      json_.StartObject();
      json_.Member("type", "control");
      json_.Member("id-ref", token);
      std::vector<OscalProp> props;
      if (token != id) props.push_back({"id", id, "", "", ""});
      if (control.label != id) {
        props.push_back({"label", control.label, "", "", "", true});
      }
      json_.Props(props);
      json_.EndObject();
    }
    json_.EndArray();
  }

  // How the row is known, its basis, and the table rows that say or prove it.
  static void AddOrigin(const Row& row, const std::string& group,
                        std::vector<OscalProp>& props) {
    props.push_back({"how", row[kHow], "", group, ""});
    props.push_back({"basis", row[kBasis], "", group, ""});
    for (const std::string_view place : Split(row[kProof], ';')) {
      props.push_back({"row", std::string(place), "", group, ""});
    }
  }

  static void AddNoCounterpart(const Row& row, std::vector<OscalProp>& props) {
    const bool of_source = row[kTarget].empty();
    if (!of_source && !row[kSource].empty()) return;
    const std::string side = of_source ? "source" : "target";
    const std::string& id = row[of_source ? kSource : kTarget];
    const std::string group = side + "." + OscalToken(id);
    props.push_back({"no-counterpart", id, side, group, row[kRationale]});
    props.push_back({"confidence", row[kConfidence], "", group, ""});
    AddOrigin(row, group, props);
  }

  // Two selections: the controls that have no counterpart, and those that
  // nobody looked at.
  void WriteGap(const char* key, const char* side, Cell cell, int framework,
                int other) {
    const Absence absence =
        FindAbsence(*context_.dataset, *context_.knowledge, framework, other);
    const Framework& f = context_.framework(framework);
    std::set<int> none(absence.no_counterpart.begin(),
                       absence.no_counterpart.end());
    for (const Row& row : records_.rows) {
      const bool half = row[kSource].empty() || row[kTarget].empty();
      if (half && !row[cell].empty()) none.insert(f.Find(row[cell]));
    }
    if (none.empty() && absence.not_reviewed.empty()) return;
    json_.StartObject(key);
    json_.Member("uuid", Uuid({"gap", side}));
    json_.StartArray("unmapped-controls");
    WriteSelection(f, {none.begin(), none.end()});
    WriteSelection(f, absence.not_reviewed);
    json_.EndArray();
    json_.EndObject();
  }

  void WriteSelection(const Framework& framework,
                      const std::vector<int>& controls) {
    if (controls.empty()) return;
    json_.StartObject();
    json_.Member("with-child-controls", "no");
    json_.StartArray("with-ids");
    for (const int control : controls) {
      json_.Item(
          OscalToken(framework.controls[static_cast<std::size_t>(control)].id));
    }
    json_.EndArray();
    json_.EndObject();
  }

  const ReportContext& context_;
  int source_;
  int target_;
  const OscalMappingOptions& options_;
  const Framework& from_;
  const Framework& to_;
  Records records_;
  std::vector<std::string> days_;
  bool complete_source_ = false;
  bool complete_target_ = false;
  OscalJson json_;
};

}  // namespace

std::string WriteOscalMapping(const ReportContext& context, int source,
                              int target, const OscalMappingOptions& options) {
  return MappingWriter(context, source, target, options).Write();
}

}  // namespace mapper
