#include "mapper/parse/toml_reader.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {

namespace {

std::string_view WithoutByteOrderMark(std::string_view text) {
  return text.substr(StartsWith(text, "\xEF\xBB\xBF") ? 3 : 0);
}

// Byte offset of the dot that is one too many on its line, or npos.  Each part
// of a key a.b.c nests a table in another, and toml++ (3.3) bounds only the
// nesting of values: without this a hostile key overflows the stack when its
// tables are destroyed.  A key stands on one line, and its dots are never side
// by side.
std::size_t FindTooManyDots(std::string_view text) {
  std::size_t dots = 0;
  char previous = '\n';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') dots = 0;
    if (c == '.' && previous != '.' && ++dots > limits::kTomlDots) return i;
    if (c != ' ' && c != '\t') previous = c;
  }
  return std::string_view::npos;
}

}  // namespace

TomlFile::TomlFile(std::string file, std::string_view text,
                   Diagnostics& diagnostics, std::size_t limit)
    : file_(std::move(file)),
      text_(WithoutByteOrderMark(text)),
      index_(file_, text_),
      diagnostics_(&diagnostics) {
  if (text_.size() > limit) {
    diagnostics.Error(
        "toml-size", {file_, 0, 0},
        "more than " + std::to_string(limit) + " bytes in a TOML file");
    return;
  }
  const std::size_t bad = FindInvalidUtf8(text_);
  if (bad != std::string_view::npos) {
    diagnostics.Error("encoding-invalid", index_.Locate(bad),
                      "not UTF-8: TOML files are UTF-8");
    return;
  }
  const std::size_t deep = FindTooManyDots(text_);
  if (deep != std::string_view::npos) {
    diagnostics.Error(
        "toml-depth", index_.Locate(deep),
        "more than " + std::to_string(limits::kTomlDots) + " dots on one line");
    return;
  }
  try {
    root_ = toml::parse(text_, file_);
    ok_ = true;
  } catch (const toml::parse_error& error) {
    // At the end of the file toml++ counts one column too many.
    toml::source_region where = error.source();
    if (where.begin.line >= 1 && where.begin.line <= index_.lines()) {
      const std::string_view line = index_.Line(where.begin.line);
      const SourceLocation end =
          index_.Locate(static_cast<std::size_t>(line.end() - text_.begin()));
      where.begin.column = std::min(
          where.begin.column, static_cast<toml::source_index>(end.column));
    }
    Error("toml-syntax", where, std::string(error.description()));
  }
}

SourceLocation TomlFile::Place(const toml::source_region& region) const {
  return {file_, std::max<std::size_t>(1, region.begin.line),
          std::max<std::size_t>(1, region.begin.column)};
}

void TomlFile::Error(const char* id, const toml::source_region& region,
                     const std::string& message) const {
  const SourceLocation place = Place(region);
  diagnostics_->Error(id, place, message,
                      place.line <= index_.lines() ? index_.Line(place.line)
                                                   : std::string_view());
}

const toml::node* TomlTable::Node(const char* key) {
  known_.insert(key);
  return table_.get(key);
}

const toml::source_region& TomlTable::Where(const char* key) const {
  const auto it = table_.find(key);
  return it == table_.end() ? table_.source() : it->first.source();
}

void TomlTable::Error(const char* id, const char* key,
                      const std::string& message) const {
  file_.Error(id, Where(key), message);
}

void TomlTable::WrongType(const char* key, const char* expected) const {
  Error("toml-type", key, std::string("'") + key + "' must be " + expected);
}

std::string TomlTable::String(const char* key, bool required) {
  const toml::node* node = Node(key);
  if (node == nullptr) {
    if (required) {
      Error("toml-missing", key,
            "missing '" + std::string(key) + "' in " + name_);
    }
    return {};
  }
  if (const auto value = node->value_exact<std::string>()) return *value;
  WrongType(key, "a string");
  return {};
}

std::string TomlTable::Word(const char* key,
                            const std::vector<std::string>& known,
                            bool required) {
  std::string word = String(key, required);
  const toml::node* node = Node(key);
  if (node == nullptr || !node->is_string() ||
      std::find(known.begin(), known.end(), word) != known.end()) {
    return word;
  }
  const std::string nearest = Nearest(word, known);
  Error("toml-value", key,
        "unknown value '" + word + "' of '" + key + "'; " +
            (nearest.empty() ? "known: " + Join(known, " ")
                             : "did you mean '" + nearest + "'?"));
  return {};
}

std::vector<std::string> TomlTable::Strings(const char* key) {
  const toml::node* node = Node(key);
  if (node == nullptr) return {};
  if (const auto value = node->value_exact<std::string>()) return {*value};
  std::vector<std::string> values;
  if (const toml::array* list = node->as_array()) {
    for (const toml::node& item : *list) {
      if (const auto value = item.value_exact<std::string>()) {
        values.push_back(*value);
      } else {
        file_.Error("toml-type", item.source(),
                    "'" + std::string(key) + "' holds only strings");
      }
    }
    return values;
  }
  WrongType(key, "a string or a list of strings");
  return {};
}

std::optional<bool> TomlTable::Bool(const char* key) {
  const toml::node* node = Node(key);
  if (node == nullptr) return {};
  if (const auto value = node->value_exact<bool>()) return value;
  WrongType(key, "true or false");
  return {};
}

std::optional<long> TomlTable::Integer(const char* key) {
  const toml::node* node = Node(key);
  if (node == nullptr) return {};
  if (const auto value = node->value_exact<std::int64_t>()) {
    return static_cast<long>(*value);
  }
  WrongType(key, "a whole number");
  return {};
}

std::optional<Date> TomlTable::Day(const char* key) {
  const toml::node* node = Node(key);
  if (node == nullptr) return {};
  if (const auto value = node->value_exact<toml::date>()) {
    return Date{value->year, value->month, value->day};
  }
  if (const auto text = node->value_exact<std::string>()) {
    if (const auto date = ParseDate(*text)) return date;
  }
  WrongType(key, "a date such as 2027-07-01");
  return {};
}

const toml::table* TomlTable::Table(const char* key) {
  const toml::node* node = Node(key);
  if (node == nullptr) return nullptr;
  if (const toml::table* table = node->as_table()) return table;
  WrongType(key, "a table");
  return nullptr;
}

std::vector<const toml::table*> TomlTable::Tables(const char* key) {
  const toml::node* node = Node(key);
  std::vector<const toml::table*> tables;
  if (node == nullptr) return tables;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    WrongType(key, "a list of tables, [[...]]");
    return tables;
  }
  for (const toml::node& item : *list) {
    if (const toml::table* table = item.as_table()) {
      tables.push_back(table);
    } else {
      WrongType(key, "a list of tables, [[...]]");
    }
  }
  return tables;
}

void TomlTable::Finish() {
  const std::vector<std::string> known(known_.begin(), known_.end());
  for (const auto& [key, value] : table_) {
    const std::string name(key.str());
    if (known_.count(name) != 0) continue;
    const std::string nearest = file_.diagnostics().may_suggest()
                                    ? Nearest(name, known)
                                    : std::string();
    file_.Error(
        "toml-unknown-key", key.source(),
        "unknown key '" + name + "' in " + name_ +
            (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
  }
}

}  // namespace mapper
