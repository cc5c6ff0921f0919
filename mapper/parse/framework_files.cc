#include "mapper/parse/framework_files.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "mapper/base/limits.h"
#include "mapper/base/text.h"
#include "mapper/parse/expression.h"
#include "mapper/parse/table.h"
#include "mapper/parse/toml_reader.h"

namespace mapper {
namespace {

enum Column : std::size_t {
  kId,
  kParent,
  kLabel,
  kTitleJa,
  kTitleEn,
  kGistJa,
  kGistEn,
  kLevel,
  kLead,
  kSupport,
  kApplies,
  kEvidence,
  kNote
};

const std::vector<std::string>& Columns() {
  static const std::vector<std::string> kColumns = {
      "id",      "parent",   "label", "title_ja", "title_en",
      "gist_ja", "gist_en",  "level", "lead",     "support",
      "applies", "evidence", "note"};
  return kColumns;
}

void ReadClosed(TomlTable& table, Framework& framework) {
  const toml::node* node = table.Node("closed");
  if (node == nullptr) return;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    table.Error("toml-type", "closed", "'closed' must be a list");
    return;
  }
  for (const toml::node& item : *list) {
    if (const auto depth = item.value_exact<std::int64_t>();
        depth && *depth >= 1 && *depth <= 32) {
      framework.closed_depths.insert(static_cast<int>(*depth));
    } else if (const auto id = item.value_exact<std::string>()) {
      framework.closed_ids.insert(*id);
    } else {
      table.file().Error("toml-type", item.source(),
                         "'closed' holds ids and depths (1 is the top)");
    }
  }
}

void ReadTransitions(TomlTable& table, Framework& framework) {
  for (const toml::table* entry : table.Tables("transition")) {
    TomlTable reader(table.file(), *entry, "[[transition]]");
    Transition transition;
    transition.controls = reader.Strings("controls");
    const auto on = reader.Day("on");
    transition.note_ja = reader.String("note_ja", true);
    transition.note_en = reader.String("note_en");
    reader.Finish();
    if (!on && entry->contains("on")) continue;  // of a wrong type: reported
    if (!on) {
      table.file().Error("toml-missing", entry->source(),
                         "missing 'on' in [[transition]]");
      continue;
    }
    transition.on = *on;
    framework.transitions.push_back(std::move(transition));
  }
}

// A spreadsheet would turn these into numbers, dates or formulas.
bool SpreadsheetTakesIt(std::string_view id) {
  if (id.empty()) return false;
  if (std::string_view("=+-@").find(id[0]) != std::string_view::npos) {
    return true;
  }
  return id[0] >= '0' && id[0] <= '9';
}

bool IsId(std::string_view id) {
  return std::all_of(id.begin(), id.end(), [](char c) {
    return c > 0x20 && c < 0x7F && c != '+' && c != ';' && c != ':' &&
           c != ',' && c != '"' && c != '\'';
  });
}

class ControlReader {
 public:
  ControlReader(const Table& table, Framework& framework,
                Diagnostics& diagnostics)
      : table_(table), framework_(framework), diagnostics_(diagnostics) {}

  void Run() {
    for (const TableRow& row : table_.rows()) {
      all_ids_.emplace(std::string(row.cells[kId]), &row);
    }
    for (const TableRow& row : table_.rows()) ReadRow(row);
    framework_.Link();
    CheckClosed();
  }

 private:
  void Error(const char* id, const TableRow& row, std::size_t cell,
             const std::string& message) {
    table_.Error(diagnostics_, id, row, cell, message);
  }

  void ReadRow(const TableRow& row) {
    Control control;
    control.line = row.line;
    control.id = std::string(row.cells[kId]);
    const bool repeated = !CheckId(row, control.id);
    control.parent = CellText(row.cells[kParent]);
    if (!control.parent.empty()) CheckParent(row, control);
    control.label = CellText(row.cells[kLabel]);
    control.title_ja = CellText(row.cells[kTitleJa]);
    control.title_en = CellText(row.cells[kTitleEn]);
    control.gist_ja = CellText(row.cells[kGistJa]);
    control.gist_en = CellText(row.cells[kGistEn]);
    control.note = CellText(row.cells[kNote]);
    if (control.gist_ja.empty() != control.gist_en.empty()) {
      Error("control-gist", row, control.gist_ja.empty() ? kGistJa : kGistEn,
            "a gist in one language only");
    }
    ReadWord(table_, row, kLevel, kLevels, "level", control.level,
             diagnostics_);
    ReadWord(table_, row, kLead, kRoles, "role", control.lead, diagnostics_);
    ReadWord(table_, row, kEvidence, kEvidences, "evidence", control.evidence,
             diagnostics_);
    ReadSupport(row, control);
    ReadApplies(row, control);
    if (repeated) return;
    seen_.emplace(control.id, row.line);
    if (IsDeep(row, control)) return;
    framework_.controls.push_back(std::move(control));
  }

  // Trees are walked by functions that call themselves.
  bool IsDeep(const TableRow& row, const Control& control) {
    const auto parent = depths_.find(control.parent);
    const int depth = parent == depths_.end() ? 1 : parent->second + 1;
    depths_.emplace(control.id, depth);
    if (depth <= limits::kControlDepth) return false;
    Error("control-depth", row, kParent,
          "more than " + std::to_string(limits::kControlDepth) +
              " levels of controls");
    return true;
  }

  // False when the id stands in an earlier row.
  bool CheckId(const TableRow& row, const std::string& id) {
    if (!IsId(id)) {
      Error("control-id", row, kId,
            "an id is printable ASCII without space, + ; : , or quotes");
    } else if (SpreadsheetTakesIt(id)) {
      Error("control-id", row, kId,
            "a spreadsheet would take '" + id +
                "' for a number, a date or a formula; prefix a letter");
    }
    const auto earlier = seen_.find(id);
    if (earlier == seen_.end()) return true;
    Error("control-duplicate", row, kId,
          "id '" + id + "' stands in line " + std::to_string(earlier->second) +
              " already");
    return false;
  }

  void CheckParent(const TableRow& row, const Control& control) {
    if (seen_.count(control.parent) != 0) return;
    const auto later = all_ids_.find(control.parent);
    if (later == all_ids_.end()) {
      std::vector<std::string> known;
      if (diagnostics_.may_suggest()) {
        for (const auto& [id, unused] : all_ids_) known.push_back(id);
        std::sort(known.begin(), known.end());
      }
      const std::string nearest = Nearest(control.parent, known);
      Error("unknown-control", row, kParent,
            "unknown parent '" + control.parent + "'" +
                (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
      return;
    }
    // Follow the parents: back at the start means a cycle.
    const TableRow* at = later->second;
    for (int steps = 0; steps <= limits::kControlDepth; ++steps) {
      if (at->cells[kId] == control.id) {
        Error("control-cycle", row, kParent,
              "'" + control.id + "' is its own ancestor through '" +
                  control.parent + "'");
        return;
      }
      const auto up = all_ids_.find(std::string(at->cells[kParent]));
      if (up == all_ids_.end()) break;
      at = up->second;
    }
    Error("control-order", row, kParent,
          "parent '" + control.parent + "' comes later, in line " +
              std::to_string(later->second->line) +
              ": rows are in document order");
  }

  void ReadSupport(const TableRow& row, Control& control) {
    if (row.cells[kSupport] == "-") return;
    for (const std::string_view word : Split(row.cells[kSupport], ',')) {
      const auto role = FindName(kRoles, word);
      if (!role) {
        Error("unknown-word", row, kSupport,
              UnknownWord("role", word, MachineNames(kRoles)));
      } else if (*role == control.lead) {
        Error("control-support", row, kSupport,
              "'" + std::string(word) + "' leads and supports the same row");
      } else if (std::find(control.support.begin(), control.support.end(),
                           *role) != control.support.end()) {
        Error("control-support", row, kSupport,
              "'" + std::string(word) + "' is named twice");
      } else {
        control.support.push_back(*role);
      }
    }
  }

  void ReadApplies(const TableRow& row, Control& control) {
    const std::string text(row.cells[kApplies]);
    const auto known = conditions_.find(text);
    if (known != conditions_.end()) {
      control.applies = known->second;
      return;
    }
    if (auto parsed = ParseExpression(text, table_.Place(row, kApplies),
                                      row.text, diagnostics_)) {
      control.applies = *parsed;
      conditions_.emplace(text, std::move(*parsed));
    }
  }

  void CheckClosed() {
    for (const std::string& id : framework_.closed_ids) {
      if (framework_.Find(id) >= 0) continue;
      diagnostics_.Error("unknown-control", {table_.file(), 1, 1},
                         "'closed' of framework.toml names '" + id +
                             "', which is not in this table");
    }
    for (const Transition& transition : framework_.transitions) {
      for (const std::string& id : transition.controls) {
        if (framework_.Find(id) >= 0) continue;
        diagnostics_.Error("unknown-control", {table_.file(), 1, 1},
                           "[[transition]] of framework.toml names '" + id +
                               "', which is not in this table");
      }
    }
  }

  const Table& table_;
  Framework& framework_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::size_t> seen_;  // id to line
  std::unordered_map<std::string, const TableRow*> all_ids_;
  std::unordered_map<std::string, int> depths_;
  std::map<std::string, Expression> conditions_;  // parsed once each
};

}  // namespace

Framework ReadFrameworkToml(const std::string& file, std::string_view text,
                            const std::string& id, Diagnostics& diagnostics) {
  Framework framework;
  framework.id = id;
  const TomlFile toml(file, text, diagnostics);
  if (!toml.ok()) return framework;
  TomlTable table(toml, toml.root(), "framework.toml");
  if (const std::string said = table.String("id", true);
      !said.empty() && said != id) {
    table.Error("framework-id", "id",
                "id '" + said + "' in the directory '" + id + "'");
  }
  framework.title_ja = table.String("title_ja", true);
  framework.title_en = table.String("title_en", true);
  framework.short_ja = table.String("short_ja");
  framework.short_en = table.String("short_en");
  framework.publisher_ja = table.String("publisher_ja", true);
  framework.publisher_en = table.String("publisher_en", true);
  framework.kind = table.Word(
      "kind", {"law", "ordinance", "standard", "guideline", "framework"}, true);
  framework.edition = table.String("edition", true);
  framework.published = table.String("published");
  framework.in_force = table.String("in_force");
  framework.status = table.Word(
      "status", {"current", "superseded", "interim", "awaiting-import"}, true);
  framework.superseded_by = table.String("superseded_by");
  framework.source = table.Strings("source");
  framework.licence = table.String("licence", true);
  framework.sourcing_en = table.String("sourcing", true);
  framework.sourcing_ja = table.String("sourcing_ja");
  const std::string binding =
      table.Word("binding", MachineNames(kBindings), true);
  if (const auto value = FindName(kBindings, binding)) {
    framework.binding = *value;
  }
  framework.called = table.Strings("called");
  framework.topic_list = table.Bool("topic_list").value_or(false);
  ReadClosed(table, framework);
  ReadTransitions(table, framework);
  table.Table("outline");
  table.Finish();
  return framework;
}

void ReadControls(const std::string& file, std::string text,
                  Framework& framework, Diagnostics& diagnostics) {
  framework.controls_file = file;
  const Table table(file, std::move(text), Columns(), diagnostics);
  framework.dated = MadeOn(table);
  ControlReader(table, framework, diagnostics).Run();
}

}  // namespace mapper
