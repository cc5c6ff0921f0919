#include "mapper/parse/oscal_map.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "mapper/base/oscal_token.h"
#include "mapper/parse/oscal_resource.h"
#include "mapper/parse/table.h"

namespace mapper {
namespace {

const char* const kDefaultNamespace = "http://csrc.nist.gov/ns/oscal";

constexpr std::size_t kShownCells = 60;
constexpr JsonShape::Need kRequired = JsonShape::Need::kRequired;

}  // namespace

std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : Trim(text)) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

void OscalLosses::Add(const std::string& what, const JsonValue& at) {
  book_.Add(what, errors_.Locate(at.offset()));
}

void OscalLosses::AddProp(const JsonValue& prop) {
  const std::string_view ns = shape_.Optional(prop, "ns");
  Add("prop " + Quoted(shape_.Optional(prop, "name")) +
          (ns.empty() ? "" : " of " + Quoted(ns)),
      prop);
}

void OscalLosses::AddMembers(const JsonValue& object,
                             std::initializer_list<const char*> names,
                             const std::string& of) {
  for (const char* name : names) {
    if (const JsonValue value = object.Find(name)) {
      Add(std::string(name) + " of " + of, value);
    }
  }
}

OscalMapReader::OscalMapReader(std::string_view text, const Framework& source,
                               const Framework& target, FileDiagnostics& errors,
                               OscalLosses& losses)
    : text_(text),
      source_(source),
      target_(target),
      errors_(errors),
      losses_(losses),
      shape_(errors),
      find_source_(source),
      find_target_(target) {}

std::optional<ImportedRow> OscalMapReader::Read(const JsonValue& map) {
  losses_.AddMembers(
      map, {"qualifiers", "coverage", "links", "matching-rationale"}, "a map");
  ImportedRow row;
  row.where = errors_.Locate(map.offset());
  row.rationale = OneLine(shape_.Optional(map, "remarks"));
  std::string word(shape_.Required(map, "relationship"));
  const Held held = ReadProps(map, row, word);
  if (held == Held::kNo) return {};
  bool good = held == Held::kYes;
  const std::string_view ns = shape_.Optional(map, "ns");
  if (!ns.empty() && ns != kDefaultNamespace) {
    losses_.Add("a map whose relationship belongs to " + Quoted(ns), map);
    return {};
  }
  good &= ReadRelation(word, map, row.relation);
  good &= ReadConfidence(map, row.confidence);
  good &= ReadSide(map, true, row.sources) == Held::kYes;
  good &= ReadSide(map, false, row.targets) == Held::kYes;
  if (!good) return {};
  return row;
}

OscalMapReader::Held OscalMapReader::ReadProps(const JsonValue& map,
                                               ImportedRow& row,
                                               std::string& word) {
  Held held = Held::kYes;
  bool derived = false;
  for (const JsonValue& prop : shape_.Objects(map, "props")) {
    const std::string_view name = shape_.Required(prop, "name");
    const std::string value(shape_.Required(prop, "value"));
    const bool ours = shape_.Optional(prop, "ns") == kOscalNamespace;
    if (ours && (name == "row" || name == "exact-union")) continue;
    if (ours && name == "relation") {
      word = value;
    } else if (ours && name == "how") {
      derived = value == "derived";
    } else if (ours && name == "basis") {
      if (!ReadWord(kBases, value, prop, row.basis)) held = Held::kWrong;
    } else {
      losses_.AddProp(prop);
    }
  }
  if (!derived) return held;
  losses_.Add("a map that is proved from rows (how=derived), and so no row",
              map);
  return Held::kNo;
}

bool OscalMapReader::ReadRelation(const std::string& word, const JsonValue& map,
                                  Relation& relation) {
  if (word.empty()) return false;  // reported
  if (const auto found = FindName(kRelations, word)) {
    relation = *found;
    return true;
  }
  // The word may come from a prop of ours in a map without a relationship.
  const JsonValue stated = map.Find("relationship");
  errors_.Error("import-relation", (stated ? stated : map).offset(),
                UnknownWord("relationship", Truncate(word, kShownCells),
                            MachineNames(kRelations)));
  return false;
}

// A number from 0 to 1; the document keeps no numbers.
std::optional<double> OscalMapReader::Percentage(const JsonValue& score) const {
  const JsonValue value = score.Find("percentage");
  if (!value || value.kind() != JsonKind::kNumber) return {};
  double number = -1;
  const auto [end, error] = std::from_chars(
      text_.data() + value.offset(), text_.data() + text_.size(), number);
  if (error != std::errc() || number < 0 || number > 1) return {};
  return number;
}

bool OscalMapReader::ReadConfidence(const JsonValue& map,
                                    Confidence& confidence) {
  JsonValue score = shape_.Member(map, "confidence-score", JsonKind::kObject,
                                  JsonShape::Need::kOptional);
  if (!score) score = default_confidence_;
  if (!score) {
    losses_.Add("a map without confidence-score, taken as low", map);
    return true;
  }
  const std::string category(shape_.Optional(score, "category"));
  if (const auto found = FindName(kConfidences, category)) {
    confidence = *found;
    return true;
  }
  if (!category.empty()) {
    losses_.Add("confidence " + Quoted(category) + ", taken as low", score);
    return true;
  }
  const std::optional<double> number = Percentage(score);
  if (!number) {
    errors_.Error("import-value", score.offset(),
                  "expected a category, or a percentage from 0 to 1");
    return false;
  }
  constexpr double kHigh = 0.8;
  constexpr double kMedium = 0.5;
  if (*number >= kMedium) confidence = Confidence::kMedium;
  if (*number >= kHigh) confidence = Confidence::kHigh;
  losses_.Add(std::string("a percentage as confidence, taken as ") +
                  ToString(confidence),
              score);
  return true;
}

OscalMapReader::Held OscalMapReader::ReadSide(const JsonValue& map,
                                              bool of_source,
                                              std::vector<std::string>& ids) {
  const char* name = of_source ? "sources" : "targets";
  const std::vector<JsonValue> items = shape_.Objects(map, name, kRequired);
  Held side = items.empty() ? Held::kWrong : Held::kYes;
  if (const JsonValue list = map.Find(name); list && !list.First()) {
    errors_.Error("import-value", list.offset(),
                  std::string(name) + " holds nothing");
  }
  for (const JsonValue& item : items) {
    side = std::max(side, ReadItem(map, item, of_source, ids));
  }
  return side;
}

OscalMapReader::Held OscalMapReader::ReadItem(const JsonValue& map,
                                              const JsonValue& item,
                                              bool of_source,
                                              std::vector<std::string>& ids) {
  const std::string_view type = shape_.Required(item, "type");
  const std::string id_ref(shape_.Required(item, "id-ref"));
  losses_.AddMembers(item, {"links", "remarks"}, "a source or target");
  std::string label;
  for (const JsonValue& prop : shape_.Objects(item, "props")) {
    const bool ours = shape_.Optional(prop, "ns") == kOscalNamespace;
    const std::string_view name = shape_.Optional(prop, "name");
    if (!ours && name == "label") {
      label = std::string(shape_.Optional(prop, "value"));
    } else if (!ours || name != "id") {
      losses_.AddProp(prop);
    }
  }
  if (type == "statement") {
    losses_.Add("a map of statements, which are parts of controls", map);
    return Held::kNo;
  }
  if (type != "control") {
    if (!type.empty()) {
      errors_.Error(
          "import-value", item.offset(),
          "expected type control or statement, found " + Quoted(type));
    }
    return Held::kWrong;
  }
  const auto id = Resolve(
      of_source, {OurOscalProp(item, "id", shape_), id_ref, label}, item);
  if (!id) return Held::kWrong;
  ids.push_back(*id);
  return Held::kYes;
}

std::optional<std::string> OscalMapReader::Resolve(
    bool of_source, const std::vector<std::string>& names,
    const JsonValue& at) {
  const ControlFinder& finder = of_source ? find_source_ : find_target_;
  const Framework& framework = of_source ? source_ : target_;
  std::string said;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    const int place = finder.Find(name);
    if (place >= 0) {
      return framework.controls[static_cast<std::size_t>(place)].id;
    }
    if (said.empty()) said = name;
  }
  if (said.empty()) return {};  // reported
  errors_.Error(
      "import-control", at.offset(),
      framework.id + " has no control " + Quoted(said) + finder.Hint(said));
  return {};
}

}  // namespace mapper
