#include "mapper/parse/outline_spec.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/parse/toml_reader.h"

namespace mapper {
namespace {

constexpr int kDeepest = 20;
constexpr std::size_t kLongestTemplate = 100;  // bytes

class SpecReader {
 public:
  explicit SpecReader(const TomlFile& file) : file_(file) {}

  OutlineSpec Read(const toml::table& table) {
    OutlineSpec spec;
    TomlTable outline(file_, table, "[outline]");
    ReadRules(outline, spec.rules);
    for (const toml::table* variant : outline.Tables("variant")) {
      spec.variants.push_back(ReadVariant(*variant, spec.rules));
    }
    outline.Finish();
    if (spec.variants.empty() && spec.rules.marks.empty()) {
      outline.Error("outline-spec", "mark",
                    "[outline] names no mark: expected [[outline.mark]]");
    }
    return spec;
  }

 private:
  OutlineVariant ReadVariant(const toml::table& table,
                             const OutlineRules& base) {
    OutlineVariant variant;
    variant.rules = base;
    TomlTable reader(file_, table, "[[outline.variant]]");
    variant.name = reader.String("name", true);
    variant.when = reader.Strings("when");
    if (variant.when.empty()) {
      reader.Error("outline-spec", "when",
                   "a variant needs 'when', a text of the document's first "
                   "lines");
    }
    ReadRules(reader, variant.rules);
    reader.Finish();
    return variant;
  }

  // What the table does not state keeps the value it has.
  void ReadRules(TomlTable& table, OutlineRules& rules) {
    if (table.Node("prefix") != nullptr) {
      rules.prefix = table.String("prefix");
      CheckIdText(table, "prefix", rules.prefix);
    }
    if (const auto depth = table.Integer("catalogue_depth")) {
      rules.catalogue_depth = Depth(table, "catalogue_depth", *depth, 0);
    }
    const std::string decoration =
        table.Word("decoration", {"none", "markdown"});
    if (!decoration.empty()) rules.markdown = decoration == "markdown";
    rules.page_numbers =
        table.Bool("page_numbers").value_or(rules.page_numbers);
    rules.contents = table.Bool("contents").value_or(rules.contents);
    if (table.Node("skip") != nullptr) rules.skip = Patterns(table, "skip");
    if (table.Node("strip") != nullptr) rules.strip = table.Strings("strip");
    if (table.Node("mark") != nullptr) {
      rules.marks.clear();
      for (const toml::table* mark : table.Tables("mark")) {
        ReadMark(*mark, rules);
      }
      CheckMarkNames(table, rules);
    }
    if (table.Node("block") != nullptr) {
      rules.blocks.clear();
      for (const toml::table* block : table.Tables("block")) {
        ReadBlock(*block, rules);
      }
    }
    if (const toml::table* ids = table.Table("ids")) ReadIds(*ids, rules);
    if (const toml::table* names = table.Table("rename")) {
      TomlTable reader(file_, *names, "[outline.rename]");
      for (const auto& [key, value] : *names) {
        const std::string id(key.str());
        rules.rename[id] = reader.String(id.c_str());
        CheckIdText(reader, id.c_str(), rules.rename[id]);
        if (value.is_string() && rules.rename[id].empty()) {
          reader.Error("outline-spec", id.c_str(), "an empty id");
        }
      }
    }
  }

  void ReadMark(const toml::table& table, OutlineRules& rules) {
    OutlineMark mark;
    TomlTable reader(file_, table, "[[outline.mark]]");
    mark.name = reader.String("name", true);
    mark.forms = Forms(reader);
    if (const auto depth = reader.Integer("depth")) {
      mark.depth = Depth(reader, "depth", *depth, 1);
    } else {
      reader.Error("toml-missing", "depth",
                   "missing 'depth' in [[outline.mark]]");
    }
    ReadFirst(reader, mark);
    mark.under = reader.Strings("under");
    mark.through = reader.Node("restart_in") != nullptr;
    mark.restart_in = reader.Strings("restart_in");
    const std::string title = reader.Word("title", {"none", "line", "caption"});
    if (title == "line") mark.title = OutlineTitle::kLine;
    if (title == "caption") mark.title = OutlineTitle::kCaption;
    mark.space = reader.Bool("space").value_or(false);
    mark.gaps = reader.Bool("gaps");
    mark.id = reader.String("id", true);
    CheckTemplate(reader, "id", mark.id);
    reader.Finish();
    const bool twice = std::any_of(
        rules.marks.begin(), rules.marks.end(), [&](const OutlineMark& other) {
          return other.name == mark.name && other.depth == mark.depth &&
                 other.forms == mark.forms && other.under == mark.under;
        });
    if (twice) {
      reader.Error("outline-spec", "name",
                   "mark '" + mark.name + "' is named twice");
    }
    rules.marks.push_back(std::move(mark));
  }

  std::vector<MarkForm> Forms(TomlTable& reader) {
    std::vector<MarkForm> forms;
    const std::vector<std::string> names = reader.Strings("form");
    if (names.empty() && reader.Node("form") == nullptr) {
      reader.Error("toml-missing", "form",
                   "missing 'form' in [[outline.mark]]");
    }
    for (const std::string& name : names) {
      if (const auto form = FindMarkForm(name)) {
        forms.push_back(*form);
        continue;
      }
      const std::string nearest = Nearest(name, MarkFormNames());
      reader.Error("outline-form", "form",
                   "unknown form of mark '" + name + "'; " +
                       (nearest.empty() ? "known: " + Join(MarkFormNames(), " ")
                                        : "did you mean '" + nearest + "'?"));
    }
    return forms;
  }

  // first = "any", first = 2, first = [1, 2]
  void ReadFirst(TomlTable& reader, OutlineMark& mark) {
    const toml::node* node = reader.Node("first");
    if (node == nullptr) return;
    const auto number = [&](const toml::node& value) {
      const auto n = value.value_exact<std::int64_t>();
      if (!n || *n < 1 || *n > 100000) {
        file_.Error("toml-type", value.source(),
                    "'first' must be \"any\", a number or a list of numbers");
        return;
      }
      mark.first.push_back(static_cast<unsigned>(*n));
    };
    mark.first.clear();
    if (node->value_exact<std::string>() == std::string("any")) return;
    if (const toml::array* list = node->as_array()) {
      for (const toml::node& value : *list) number(value);
    } else {
      number(*node);
    }
  }

  void ReadBlock(const toml::table& table, OutlineRules& rules) {
    OutlineBlock block;
    TomlTable reader(file_, table, "[[outline.block]]");
    block.begin = Patterns(reader, "begin");
    block.begin_marks = Patterns(reader, "begin_marks");
    block.until_lines = Patterns(reader, "until_lines");
    block.until_marks = reader.Strings("until_marks");
    block.until_heading = reader.Bool("until_heading").value_or(false);
    if (block.begin.empty() && block.begin_marks.empty()) {
      reader.Error("outline-spec", "begin",
                   "a block needs 'begin', the line it begins with, or "
                   "'begin_marks'");
    }
    CheckNames(reader, "until_marks", block.until_marks, rules);
    reader.Finish();
    rules.blocks.push_back(std::move(block));
  }

  void ReadIds(const toml::table& table, OutlineRules& rules) {
    TomlTable reader(file_, table, "[outline.ids]");
    for (const auto& [key, value] : table) {
      const std::string name(key.str());
      const std::string id = reader.String(name.c_str());
      CheckTemplate(reader, name.c_str(), id);
      CheckNames(reader, name.c_str(), Halves(name), rules);
      rules.ids[name] = id;
    }
  }

  static std::vector<std::string> Halves(const std::string& name) {
    std::vector<std::string> out;
    for (const std::string_view half : Split(name, '/')) out.emplace_back(half);
    return out;
  }

  void CheckMarkNames(TomlTable& table, const OutlineRules& rules) {
    for (const OutlineMark& mark : rules.marks) {
      CheckNames(table, "mark", mark.under, rules);
      CheckNames(table, "mark", mark.restart_in, rules);
    }
  }

  void CheckNames(const TomlTable& table, const char* key,
                  const std::vector<std::string>& names,
                  const OutlineRules& rules) {
    std::vector<std::string> known;
    for (const OutlineMark& mark : rules.marks) known.push_back(mark.name);
    for (const std::string& name : names) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string nearest = Nearest(name, known);
      table.Error(
          "outline-spec", key,
          "no mark is named '" + name + "'" +
              (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
    }
  }

  // An id stands at the beginning of a line of a table, between tabs.
  static void CheckIdText(const TomlTable& table, const char* key,
                          const std::string& text) {
    const bool bad = std::any_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    if (bad || StartsWith(text, "#")) {
      table.Error("outline-spec", key,
                  "an id that begins with '#', or holds a control character");
    }
    if (text.size() > kLongestTemplate) {
      table.Error(
          "outline-spec", key,
          "more than " + std::to_string(kLongestTemplate) + " bytes in an id");
    }
  }

  static void CheckTemplate(const TomlTable& table, const char* key,
                            const std::string& id) {
    CheckIdText(table, key, id);
    // Twice in each of twenty depths is a million times at the last one.
    const std::size_t parent = id.find("{parent}");
    if (parent != std::string::npos &&
        id.find("{parent}", parent + 1) != std::string::npos) {
      table.Error("outline-spec", key, "'{parent}' twice in an id");
    }
    for (std::size_t at = id.find('{'); at != std::string::npos;
         at = id.find('{', at + 1)) {
      const std::size_t end = std::min(id.find('}', at), id.size() - 1);
      const std::string word = id.substr(at, end - at + 1);
      if (word == "{prefix}" || word == "{parent}" || word == "{n}" ||
          word == "{ascii}" || word == "{last}") {
        continue;
      }
      table.Error(
          "outline-spec", key,
          "unknown '" + word +
              "' in an id; known: {prefix} {parent} {n} {ascii} {last}");
    }
  }

  std::vector<std::string> Patterns(TomlTable& table, const char* key) {
    std::vector<std::string> patterns = table.Strings(key);
    for (const std::string& pattern : patterns) {
      if (!Trim(pattern).empty()) continue;
      table.Error("outline-spec", key,
                  "'" + std::string(key) + "' holds an empty pattern");
    }
    return patterns;
  }

  int Depth(const TomlTable& table, const char* key, long value, long least) {
    if (value >= least && value <= kDeepest) return static_cast<int>(value);
    table.Error("outline-spec", key,
                "'" + std::string(key) + "' must be a number from " +
                    std::to_string(least) + " to " + std::to_string(kDeepest));
    return 1;
  }

  const TomlFile& file_;
};

}  // namespace

std::optional<OutlineSpec> ReadOutlineSpec(const std::string& file,
                                           std::string_view text,
                                           Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  const TomlFile toml(file, text, diagnostics);
  if (!toml.ok()) return std::nullopt;
  const toml::node* node = toml.root().get("outline");
  if (node == nullptr) return std::nullopt;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    toml.Error("toml-type", node->source(), "'outline' must be a table");
    return std::nullopt;
  }
  OutlineSpec spec = SpecReader(toml).Read(*table);
  if (diagnostics.error_count() != errors) return std::nullopt;
  return spec;
}

const std::string& IdTemplate(const OutlineRules& rules,
                              const OutlineMark& mark,
                              const std::string& parent) {
  const auto under = rules.ids.find(parent + '/' + mark.name);
  if (under != rules.ids.end()) return under->second;
  const auto own = rules.ids.find(mark.name);
  return own == rules.ids.end() ? mark.id : own->second;
}

}  // namespace mapper
