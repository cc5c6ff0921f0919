#include "cli/completion.h"
#include "mapper/base/text.h"

namespace cli {
namespace {

constexpr const char kHelpers[] = R"sh(
_kakehashi_framework() {
  local -a ids
  ids=(${(f)"$(kakehashi completion frameworks 2>/dev/null)"})
  compadd "$@" -a ids
}

_kakehashi_frameworks() {
  _sequence -s , _kakehashi_framework
}

_kakehashi_edition() {
  _alternative 'frameworks: :_kakehashi_framework' 'files: :_files'
}

# The first argument of the command names the framework.
_kakehashi_control() {
  local -a ids
  ids=(${(f)"$(kakehashi completion controls "${line[1]}" 2>/dev/null)"})
  compadd "$@" -a ids
}

_kakehashi_reference() {
  local -a ids
  if compset -P '*:'; then
    ids=(${(f)"$(kakehashi completion controls "${IPREFIX%:}" 2>/dev/null)"})
    compadd "$@" -a ids
  else
    ids=(${(f)"$(kakehashi completion frameworks 2>/dev/null)"})
    compadd "$@" -S : -a ids
  fi
}

_kakehashi "$@"
)sh";

// Text for a specification of _arguments, between single quotes.
std::string Escape(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

// ":what:how", the end of a specification.
std::string Value(const OptionInfo& option) {
  std::string how;
  switch (option.kind) {
    case ValueKind::kNone:
      return {};
    case ValueKind::kText:
      how = " ";
      break;
    case ValueKind::kChoice:
      how = "(" + mapper::Join(option.choices, " ") + ")";
      break;
    case ValueKind::kFile:
      how = "_files";
      break;
    case ValueKind::kDirectory:
      how = "_files -/";
      break;
    case ValueKind::kFramework:
      how = "_kakehashi_framework";
      break;
    case ValueKind::kEdition:
      how = "_kakehashi_edition";
      break;
    case ValueKind::kFrameworks:
      how = "_kakehashi_frameworks";
      break;
    case ValueKind::kControl:
      how = "_kakehashi_control";
      break;
    case ValueKind::kReference:
      how = "_kakehashi_reference";
      break;
  }
  return ":" + Escape(option.description) + ":" + how;
}

void WriteOptions(const CommandInfo& command, std::string& out) {
  for (const OptionInfo& option : command.options) {
    std::vector<std::string> not_with = option.excludes;
    not_with.insert(not_with.end(), option.names.begin(), option.names.end());
    for (const std::string& name : option.names) {
      out += " \\\n    ";
      out += option.many ? "'*'" : "'(" + mapper::Join(not_with, " ") + ")'";
      out += name;
      if (option.kind != ValueKind::kNone && mapper::StartsWith(name, "--")) {
        out += '=';
      }
      out += "'[" + Escape(option.description) + "]" + Value(option) + "'";
    }
  }
}

void WriteCommand(const CommandInfo& command, const std::string& function,
                  std::string& out) {
  const bool root = function == "_kakehashi";
  out += "\n" + function + "() {\n";
  out += "  local curcontext=$curcontext state line ret=1\n";
  out += "  typeset -A opt_args\n";
  out += root ? "  _arguments -C" : "  _arguments -C $_kakehashi_globals";
  if (!root) WriteOptions(command, out);
  if (root) out += " $_kakehashi_globals";
  for (std::size_t i = 0; i < command.positionals.size(); ++i) {
    const OptionInfo& positional = command.positionals[i];
    out += " \\\n    '";
    out += positional.many ? "*" : std::to_string(i + 1);
    if (!positional.required && !positional.many) out += ':';
    out += Value(positional) + "'";
  }
  if (command.commands.empty()) {
    out += "\n}\n";
    return;
  }
  out += " \\\n    '1: :->command' '*:: :->argument' && ret=0\n";
  out += "  case $state in\n  command)\n    local -a commands=(\n";
  for (const CommandInfo& below : command.commands) {
    out += "      '" + below.name + ":" + Escape(below.description) + "'\n";
  }
  out += "    )\n    _describe command commands && ret=0\n    ;;\n";
  out += "  argument)\n    case $words[1] in\n";
  for (const CommandInfo& below : command.commands) {
    out += "    " + below.name + ") " + function + "-" + below.name +
           " && ret=0 ;;\n";
  }
  out += "    esac\n    ;;\n  esac\n  return ret\n}\n";
  for (const CommandInfo& below : command.commands) {
    WriteCommand(below, function + "-" + below.name, out);
  }
}

}  // namespace

std::string ZshCompletion(const CommandInfo& program) {
  std::string out =
      "#compdef kakehashi\n"
      "# Written by: kakehashi completion zsh\n\n"
      "typeset -ga _kakehashi_globals\n_kakehashi_globals=(";
  WriteOptions(program, out);
  out += "\n)\n";
  WriteCommand(program, "_kakehashi", out);
  return out + kHelpers;
}

}  // namespace cli
