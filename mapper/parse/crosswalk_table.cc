#include "mapper/parse/crosswalk_table.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/parse/table.h"

namespace mapper {
namespace {

enum Column : std::size_t {
  kSource,
  kRelation,
  kTarget,
  kConfidence,
  kBasis,
  kRationale
};

const std::vector<std::string>& Columns() {
  static const std::vector<std::string> kColumns = {
      "source", "relation", "target", "confidence", "basis", "rationale"};
  return kColumns;
}

std::vector<std::string> Ids(const Framework& framework) {
  std::vector<std::string> ids;
  for (const Control& control : framework.controls) ids.push_back(control.id);
  return ids;
}

class Reader {
 public:
  Reader(const Table& table, const Dataset& dataset, Crosswalk& crosswalk,
         Diagnostics& diagnostics)
      : table_(table),
        source_(dataset.framework(crosswalk.source)),
        target_(dataset.framework(crosswalk.target)),
        crosswalk_(crosswalk),
        diagnostics_(diagnostics) {}

  void Run() {
    ReadComplete();
    for (const TableRow& row : table_.rows()) ReadRow(row);
  }

 private:
  void Error(const char* id, const TableRow& row, std::size_t cell,
             const std::string& message) {
    table_.Error(diagnostics_, id, row, cell, message);
  }

  void ReadComplete() {
    for (const auto& [line, comment] : table_.comments()) {
      if (!StartsWith(comment, "Complete:")) continue;
      const std::string_view word = Trim(comment.substr(9));
      crosswalk_.complete_source = word == "source" || word == "both";
      crosswalk_.complete_target = word == "target" || word == "both";
      if (crosswalk_.complete_source || crosswalk_.complete_target ||
          word == "no") {
        return;
      }
      diagnostics_.Error("crosswalk-complete", {table_.file(), line, 1},
                         "expected '# Complete: source', 'target', 'both' or "
                         "'no'");
      return;
    }
    diagnostics_.Error("crosswalk-complete", {table_.file(), 1, 1},
                       "the header has no line '# Complete: source', "
                       "'target', 'both' or 'no'");
  }

  // False when an id is not known.
  bool ReadSide(const TableRow& row, std::size_t cell,
                const Framework& framework, std::vector<int>& side) {
    if (row.cells[cell] == "-") return true;
    bool good = true;
    for (const std::string_view id : Split(row.cells[cell], '+')) {
      const int control = framework.Find(id);
      if (control >= 0) {
        side.push_back(control);
        continue;
      }
      good = false;
      const std::string nearest = diagnostics_.may_suggest()
                                      ? Nearest(id, Ids(framework))
                                      : std::string();
      Error("unknown-control", row, cell,
            "unknown control '" + std::string(id) + "' of " + framework.id +
                (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
    }
    for (std::size_t i = 1; i < side.size(); ++i) {
      if (side[i - 1] < side[i]) continue;
      Error("crosswalk-union", row, cell,
            "the parts of a union stand in document order, each once");
      good = false;
      break;
    }
    return good;
  }

  void ReadRow(const TableRow& row) {
    Mapping mapping;
    mapping.line = row.line;
    bool good = ReadSide(row, kSource, source_, mapping.sources);
    good &= ReadSide(row, kTarget, target_, mapping.targets);
    good &= ReadWord(table_, row, kRelation, kRelations, "relation",
                     mapping.relation, diagnostics_);
    good &= ReadWord(table_, row, kConfidence, kConfidences, "confidence",
                     mapping.confidence, diagnostics_);
    good &= ReadWord(table_, row, kBasis, kBases, "basis", mapping.basis,
                     diagnostics_);
    mapping.rationale = CellText(row.cells[kRationale]);
    if (mapping.rationale.empty()) {
      Error("crosswalk-rationale", row, kRationale, "a row without a reason");
    }
    if (!good) return;
    if (CheckShape(row, mapping)) {
      CheckOrder(row, mapping);
      crosswalk_.mappings.push_back(std::move(mapping));
    }
  }

  bool CheckShape(const TableRow& row, const Mapping& mapping) {
    const auto fault =
        FindRowFault(mapping, crosswalk_.source == crosswalk_.target);
    if (!fault) return true;
    Error("crosswalk-side", row, fault->at_target ? kTarget : kSource,
          fault->message);
    return false;
  }

  // Rows stand in document order of the source, then of the target; those
  // without a source at the end.
  void CheckOrder(const TableRow& row, const Mapping& mapping) {
    const auto key = [](const Mapping& m) {
      return std::make_tuple(m.sources.empty(), m.sources, m.targets);
    };
    const auto [earlier, fresh] = rows_.emplace(key(mapping), row.line);
    if (!fresh) {
      Error("crosswalk-duplicate", row, kSource,
            "this pair stands in line " + std::to_string(earlier->second) +
                " already");
    } else if (!crosswalk_.mappings.empty() &&
               key(mapping) < key(crosswalk_.mappings.back())) {
      Error("crosswalk-order", row, kSource,
            "out of order: rows follow the source catalogue, then the target");
    }
  }

  const Table& table_;
  const Framework& source_;
  const Framework& target_;
  Crosswalk& crosswalk_;
  Diagnostics& diagnostics_;
  std::map<std::tuple<bool, std::vector<int>, std::vector<int>>, std::size_t>
      rows_;
};

}  // namespace

std::optional<RowFault> FindRowFault(const Mapping& row, bool one_framework) {
  const bool none = row.relation == Relation::kNoRelationship;
  const bool half = row.sources.empty() != row.targets.empty();
  if (row.sources.empty() && row.targets.empty()) {
    return RowFault{false, "'-' on both sides"};
  }
  if (half && !none) {
    return RowFault{!row.sources.empty(), "'-' goes with no-relationship only"};
  }
  if (half && row.sources.size() + row.targets.size() > 1) {
    return RowFault{row.sources.empty(),
                    "no counterpart is said of one control, not of a union"};
  }
  if (one_framework && row.sources == row.targets) {
    return RowFault{true, "a control with itself"};
  }
  return {};
}

std::optional<Crosswalk> ReadCrosswalk(const std::string& file,
                                       std::string text, const Dataset& dataset,
                                       Diagnostics& diagnostics) {
  const std::size_t slash = file.rfind('/');
  std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
  if (EndsWith(name, ".tsv")) name.resize(name.size() - 4);
  const std::size_t dashes = name.find("--");
  if (dashes == std::string::npos) {
    diagnostics.Error("crosswalk-name", {file, 0, 0},
                      "a crosswalk is named FROM--TO.tsv");
    return {};
  }
  Crosswalk crosswalk;
  crosswalk.file = file;
  std::vector<std::string> known;
  for (const Framework& f : dataset.frameworks) known.push_back(f.id);
  const auto find = [&](const std::string& id) {
    const int index = dataset.FindFramework(id);
    if (index < 0) {
      const std::string nearest = Nearest(id, known);
      diagnostics.Error(
          "unknown-framework", {file, 0, 0},
          "unknown framework '" + id + "' in the file name" +
              (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
    }
    return index;
  };
  crosswalk.source = find(name.substr(0, dashes));
  crosswalk.target = find(name.substr(dashes + 2));
  if (crosswalk.source < 0 || crosswalk.target < 0) return {};
  const Table table(file, std::move(text), Columns(), diagnostics);
  crosswalk.dated = MadeOn(table);
  Reader(table, dataset, crosswalk, diagnostics).Run();
  return crosswalk;
}

}  // namespace mapper
