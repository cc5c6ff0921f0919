// Writes an [outline] as the text of a framework.toml; see outline_guess.h.

#include <string>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/parse/outline_guess.h"

namespace mapper {
namespace {

const std::string& NameOf(MarkForm form) {
  return MarkFormNames()[static_cast<std::size_t>(form)];
}

// A basic string of TOML.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) continue;
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string WriteOutlineToml(const OutlineRules& rules) {
  std::string out = "[outline]\n";
  if (rules.markdown) out += "decoration = \"markdown\"\n";
  out += "prefix = " + Quoted(rules.prefix) + "\n";
  if (!rules.skip.empty()) {
    std::vector<std::string> words;
    for (const std::string& skip : rules.skip) words.push_back(Quoted(skip));
    out += "skip = [" + Join(words, ", ") + "]\n";
  }
  out += "\nmark = [\n";
  for (const OutlineMark& mark : rules.marks) {
    std::vector<std::string> forms;
    for (const MarkForm form : mark.forms)
      forms.push_back(Quoted(NameOf(form)));
    out += "  { name = " + Quoted(mark.name) + ", form = " +
           (forms.size() == 1 ? forms[0] : "[" + Join(forms, ", ") + "]") +
           ", depth = " + std::to_string(mark.depth);
    if (mark.first.empty()) out += ", first = \"any\"";
    if (mark.through) {
      std::vector<std::string> names;
      for (const std::string& name : mark.restart_in) {
        names.push_back(Quoted(name));
      }
      out += ", restart_in = [" + Join(names, ", ") + "]";
    }
    if (mark.first == std::vector<unsigned>{1, 2}) out += ", first = [1, 2]";
    if (mark.title == OutlineTitle::kLine) out += ", title = \"line\"";
    if (mark.title == OutlineTitle::kCaption) out += ", title = \"caption\"";
    out += ", id = " + Quoted(mark.id) + " },\n";
  }
  out += "]\n";
  if (!rules.ids.empty()) out += "\n[outline.ids]\n";
  for (const auto& [name, id] : rules.ids) {
    out += Quoted(name) + " = " + Quoted(id) + "\n";
  }
  return out;
}

}  // namespace mapper
