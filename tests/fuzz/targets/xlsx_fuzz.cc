// Workbooks, by all who read them: a status file, an OLIR sheet, the form of a
// profile.  Input is an archive, or, so that the fuzzer gets past its
// checksums, the parts of one: a line "=== NAME" before each.  What is not
// given stands in kParts.

#include <algorithm>
#include <map>
#include <string>

#include "mapper/parse/crosswalk_document.h"
#include "mapper/parse/profile_form.h"
#include "mapper/parse/status_csv.h"
#include "mapper/parse/xlsx_reader.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/stored_zip.h"

namespace {

const std::map<std::string, std::string>& Defaults() {
  static const std::map<std::string, std::string> kParts = {
      {"_rels/.rels",
       "<Relationships><Relationship Id='a' Type='x/officeDocument' "
       "Target='xl/workbook.xml'/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r='r'><sheets><sheet name='1' sheetId='1' r:id='r1'/>"
       "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='r1' Type='x/worksheet' "
       "Target='s.xml'/><Relationship Id='r2' Type='x/sharedStrings' "
       "Target='t.xml'/><Relationship Id='r3' Type='x/styles' "
       "Target='y.xml'/></Relationships>"},
      {"xl/s.xml", "<worksheet><sheetData/></worksheet>"},
      {"xl/t.xml", "<sst><si><t>A1</t></si><si><t>実施済</t></si></sst>"},
      {"xl/y.xml",
       "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
       "</cellXfs></styleSheet>"}};
  return kParts;
}

std::string Archive(std::string_view text) {
  constexpr std::string_view kMark = "=== ";
  std::map<std::string, std::string> parts = Defaults();
  std::string name = "xl/s.xml";
  std::string part;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (line.substr(0, kMark.size()) != kMark) {
      part += line;
      continue;
    }
    if (!part.empty()) parts[name] = part;
    part.clear();
    name = std::string(line.substr(kMark.size()));
    if (!name.empty() && name.back() == '\n') name.pop_back();
  }
  if (!part.empty()) parts[name] = part;
  return fuzz::StoredZip(parts);
}

}  // namespace

FUZZ_TARGET(xlsx) {
  const std::string file =
      mapper::LooksLikeXlsx(bytes) ? std::string(bytes) : Archive(bytes);
  mapper::Diagnostics diagnostics;
  const auto sheets = mapper::ReadXlsx("book.xlsx", file, diagnostics);
  fuzz::CheckReports(diagnostics);
  fuzz::Require(diagnostics.has_errors() == sheets.empty(),
                "errors and sheets, or neither");
  if (sheets.empty()) return;
  for (const mapper::XlsxSheet& sheet : sheets) {
    std::size_t last = 0;
    for (const mapper::CsvRow& row : sheet.rows) {
      fuzz::Require(!row.empty() && !row.back().text.empty(),
                    "a row without text at its end");
      fuzz::Require(row.front().line > last, "rows out of order");
      last = row.front().line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        fuzz::Require(row[i].column == i + 1 && row[i].line == last,
                      "a cell out of its place");
      }
    }
  }

  const mapper::Dataset& world = fuzz::SmallWorld();
  mapper::Diagnostics reading;
  mapper::ReadStatusCsv("book.xlsx", file, world, reading);
  mapper::ReadProfileForm("book.xlsx", file, reading);
  fuzz::CheckReports(reading);
  mapper::Diagnostics of_rows;
  const mapper::ImportedCrosswalk imported = mapper::ReadCrosswalkDocument(
      "book.xlsx", file, mapper::CrosswalkFormat::kOlir, world, 0, 1, of_rows);
  fuzz::CheckReports(of_rows);
  if (!of_rows.has_errors()) fuzz::CheckImported(imported);
}
