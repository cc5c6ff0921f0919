#include "mapper/parse/profile_toml.h"

#include <cstring>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/model/words.h"
#include "mapper/parse/toml_reader.h"

namespace mapper {
namespace {

void ReadOrganization(TomlTable& root, Profile& profile) {
  const toml::table* node = root.Table("organization");
  if (node == nullptr) {
    root.Error("toml-missing", "organization", "missing [organization]");
    return;
  }
  TomlTable table(root.file(), *node, "[organization]");
  profile.id = table.String("id", true);
  profile.name = table.String("name", true);
  profile.name_en = table.String("name_en");
  for (const Attribute& attribute : Attributes()) {
    const std::vector<std::string> known(attribute.values.begin(),
                                         attribute.values.end());
    const bool yes_no =
        known.size() == 2 && std::strcmp(attribute.values[0], "yes") == 0;
    std::vector<std::string> values;
    if (yes_no) {
      if (const auto value = table.Bool(attribute.name)) {
        values = {*value ? "yes" : "no"};
      }
    } else if (std::strcmp(attribute.name, "sectors") == 0) {
      for (std::string& value : table.Strings(attribute.name)) {
        const std::string nearest = Nearest(value, known);
        bool found = false;
        for (const std::string& k : known) found |= k == value;
        if (!found) {
          table.Error(
              "toml-value", attribute.name,
              "unknown sector '" + value + "'; " +
                  (nearest.empty() ? "known: " + Join(known, " ")
                                   : "did you mean '" + nearest + "'?"));
          continue;
        }
        values.push_back(std::move(value));
      }
    } else {
      std::string value = known.empty() ? table.String(attribute.name)
                                        : table.Word(attribute.name, known);
      if (!value.empty()) values.push_back(std::move(value));
    }
    if (!values.empty()) profile.attributes[attribute.name] = values;
  }
  table.Finish();
}

void ReadFacts(TomlTable& root, Profile& profile) {
  const toml::table* node = root.Table("facts");
  if (node == nullptr) return;
  TomlTable table(root.file(), *node, "[facts]");
  for (const Fact& fact : Facts()) {
    if (const auto value = table.Bool(fact.name)) {
      profile.stated_facts[fact.name] = *value;
    }
  }
  table.Finish();
  for (const std::string& clash : profile.Close()) {
    table.Error("facts-contradict", clash.substr(0, clash.find(' ')).c_str(),
                "these facts contradict each other: " + clash +
                    " (the first being true makes the second true)");
  }
}

void ReadDepartments(TomlTable& root, Profile& profile) {
  const toml::table* node = root.Table("departments");
  if (node == nullptr) return;
  TomlTable table(root.file(), *node, "[departments]");
  for (const auto& role : kRoles) {
    std::vector<std::string> names = table.Strings(role.machine);
    for (const std::string& name : names) {
      // Cells of lists are joined and split at it.
      if (name.find(';') != std::string::npos) {
        table.Error("toml-value", role.machine,
                    "a department may not have ';' in its name, which "
                    "separates the values of a cell: '" +
                        name + "'");
      }
    }
    if (!names.empty()) profile.departments[role.value] = std::move(names);
  }
  table.Finish();
}

void ReadHolding(TomlTable& root, const toml::table& node, Holding::Kind kind,
                 Profile& profile) {
  const bool system = kind == Holding::Kind::kSystem;
  TomlTable table(root.file(), node, system ? "[[systems]]" : "[[contracts]]");
  Holding holding;
  holding.kind = kind;
  holding.line = root.file().Place(node.source()).line;
  holding.name = table.String("name", true);
  const std::string segment = table.Word("segment", MachineNames(kSegments));
  if (const auto value = FindName(kSegments, segment)) {
    holding.segment = *value;
  }
  if (system) holding.in_use_since = table.Day("in_use_since");
  holding.contract_from = table.Day("contract_from");
  holding.contract_to = table.Day("contract_to");
  holding.next_renewal = table.Day("next_renewal");
  if (holding.contract_from && holding.contract_to &&
      *holding.contract_to < *holding.contract_from) {
    table.Error("date-order", "contract_to",
                "contract_to is before contract_from");
  }
  table.Finish();
  profile.holdings.push_back(std::move(holding));
}

}  // namespace

Profile ReadProfile(const std::string& file, std::string_view text,
                    Diagnostics& diagnostics) {
  Profile profile;
  profile.file = file;
  const TomlFile toml(file, text, diagnostics);
  if (!toml.ok()) return profile;
  TomlTable root(toml, toml.root(), "the profile");
  ReadOrganization(root, profile);
  ReadFacts(root, profile);
  ReadDepartments(root, profile);
  for (const toml::table* node : root.Tables("systems")) {
    ReadHolding(root, *node, Holding::Kind::kSystem, profile);
  }
  for (const toml::table* node : root.Tables("contracts")) {
    ReadHolding(root, *node, Holding::Kind::kContract, profile);
  }
  root.Finish();
  return profile;
}

}  // namespace mapper
