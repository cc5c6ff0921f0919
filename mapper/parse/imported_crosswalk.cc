#include "mapper/parse/imported_crosswalk.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/parse/file_diagnostics.h"

namespace mapper {
namespace {

constexpr int kNone = -1;
constexpr int kSeveral = -2;

void AddPlace(std::unordered_map<std::string, int>& places,
              const std::string& text, int place) {
  if (text.empty()) return;
  const auto [at, fresh] = places.emplace(ComparisonKey(text), place);
  if (!fresh && at->second != place) at->second = kSeveral;
}

int Place(const std::unordered_map<std::string, int>& places,
          const std::string& key) {
  const auto at = places.find(key);
  return at == places.end() ? kNone : at->second;
}

// A row with the places of its controls, by which rows are ordered.
struct PlacedRow {
  std::vector<int> sources;
  std::vector<int> targets;
  ImportedRow row;

  auto Key() const { return std::tie(sources, targets); }
};

bool Before(const PlacedRow& a, const PlacedRow& b) {
  return std::make_tuple(a.sources.empty(), a.Key()) <
         std::make_tuple(b.sources.empty(), b.Key());
}

// Sorts the ids of one side; false when one is not of this framework.
bool PlaceSide(const Framework& framework, std::vector<std::string>& ids,
               std::vector<int>& places) {
  for (const std::string& id : ids) places.push_back(framework.Find(id));
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  if (!places.empty() && places.front() < 0) return false;
  ids.clear();
  for (const int place : places) {
    ids.push_back(framework.controls[static_cast<std::size_t>(place)].id);
  }
  return true;
}

// What a table may not hold of a row by itself, or "".
std::string Fault(const PlacedRow& placed, bool same_framework) {
  const bool half = placed.sources.empty() || placed.targets.empty();
  if (placed.sources.empty() && placed.targets.empty()) {
    return "a row without any control";
  }
  if (half && placed.row.relation != Relation::kNoRelationship) {
    return "a relation needs controls on both sides";
  }
  if (half && placed.sources.size() + placed.targets.size() > 1) {
    return "no counterpart is said of one control, not of several together";
  }
  if (same_framework && placed.sources == placed.targets) {
    return "a control with itself";
  }
  return {};
}

}  // namespace

void LossBook::Add(const std::string& what, const SourceLocation& where) {
  const auto [place, fresh] = places_.emplace(what, losses_.size());
  if (fresh) {
    losses_.push_back({where, what});
  } else {
    ++losses_[place->second].count;
  }
}

ControlFinder::ControlFinder(const Framework& framework)
    : framework_(framework) {
  for (std::size_t i = 0; i < framework.controls.size(); ++i) {
    const int place = static_cast<int>(i);
    AddPlace(ids_, framework.controls[i].id, place);
    AddPlace(labels_, framework.controls[i].label, place);
  }
}

int ControlFinder::Find(const std::string& name) const {
  int place = framework_.Find(name);
  if (place < 0) {
    if (const auto id = FromOscalToken(name)) place = framework_.Find(*id);
  }
  const std::string key = ComparisonKey(name);
  if (place < 0) place = Place(ids_, key);
  if (place < 0) place = Place(labels_, key);
  return std::max(place, kNone);
}

std::string ControlFinder::Hint(const std::string& name) const {
  // Other programs write ids in lower case.
  std::vector<std::string> keys;
  for (const Control& control : framework_.controls) {
    keys.push_back(ComparisonKey(control.id));
  }
  const std::string nearest = Nearest(ComparisonKey(name), keys);
  if (nearest.empty()) return {};
  const auto place = static_cast<std::size_t>(
      std::find(keys.begin(), keys.end(), nearest) - keys.begin());
  return "; did you mean '" + framework_.controls[place].id + "'?";
}

int FindNamedFramework(const Dataset& dataset, const std::string& name) {
  const int exact = dataset.FindFramework(name);
  if (exact >= 0) return exact;
  std::unordered_map<std::string, int> places;
  for (std::size_t i = 0; i < dataset.frameworks.size(); ++i) {
    const Framework& f = dataset.frameworks[i];
    for (const std::string* text :
         {&f.id, &f.title_ja, &f.title_en, &f.short_ja, &f.short_en}) {
      AddPlace(places, *text, static_cast<int>(i));
    }
  }
  return std::max(Place(places, ComparisonKey(name)), kNone);
}

void TurnRound(ImportedCrosswalk& crosswalk) {
  std::swap(crosswalk.source_framework, crosswalk.target_framework);
  std::swap(crosswalk.complete_source, crosswalk.complete_target);
  for (ImportedRow& row : crosswalk.rows) {
    std::swap(row.sources, row.targets);
    row.relation = Inverse(row.relation);
  }
}

void PutInOrder(const Dataset& dataset, ImportedCrosswalk& crosswalk,
                Diagnostics& diagnostics) {
  const int source = dataset.FindFramework(crosswalk.source_framework);
  const int target = dataset.FindFramework(crosswalk.target_framework);
  if (source < 0 || target < 0) return;
  std::size_t problems = 0;
  const auto report = [&](const ImportedRow& row, const std::string& fault) {
    if (++problems <= FileDiagnostics::kLimit) {
      diagnostics.Error("import-row", row.where, fault);
    } else if (problems == FileDiagnostics::kLimit + 1) {
      diagnostics.Error("too-many-problems", row.where,
                        "more rows that no table may hold are not shown");
    }
  };
  std::vector<PlacedRow> placed;
  std::map<std::pair<std::vector<int>, std::vector<int>>, std::size_t> lines;
  for (ImportedRow& row : crosswalk.rows) {
    PlacedRow at{{}, {}, std::move(row)};
    if (!PlaceSide(dataset.framework(source), at.row.sources, at.sources) ||
        !PlaceSide(dataset.framework(target), at.row.targets, at.targets)) {
      report(at.row, "a row with a control of another framework");
      continue;
    }
    std::string fault = Fault(at, source == target);
    if (fault.empty()) {
      const auto [earlier, fresh] = lines.emplace(
          std::make_pair(at.sources, at.targets), at.row.where.line);
      if (!fresh) {
        fault = "this pair stands in line " + std::to_string(earlier->second) +
                " already";
      }
    }
    if (fault.empty()) {
      placed.push_back(std::move(at));
    } else {
      report(at.row, fault);
    }
  }
  std::stable_sort(placed.begin(), placed.end(), Before);
  crosswalk.rows.clear();
  for (PlacedRow& row : placed) crosswalk.rows.push_back(std::move(row.row));
}

}  // namespace mapper
