#include "mapper/report/edition_tables.h"

#include <fmt/format.h>

#include "mapper/base/text.h"
#include "mapper/report/table_words.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

using Type = Column::Type;
using table_words::Number;
using table_words::Word;

template <typename Enum, std::size_t kSize>
std::string Say(const std::array<Name<Enum>, kSize>& names, Enum value,
                const View& view) {
  for (const auto& name : names) {
    if (name.value == value) {
      return view.machine ? name.machine : name.words.in(view.language);
    }
  }
  return {};
}

std::string InLanguage(const Texts& texts, Language language) {
  const std::string& text = texts[SlotOf(language)];
  return text.empty() ? texts[1 - SlotOf(language)] : text;
}

// Every way in which a pair differs.
std::string Changes(const EditionRow& row, const View& view) {
  static const Words kBelow = {"下の項目に変更", "changes below"};
  std::vector<std::string> parts;
  const auto add = [&](bool is, EditionChange change) {
    if (is) parts.push_back(Say(kEditionChanges, change, view));
  };
  add(row.renumbered, EditionChange::kRenumbered);
  add(row.moved, EditionChange::kMoved);
  add(row.wording, EditionChange::kWording);
  add(row.heading, EditionChange::kHeading);
  add(row.change == EditionChange::kRemoved ||
          row.change == EditionChange::kWithdrawn,
      row.change);
  if (parts.empty() && !row.below) {
    parts.push_back(Say(kEditionChanges, row.change, view));
  }
  if (row.below) {
    parts.emplace_back(view.machine ? "below" : view.words(kBelow));
  }
  return Join(parts, ";");
}

// "PR.AA-01 (0.83)", the likest first.
std::string Near(const Edition& newer, const EditionRow& row) {
  std::vector<std::string> parts;
  for (const auto& [item, likeness] : row.near) {
    const std::string& id = newer.items[static_cast<std::size_t>(item)].id;
    // 1 is the document's own word.
    parts.push_back(likeness < 1 ? fmt::format("{} ({:.2f})", id, likeness)
                                 : id);
  }
  return Join(parts, ";");
}

const EditionItem* ItemOf(const Edition& edition, int place) {
  return place < 0 ? nullptr : &edition.items[static_cast<std::size_t>(place)];
}

std::string NewId(const Edition& newer, const EditionRow& row) {
  const EditionItem* item = ItemOf(newer, row.new_item);
  return item == nullptr ? std::string() : item->id;
}

}  // namespace

Records DiffRecords(const Edition& older, const Edition& newer,
                    const EditionDiff& diff, bool unchanged, const View& view) {
  Records records;
  records.name = "diff";
  records.columns = {
      {"change", {"変更", "change"}},
      {"changes", {"変わった点", "all changes"}, Type::kList},
      {"old", {"旧の項目", "old control"}},
      {"new", {"新の項目", "new control"}},
      {"old_title", {"旧の見出し", "old title"}},
      {"new_title", {"新の見出し", "new title"}},
      {"old_text", {"旧の文", "old text"}},
      {"new_text", {"新の文", "new text"}},
      {"basis", {"照合の根拠", "matched by"}},
      {"sureness", {"確かさ", "sureness"}},
      {"likeness", {"近さ", "likeness"}, Type::kNumber},
      {"near", {"移った先の候補", "may have gone to"}, Type::kList},
      {"old_line", {"旧の行", "old line"}, Type::kNumber},
      {"new_line", {"新の行", "new line"}, Type::kNumber}};
  for (const EditionRow& row : diff.rows) {
    if (!unchanged && row.change == EditionChange::kUnchanged && !row.below) {
      continue;
    }
    const EditionItem* o = ItemOf(older, row.old_item);
    const EditionItem* n = ItemOf(newer, row.new_item);
    const bool pair = o != nullptr && n != nullptr;
    const auto text = [&view](const EditionItem* item, Texts EditionItem::*of) {
      return item == nullptr ? std::string()
                             : InLanguage(item->*of, view.language);
    };
    records.rows.push_back(
        {Say(kEditionChanges, row.change, view), Changes(row, view),
         o == nullptr ? "" : o->id, n == nullptr ? "" : n->id,
         text(o, &EditionItem::titles), text(n, &EditionItem::titles),
         text(o, &EditionItem::texts), text(n, &EditionItem::texts),
         Say(kMatchBases, row.basis, view),
         pair ? Say(kSurenesses, row.sureness, view) : "",
         pair && row.likeness > 0 ? fmt::format("{:.2f}", row.likeness) : "",
         Near(newer, row), o == nullptr ? "" : Number(o->line),
         n == nullptr ? "" : Number(n->line)});
  }
  return records;
}

std::vector<Total> DiffTotals(const EditionDiff& diff) {
  std::vector<Total> totals;
  for (const auto& name : kEditionChanges) {
    totals.push_back({name.machine, name.words,
                      diff.totals[static_cast<std::size_t>(name.value)]});
  }
  return totals;
}

Records ImpactRecords(const Dataset& dataset, int framework,
                      const Edition& newer, const EditionDiff& diff,
                      const std::vector<Impact>& impacts,
                      const Profile* profile, const View& view) {
  Records records;
  records.name = "impact";
  records.columns = {
      {"control", {"旧の項目", "old control"}},
      {"title", {"見出し", "title"}},
      {"changes", {"変わった点", "changes"}, Type::kList},
      {"new", {"新の項目", "new control"}},
      {"near", {"移った先の候補", "may have gone to"}, Type::kList},
      {"rows", {"見直す対応表の行数", "rows to look at"}, Type::kNumber},
      {"places", {"行の場所", "places"}, Type::kList},
      {"status", {"実施状況の回答", "answer"}},
      {"lead", {"主担当", "lead"}, Type::kList},
      {"support", {"関係課", "support"}, Type::kList}};
  const Framework& f = dataset.framework(framework);
  for (const Impact& impact : impacts) {
    const EditionRow& row = diff.OfOld(impact.item);
    const Control& control = f.controls[static_cast<std::size_t>(impact.item)];
    std::vector<std::string> places;
    for (const RowRef& ref : impact.rows)
      places.push_back(PlaceOf(dataset, ref));
    const auto who = [&](const std::vector<Role>& roles) {
      std::vector<std::string> names;
      for (const Role role : roles) {
        if (profile == nullptr) {
          names.push_back(Word(role, view));
          continue;
        }
        const auto& departments = profile->Departments(role);
        names.insert(names.end(), departments.begin(), departments.end());
      }
      return Join(names, ";");
    };
    records.rows.push_back(
        {control.id, control.title(view.language), Changes(row, view),
         NewId(newer, row), Near(newer, row), Number(impact.rows.size()),
         Join(places, ";"),
         impact.answer == nullptr ? "" : Word(impact.answer->status, view),
         who({control.lead}), who(control.support)});
  }
  return records;
}

Records LeftRecords(const Dataset& dataset, int framework, const Edition& newer,
                    const EditionDiff& diff,
                    const std::vector<MigratedTable>& tables,
                    const View& view) {
  Records records;
  records.name = "worklist";
  records.columns = {
      {"place", {"対応表の行", "row"}},
      {"source", {"元の項目", "source"}},
      {"relation", {"関係", "relation"}},
      {"target", {"先の項目", "target"}},
      {"changed", {"変わった項目", "changed controls"}, Type::kList},
      {"changes", {"変わった点", "changes"}, Type::kList},
      {"new", {"新の項目・候補", "new control or candidates"}, Type::kList},
      {"rationale", {"これまでの理由", "reason so far"}}};
  const Framework& f = dataset.framework(framework);
  for (const MigratedTable& migrated : tables) {
    for (const MigratedTable::Left& left : migrated.left) {
      const RowRef ref{migrated.crosswalk, left.row};
      const Crosswalk& table = CrosswalkOf(dataset, ref);
      const Mapping& m = MappingOf(dataset, ref);
      std::vector<std::string> ids;
      std::vector<std::string> changes;
      std::vector<std::string> candidates;
      for (const int control : left.controls) {
        const EditionRow& row = diff.OfOld(control);
        ids.push_back(f.controls[static_cast<std::size_t>(control)].id);
        changes.push_back(Changes(row, view));
        const std::string id = NewId(newer, row);
        candidates.push_back(id.empty() ? Near(newer, row) : id);
      }
      records.rows.push_back(
          {PlaceOf(dataset, ref),
           SideCell(dataset.framework(table.source), m.sources),
           view.machine ? ToString(m.relation)
                        : InWords(m.relation, view.language),
           SideCell(dataset.framework(table.target), m.targets), Join(ids, ";"),
           Join(changes, ";"), Join(candidates, ";"), m.rationale});
    }
  }
  return records;
}

}  // namespace mapper
