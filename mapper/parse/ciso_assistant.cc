#include "mapper/parse/ciso_assistant.h"

#include <utility>
#include <vector>

#include "mapper/base/line_index.h"
#include "mapper/base/text.h"
#include "mapper/model/urn.h"
#include "mapper/parse/import_rows.h"
#include "mapper/parse/yaml_document.h"

namespace mapper {
namespace {

std::string LastPart(const std::string& urn) {
  const std::size_t colon = urn.rfind(':');
  return colon == std::string::npos ? urn : urn.substr(colon + 1);
}

// Our framework that a URN names, or -1.
int FrameworkOf(const Dataset& dataset, const std::string& urn) {
  const std::string name = ComparisonKey(LastPart(urn));
  for (std::size_t i = 0; i < dataset.frameworks.size(); ++i) {
    const std::string own = Urn("framework", dataset.frameworks[i].id);
    if (ComparisonKey(LastPart(own)) == name) return static_cast<int>(i);
  }
  return -1;
}

class Reader {
 public:
  Reader(const std::string& file, std::string_view text, const Dataset& dataset,
         int source, int target, Diagnostics& diagnostics)
      : dataset_(dataset),
        source_(source),
        target_(target),
        diagnostics_(diagnostics),
        lines_(file, text) {}

  ImportedCrosswalk Read(const YamlNode& root) {
    const YamlNode* set = ChooseSet(root);
    if (set == nullptr) return {};
    const bool turned =
        source_ != target_ &&
        FrameworkOf(dataset_, set->Text("source_framework_urn")) == target_ &&
        FrameworkOf(dataset_, set->Text("target_framework_urn")) == source_;
    if (turned) std::swap(source_, target_);
    ImportRows rows(dataset_, source_, target_, diagnostics_);
    const UrnLeaves sources(dataset_.framework(source_));
    const UrnLeaves targets(dataset_.framework(target_));
    for (std::size_t i = 0; i < other_sets_; ++i) {
      rows.Loss(At(*set), "another mapping set of the file");
    }
    const YamlNode* mappings = set->Find("requirement_mappings");
    if (mappings == nullptr || mappings->kind != YamlNode::Kind::kSequence) {
      rows.Error("import-shape", At(*set), "no list requirement_mappings");
      return {};
    }
    for (const YamlNode& mapping : mappings->items) {
      if (rows.full()) break;
      ReadMapping(mapping, sources, targets, rows);
    }
    rows.result().about.push_back("name: " +
                                  ImportRows::OneLine(set->Text("name")));
    if (turned) TurnRound(rows.result());
    return std::move(rows.result());
  }

 private:
  SourceLocation At(const YamlNode& node) const {
    return lines_.Locate(node.offset);
  }

  const YamlNode* ChooseSet(const YamlNode& root) {
    const YamlNode* objects = root.Find("objects");
    // The field list has sets at the top too, and one set by itself.
    std::vector<const YamlNode*> sets;
    for (const YamlNode* at : {objects, &root}) {
      if (at == nullptr) continue;
      for (const char* key :
           {"requirement_mapping_sets", "requirement_mapping_set"}) {
        const YamlNode* found = at->Find(key);
        if (found == nullptr) continue;
        if (found->kind == YamlNode::Kind::kMap) sets.push_back(found);
        if (found->kind != YamlNode::Kind::kSequence) continue;
        for (const YamlNode& item : found->items) sets.push_back(&item);
      }
    }
    if (sets.empty()) {
      diagnostics_.Error("import-shape", At(root),
                         "no requirement_mapping_sets in this file");
      return nullptr;
    }
    other_sets_ = sets.size() - 1;
    const YamlNode* turned = nullptr;
    const YamlNode* unknown = nullptr;
    for (const YamlNode* set : sets) {
      const int from = FrameworkOf(dataset_, set->Text("source_framework_urn"));
      const int to = FrameworkOf(dataset_, set->Text("target_framework_urn"));
      const bool forward =
          (from < 0 || from == source_) && (to < 0 || to == target_);
      const bool known = from >= 0 && to >= 0;
      if (forward && known) return set;
      if (turned == nullptr && from == target_ && to == source_) turned = set;
      if (unknown == nullptr && forward) unknown = set;
    }
    if (turned != nullptr) return turned;
    if (unknown == nullptr) {
      diagnostics_.Error(
          "import-framework", At(*sets[0]),
          "no mapping set between " + dataset_.framework(source_).id + " and " +
              dataset_.framework(target_).id + "; the first is from " +
              Quoted(sets[0]->Text("source_framework_urn")) + " to " +
              Quoted(sets[0]->Text("target_framework_urn")));
    }
    return unknown;
  }

  // The id that a URN names in this framework.
  static std::string IdOf(const Framework& framework, const UrnLeaves& leaves,
                          const std::string& urn) {
    const std::string leaf = LastPart(urn);
    const int control = leaves.Find(leaf);
    return control < 0
               ? leaf
               : framework.controls[static_cast<std::size_t>(control)].id;
  }

  void ReadMapping(const YamlNode& mapping, const UrnLeaves& sources,
                   const UrnLeaves& targets, ImportRows& rows) {
    ImportedPair pair;
    pair.where = At(mapping);
    const std::string from = mapping.Text("source_requirement_urn");
    const std::string to = mapping.Text("target_requirement_urn");
    if (from.empty() || to.empty()) {
      rows.Error("import-shape", pair.where,
                 "a mapping without source_requirement_urn or "
                 "target_requirement_urn");
      return;
    }
    const std::string word = mapping.Text("relationship");
    if (!ReadPairWord(word, pair.relation)) {
      rows.Error("import-relation", pair.where,
                 "unknown relationship " + Quoted(word) +
                     "; known: equal, subset, superset, intersect, "
                     "not_related");
      return;
    }
    pair.source = rows.SourceId(
        IdOf(dataset_.framework(source_), sources, from), pair.where);
    pair.target = rows.TargetId(IdOf(dataset_.framework(target_), targets, to),
                                pair.where);
    const std::string rationale = mapping.Text("rationale");
    pair.same_wording = rationale == "syntactic";
    Lose(mapping, pair, rationale, rows);
    pair.comment = ParseComment(mapping.Text("annotation"));
    TakeReason(pair);
    if (pair.source.empty() || pair.target.empty()) return;
    rows.AddPair(std::move(pair));
  }

  // Of ours the first line is the rationale, and what follows a caution.
  static void TakeReason(ImportedPair& pair) {
    if (pair.comment.statements.empty()) return;
    const std::string& text = pair.comment.rest;
    pair.reason = text.substr(0, text.find('\n'));
  }

  void Lose(const YamlNode& mapping, const ImportedPair& pair,
            const std::string& rationale, ImportRows& rows) {
    const std::string strength = mapping.Text("strength_of_relationship");
    const bool implied =
        (strength == "10" && pair.relation == PairRelation::kEqual) ||
        (strength == "0" && pair.relation == PairRelation::kNotRelated);
    if (!strength.empty() && !implied) {
      rows.Loss(pair.where, "strength of relationship");
    }
    if (rationale == "functional") {
      rows.Loss(pair.where, "rationale \"functional\"");
    }
    for (const std::string& key : mapping.keys) {
      if (key != "source_requirement_urn" && key != "target_requirement_urn" &&
          key != "relationship" && key != "rationale" &&
          key != "strength_of_relationship" && key != "annotation") {
        rows.Loss(pair.where, "field " + Quoted(ImportRows::OneLine(key)));
      }
    }
  }

  const Dataset& dataset_;
  int source_;
  int target_;
  Diagnostics& diagnostics_;
  LineIndex lines_;
  std::size_t other_sets_ = 0;
};

}  // namespace

bool LooksLikeCisoLibrary(std::string_view text) {
  return text.find("requirement_mapping_set") != std::string_view::npos;
}

ImportedCrosswalk ReadCisoMapping(const std::string& file,
                                  std::string_view text, const Dataset& dataset,
                                  int source, int target,
                                  Diagnostics& diagnostics) {
  FileDiagnostics errors(file, text, diagnostics);
  const YamlNode root = ReadYaml(text, errors);
  if (errors.has_errors()) return {};
  return Reader(file, text, dataset, source, target, diagnostics).Read(root);
}

}  // namespace mapper
