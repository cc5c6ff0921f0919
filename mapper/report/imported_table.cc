#include "mapper/report/imported_table.h"

#include <algorithm>
#include <map>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/report/table_words.h"

namespace mapper {
namespace {

std::string CalledBy(const Framework& framework) {
  return framework.called.empty() ? framework.id : framework.called[0];
}

bool NamesASide(const std::string& reason, const Framework& source,
                const Framework& target) {
  if (source.called.empty() || target.called.empty()) return true;
  for (const Framework* framework : {&source, &target}) {
    for (const std::string& name : framework->called) {
      if (reason.find(name) != std::string::npos) return true;
    }
  }
  return false;
}

std::string Marked(const Mapping& mapping, const Framework& source,
                   const Framework& target) {
  const auto name = [](const Framework& framework,
                       const std::vector<int>& side) {
    return CalledBy(framework) + (side.empty() ? "" : " ") +
           SideText(framework, side);
  };
  return "取込（" + name(source, mapping.sources) + "・" +
         name(target, mapping.targets) + "）: " +
         (mapping.rationale.empty() ? "理由の記載なし" : mapping.rationale);
}

std::vector<std::string> About(const ImportOrigin& origin) {
  std::vector<std::string> about;
  about.push_back("Imported from: " + origin.file + " (" + origin.format +
                  ", sha256 " + origin.sha256 + ")");
  for (const std::string& line : origin.about) {
    about.push_back("It says of itself: " + line);
  }
  about.push_back("Basis:    " +
                  (origin.source.empty()
                       ? "project; what the file states was not confirmed"
                       : "official: " + origin.source));
  about.emplace_back(
      "Reasons:  as in the file; 取込（…） is put before those that are "
      "missing, repeated or name neither side");
  for (const std::string& loss : origin.losses) {
    about.push_back("Not kept: " + loss);
  }
  return about;
}

const Words& Label(RowState state) {
  return kRowStates[static_cast<std::size_t>(state)].words;
}

}  // namespace

std::string WriteImportedTable(const Dataset& dataset,
                               const Crosswalk& crosswalk,
                               const ImportOrigin& origin) {
  const Framework& source = dataset.framework(crosswalk.source);
  const Framework& target = dataset.framework(crosswalk.target);
  std::map<std::string, std::size_t> uses;
  for (const Mapping& m : crosswalk.mappings)
    ++uses[ComparisonKey(m.rationale)];
  Crosswalk table = crosswalk;
  for (Mapping& m : table.mappings) {
    const bool plain = !m.rationale.empty() && m.rationale != "-" &&
                       uses[ComparisonKey(m.rationale)] == 1 &&
                       NamesASide(m.rationale, source, target);
    m.basis = origin.source.empty() ? Basis::kProject : Basis::kOfficial;
    if (!plain) m.rationale = Marked(m, source, target);
  }
  return WriteTable(dataset, table, About(origin));
}

Records DifferenceRecords(const Dataset& dataset, const Crosswalk& file,
                          const std::vector<RowDifference>& differences,
                          bool all, const View& view) {
  const Framework& source = dataset.framework(file.source);
  const Framework& target = dataset.framework(file.target);
  Records records;
  records.name = "differences";
  records.columns = {
      {"state", {"状態", "state"}},
      {"source_control", {"元の項目", "source control"}},
      {"target_control", {"先の項目", "target control"}},
      {"what", {"違う点", "what differs"}, Column::Type::kList},
      {"file_relation", {"ファイルの関係", "relation in the file"}},
      {"table_relation", {"表の関係", "relation in the table"}},
      {"file_line",
       {"ファイルの行", "line of the file"},
       Column::Type::kNumber},
      {"table_line", {"表の行", "line of the table"}, Column::Type::kNumber}};
  const auto relation = [&](const std::optional<Mapping>& m) {
    return m ? table_words::Word(m->relation, view) : std::string();
  };
  const auto line = [](const std::optional<Mapping>& m) {
    return m && m->line != 0 ? std::to_string(m->line) : std::string();
  };
  static const std::array<Words, 4> kWhat = {{{"関係", "relation"},
                                              {"確度", "confidence"},
                                              {"出どころ", "basis"},
                                              {"理由", "rationale"}}};
  for (const RowDifference& row : differences) {
    if (row.state == RowState::kSame && !all) continue;
    const Mapping& m = row.file ? *row.file : *row.table;
    std::vector<std::string> what;
    const std::array<bool, 4> differs = {row.relation, row.confidence,
                                         row.basis, row.rationale};
    for (std::size_t i = 0; i < differs.size(); ++i) {
      if (!differs[i]) continue;
      what.emplace_back(view.machine ? kWhat[i].en : view.words(kWhat[i]));
    }
    const auto& state = kRowStates[static_cast<std::size_t>(row.state)];
    records.rows.push_back(
        {view.machine ? state.machine : view.words(Label(row.state)),
         SideText(source, m.sources), SideText(target, m.targets),
         Join(what, ";"), relation(row.file), relation(row.table),
         line(row.file), line(row.table)});
  }
  return records;
}

}  // namespace mapper
