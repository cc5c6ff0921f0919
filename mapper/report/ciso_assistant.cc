#include "mapper/report/ciso_assistant.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <string_view>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/model/urn.h"

namespace mapper {
namespace {

constexpr int kLibraryVersion = 1;  // of what is written here, an integer there

const char* RelationshipWord(PairRelation relation) {
  switch (relation) {
    case PairRelation::kEqual:
      return "equal";
    case PairRelation::kSubset:
      return "subset";
    case PairRelation::kSuperset:
      return "superset";
    case PairRelation::kIntersects:
      return "intersect";
    case PairRelation::kNotRelated:
      return "not_related";
  }
  return "";
}

// Always quoted: "no", "1.0" and dates would be read as something else.
void Text(YAML::Emitter& out, const char* key, const std::string& text) {
  if (text.empty()) return;
  out << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << text;
}

// What yaml-cpp leaves as it is and YAML does not allow: DEL and C1 controls.
// Texts are double-quoted, where escapes are read.
std::string Printable(std::string_view yaml) {
  std::string out;
  for (std::size_t i = 0; i < yaml.size();) {
    const Utf8Char c = DecodeUtf8(yaml, i);
    if (c.value >= 0x7F && c.value < 0xA0) {
      out += fmt::format("\\x{:02X}", static_cast<unsigned>(c.value));
    } else {
      out += yaml.substr(i, c.length);
    }
    i += c.length;
  }
  return out;
}

void Word(YAML::Emitter& out, const char* key, const std::string& word) {
  out << YAML::Key << key << YAML::Value << word;
}

struct Library {
  std::string ref_id;
  std::string name;
  std::string description;
  std::string copyright;
};

void Header(YAML::Emitter& out, const Library& library, Language language) {
  Text(out, "urn", Urn("library", library.ref_id));
  Word(out, "locale", language == Language::kJa ? "ja" : "en");
  Text(out, "ref_id", library.ref_id);
  Text(out, "name", library.name);
  Text(out, "description", library.description);
  Text(out, "copyright", library.copyright);
  out << YAML::Key << "version" << YAML::Value << kLibraryVersion;
  Text(out, "provider", "kakehashi");
  Text(out, "packager", "kakehashi");
}

void MappingEntry(YAML::Emitter& out, const PairRow& pair,
                  const UrnLeaves& sources, const UrnLeaves& targets,
                  Language language) {
  out << YAML::BeginMap;
  Text(out, "source_requirement_urn", sources.Node(pair.source));
  Text(out, "target_requirement_urn", targets.Node(pair.target));
  Word(out, "relationship", RelationshipWord(pair.relation));
  Word(out, "rationale", pair.same_wording ? "syntactic" : "semantic");
  const int strength = StrengthOf(pair.relation);
  if (strength >= 0) {
    out << YAML::Key << "strength_of_relationship" << YAML::Value << strength;
  }
  const std::string& caution =
      language == Language::kJa ? pair.caution_ja : pair.caution_en;
  std::string note = pair.rationale;
  if (!caution.empty()) note += "\n" + caution;
  Text(out, "annotation", note + "\n" + Join(pair.statements, "\n"));
  out << YAML::EndMap;
}

}  // namespace

std::string WriteCisoMapping(const CrosswalkView& view, Language language) {
  const Framework& source = *view.source;
  const Framework& target = *view.target;
  const UrnLeaves source_leaves(source);
  const UrnLeaves target_leaves(target);
  Library library;
  library.ref_id = "mapping-" + source.id + "-to-" + target.id;
  library.name =
      source.short_title(language) + " -> " + target.short_title(language);
  library.description =
      language == Language::kJa
          ? "当プロジェクトの対応づけであり、公式のものではない。和集合や重なり"
            "など"
            "五つの関係で言えないことは、annotation の kakehashi: の行にある。"
          : "A mapping of the Kakehashi project, not an official one. What the "
            "five relations cannot say (unions, overlaps) is in the lines of "
            "annotation that begin with kakehashi:. Reasons are in Japanese.";
  library.copyright = "CC BY 4.0";
  YAML::Emitter out;
  out << YAML::BeginMap;
  Header(out, library, language);
  out << YAML::Key << "dependencies" << YAML::Value << YAML::BeginSeq;
  out << YAML::DoubleQuoted << Urn("library", source.id);
  if (&source != &target) {
    out << YAML::DoubleQuoted << Urn("library", target.id);
  }
  out << YAML::EndSeq << YAML::Key << "objects" << YAML::Value << YAML::BeginMap
      << YAML::Key << "requirement_mapping_sets" << YAML::Value
      << YAML::BeginSeq << YAML::BeginMap;
  Text(out, "urn", Urn("req_mapping_set", library.ref_id));
  Text(out, "ref_id", library.ref_id);
  Text(out, "name", library.name);
  Text(out, "description", library.description);
  Text(out, "source_framework_urn", Urn("framework", source.id));
  Text(out, "target_framework_urn", Urn("framework", target.id));
  out << YAML::Key << "requirement_mappings" << YAML::Value << YAML::BeginSeq;
  for (const PairRow& pair : MakePairs(view).rows) {
    MappingEntry(out, pair, source_leaves, target_leaves, language);
  }
  out << YAML::EndSeq << YAML::EndMap << YAML::EndSeq << YAML::EndMap
      << YAML::EndMap;
  return Printable(out.c_str()) + "\n";
}

std::string WriteCisoFramework(const Framework& framework, Language language) {
  const UrnLeaves leaves(framework);
  Library library;
  library.ref_id = framework.id;
  library.name = framework.title(language);
  library.description = framework.sourcing(language);
  library.copyright = framework.licence;
  YAML::Emitter out;
  out << YAML::BeginMap;
  Header(out, library, language);
  out << YAML::Key << "objects" << YAML::Value << YAML::BeginMap << YAML::Key
      << "framework" << YAML::Value << YAML::BeginMap;
  Text(out, "urn", Urn("framework", framework.id));
  Text(out, "ref_id", framework.id);
  Text(out, "name", library.name);
  Text(out, "description", library.description);
  out << YAML::Key << "requirement_nodes" << YAML::Value << YAML::BeginSeq;
  for (std::size_t i = 0; i < framework.controls.size(); ++i) {
    const Control& control = framework.controls[i];
    out << YAML::BeginMap;
    Text(out, "urn", leaves.Node(static_cast<int>(i)));
    out << YAML::Key << "assessable" << YAML::Value << control.has_own_demands()
        << YAML::Key << "depth" << YAML::Value << control.depth;
    if (control.parent_index >= 0) {
      Text(out, "parent_urn", leaves.Node(control.parent_index));
    }
    Text(out, "ref_id", control.id);
    Text(out, "name", control.title(language));
    Text(out, "description", control.gist(language));
    out << YAML::EndMap;
  }
  out << YAML::EndSeq << YAML::EndMap << YAML::EndMap << YAML::EndMap;
  return Printable(out.c_str()) + "\n";
}

}  // namespace mapper
