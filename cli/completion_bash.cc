#include "cli/completion.h"
#include "mapper/base/text.h"

namespace cli {
namespace {

constexpr const char kHead[] =
    R"sh(# bash completion of kakehashi.  Written by: kakehashi completion bash

# Sets what is known of the command with the path $1: commands, options (all of
# them), values (options that take one, each with its kind) and positionals
# (kinds; the last one again and again when it has a *).
_kakehashi_definition() {
  commands= options= values= positionals=
  case $1 in
)sh";

constexpr const char kTail[] = R"sh(  esac
}

# Asks the program, about the data that the line names.
_kakehashi_ask() {
  "${program[@]}" completion "$@" 2>/dev/null
}

# Adds to `found` the words of standard input that begin with $1, with $2 in
# front and $3 behind.
_kakehashi_match() {
  local word
  while IFS= read -r word; do
    [[ $word == "$1"* ]] && found+=("$2$word${3-}")
  done
}

_kakehashi_files() {
  local word
  filenames=yes
  compopt -o filenames 2>/dev/null
  while IFS= read -r word; do
    found+=("$word")
  done < <(compgen "$1" -- "$cur")
}

# Adds to `found` what may stand for a value of the kind $1.
_kakehashi_value() {
  case $1 in
  @file) _kakehashi_files -f ;;
  @directory) _kakehashi_files -d ;;
  @framework) _kakehashi_match "$cur" '' < <(_kakehashi_ask frameworks) ;;
  @edition)
    _kakehashi_match "$cur" '' < <(_kakehashi_ask frameworks)
    _kakehashi_files -f
    ;;
  @frameworks)
    before=
    [[ $cur == *,* ]] && before=${cur%,*},
    compopt -o nospace 2>/dev/null
    _kakehashi_match "${cur##*,}" "$before" < <(_kakehashi_ask frameworks)
    ;;
  @control)
    _kakehashi_match "$cur" '' < <(_kakehashi_ask controls "$framework")
    ;;
  @reference)
    if [[ $cur == *:* ]]; then
      _kakehashi_match "${cur#*:}" "${cur%%:*}:" \
        < <(_kakehashi_ask controls "${cur%%:*}")
    else
      compopt -o nospace 2>/dev/null
      _kakehashi_match "$cur" '' : < <(_kakehashi_ask frameworks)
    fi
    ;;
  @text) ;;
  *) _kakehashi_match "$cur" '' <<<"${1//,/$'\n'}" ;;
  esac
}

# Prints the kind of the value of the option $1; fails when it takes none.
_kakehashi_kind() {
  local name kind
  while read -r name kind; do
    if [[ $name == "$1" ]]; then
      printf '%s\n' "$kind"
      return 0
    fi
  done <<<"$values"$'\n'"$global_values"
  return 1
}

_kakehashi() {
  local -a line=() found=() program
  local i word rest blank kind raw kept cur before quote= filenames=
  local framework= path= skip= count=0
  local commands options values positionals global_options global_values

  # The words as they were typed: bash takes them apart at ":" and "=" too.
  rest=${COMP_LINE:0:COMP_POINT}
  for ((i = 0; i <= COMP_CWORD; i++)); do
    blank=${rest%%[![:space:]]*}
    rest=${rest#"$blank"}
    word=${COMP_WORDS[i]}
    ((${#word} > ${#rest})) && word=$rest
    if [[ $i -eq 0 || -n $blank ]]; then
      line+=("$word")
    else
      line[-1]+=$word
    fi
    rest=${rest#"$word"}
  done
  raw=${line[-1]}
  # What readline will replace is `word`, the end of `raw`.
  [[ $word == [:=] ]] && word=
  kept=$((${#raw} - ${#word}))
  program=("${line[0]/#\~/$HOME}")

  _kakehashi_definition ''
  global_options=$options global_values=$values
  for ((i = 1; i < ${#line[@]} - 1; i++)); do
    if [[ -n $skip ]]; then
      [[ $skip == --data || $skip == --db ]] && program+=("$skip" "${line[i]}")
      skip=
    elif [[ ${line[i]} == -*=* ]]; then
      :
    elif [[ ${line[i]} == -* ]]; then
      _kakehashi_kind "${line[i]}" >/dev/null && skip=${line[i]}
    elif [[ " $commands " == *" ${line[i]} "* ]]; then
      path="${path:+$path }${line[i]}"
      _kakehashi_definition "$path"
    else
      ((count == 0)) && framework=${line[i]}
      ((++count))
    fi
  done

  cur=$raw
  case $cur in
  [\'\"]*) quote=${cur:0:1} cur=${cur:1} ;;
  *) cur=${cur//\\/} ;;
  esac
  if [[ -n $skip ]]; then
    _kakehashi_value "$(_kakehashi_kind "$skip")"
  elif [[ $cur == --*=* ]]; then
    before=${cur%%=*}=
    cur=${cur#*=}
    kind=$(_kakehashi_kind "${before%=}") && _kakehashi_value "$kind"
    found=("${found[@]/#/$before}")
  elif [[ $cur == -* ]]; then
    _kakehashi_match "$cur" '' <<<"${options// /$'\n'}"$'\n'"${global_options// /$'\n'}"
  elif [[ -n $commands ]]; then
    _kakehashi_match "$cur" '' <<<"${commands// /$'\n'}"
  else
    for kind in $positionals; do
      ((count == 0)) && break
      [[ $kind == *\* ]] && break
      ((--count))
      kind=
    done
    [[ -n $kind ]] && _kakehashi_value "${kind%\*}"
  fi

  COMPREPLY=()
  for word in "${found[@]}"; do
    if [[ -z $quote && -z $filenames ]]; then
      printf -v word %q "$word"
      word=${word//\\,/,}
    fi
    COMPREPLY+=("${word:kept}")
  done
}
complete -F _kakehashi kakehashi
)sh";

// One word for the kind of a value.
std::string Kind(const OptionInfo& option) {
  switch (option.kind) {
    case ValueKind::kNone:
    case ValueKind::kText:
      return "@text";
    case ValueKind::kChoice:
      return mapper::Join(option.choices, ",");
    case ValueKind::kFile:
      return "@file";
    case ValueKind::kDirectory:
      return "@directory";
    case ValueKind::kFramework:
      return "@framework";
    case ValueKind::kEdition:
      return "@edition";
    case ValueKind::kFrameworks:
      return "@frameworks";
    case ValueKind::kControl:
      return "@control";
    case ValueKind::kReference:
      return "@reference";
  }
  return "@text";
}

void WriteDefinition(const CommandInfo& command, const std::string& path,
                     std::string& out) {
  std::vector<std::string> options;
  std::vector<std::string> values;
  for (const OptionInfo& option : command.options) {
    for (const std::string& name : option.names) {
      options.push_back(name);
      if (option.kind != ValueKind::kNone) {
        values.push_back(name + " " + Kind(option));
      }
    }
  }
  std::vector<std::string> positionals;
  for (const OptionInfo& positional : command.positionals) {
    positionals.push_back(Kind(positional) + (positional.many ? "*" : ""));
  }
  std::vector<std::string> commands;
  for (const CommandInfo& below : command.commands) {
    commands.push_back(below.name);
  }
  out +=
      "  '" + path + "')\n    options='" + mapper::Join(options, " ") + "'\n";
  if (!commands.empty()) {
    out += "    commands='" + mapper::Join(commands, " ") + "'\n";
  }
  if (!values.empty()) {
    out += "    values='" + mapper::Join(values, "\n") + "'\n";
  }
  if (!positionals.empty()) {
    out += "    positionals='" + mapper::Join(positionals, " ") + "'\n";
  }
  out += "    ;;\n";
  for (const CommandInfo& below : command.commands) {
    WriteDefinition(below, path.empty() ? below.name : path + " " + below.name,
                    out);
  }
}

}  // namespace

std::string BashCompletion(const CommandInfo& program) {
  std::string out = kHead;
  WriteDefinition(program, "", out);
  return out + kTail;
}

}  // namespace cli
