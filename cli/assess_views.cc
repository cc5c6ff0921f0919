#include "cli/assess_views.h"

#include <algorithm>
#include <map>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/report/summary.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using Align = mapper::TextTable::Align;
using Type = mapper::Column::Type;

std::string Number(std::size_t value) { return std::to_string(value); }

void Add(const FrameworkStatus& row, FrameworkStatus& sum) {
  for (std::size_t i = 0; i < row.count.size(); ++i) {
    sum.count[i] += row.count[i];
  }
  sum.items += row.items;
  sum.conflicts += row.conflicts;
  sum.other += row.other;
}

FrameworkStatus Sum(const std::vector<FrameworkStatus>& rows) {
  FrameworkStatus sum;
  for (const FrameworkStatus& row : rows) {
    if (!row.topics) Add(row, sum);
  }
  return sum;
}

// The numbers of a row, in the order of the columns.
std::vector<std::string> Cells(const FrameworkStatus& row) {
  std::vector<std::string> cells = {Number(row.items)};
  for (const std::size_t n : row.count) cells.push_back(Number(n));
  cells.push_back(Number(row.conflicts));
  cells.push_back(Number(row.other));
  return cells;
}

// Machine names of the statuses as columns: no hyphens there.
constexpr std::array<const char*, 6> kStatusColumns = {
    "met", "partly", "planned", "not_met", "not_applicable", "unknown"};

// Counts what is an item of an applicable control.
void CountItems(const mapper::ReportContext& context, int framework,
                FrameworkStatus& row) {
  const mapper::Framework& f = context.framework(framework);
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    const mapper::ControlRef ref{framework, static_cast<int>(i)};
    const mapper::Status status = context.StatusOf(ref);
    const bool applies =
        context.applicability->Of(ref).applies != mapper::Truth::kFalse;
    if (applies && f.IsItem(f.controls[i])) {
      ++row.items;
      ++row.count[static_cast<std::size_t>(status)];
    } else if (status != mapper::Status::kUnknown) {
      ++row.other;
    }
  }
}

const char* kStates[][3] = {{"current", "有効", "current"},
                            {"conflict", "食い違い", "conflict"},
                            {"replaced", "置換済", "replaced"}};

// Place in kStates of each hash.
std::map<std::string, std::size_t> StatesOf(
    const std::vector<mapper::AssessmentRecord>& records) {
  std::map<std::string, std::size_t> states;
  for (const auto& record : records) states[record.hash] = 2;
  for (const auto& answer : mapper::Standing(records)) {
    for (const auto& record : answer.records) {
      states[record.hash] = answer.conflict() ? 1 : 0;
    }
  }
  return states;
}

std::string StatusWord(mapper::Status status, const mapper::View& view) {
  return view.machine ? ToString(status) : InWords(status, view.language);
}

std::string ControlName(const mapper::AssessmentRecord& r) {
  return r.framework + ":" + r.control;
}

}  // namespace

std::vector<FrameworkStatus> CountStatuses(
    const mapper::ReportContext& context,
    const std::vector<mapper::CurrentAnswer>& answers,
    mapper::Language language) {
  std::map<std::string, std::size_t> conflicts;
  std::vector<int> frameworks = context.frameworks;
  for (const auto& answer : answers) {
    const std::string& id = answer.used().framework;
    conflicts[id] += answer.conflict() ? 1U : 0U;
    const int place = context.dataset->FindFramework(id);
    if (place >= 0 && std::find(frameworks.begin(), frameworks.end(), place) ==
                          frameworks.end()) {
      frameworks.push_back(place);
    }
  }
  std::vector<FrameworkStatus> rows;
  for (const int framework : frameworks) {
    const mapper::Framework& f = context.framework(framework);
    FrameworkStatus row;
    row.framework = f.id;
    row.title = f.short_title(language);
    row.topics = f.topic_list;
    row.conflicts = conflicts[f.id];
    CountItems(context, framework, row);
    if (row.items + row.other + row.conflicts > 0) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return !a.topics && b.topics;
  });
  return rows;
}

mapper::Records StatusRecords(const std::vector<FrameworkStatus>& rows) {
  mapper::Records records;
  records.name = "status";
  records.columns = {{"framework", {"基準", "framework"}},
                     {"title", {"名前", "title"}},
                     {"items", {"項目数", "items"}, Type::kNumber}};
  for (std::size_t i = 0; i < kStatusColumns.size(); ++i) {
    records.columns.push_back(
        {kStatusColumns[i], mapper::kStatuses[i].words, Type::kNumber});
  }
  records.columns.push_back(
      {"conflicts", {"食い違い", "conflicts"}, Type::kNumber});
  records.columns.push_back(
      {"other", {"項目以外への回答", "other answers"}, Type::kNumber});
  for (const FrameworkStatus& row : rows) {
    std::vector<std::string> cells = {row.framework, row.title};
    for (std::string& cell : Cells(row)) cells.push_back(std::move(cell));
    records.rows.push_back(std::move(cells));
  }
  return records;
}

std::vector<mapper::Total> StatusTotals(
    const std::vector<FrameworkStatus>& rows) {
  const FrameworkStatus sum = Sum(rows);
  std::vector<mapper::Total> totals = {
      {"items", {"項目数", "items"}, sum.items}};
  for (std::size_t i = 0; i < sum.count.size(); ++i) {
    totals.push_back(
        {kStatusColumns[i], mapper::kStatuses[i].words, sum.count[i]});
  }
  totals.push_back({"conflicts", {"食い違い", "conflicts"}, sum.conflicts});
  totals.push_back({"other", {"項目以外への回答", "other answers"}, sum.other});
  return totals;
}

std::string StatusText(const Session& session,
                       const std::vector<FrameworkStatus>& rows) {
  mapper::TextTable table;
  table.AddColumn(session.Say("基準", "framework"), 34);
  table.AddColumn(session.Say("項目数", "items"), 0, Align::kRight);
  for (const auto& status : mapper::kStatuses) {
    table.AddColumn(status.words.in(session.language), 0, Align::kRight);
  }
  table.AddColumn(session.Say("食い違い", "conflicts"), 0, Align::kRight);
  table.AddColumn(session.Say("項目以外", "other"), 0, Align::kRight);
  const auto add = [&](const std::string& title, const FrameworkStatus& row) {
    std::vector<std::string> cells = {title};
    for (std::string& cell : Cells(row)) cells.push_back(std::move(cell));
    table.AddRow(std::move(cells));
  };
  for (const FrameworkStatus& row : rows) {
    if (!row.topics) add(row.title, row);
  }
  table.AddRule();
  add(session.Say("合計", "total"), Sum(rows));
  for (const FrameworkStatus& row : rows) {
    if (row.topics) add(row.title + session.Say(" 別掲", ", apart"), row);
  }
  return table.Render();
}

std::string ConflictText(const Session& session,
                         const std::vector<mapper::CurrentAnswer>& answers) {
  mapper::TextTable table;
  table.AddColumn(session.Say("項目", "control"), 30);
  table.AddColumn(session.Say("記録", "record"), 0, Align::kRight);
  table.AddColumn(session.Say("状況", "status"));
  table.AddColumn(session.Say("日付", "date"));
  table.AddColumn(session.Say("記入者", "by"), 20);
  table.AddColumn(session.Say("証拠・理由", "evidence"), 34);
  table.AddColumn(session.Say("当面使う", "used"));
  for (const auto& answer : answers) {
    if (!answer.conflict()) continue;
    for (const auto& r : answer.records) {
      table.AddRow({ControlName(r) + (r.scope.empty() ? "" : " " + r.scope),
                    std::to_string(r.number),
                    InWords(r.status, session.language), r.assessed_on,
                    r.assessor, r.evidence,
                    &r == &answer.used() ? session.Say("○", "yes") : ""});
    }
  }
  if (table.empty()) return {};
  return session.Say(
             "■ 食い違い（どれも残っています。assess set "
             "で答え直すと解消します）"
             "\n",
             "Conflicts (all are kept; a new answer by assess set settles "
             "one)\n") +
         table.Render();
}

mapper::Records HistoryRecords(
    const std::vector<mapper::AssessmentRecord>& records,
    const mapper::View& view) {
  mapper::Records out;
  out.name = "history";
  out.columns = {{"number", {"記録", "record"}, Type::kNumber},
                 {"framework", {"基準", "framework"}},
                 {"control", {"項目", "control"}},
                 {"scope", {"システム", "scope"}},
                 {"status", {"状況", "status"}},
                 {"evidence", {"証拠・理由", "evidence"}},
                 {"evidence_file", {"証拠ファイル", "evidence file"}},
                 {"evidence_sha256", {"証拠のSHA-256", "evidence SHA-256"}},
                 {"date", {"日付", "date"}},
                 {"by", {"記入者", "by"}},
                 {"state", {"扱い", "state"}},
                 {"recorded_at", {"記録日時(UTC)", "recorded at (UTC)"}},
                 {"source", {"出どころ", "source"}},
                 {"replaces", {"置き換えた記録", "replaces"}, Type::kList},
                 {"workspace", {"ワークスペース", "workspace"}},
                 {"hash", {"ハッシュ", "hash"}}};
  const auto states = StatesOf(records);
  std::map<std::string, std::int64_t> numbers;
  for (const auto& r : records) numbers[r.hash] = r.number;
  for (const auto& r : records) {
    std::vector<std::string> replaced;
    for (const std::string& hash : r.replaces) {
      const auto it = numbers.find(hash);
      replaced.push_back(it == numbers.end() ? hash
                                             : std::to_string(it->second));
    }
    const auto& state = kStates[states.at(r.hash)];
    out.rows.push_back(
        {std::to_string(r.number), r.framework, r.control, r.scope,
         StatusWord(r.status, view), r.evidence, r.evidence_file,
         r.evidence_sha256, r.assessed_on, r.assessor,
         state[view.machine ? 0
                            : (view.language == mapper::Language::kJa ? 1 : 2)],
         r.recorded_at, r.source, mapper::Join(replaced, ";"), r.workspace,
         r.hash});
  }
  return out;
}

std::string HistoryText(const Session& session,
                        const std::vector<mapper::AssessmentRecord>& records) {
  const mapper::Records rows =
      HistoryRecords(records, {session.language, false});
  mapper::TextTable table;
  table.AddColumn(session.Say("記録", "record"), 0, Align::kRight);
  table.AddColumn(session.Say("項目", "control"), 28);
  table.AddColumn(session.Say("状況", "status"));
  table.AddColumn(session.Say("日付", "date"));
  table.AddColumn(session.Say("記入者", "by"), 18);
  table.AddColumn(session.Say("証拠・理由", "evidence"), 34);
  table.AddColumn(session.Say("扱い", "state"));
  table.AddColumn(session.Say("置き換えた記録", "replaces"), 16);
  table.AddColumn(session.Say("出どころ", "source"), 30);
  for (const auto& row : rows.rows) {
    table.AddRow(
        {row[0], row[1] + ":" + row[2] + (row[3].empty() ? "" : " ") + row[3],
         row[4], row[8], row[9],
         row[5] + (row[5].empty() || row[6].empty() ? "" : " ") + row[6],
         row[10], row[13], row[12]});
  }
  return table.Render() + Number(records.size()) +
         session.Say(" 件（ハッシュと証拠のSHA-256は --format csv）\n",
                     " records (hashes: --format csv)\n");
}

}  // namespace cli
