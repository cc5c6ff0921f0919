#include "mapper/parse/cprt_json.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mapper/parse/catalog_outline.h"
#include "mapper/parse/json_shape.h"

namespace mapper {
namespace {

constexpr std::string_view kReasonType = "withdraw_reason";

// 1 to 3 from the top down; 0 is no control.
int Rank(std::string_view type) {
  static const struct {
    std::string_view type;
    int rank;
  } kRanks[] = {{"function", 1},    {"family", 1},
                {"category", 2},    {"control", 2},
                {"subcategory", 3}, {"control_enhancement", 3}};
  for (const auto& row : kRanks) {
    if (row.type == type) return row.rank;
  }
  return 0;
}

struct Element {
  std::string_view id;
  std::string_view type;
  std::string_view title;
  std::string_view text;
  std::size_t offset = 0;
  Element* parent = nullptr;
  std::vector<Element*> children;       // lower controls, or reasons
  std::vector<std::string> successors;  // of a reason
};

class CprtReader {
 public:
  explicit CprtReader(FileDiagnostics& errors)
      : errors_(errors), shape_(errors), outline_(errors) {}

  Outline Read(const JsonValue& payload) {
    std::vector<JsonValue> elements =
        shape_.Objects(payload, "elements", JsonShape::Need::kRequired);
    elements_.reserve(elements.size());  // pointers to them are kept
    for (const JsonValue& element : elements) ReadElement(element);
    for (const JsonValue& relationship :
         shape_.Objects(payload, "relationships", JsonShape::Need::kRequired)) {
      ReadRelationship(relationship);
    }
    for (const Element& element : elements_) {
      const int rank = Rank(element.type);
      if (rank == 0 || element.parent != nullptr) continue;
      if (rank > 1) {
        errors_.Warning("catalog-no-parent", element.offset,
                        std::string(element.type) + ' ' + Quoted(element.id) +
                            " is in nothing: expected a relationship to it "
                            "from what holds it");
      }
      Emit(element, CatalogOutline::kNone);
    }
    return outline_.Finish();
  }

 private:
  void ReadElement(const JsonValue& value) {
    Element element;
    element.id = shape_.Required(value, "element_identifier");
    element.type = shape_.Required(value, "element_type");
    element.title = shape_.Optional(value, "title");
    element.text = shape_.Optional(value, "text");
    element.offset = value.offset();
    if (element.id.empty() || element.type.empty()) return;
    const auto [place, is_new] = places_.emplace(element.id, elements_.size());
    if (is_new) {
      elements_.push_back(std::move(element));
      return;
    }
    Element& first = elements_[place->second];
    if (first.type != element.type) {
      Contradicts(first, element, "of one type");
    }
    Merge(first, element, &Element::title, "with one title");
    Merge(first, element, &Element::text, "with one text");
  }

  void Contradicts(const Element& first, const Element& again,
                   const char* expected) {
    errors_.Error("catalog-duplicate-id", again.offset,
                  "expected element " + Quoted(again.id) + ' ' + expected +
                      "; it differs from that on line " +
                      std::to_string(errors_.LineAt(first.offset)));
  }

  void Merge(Element& first, const Element& again,
             std::string_view Element::*field, const char* expected) {
    if ((again.*field).empty()) return;
    if ((first.*field).empty()) {
      first.*field = again.*field;
    } else if (first.*field != again.*field) {
      Contradicts(first, again, expected);
    }
  }

  Element* End(const JsonValue& relationship, std::string_view name) {
    const std::string_view id = shape_.Required(relationship, name);
    if (id.empty()) return nullptr;
    const auto found = places_.find(id);
    if (found != places_.end()) return &elements_[found->second];
    errors_.Error("catalog-unknown-element", relationship.offset(),
                  "expected an element of this file as " + std::string(name) +
                      ", found " + Quoted(id));
    return nullptr;
  }

  void ReadRelationship(const JsonValue& value) {
    if (shape_.Required(value, "relationship_identifier") != "projection" ||
        shape_.Optional(value, "source_doc_identifier") !=
            shape_.Optional(value, "dest_doc_identifier")) {
      return;
    }
    Element* source = End(value, "source_element_identifier");
    Element* dest = End(value, "dest_element_identifier");
    if (source == nullptr || dest == nullptr) return;
    const int source_rank = Rank(source->type);
    const int dest_rank = Rank(dest->type);
    const bool is_reason = dest->type == kReasonType;
    if (source_rank != 0 && (dest_rank != 0 || is_reason)) {
      SetParent(*source, *dest, value);
    } else if (source->type == kReasonType && dest_rank != 0) {
      source->successors.emplace_back(dest->id);
    }
  }

  // Ranks rise from parent to child, so that there are no circles; a reason is
  // of one control, so that its successors are not multiplied.
  void SetParent(Element& parent, Element& child, const JsonValue& value) {
    if (child.type != kReasonType && Rank(parent.type) >= Rank(child.type)) {
      errors_.Error("catalog-cycle", value.offset(),
                    "expected the upper one first, found " +
                        std::string(parent.type) + ' ' + Quoted(parent.id) +
                        " holding " + std::string(child.type) + ' ' +
                        Quoted(child.id));
    } else if (child.parent == nullptr) {
      child.parent = &parent;
      parent.children.push_back(&child);
    } else if (child.parent != &parent) {
      errors_.Error("catalog-two-parents", value.offset(),
                    "expected " + Quoted(child.id) +
                        " in one place: it is in " + Quoted(child.parent->id) +
                        " and in " + Quoted(parent.id));
    }
  }

  void Emit(const Element& element, int parent) {
    OutlineControl control;
    control.id = std::string(element.id);
    control.label = control.id;
    control.mark = std::string(element.type);
    std::replace(control.mark.begin(), control.mark.end(), '_', '-');
    control.title = std::string(element.title);
    control.text = std::string(element.text);
    control.parent = parent;
    const int place = outline_.Add(std::move(control), element.offset);
    if (place != parent) Withdraw(element, place);
    for (const Element* child : element.children) {
      if (child->type != kReasonType) Emit(*child, place);
    }
  }

  void Withdraw(const Element& element, int place) {
    std::string text;
    std::vector<std::string> successors;
    const Element* last = nullptr;
    for (const Element* reason : element.children) {
      if (reason->type != kReasonType) continue;
      text += std::string(reason->text) + "; ";
      successors.insert(successors.end(), reason->successors.begin(),
                        reason->successors.end());
      last = reason;
    }
    if (last == nullptr) return;
    outline_.Withdraw(place, text, std::move(successors), last->offset);
  }

  FileDiagnostics& errors_;
  JsonShape shape_;
  CatalogOutline outline_;
  std::vector<Element> elements_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace

Outline ReadCprt(const JsonValue& payload, FileDiagnostics& errors) {
  return CprtReader(errors).Read(payload);
}

}  // namespace mapper
