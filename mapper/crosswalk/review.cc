#include "mapper/crosswalk/review.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/table_text.h"

namespace mapper {
namespace {

// Sides are the words of a record, which may be of other data: nothing when an
// id is not known, or the ids are not in the order of the catalogue.
std::optional<std::vector<int>> Side(const Framework& framework,
                                     const std::string& text) {
  std::vector<int> side;
  if (text == "-") return side;
  for (const std::string_view id : Split(text, '+')) {
    const int control = framework.Find(id);
    if (control < 0 || (!side.empty() && control <= side.back())) return {};
    side.push_back(control);
  }
  return side;
}

Crosswalk* FindTable(Dataset& dataset, int source, int target) {
  for (Crosswalk& table : dataset.crosswalks) {
    if (table.source == source && table.target == target) return &table;
  }
  return nullptr;
}

// In its place by the name of its file.
Crosswalk& MakeTable(Dataset& dataset, int source, int target) {
  Crosswalk table;
  table.source = source;
  table.target = target;
  table.file = dataset.framework(source).id + "--" +
               dataset.framework(target).id + ".tsv";
  const auto name = [](const Crosswalk& c) {
    return c.file.substr(c.file.rfind('/') + 1);
  };
  const auto at =
      std::find_if(dataset.crosswalks.begin(), dataset.crosswalks.end(),
                   [&](const Crosswalk& c) { return name(c) > table.file; });
  return *dataset.crosswalks.insert(at, std::move(table));
}

bool HasRow(const std::vector<Mapping>& rows, int control, bool source) {
  return std::any_of(rows.begin(), rows.end(), [&](const Mapping& row) {
    const std::vector<int>& side = source ? row.sources : row.targets;
    return std::find(side.begin(), side.end(), control) != side.end();
  });
}

class Applier {
 public:
  Applier(Dataset& dataset, ReviewTotals& totals)
      : dataset_(dataset), totals_(totals) {}

  // False when the row is not what was decided about.
  bool Apply(const ReviewRecord& record) {
    const int source = dataset_.FindFramework(record.source_framework);
    const int target = dataset_.FindFramework(record.target_framework);
    if (source < 0 || target < 0) return false;
    const auto sources = Side(dataset_.framework(source), record.source);
    const auto targets = Side(dataset_.framework(target), record.target);
    if (!sources || !targets) return false;
    Crosswalk* table = FindTable(dataset_, source, target);
    const int at = table == nullptr ? -1 : FindRow(*table, *sources, *targets);
    if (at < 0) {
      if (record.decision != Decision::kAdd) return false;
      if (table == nullptr) table = &MakeTable(dataset_, source, target);
      Add(record, *sources, *targets, *table);
      return true;
    }
    Mapping& row = table->mappings[static_cast<std::size_t>(at)];
    if (RowSha256(dataset_, *table, row) != record.row_sha256) return false;
    if (record.decision == Decision::kReject) {
      table->mappings.erase(table->mappings.begin() + at);
      rejected_.emplace_back(source, target, *sources, *targets);
      ++totals_.rejected;
    } else {
      const bool replace = record.decision == Decision::kReplace;
      row.review = replace ? Review::kReplaced : Review::kAccepted;
      row.decision = record.number;
      if (replace) Say(record, row);
      ++(replace ? totals_.replaced : totals_.accepted);
    }
    table->decisions.push_back(record);
    return true;
  }

  // A table does not claim to be complete for a control that lost its rows.
  void LowerClaims() {
    for (const auto& [source, target, sources, targets] : rejected_) {
      Crosswalk& table = *FindTable(dataset_, source, target);
      for (const int control : sources) {
        table.complete_source &= HasRow(table.mappings, control, true);
      }
      for (const int control : targets) {
        table.complete_target &= HasRow(table.mappings, control, false);
      }
    }
  }

 private:
  static void Say(const ReviewRecord& record, Mapping& row) {
    row.relation = record.relation;
    row.confidence = record.confidence;
    row.basis = Basis::kProject;
    row.rationale = record.rationale;
  }

  void Add(const ReviewRecord& record, std::vector<int> sources,
           std::vector<int> targets, Crosswalk& table) {
    Mapping row;
    row.sources = std::move(sources);
    row.targets = std::move(targets);
    row.review = Review::kAdded;
    row.decision = record.number;
    Say(record, row);
    const auto at = std::upper_bound(table.mappings.begin(),
                                     table.mappings.end(), row, RowOrder);
    table.mappings.insert(at, std::move(row));
    table.decisions.push_back(record);
    ++totals_.added;
  }

  Dataset& dataset_;
  ReviewTotals& totals_;
  std::vector<std::tuple<int, int, std::vector<int>, std::vector<int>>>
      rejected_;
};

}  // namespace

std::string RowSha256(const Dataset& dataset, const Crosswalk& table,
                      const Mapping& row) {
  return Sha256Hex(RowText(dataset, table, row));
}

int FindRow(const Crosswalk& table, const std::vector<int>& sources,
            const std::vector<int>& targets) {
  for (std::size_t i = 0; i < table.mappings.size(); ++i) {
    const Mapping& row = table.mappings[i];
    if (row.sources == sources && row.targets == targets) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

std::vector<ReviewState> ApplyReviews(const std::vector<ReviewRecord>& records,
                                      Dataset& dataset, ReviewTotals& totals) {
  const auto key = [](const ReviewRecord& r) {
    return std::tie(r.source_framework, r.target_framework, r.source, r.target);
  };
  using Key = decltype(key(records[0]));
  std::map<Key, std::size_t> last;
  for (std::size_t i = 0; i < records.size(); ++i) {
    last[key(records[i])] = i;
  }
  std::vector<ReviewState> states(records.size(), ReviewState::kPast);
  totals = {};
  Applier applier(dataset, totals);
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (last[key(records[i])] != i ||
        records[i].decision == Decision::kWithdraw) {
      continue;
    }
    const bool applied = applier.Apply(records[i]);
    states[i] = applied ? ReviewState::kStanding : ReviewState::kRecheck;
    if (!applied) ++totals.recheck;
  }
  applier.LowerClaims();
  return states;
}

std::vector<std::string> DecidedHeader(const Crosswalk& table,
                                       const std::string& program) {
  const std::string made =
      "Made by:  " + program + ", from " +
      (table.file.empty() ? std::string(kWorkspaceTable)
                          : table.file.substr(table.file.rfind('/') + 1)) +
      (table.dated.empty() ? "" : " of " + table.dated);
  std::vector<std::string> lines;
  if (table.decisions.empty()) {
    lines.push_back(made);
    return lines;
  }
  lines.push_back(made + ", with " + std::to_string(table.decisions.size()) +
                  " decisions of its user:");
  for (const ReviewRecord& r : table.decisions) {
    lines.push_back("Decision: " + std::to_string(r.number) + " " +
                    ToString(r.decision) + " " + r.source_framework + ":" +
                    r.source + " -> " + r.target_framework + ":" + r.target +
                    ", " + r.reviewer + ", " + r.reviewed_on + ": " + r.reason);
  }
  return lines;
}

}  // namespace mapper
