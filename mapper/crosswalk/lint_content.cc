#include "mapper/crosswalk/lint_content.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/crosswalk/suggest.h"

namespace mapper {
namespace {

bool Names(const std::string& reason, const Framework& framework) {
  return std::any_of(framework.called.begin(), framework.called.end(),
                     [&reason](const std::string& name) {
                       return reason.find(name) != std::string::npos;
                     });
}

class ContentLinter {
 public:
  ContentLinter(const Dataset& dataset, const Crosswalk& crosswalk,
                Diagnostics& diagnostics)
      : crosswalk_(crosswalk),
        source_(dataset.framework(crosswalk.source)),
        target_(dataset.framework(crosswalk.target)),
        diagnostics_(diagnostics) {}

  void Run() {
    for (const Mapping& mapping : crosswalk_.mappings) {
      if (mapping.relation == Relation::kNoRelationship) continue;
      for (const int source : mapping.sources) {
        rows_[source].push_back(&mapping);
      }
    }
    for (const Mapping& mapping : crosswalk_.mappings) {
      CheckReason(mapping);
      CheckParent(mapping);
    }
    CheckLevels();
  }

 private:
  SourceLocation At(const Mapping& mapping) const {
    return LocationOf(crosswalk_, mapping);
  }

  void CheckReason(const Mapping& mapping) {
    if (IsCandidateReason(mapping.rationale)) {
      diagnostics_.Warning(
          "crosswalk-candidate", At(mapping),
          "a candidate of `suggest` that nobody has reviewed; every answer "
          "takes it for a row");
      return;
    }
    if (source_.called.empty() || target_.called.empty() ||
        Names(mapping.rationale, source_) ||
        Names(mapping.rationale, target_)) {
      return;
    }
    diagnostics_.Error("crosswalk-reason-vague", At(mapping),
                       "the reason names neither side (" +
                           Join(source_.called, ", ") + "; " +
                           Join(target_.called, ", ") + ")");
  }

  void CheckParent(const Mapping& mapping) {
    if (mapping.sources.size() != 1 || mapping.targets.size() != 1 ||
        mapping.relation == Relation::kNoRelationship) {
      return;
    }
    const Control& parent =
        source_.controls[static_cast<std::size_t>(mapping.sources[0])];
    if (parent.is_leaf()) return;
    const bool otherwise = std::all_of(
        parent.children.begin(), parent.children.end(), [&](int child) {
          const auto rows = rows_.find(child);
          return rows != rows_.end() &&
                 std::none_of(rows->second.begin(), rows->second.end(),
                              [&](const Mapping* row) {
                                return std::any_of(
                                    row->targets.begin(), row->targets.end(),
                                    [&](int target) {
                                      return target_.IsUnder(
                                          target, mapping.targets[0]);
                                    });
                              });
        });
    if (!otherwise) return;
    diagnostics_.Note(
        "crosswalk-parent", At(mapping),
        "every control below " + parent.id +
            " is mapped, and none of them to " +
            target_.controls[static_cast<std::size_t>(mapping.targets[0])].id +
            ": look whether this row should be theirs");
  }

  void CheckLevels() {
    if (source_.binding == Binding::kVoluntary ||
        target_.binding == Binding::kVoluntary) {
      return;
    }
    for (const auto& [source, rows] : rows_) {
      const Control& control =
          source_.controls[static_cast<std::size_t>(source)];
      if (control.level != Level::kMust) continue;
      bool must = false;
      for (const Mapping* row : rows) {
        for (const int target : row->targets) {
          must = must ||
                 target_.controls[static_cast<std::size_t>(target)].level ==
                     Level::kMust;
        }
      }
      if (must) continue;
      diagnostics_.Note("crosswalk-level", At(*rows[0]),
                        control.id + " is a must, and all that " + target_.id +
                            " has for it is advice or heading");
    }
  }

  const Crosswalk& crosswalk_;
  const Framework& source_;
  const Framework& target_;
  Diagnostics& diagnostics_;
  std::map<int, std::vector<const Mapping*>> rows_;  // by source control
};

}  // namespace

void LintContent(const Dataset& dataset, Diagnostics& diagnostics) {
  for (const Crosswalk& crosswalk : dataset.crosswalks) {
    ContentLinter(dataset, crosswalk, diagnostics).Run();
  }
}

}  // namespace mapper
