#include "mapper/parse/profile_form.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/model/profile_form.h"
#include "mapper/parse/xlsx_reader.h"

namespace mapper {
namespace {

const CsvCell& At(const CsvRow& row, std::size_t index) {
  static const CsvCell kBlank;
  return index < row.size() ? row[index] : kBlank;
}

std::string Answer(const CsvRow& row, std::size_t index) {
  return std::string(Trim(At(row, index).text));
}

class FormReader {
 public:
  FormReader(const std::string& file, const std::vector<XlsxSheet>& sheets,
             Diagnostics& diagnostics)
      : file_(file), sheets_(sheets), diagnostics_(diagnostics) {}

  Profile Run() {
    profile_.file = file_;
    Organization();
    StatedFacts();
    Departments();
    Holdings(Holding::Kind::kSystem);
    Holdings(Holding::Kind::kContract);
    return std::move(profile_);
  }

 private:
  void Error(const char* id, const CsvCell& cell, const std::string& message) {
    CellError(diagnostics_, id, file_, *sheet_, cell, message);
  }
  // At a cell that may not be in the file.
  void ErrorAt(const char* id, const CsvRow& row, std::size_t index,
               const std::string& message) {
    CsvCell cell = At(row, index);
    cell.line = row.front().line;
    cell.column = index + 1;
    Error(id, cell, message);
  }

  // Goes to a sheet of the form, and to the row after the one that begins with
  // `title`.  Returns the rows that follow, and that row in `header`.
  std::vector<CsvRow> Rows(const Words& name, const Words& title,
                           CsvRow& header) {
    sheet_ = FindSheet(sheets_, name.ja);
    if (sheet_ == nullptr) sheet_ = FindSheet(sheets_, name.en);
    if (sheet_ == nullptr) {
      diagnostics_.Error("form-sheet", {file_, 0, 0},
                         std::string("no sheet '") + name.ja + "' or '" +
                             name.en + "'; is it a form of a profile?");
      return {};
    }
    const auto& rows = sheet_->rows;
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&title](const CsvRow& row) {
          return IsWord(title, Trim(row[0].text));
        });
    if (found == rows.end()) {
      diagnostics_.Error("form-header", {file_, 0, 0},
                         sheet_->name + ": no row that begins with '" +
                             title.ja + "' or '" + title.en + "'");
      return {};
    }
    header = *found;
    return {found + 1, rows.end()};
  }

  // The key of a row; "" when there is none to read, which is reported.
  std::string Key(const CsvRow& row, const std::vector<std::string>& known,
                  bool may_repeat = false) {
    std::string key = Answer(row, 0);
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      const std::string nearest = Nearest(key, known);
      ErrorAt("form-key", row, 0,
              "unknown key '" + Visible(key) + "'" +
                  (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
      return {};
    }
    if (!keys_.insert(sheet_->name + "!" + key).second && !may_repeat) {
      ErrorAt("form-key", row, 0, "the key '" + key + "' stands twice");
      return {};
    }
    return key;
  }

  void Organization() {
    CsvRow header;
    const auto rows = Rows(form::kOrganization, form::kKey, header);
    if (header.empty()) return;
    std::vector<std::string> known;
    for (const form::Key& key : form::kNames) known.emplace_back(key.machine);
    for (const Attribute& attribute : Attributes()) {
      known.emplace_back(attribute.name);
    }
    for (const CsvRow& row : rows) {
      const std::string key = Key(row, known, Answer(row, 0) == "sectors");
      const std::string answer = Answer(row, 2);
      if (key.empty()) continue;
      if (key == "id" || key == "name") {
        (key == "id" ? profile_.id : profile_.name) = answer;
      } else if (key == "name_en") {
        profile_.name_en = answer;
      } else if (!answer.empty()) {
        ReadAttribute(key, answer, row);
      }
    }
    for (const auto& [key, value] :
         {std::pair("id", &profile_.id), std::pair("name", &profile_.name)}) {
      if (value->empty()) {
        diagnostics_.Error(
            "form-value", {file_, header[0].line, 0},
            sheet_->name + ": '" + std::string(key) + "' has no answer");
      }
    }
  }

  void ReadAttribute(const std::string& key, const std::string& answer,
                     const CsvRow& row) {
    const std::string value = AttributeValue(key, answer);
    if (value.empty()) {
      std::vector<std::string> known;
      for (const char* v : FindAttribute(key)->values) {
        known.push_back(AttributeText(key, v, Language::kJa));
      }
      ErrorAt("form-value", row, 2,
              "'" + Visible(answer) +
                  "' is none of the choices: " + Join(known, " "));
      return;
    }
    auto& values = profile_.attributes[key];
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(value);
    }
  }

  void StatedFacts() {
    CsvRow header;
    std::vector<std::string> known;
    for (const Fact& fact : Facts()) known.emplace_back(fact.name);
    std::map<std::string, CsvRow> stated;
    for (const CsvRow& row : Rows(form::kFacts, form::kKey, header)) {
      const std::string key = Key(row, known);
      const std::string answer = Answer(row, 2);
      if (key.empty() || answer.empty() || IsWord(form::kUnknown, answer)) {
        continue;
      }
      if (!IsWord(form::kYes, answer) && !IsWord(form::kNo, answer)) {
        ErrorAt("form-value", row, 2,
                "'" + Visible(answer) +
                    "' is none of the choices: " + form::kYes.ja + " " +
                    form::kNo.ja + " " + form::kUnknown.ja);
        continue;
      }
      profile_.stated_facts[key] = IsWord(form::kYes, answer);
      stated[key] = row;
    }
    for (const std::string& clash : profile_.Close()) {
      const std::string first = clash.substr(0, clash.find(' '));
      ErrorAt("facts-contradict", stated[first], 2,
              "these facts contradict each other: " + clash +
                  " (the first being true makes the second true)");
    }
  }

  void Departments() {
    CsvRow header;
    for (const CsvRow& row : Rows(form::kDepartments, form::kKey, header)) {
      const std::string key = Key(row, MachineNames(kRoles));
      if (key.empty()) continue;
      auto& names = profile_.departments[*FindName(kRoles, key)];
      for (std::size_t i = 2; i < row.size(); ++i) {
        const std::string name = Answer(row, i);
        if (name.empty()) continue;
        if (name.find_first_of(";\n") != std::string::npos) {
          ErrorAt("form-value", row, i,
                  "one department in a cell, and no ';' in its name");
          continue;
        }
        names.push_back(name);
      }
      if (names.empty()) profile_.departments.erase(*FindName(kRoles, key));
    }
  }

  std::optional<Date> Day(const CsvRow& row, std::size_t index) {
    std::string text = Answer(row, index);
    if (text.empty()) return {};
    std::replace(text.begin(), text.end(), '/', '-');
    // 2027-7-1 as people type it.
    std::string iso;
    for (const std::string_view part : Split(text, '-')) {
      if (!iso.empty()) iso += '-';
      if (part.size() == 1) iso += '0';
      iso += part;
    }
    const auto day = ParseDate(iso);
    if (!day) {
      ErrorAt("date-invalid", row, index,
              "'" + Visible(text) + "' is no date such as 2027-07-01");
    }
    return day;
  }

  void Holdings(Holding::Kind kind) {
    CsvRow header;
    const auto rows =
        Rows(kind == Holding::Kind::kSystem ? form::kSystems : form::kContracts,
             form::kHolding[0].title, header);
    if (header.empty()) return;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < header.size(); ++i) {
      for (const form::Key& key : form::kHolding) {
        if (IsWord(key.title, Answer(header, i))) places[key.machine] = i;
      }
    }
    for (const form::Key& key : form::kHolding) {
      if (places.count(key.machine) != 0 ||
          (kind == Holding::Kind::kContract &&
           std::string_view(key.machine) == "in_use_since")) {
        continue;
      }
      ErrorAt("form-header", header, 0,
              std::string("no column '") + key.title.ja + "'");
      return;
    }
    for (const CsvRow& row : rows) ReadHolding(kind, row, places);
  }

  void ReadHolding(Holding::Kind kind, const CsvRow& row,
                   const std::map<std::string, std::size_t>& places) {
    const auto day = [&](const char* key) {
      const auto it = places.find(key);
      return it == places.end() ? std::optional<Date>() : Day(row, it->second);
    };
    Holding holding;
    holding.kind = kind;
    holding.line = row.front().line;
    holding.name = Answer(row, places.at("name"));
    if (holding.name.empty()) {
      ErrorAt("form-value", row, places.at("name"),
              "a row without a name: clear it, or give the name");
    }
    const std::size_t place = places.at("segment");
    if (const std::string answer = Answer(row, place); !answer.empty()) {
      for (const auto& segment : kSegments) {
        if (answer == segment.machine || IsWord(segment.words, answer)) {
          holding.segment = segment.value;
        }
      }
      if (!holding.segment) {
        ErrorAt("form-value", row, place,
                "'" + Visible(answer) + "' is none of the choices: " +
                    Join(MachineNames(kSegments), " "));
      }
    }
    if (kind == Holding::Kind::kSystem)
      holding.in_use_since = day("in_use_since");
    holding.contract_from = day("contract_from");
    holding.contract_to = day("contract_to");
    holding.next_renewal = day("next_renewal");
    if (holding.contract_from && holding.contract_to &&
        *holding.contract_to < *holding.contract_from) {
      ErrorAt("date-order", row, places.at("contract_to"),
              "the contract ends before it begins");
    }
    profile_.holdings.push_back(std::move(holding));
  }

  const std::string& file_;
  const std::vector<XlsxSheet>& sheets_;
  Diagnostics& diagnostics_;
  const XlsxSheet* sheet_ = nullptr;
  std::set<std::string> keys_;
  Profile profile_;
};

}  // namespace

Profile ReadProfileForm(const std::string& file, std::string_view bytes,
                        Diagnostics& diagnostics) {
  Diagnostics read;
  const std::vector<XlsxSheet> sheets = ReadXlsx(file, bytes, read);
  const bool bad = read.has_errors();
  for (const Diagnostic& diagnostic : read.all()) diagnostics.Add(diagnostic);
  if (bad) return {};
  return FormReader(file, sheets, diagnostics).Run();
}

}  // namespace mapper
