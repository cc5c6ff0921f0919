#include "cli/command_tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "mapper/base/text.h"
#include "mapper/model/assessment.h"
#include "mapper/model/words.h"

namespace cli {
namespace {

// By the name that the help gives to a value; any other is a text.
constexpr struct {
  std::string_view value;
  ValueKind kind;
} kKinds[] = {
    {"FILE", ValueKind::kFile},       {"FORM", ValueKind::kFile},
    {"PROFILE", ValueKind::kFile},    {"TABLE.tsv", ValueKind::kFile},
    {"DIR", ValueKind::kDirectory},   {"FRAMEWORK", ValueKind::kFramework},
    {"ID", ValueKind::kFramework},    {"A", ValueKind::kFramework},
    {"B", ValueKind::kFramework},     {"A B", ValueKind::kFramework},
    {"OLD", ValueKind::kEdition},     {"NEW", ValueKind::kEdition},
    {"A,B", ValueKind::kFrameworks},  {"A,B,...", ValueKind::kFrameworks},
    {"CONTROL", ValueKind::kControl}, {"A:ID", ValueKind::kReference},
    {"B:ID", ValueKind::kReference},
};

// The choices of a type name such as "TEXT:{ja,en}".
std::vector<std::string> Choices(const std::string& type) {
  const std::size_t open = type.find(":{");
  if (open == std::string::npos || type.back() != '}') return {};
  std::vector<std::string> choices;
  const std::string listed = type.substr(open + 2, type.size() - open - 3);
  for (const std::string_view choice : mapper::Split(listed, ',')) {
    choices.emplace_back(choice);
  }
  return choices;
}

std::vector<std::string> Names(const std::set<CLI::Option*>& options) {
  std::vector<std::string> names;
  for (const CLI::Option* option : options) {
    names.push_back(option->get_positional() ? option->get_type_name()
                                             : option->get_name());
  }
  std::sort(names.begin(), names.end());  // the set is ordered by address
  return names;
}

OptionInfo ReadOption(const CLI::Option& option) {
  OptionInfo info;
  for (const std::string& name : option.get_snames()) {
    info.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    info.names.push_back("--" + name);
  }
  info.description = option.get_description();
  info.required = option.get_required();
  info.many =
      option.get_items_expected_max() > 1 && option.get_delimiter() == '\0';
  info.excludes = Names(option.get_excludes());
  info.needs = Names(option.get_needs());
  if (option.get_items_expected_max() == 0) return info;
  const std::string type = option.get_type_name();
  info.choices = Choices(type);
  if (!info.choices.empty()) {
    info.kind = ValueKind::kChoice;
    info.value = mapper::Join(info.choices, "|");
    return info;
  }
  // A check that stands behind the name, as in "N:INT in [1 - 1000]".
  static const std::string_view kChecks[] = {":INT in ", ":POSITIVE"};
  info.value = type;
  for (const std::string_view check : kChecks) {
    info.value = info.value.substr(0, info.value.find(check));
  }
  info.kind = ValueKind::kText;
  for (const auto& known : kKinds) {
    if (known.value == info.value) info.kind = known.kind;
  }
  if (info.value == "STATUS") {
    info.kind = ValueKind::kChoice;
    info.choices = mapper::MachineNames(mapper::kStatuses);
  }
  return info;
}

}  // namespace

CommandInfo ReadCommands(const CLI::App& app) {
  CommandInfo info;
  info.name = app.get_name();
  info.description = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    OptionInfo read = ReadOption(*option);
    (read.names.empty() ? info.positionals : info.options)
        .push_back(std::move(read));
  }
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (!command->get_group().empty()) {
      info.commands.push_back(ReadCommands(*command));
    }
  }
  return info;
}

}  // namespace cli
