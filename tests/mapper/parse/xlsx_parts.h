// Workbooks made of parts, for tests of what reads them.

#ifndef TESTS_MAPPER_PARSE_XLSX_PARTS_H_
#define TESTS_MAPPER_PARSE_XLSX_PARTS_H_

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "mapper/base/file.h"

namespace mapper {

using Parts = std::vector<std::pair<std::string, std::string>>;

// A zip archive of these parts, in this order.
inline std::string Zip(const Parts& parts) {
  std::string name = testing::TempDir() + "xlsx_XXXXXX";
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return {};
  close(descriptor);
  zipFile zip = zipOpen64(name.c_str(), APPEND_STATUS_CREATE);
  for (const auto& [part, bytes] : parts) {
    zip_fileinfo info = {};
    zipOpenNewFileInZip64(zip, part.c_str(), &info, nullptr, 0, nullptr, 0,
                          nullptr, 8, 6, 0);
    zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size()));
    zipCloseFileInZip(zip);
  }
  zipClose(zip, nullptr);
  std::string bytes = ReadFile(name);
  unlink(name.c_str());
  return bytes;
}

constexpr const char* kXlsxRoot =
    "<Relationships><Relationship Id='a' Type='x/officeDocument' "
    "Target='xl/workbook.xml'/></Relationships>";

// A sheet as XML: its name, attributes of <sheet>, and <row> elements.
struct SheetXml {
  std::string name;
  std::string attributes;
  std::string rows;
  std::string after;  // what follows <sheetData>, such as <mergeCells>
};

inline std::string WorkbookOf(const std::vector<SheetXml>& sheets) {
  std::string list;
  std::string relations;
  Parts parts = {{"_rels/.rels", kXlsxRoot}};
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    list += "<sheet name='" + sheets[i].name + "' sheetId='" + n + "' r:id='r" +
            n + "' " + sheets[i].attributes + "/>";
    relations += "<Relationship Id='r" + n + "' Type='x/worksheet' Target='s" +
                 n + ".xml'/>";
    parts.emplace_back("xl/s" + n + ".xml",
                       "<worksheet><sheetData>" + sheets[i].rows +
                           "</sheetData>" + sheets[i].after + "</worksheet>");
  }
  parts.emplace_back("xl/workbook.xml", "<workbook xmlns:r='r'><sheets>" +
                                            list + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels",
                     "<Relationships>" + relations + "</Relationships>");
  return Zip(parts);
}

// A row of texts without addresses, at the place that follows the last.
inline std::string RowXml(const std::vector<std::string>& cells) {
  std::string out = "<row>";
  for (const std::string& cell : cells) {
    out += "<c t='inlineStr'><is><t>" + cell + "</t></is></c>";
  }
  return out + "</row>";
}

}  // namespace mapper

#endif  // TESTS_MAPPER_PARSE_XLSX_PARTS_H_
