#include "mapper/parse/status_csv.h"

#include <array>
#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/parse/csv.h"

namespace mapper {
namespace {

enum Field : std::size_t {
  kFramework,
  kControl,
  kStatus,
  kEvidence,
  kDate,
  kBy
};
constexpr std::size_t kFields = 6;

constexpr std::array<const char*, kFields> kMachine = {
    "framework", "control", "status", "evidence", "date", "by"};
constexpr std::array<const char*, kFields> kJapanese = {
    "基準", "項目", "状況", "証拠・理由", "日付", "記入者"};

class Reader {
 public:
  Reader(const std::string& file, const Dataset& dataset,
         Diagnostics& diagnostics)
      : file_(file), dataset_(dataset), diagnostics_(diagnostics) {}

  Assessments Run(const std::vector<CsvRow>& rows) {
    if (rows.empty()) {
      diagnostics_.Error("status-header", {file_, 1, 1},
                         "expected a header row framework,control,status,"
                         "evidence,date,by");
      return {};
    }
    if (!ReadHeader(rows[0])) return {};
    width_ = rows[0].size();
    for (std::size_t i = 1; i < rows.size(); ++i) ReadRow(rows[i]);
    return std::move(assessments_);
  }

 private:
  void Error(const char* id, const CsvCell& cell, const std::string& message) {
    diagnostics_.Error(id, {file_, cell.line, cell.column}, message);
  }

  bool ReadHeader(const CsvRow& header) {
    place_.fill(-1);
    bool good = true;
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string name(Trim(header[i].text));
      std::size_t field = 0;
      while (field < kFields && name != kMachine[field] &&
             name != kJapanese[field]) {
        ++field;
      }
      if (field < kFields && place_[field] < 0) {
        place_[field] = static_cast<int>(i);
        continue;
      }
      const std::string nearest =
          Nearest(name, {kMachine.begin(), kMachine.end()});
      Error("status-header", header[i],
            field < kFields
                ? "the column '" + name + "' stands twice"
                : "unknown column '" + name + "'" +
                      (nearest.empty() ? "; known: framework control status "
                                         "evidence date by"
                                       : "; did you mean '" + nearest + "'?"));
      good = false;
    }
    for (const std::size_t field : {kFramework, kControl, kStatus}) {
      if (place_[field] >= 0) continue;
      Error("status-header", header[0],
            std::string("no column '") + kMachine[field] + "'");
      good = false;
    }
    return good;
  }

  // The cell of a field, or an empty one at the start of the row.
  CsvCell Cell(const CsvRow& row, std::size_t field) const {
    const int at = place_[field];
    if (at < 0 || static_cast<std::size_t>(at) >= row.size()) {
      return {{}, row[0].line, row[0].column};
    }
    CsvCell cell = row[static_cast<std::size_t>(at)];
    cell.text = std::string(Trim(cell.text));
    return cell;
  }

  bool FindControl(const CsvRow& row, ControlRef& ref) {
    const CsvCell framework = Cell(row, kFramework);
    ref.framework = dataset_.FindFramework(framework.text);
    if (ref.framework < 0) {
      std::vector<std::string> known;
      for (const Framework& f : dataset_.frameworks) known.push_back(f.id);
      const std::string nearest = Nearest(framework.text, known);
      Error("unknown-framework", framework,
            "unknown framework '" + framework.text + "'" +
                (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
      return false;
    }
    const CsvCell control = Cell(row, kControl);
    const Framework& f = dataset_.framework(ref.framework);
    ref.control = f.Find(control.text);
    if (ref.control >= 0) return true;
    std::vector<std::string> known;
    for (const Control& c : f.controls) known.push_back(c.id);
    const std::string nearest = Nearest(control.text, known);
    Error("unknown-control", control,
          "unknown control '" + control.text + "' of " + f.id +
              (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
    return false;
  }

  bool ReadStatus(const CsvRow& row, Assessment& assessment) {
    const CsvCell cell = Cell(row, kStatus);
    for (const auto& name : kStatuses) {
      if (cell.text != name.machine && cell.text != name.words.ja) continue;
      assessment.status = name.value;
      return true;
    }
    Error("unknown-status", cell,
          "unknown status '" + cell.text +
              "'; known: 実施済 一部 計画 未実施 対象外 未回答");
    return false;
  }

  void ReadRow(const CsvRow& row) {
    for (std::size_t i = width_; i < row.size(); ++i) {
      if (row[i].text.empty()) continue;
      Error("csv-width", row[i], "more cells than columns");
      return;
    }
    ControlRef ref;
    Assessment assessment;
    assessment.line = row[0].line;
    bool good = FindControl(row, ref);
    good &= ReadStatus(row, assessment);
    assessment.evidence = Cell(row, kEvidence).text;
    assessment.by = Cell(row, kBy).text;
    const CsvCell date = Cell(row, kDate);
    if (!date.text.empty()) {
      std::string iso = date.text;  // Excel turns 2026-11-22 into 2026/11/22
      for (char& c : iso) c = c == '/' ? '-' : c;
      if (iso.size() > 6 && iso[6] == '-') iso.insert(5, "0");
      if (iso.size() == 9) iso.insert(8, "0");
      assessment.date = ParseDate(iso);
      if (!assessment.date) {
        Error("date-invalid", date, "expected a date such as 2026-11-22");
        good = false;
      }
    }
    if (assessment.status == Status::kNotApplicable &&
        assessment.evidence.empty()) {
      Error("status-reason", Cell(row, kEvidence),
            "対象外 needs its reason in the column 'evidence'");
      good = false;
    }
    if (!good) return;
    const auto [earlier, fresh] = assessments_.emplace(ref, assessment);
    if (!fresh) {
      Error("status-duplicate", Cell(row, kControl),
            "this control is stated in line " +
                std::to_string(earlier->second.line) + " already");
    }
  }

  const std::string& file_;
  const Dataset& dataset_;
  Diagnostics& diagnostics_;
  std::size_t width_ = 0;  // columns of the header
  std::array<int, kFields> place_{};
  Assessments assessments_;
};

}  // namespace

Assessments ReadStatusCsv(const std::string& file, std::string_view bytes,
                          const Dataset& dataset, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const std::vector<CsvRow> rows = ReadCsv(file, bytes, diagnostics);
  if (diagnostics.error_count() != errors_before) return {};
  return Reader(file, dataset, diagnostics).Run(rows);
}

}  // namespace mapper
