// A thin layer over toml++ that reports instead of throwing: each value that
// is missing, of the wrong type or not known is a located diagnostic.

#ifndef MAPPER_PARSE_TOML_READER_H_
#define MAPPER_PARSE_TOML_READER_H_

#include <toml++/toml.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/base/limits.h"
#include "mapper/base/line_index.h"
#include "mapper/model/date.h"

namespace mapper {

// A parsed file; the text must outlive it.
class TomlFile {
 public:
  // Reports [toml-syntax], [toml-depth], [toml-size] or [encoding-invalid] and
  // leaves the file empty when it cannot be parsed.
  TomlFile(std::string file, std::string_view text, Diagnostics& diagnostics,
           std::size_t limit = limits::kTomlBytes);

  bool ok() const { return ok_; }
  const toml::table& root() const { return root_; }

  SourceLocation Place(const toml::source_region& region) const;
  void Error(const char* id, const toml::source_region& region,
             const std::string& message) const;
  Diagnostics& diagnostics() const { return *diagnostics_; }

 private:
  std::string file_;
  std::string_view text_;
  LineIndex index_;
  Diagnostics* diagnostics_;
  toml::table root_;
  bool ok_ = false;
};

// One table being read.  Each getter marks its key as known; Finish reports
// the keys that nobody asked for, naming the nearest known one.
class TomlTable {
 public:
  TomlTable(const TomlFile& file, const toml::table& table, std::string name)
      : file_(file), table_(table), name_(std::move(name)) {}

  // Absent optional values are "" / empty / nothing.
  std::string String(const char* key, bool required = false);
  // A string of a closed list, else [toml-value].
  std::string Word(const char* key, const std::vector<std::string>& known,
                   bool required = false);
  // A string or a list of strings.
  std::vector<std::string> Strings(const char* key);
  std::optional<bool> Bool(const char* key);
  std::optional<long> Integer(const char* key);
  // A TOML date, or a string that ParseDate reads.
  std::optional<Date> Day(const char* key);
  const toml::table* Table(const char* key);
  // [[key]] tables; reports anything else.
  std::vector<const toml::table*> Tables(const char* key);
  // Marks a key as known and returns its value, or null.
  const toml::node* Node(const char* key);

  void Error(const char* id, const char* key, const std::string& message) const;
  const toml::source_region& Where(const char* key) const;
  void Finish();

  const toml::table& table() const { return table_; }
  const TomlFile& file() const { return file_; }

 private:
  void WrongType(const char* key, const char* expected) const;

  const TomlFile& file_;
  const toml::table& table_;
  std::string name_;
  std::set<std::string> known_;
};

}  // namespace mapper

#endif  // MAPPER_PARSE_TOML_READER_H_
