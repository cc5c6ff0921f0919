#include "mapper/report/profile_toml_writer.h"

#include <fmt/format.h>

#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/model/profile_form.h"

namespace mapper {
namespace {

// A basic string of TOML 1.0.
std::string Quote(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string QuoteList(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) quoted.push_back(Quote(text));
  return "[" + Join(quoted, ", ") + "]";
}

class Writer {
 public:
  Writer(const Profile& profile, Language language)
      : profile_(profile), language_(language) {}

  std::string Run() {
    out_ = language_ == Language::kJa
               ? "# 団体のプロフィール。書き方は docs/formats.md、事実の一覧は "
                 "docs/facts.md。\n"
               : "# Profile of an organisation; see docs/formats.md and "
                 "docs/facts.md.\n";
    Organization();
    StatedFacts();
    Departments();
    if (!profile_.holdings.empty()) out_ += "\n";
    for (const form::Key& key : form::kHolding) {
      if (profile_.holdings.empty()) break;
      out_ += std::string("# ") + key.machine + ": " + key.title.in(language_) +
              "\n";
    }
    for (const Holding& holding : profile_.holdings) Write(holding);
    return std::move(out_);
  }

 private:
  void Comment(const char* text) { out_ += std::string("# ") + text + "\n"; }
  void Line(const std::string& key, const std::string& value) {
    out_ += key + " = " + value + "\n";
  }

  void Organization() {
    out_ += "\n[organization]\n";
    const std::string* const names[] = {&profile_.id, &profile_.name,
                                        &profile_.name_en};
    for (std::size_t i = 0; i < form::kNames.size(); ++i) {
      Comment(form::kNames[i].title.in(language_));
      if (i < 2 || !names[i]->empty()) {
        Line(form::kNames[i].machine, Quote(*names[i]));
      } else {
        out_ += std::string("# ") + form::kNames[i].machine + " = \"\"\n";
      }
    }
    for (const Attribute& attribute : Attributes()) {
      Comment(attribute.question.in(language_));
      const auto it = profile_.attributes.find(attribute.name);
      const bool bare = std::string_view(attribute.name) == "has_manager";
      if (it == profile_.attributes.end() || it->second.empty()) {
        out_ += std::string("# ") + attribute.name + " =\n";
      } else if (bare) {
        Line(attribute.name, it->second[0] == "yes" ? "true" : "false");
      } else if (std::string_view(attribute.name) == "sectors") {
        Line(attribute.name, QuoteList(it->second));
      } else {
        Line(attribute.name, Quote(it->second[0]));
      }
    }
  }

  void StatedFacts() {
    out_ += "\n[facts]\n";
    for (const Fact& fact : Facts()) {
      Comment(fact.question.in(language_));
      const auto it = profile_.stated_facts.find(fact.name);
      if (it == profile_.stated_facts.end()) {
        out_ += std::string("# ") + fact.name + " =\n";
      } else {
        Line(fact.name, it->second ? "true" : "false");
      }
    }
  }

  void Departments() {
    out_ += "\n[departments]\n";
    for (const auto& role : kRoles) {
      Comment(role.words.in(language_));
      const auto& names = profile_.Departments(role.value);
      if (names.empty()) {
        out_ += std::string("# ") + role.machine + " = []\n";
      } else {
        Line(role.machine, QuoteList(names));
      }
    }
  }

  void Write(const Holding& holding) {
    const bool system = holding.kind == Holding::Kind::kSystem;
    out_ += system ? "\n[[systems]]\n" : "\n[[contracts]]\n";
    Line("name", Quote(holding.name));
    if (holding.segment) Line("segment", Quote(ToString(*holding.segment)));
    const auto day = [this](const char* key, const std::optional<Date>& date) {
      if (date) Line(key, ToIso(*date));
    };
    if (system) day("in_use_since", holding.in_use_since);
    day("contract_from", holding.contract_from);
    day("contract_to", holding.contract_to);
    day("next_renewal", holding.next_renewal);
  }

  const Profile& profile_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string WriteProfileToml(const Profile& profile, Language language) {
  return Writer(profile, language).Run();
}

}  // namespace mapper
