#include "mapper/parse/framework_writer.h"

#include <cstdio>
#include <vector>

#include "mapper/base/guard.h"
#include "mapper/base/text.h"
#include "mapper/model/edition.h"

namespace mapper {
namespace {

// A basic string of TOML.
std::string Quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04X", byte);
      out += escaped;
    } else {
      out += c;
    }
  }
  return out + "\"";
}

// A cell of a table: one line, guarded, and "-" for nothing.
std::string Cell(const std::string& text) {
  std::string plain = text;
  for (char& c : plain) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) c = ' ';
  }
  const std::string out(Trim(plain));
  return out.empty() ? "-" : Guarded(out);
}

std::string Comment(const std::string& text) {
  std::string out;
  for (const std::string_view line : Split(text, '\n')) {
    out += line.empty() ? "#\n" : "# " + std::string(line) + "\n";
  }
  return out;
}

}  // namespace

std::string WriteFrameworkToml(const Framework& f, const std::string& comment,
                               const std::string& outline_toml) {
  std::string out = Comment(comment);
  const auto add = [&out](const char* key, const std::string& value) {
    out += std::string(key) + " = " + Quoted(value) + "\n";
  };
  const auto add_known = [&](const char* key, const std::string& value) {
    if (!value.empty()) add(key, value);
  };
  add("id", f.id);
  add("title_ja", f.title_ja);
  add("title_en", f.title_en);
  add_known("short_ja", f.short_ja);
  add_known("short_en", f.short_en);
  add("publisher_ja", f.publisher_ja);
  add("publisher_en", f.publisher_en);
  add("kind", f.kind);
  add("edition", f.edition);
  add_known("published", f.published);
  add_known("in_force", f.in_force);
  add("status", f.status);
  add("licence", f.licence);
  add("sourcing", f.sourcing_en);
  add_known("sourcing_ja", f.sourcing_ja);
  for (const auto& name : kBindings) {
    if (name.value == f.binding) add("binding", name.machine);
  }
  return outline_toml.empty() ? out : out + "\n" + outline_toml;
}

std::string WriteControls(const Outline& outline, const std::string& comment,
                          const std::string& note) {
  std::string out = Comment(comment);
  out +=
      "#id\tparent\tlabel\ttitle_ja\ttitle_en\tgist_ja\tgist_en\tlevel\tlead\t"
      "support\tapplies\tevidence\tnote\n";
  for (const OutlineControl& control : outline.controls) {
    if (control.withdrawn || control.below_catalogue) continue;
    // The nearest one above it that has a row.
    int parent = control.parent;
    while (parent >= 0) {
      const auto& above = outline.controls[static_cast<std::size_t>(parent)];
      if (!above.withdrawn && !above.below_catalogue) break;
      parent = above.parent;
    }
    const bool english = LanguageOf(control.title) == Language::kEn;
    out += Join({control.id,
                 parent < 0
                     ? "-"
                     : outline.controls[static_cast<std::size_t>(parent)].id,
                 Cell(control.label), english ? "-" : Cell(control.title),
                 english ? Cell(control.title) : "-", "-", "-", "inform", "ict",
                 "-", "-", "seen", Cell(note)},
                "\t") +
           "\n";
  }
  return out;
}

std::string OutlineTablesOf(const std::string& toml) {
  std::string out;
  bool inside = false;
  for (const std::string_view line : Split(toml, '\n')) {
    const std::string_view text = Trim(line);
    const bool header = StartsWith(text, "[") && !StartsWith(line, " ");
    if (header) {
      std::string_view name = text.substr(StartsWith(text, "[[") ? 2 : 1);
      name = Trim(name.substr(0, name.find_first_of("].")));
      inside = name == "outline";
    }
    if (inside) out += std::string(line) + "\n";
  }
  while (EndsWith(out, "\n\n")) out.pop_back();
  return out;
}

}  // namespace mapper
