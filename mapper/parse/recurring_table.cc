#include "mapper/parse/recurring_table.h"

#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/parse/table.h"

namespace mapper {
namespace {

enum Column : std::size_t { kControl, kKind, kInterval, kMonth, kBasis, kNote };

// The whole text as a decimal number.
std::optional<std::size_t> Number(std::string_view text) {
  std::size_t value = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) return {};
  return value;
}

class DutyReader {
 public:
  DutyReader(const Table& table, Framework& framework, Diagnostics& diagnostics)
      : table_(table), framework_(framework), diagnostics_(diagnostics) {}

  void Run() {
    framework_.duties.file = table_.file();
    ReadHeader();
    for (const TableRow& row : table_.rows()) ReadRow(row);
  }

 private:
  void Error(const char* id, const TableRow& row, std::size_t cell,
             const std::string& message) {
    table_.Error(diagnostics_, id, row, cell, message);
  }

  void ReadHeader() {
    for (const auto& [line, comment] : table_.comments()) {
      if (!StartsWith(comment, "Read:")) continue;
      const std::string_view said = Trim(comment.substr(5));
      framework_.duties.read_line = line;
      if (EndsWith(said, " controls")) {
        if (const auto count = Number(said.substr(0, said.size() - 9))) {
          framework_.duties.read = *count;
          return;
        }
      }
      diagnostics_.Error("recurring-read", {table_.file(), line, 1},
                         "expected '# Read: N controls'");
      return;
    }
    diagnostics_.Error("recurring-read", {table_.file(), 1, 1},
                       "the header has no line '# Read: N controls': how many "
                       "controls the table was made from");
  }

  void ReadRow(const TableRow& row) {
    Duty duty;
    duty.line = row.line;
    duty.control = framework_.Find(row.cells[kControl]);
    if (duty.control < 0) {
      std::vector<std::string> known;
      for (const Control& c : framework_.controls) known.push_back(c.id);
      const std::string nearest =
          Nearest(std::string(row.cells[kControl]), known);
      Error("unknown-control", row, kControl,
            "unknown control '" + std::string(row.cells[kControl]) + "' of " +
                framework_.id +
                (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
    }
    const bool kind = ReadWord(table_, row, kKind, kDutyKinds, "kind",
                               duty.kind, diagnostics_);
    const bool interval = ReadWord(table_, row, kInterval, kIntervals,
                                   "interval", duty.interval, diagnostics_);
    ReadWord(table_, row, kBasis, kDutyBases, "basis", duty.basis,
             diagnostics_);
    ReadMonths(row, interval, duty);
    duty.note = CellText(row.cells[kNote]);
    if (duty.note.empty()) {
      Error("recurring-note", row, kNote,
            "a row without the words that it rests on");
    }
    if (duty.control < 0 || !kind) return;
    CheckPlace(row, duty);
    framework_.duties.rows.push_back(std::move(duty));
  }

  void ReadMonths(const TableRow& row, bool interval_known, Duty& duty) {
    if (row.cells[kMonth] == "-") return;
    for (const std::string_view word : Split(row.cells[kMonth], ',')) {
      const auto month = Number(word);
      if (!month || *month < 1 || *month > 12 ||
          (!duty.months.empty() &&
           static_cast<int>(*month) <= duty.months.back())) {
        Error("recurring-month", row, kMonth,
              "expected months from 1 to 12 in ascending order with commas "
              "between, or '-'");
        return;
      }
      duty.months.push_back(static_cast<int>(*month));
    }
    if (interval_known && !HasSeason(duty.interval)) {
      Error("recurring-month", row, kMonth,
            std::string("'") + ToString(duty.interval) +
                "' has no season; write '-'");
    }
  }

  void CheckPlace(const TableRow& row, const Duty& duty) {
    const auto [earlier, added] =
        seen_.emplace(std::pair(duty.control, duty.kind), row.line);
    if (!added) {
      Error("recurring-duplicate", row, kControl,
            "'" + std::string(row.cells[kControl]) + "' has a row of kind '" +
                ToString(duty.kind) + "' in line " +
                std::to_string(earlier->second) + " already");
    }
    if (duty.control < last_) {
      Error("recurring-order", row, kControl,
            "rows are in the order of controls.tsv");
    }
    last_ = duty.control;
  }

  const Table& table_;
  Framework& framework_;
  Diagnostics& diagnostics_;
  std::map<std::pair<int, DutyKind>, std::size_t> seen_;  // to line
  int last_ = -1;
};

}  // namespace

void ReadRecurring(const std::string& file, std::string text,
                   Framework& framework, Diagnostics& diagnostics) {
  framework.duties = {};
  const Table table(file, std::move(text),
                    {"control", "kind", "interval", "month", "basis", "note"},
                    diagnostics);
  DutyReader(table, framework, diagnostics).Run();
}

}  // namespace mapper
