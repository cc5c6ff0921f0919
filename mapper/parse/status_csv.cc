#include "mapper/parse/status_csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/model/checklist_columns.h"
#include "mapper/parse/csv.h"
#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/xlsx_reader.h"

namespace mapper {
namespace {

using checklist_column::kBy;
using checklist_column::kControl;
using checklist_column::kDate;
using checklist_column::kEvidence;
using checklist_column::kEvidenceFile;
using checklist_column::kFramework;
using checklist_column::kStatus;
using Use = ChecklistColumn::Use;

constexpr std::size_t kColumns = kChecklistColumns.size();

// Typed words count but for case, width and spaces.
bool Means(const std::string& typed, const char* machine, const Words& words) {
  if (typed == machine || typed == words.ja || typed == words.en) return true;
  const std::string key = ComparisonKey(typed);
  return key == machine || key == ComparisonKey(words.ja) ||
         key == ComparisonKey(words.en);
}

// "; did you mean ...?", or nothing.
std::string DidYouMean(const std::string& word,
                       const std::vector<std::string>& known) {
  const std::string nearest = Nearest(word, known);
  return nearest.empty() ? "" : "; did you mean '" + nearest + "'?";
}

std::string KnownStatuses() {
  std::vector<std::string> words;
  for (const auto& name : kStatuses) words.emplace_back(name.words.ja);
  return Join(words, " ");
}

bool SameStatement(const Assessment& a, const Assessment& b) {
  return a.status == b.status && a.evidence == b.evidence &&
         a.evidence_file == b.evidence_file && a.date == b.date && a.by == b.by;
}

// No answer, and nothing beside it.
bool IsBlank(const Assessment& a) {
  return a.status == Status::kUnknown && a.evidence.empty() &&
         a.evidence_file.empty() && a.by.empty() && !a.date;
}

class Reader {
 public:
  Reader(const std::string& file, const Dataset& dataset,
         Diagnostics& diagnostics, const std::optional<Date>& default_date)
      : file_(file),
        dataset_(dataset),
        diagnostics_(diagnostics),
        default_date_(default_date) {}

  // A CSV file is one sheet without a name.
  void ReadSheet(const XlsxSheet& sheet) {
    sheet_ = &sheet;
    const std::vector<CsvRow>& rows = sheet.rows;
    if (rows.empty() || !ReadHeader(rows[0])) return;
    width_ = rows[0].size();
    for (std::size_t i = 1;
         i < rows.size() && errors_ <= FileDiagnostics::kLimit; ++i) {
      ReadRow(rows[i]);
    }
  }

  Assessments Take() { return std::move(assessments_); }

 private:
  // At most FileDiagnostics::kLimit of a file, then one that says so.
  void Error(const char* id, const CsvCell& cell, const std::string& message) {
    if (errors_ > FileDiagnostics::kLimit) return;
    if (errors_++ == FileDiagnostics::kLimit) {
      diagnostics_.Error("too-many-problems", {file_, cell.line, cell.column},
                         "more problems in this file are not shown");
    } else if (sheet_->name.empty()) {
      diagnostics_.Error(id, {file_, cell.line, cell.column}, message);
    } else {
      CellError(diagnostics_, id, file_, *sheet_, cell, message);
    }
  }

  std::string Place(const CsvCell& cell) const {
    return sheet_->name.empty()
               ? "line " + std::to_string(cell.line)
               : sheet_->name + "!" + CellAddress(cell.line, cell.column);
  }

  bool ReadHeader(const CsvRow& header) {
    place_.fill(-1);
    checklist_ = false;
    bool good = true;
    for (std::size_t i = 0; i < header.size(); ++i) {
      const std::string name(Trim(header[i].text));
      if (name.empty() && !sheet_->name.empty()) continue;  // a blank column
      std::size_t column = 0;
      while (column < kColumns &&
             !Means(name, kChecklistColumns[column].machine,
                    kChecklistColumns[column].title)) {
        ++column;
      }
      if (column < kColumns && place_[column] < 0) {
        place_[column] = static_cast<int>(i);
        checklist_ |= kChecklistColumns[column].use == Use::kShown;
        continue;
      }
      Error("status-header", header[i],
            column < kColumns ? "the column '" + name + "' stands twice"
                              : "unknown column '" + name + "'" + Hint(name));
      good = false;
    }
    for (const std::size_t column : {kFramework, kControl, kStatus}) {
      if (place_[column] >= 0) continue;
      Error(
          "status-header", header[0],
          std::string("no column '") + kChecklistColumns[column].machine + "'");
      good = false;
    }
    return good;
  }

  static std::string Hint(const std::string& name) {
    std::vector<std::string> known;
    std::string read;
    for (const ChecklistColumn& column : kChecklistColumns) {
      for (const char* text :
           {column.machine, column.title.ja, column.title.en}) {
        known.emplace_back(text);
      }
      if (column.use != Use::kShown) read += std::string(" ") + column.machine;
    }
    const std::string hint = DidYouMean(name, known);
    return hint.empty() ? "; known:" + read : hint;
  }

  // The cell of a column, or an empty one: in a workbook at its place, else at
  // the start of the row.
  CsvCell Cell(const CsvRow& row, std::size_t column) const {
    const int at = place_[column];
    if (at < 0 || static_cast<std::size_t>(at) >= row.size()) {
      const bool placed = at >= 0 && !sheet_->name.empty();
      return {{},
              row[0].line,
              placed ? static_cast<std::size_t>(at) + 1 : row[0].column};
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
      Error("unknown-framework", framework,
            "unknown framework '" + framework.text + "'" +
                DidYouMean(framework.text, known));
      return false;
    }
    const CsvCell control = Cell(row, kControl);
    const Framework& f = dataset_.framework(ref.framework);
    ref.control = f.Find(control.text);
    if (ref.control >= 0) return true;
    std::vector<std::string> known;
    for (const Control& c : f.controls) known.push_back(c.id);
    Error("unknown-control", control,
          "unknown control '" + control.text + "' of " + f.id +
              DidYouMean(control.text, known));
    return false;
  }

  bool ReadStatus(const CsvRow& row, Assessment& assessment) {
    const CsvCell cell = Cell(row, kStatus);
    for (const auto& name : kStatuses) {
      if (!Means(cell.text, name.machine, name.words)) continue;
      assessment.status = name.value;
      return true;
    }
    Error("unknown-status", cell,
          (cell.text.empty() ? std::string("no status")
                             : "unknown status '" + cell.text + "'") +
              "; known: " + KnownStatuses());
    return false;
  }

  bool ReadDate(const CsvRow& row, Assessment& assessment) {
    const CsvCell cell = Cell(row, kDate);
    if (cell.text.empty()) {
      if (assessment.status != Status::kUnknown)
        assessment.date = default_date_;
      return true;
    }
    std::string iso = cell.text;  // Excel turns 2026-11-22 into 2026/11/22
    for (char& c : iso) c = c == '/' ? '-' : c;
    if (iso.size() > 6 && iso[6] == '-') iso.insert(5, "0");
    if (iso.size() == 9) iso.insert(8, "0");
    assessment.date = ParseDate(iso);
    if (assessment.date) return true;
    Error("date-invalid", cell,
          "expected a date such as 2026-11-22, not '" + cell.text + "'");
    return false;
  }

  // A question of a checklist that nobody has touched.
  bool IsUntouched(const CsvRow& row) const {
    return checklist_ &&
           std::all_of(kChecklistColumns.begin(), kChecklistColumns.end(),
                       [&](const ChecklistColumn& column) {
                         const auto at = static_cast<std::size_t>(
                             &column - kChecklistColumns.data());
                         return column.use != Use::kInput ||
                                Cell(row, at).text.empty();
                       });
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
    if (IsUntouched(row)) return;
    good &= ReadStatus(row, assessment);
    assessment.evidence = Cell(row, kEvidence).text;
    assessment.evidence_file = Cell(row, kEvidenceFile).text;
    assessment.by = Cell(row, kBy).text;
    good &= ReadDate(row, assessment);
    if (assessment.status == Status::kNotApplicable &&
        assessment.evidence.empty()) {
      Error("status-reason", Cell(row, kEvidence),
            "対象外 needs its reason in the column 'evidence'");
      good = false;
    }
    if (good) Keep(ref, std::move(assessment), Cell(row, kControl));
  }

  // In several sheets the same may be said, and a question may be left open in
  // one that another answers; two different answers are an error.
  void Keep(const ControlRef& ref, Assessment assessment, const CsvCell& cell) {
    const auto [earlier, fresh] = places_.emplace(ref, Place(cell));
    if (fresh) {
      assessments_.emplace(ref, std::move(assessment));
      return;
    }
    Assessment& stated = assessments_.at(ref);
    if (IsBlank(assessment) || SameStatement(stated, assessment)) return;
    if (IsBlank(stated)) {
      stated = std::move(assessment);
      earlier->second = Place(cell);
      return;
    }
    Error("status-duplicate", cell,
          "this control is stated in " + earlier->second +
              " already, and differently");
  }

  const std::string& file_;
  const Dataset& dataset_;
  Diagnostics& diagnostics_;
  const std::optional<Date>& default_date_;
  const XlsxSheet* sheet_ = nullptr;
  std::size_t errors_ = 0;
  std::size_t width_ = 0;   // columns of the header
  bool checklist_ = false;  // the header has columns that are only shown
  std::array<int, kColumns> place_{};
  Assessments assessments_;
  std::map<ControlRef, std::string> places_;
};

// The sheets with answers: all rows of a CSV file, or those of a workbook.
std::vector<XlsxSheet> ReadSheets(const std::string& file,
                                  std::string_view bytes,
                                  Diagnostics& diagnostics) {
  if (!LooksLikeXlsx(bytes)) {
    XlsxSheet sheet;
    sheet.rows = ReadCsv(file, bytes, diagnostics);
    return {sheet};
  }
  std::vector<XlsxSheet> sheets = ReadXlsx(file, bytes, diagnostics);
  sheets.erase(std::remove_if(sheets.begin(), sheets.end(),
                              [](const XlsxSheet& sheet) {
                                return sheet.name == kInstructionSheet.ja ||
                                       sheet.name == kInstructionSheet.en;
                              }),
               sheets.end());
  return sheets;
}

}  // namespace

Assessments ReadStatusCsv(const std::string& file, std::string_view bytes,
                          const Dataset& dataset, Diagnostics& diagnostics,
                          const std::optional<Date>& default_date) {
  const std::size_t errors_before = diagnostics.error_count();
  const std::vector<XlsxSheet> sheets = ReadSheets(file, bytes, diagnostics);
  if (diagnostics.error_count() != errors_before) return {};
  if (std::all_of(sheets.begin(), sheets.end(),
                  [](const XlsxSheet& sheet) { return sheet.rows.empty(); })) {
    diagnostics.Error("status-header", {file, 1, 1},
                      "expected a header row framework,control,status,"
                      "evidence,date,by");
    return {};
  }
  Reader reader(file, dataset, diagnostics, default_date);
  for (const XlsxSheet& sheet : sheets) reader.ReadSheet(sheet);
  return reader.Take();
}

}  // namespace mapper
