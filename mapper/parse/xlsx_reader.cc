#include "mapper/parse/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/parse/xlsx_package.h"

namespace mapper {
namespace {

constexpr std::size_t kReportsKept = 100;

// r:id, whatever the prefix.
std::string_view RelationId(const pugi::xml_node& node) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name != "id" && WithoutPrefix(name) == "id") return attribute.value();
  }
  return {};
}

template <typename Number>
bool ToIndex(std::string_view text, Number& value) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end;
}

bool IsTrue(std::string_view text) { return text == "1" || text == "true"; }

// Text of <si> or <is>: its own <t> or those of its runs.  Phonetic runs (rPh,
// the readings above Japanese words) are no part of the text.
std::string RichText(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = LocalName(child);
    if (name == "t") text += child.child_value();
    if (name == "r") text += Child(child, "t").child_value();
  }
  return UnescapeXstring(text);
}

class Reader {
 public:
  Reader(const std::string& file, std::string_view bytes,
         Diagnostics& diagnostics, const XlsxLimits& limits)
      : file_(file),
        diagnostics_(diagnostics),
        limits_(limits),
        package_(file, bytes, diagnostics, limits.zip) {}

  std::vector<XlsxSheet> Run() {
    if (package_.failed()) return {};
    const auto roots = package_.Relations("");
    const auto root =
        std::find_if(roots.begin(), roots.end(), [](const auto& relation) {
          return relation.second.type == "officeDocument";
        });
    if (root == roots.end()) {
      Error("xlsx-kind",
            "not an Excel workbook (.xlsx); save it as .xlsx or CSV");
      return {};
    }
    if (EndsWith(root->second.target, ".bin")) {
      Error("xlsx-kind",
            "an Excel binary workbook (.xlsb); save it as .xlsx or CSV");
      return {};
    }
    ReadWorkbook(root->second.target);
    return failed() ? std::vector<XlsxSheet>() : std::move(sheets_);
  }

 private:
  bool failed() const { return failed_ || package_.failed(); }

  void Error(const char* id, const std::string& message) {
    failed_ = true;
    diagnostics_.Error(id, {file_, 0, 0}, message);
  }

  // At a cell or row of the sheet that is being read.
  void Report(Severity severity, const char* id, const CellPlace& place,
              const std::string& message) {
    failed_ |= severity == Severity::kError;
    if (++reports_ > kReportsKept) return;
    const std::string text =
        sheets_.back().name + "!" +
        (place.column == 0 ? std::to_string(place.row)
                           : CellAddress(place.row, place.column)) +
        ": " + message;
    const SourceLocation where{file_, place.row, place.column};
    if (severity == Severity::kError) {
      diagnostics_.Error(id, where, text);
    } else {
      diagnostics_.Warning(id, where, text);
    }
  }

  void ReadWorkbook(const std::string& part) {
    const auto workbook = package_.Read(part, "workbook");
    if (workbook == nullptr) return;
    const auto relations = package_.Relations(part);
    if (failed()) return;
    const pugi::xml_node root = workbook->document_element();
    from_1904_ = IsTrue(Value(Child(root, "workbookPr"), "date1904"));
    for (const auto& [id, relation] : relations) {
      if (relation.external) continue;
      if (relation.type == "sharedStrings") ReadStrings(relation.target);
      if (relation.type == "styles") ReadStyles(relation.target);
    }
    ForEach(Child(root, "sheets"), "sheet", [&](const pugi::xml_node& node) {
      if (failed() || stopped_) return;
      if (sheets_.size() == limits_.sheets) {
        stopped_ = true;
        Error("xlsx-size",
              "more than " + std::to_string(limits_.sheets) + " sheets");
        return;
      }
      const auto it = relations.find(std::string(RelationId(node)));
      if (it == relations.end() || it->second.external ||
          it->second.target.empty()) {
        Error("xlsx-part", "the sheet '" + Visible(Value(node, "name")) +
                               "' has no part in this file");
        return;
      }
      if (it->second.type != "worksheet") return;  // a chart
      const std::string_view state = Value(node, "state");
      sheets_.push_back({UnescapeXstring(Value(node, "name")),
                         state == "hidden" || state == "veryHidden",
                         {}});
      ReadSheet(it->second.target);
    });
    if (!failed() && sheets_.empty()) {
      Error("xlsx-part", "a workbook without a sheet");
    }
  }

  void ReadStrings(const std::string& part) {
    const auto document = package_.Read(part, "sst");
    if (document == nullptr) return;
    ForEach(document->document_element(), "si",
            [&](const pugi::xml_node& node) {
              strings_.push_back(RichText(node));
            });
  }

  // Which styles of cells are dates.
  void ReadStyles(const std::string& part) {
    const auto document = package_.Read(part, "styleSheet");
    if (document == nullptr) return;
    const pugi::xml_node root = document->document_element();
    std::map<unsigned, bool> formats;
    ForEach(Child(root, "numFmts"), "numFmt", [&](const pugi::xml_node& node) {
      formats[node.attribute("numFmtId").as_uint()] =
          IsDateFormat(Value(node, "formatCode"));
    });
    ForEach(Child(root, "cellXfs"), "xf", [&](const pugi::xml_node& node) {
      const unsigned id = node.attribute("numFmtId").as_uint();
      const auto it = formats.find(id);
      is_date_.push_back(it == formats.end() ? IsDateFormat(id) : it->second);
    });
  }

  void ReadSheet(const std::string& part) {
    const auto document = package_.Read(part, "worksheet");
    if (document == nullptr) return;
    std::size_t last = 0;
    ForEach(Child(document->document_element(), "sheetData"), "row",
            [&](const pugi::xml_node& node) {
              if (!stopped_) ReadRow(node, last);
            });
  }

  void ReadRow(const pugi::xml_node& node, std::size_t& last) {
    std::size_t number = last + 1;
    const std::string_view written = Value(node, "r");
    if (!written.empty() && (!ToIndex(written, number) || number <= last ||
                             number > kMaxSheetRows)) {
      Report(Severity::kError, "xlsx-cell", {last + 1, 0},
             "a row numbered '" + Visible(written) + "' cannot stand here");
      stopped_ = true;
      return;
    }
    last = number;
    CsvRow row;
    ForEach(node, "c", [&](const pugi::xml_node& cell) {
      if (!stopped_) ReadCell(cell, number, row);
    });
    while (!row.empty() && row.back().text.empty()) row.pop_back();
    if (!row.empty()) sheets_.back().rows.push_back(std::move(row));
  }

  void ReadCell(const pugi::xml_node& node, std::size_t number, CsvRow& row) {
    std::size_t column = row.size() + 1;
    const std::string_view written = Value(node, "r");
    if (!written.empty()) {
      const auto place = ParseCellAddress(written);
      if (!place || place->row != number || place->column < column) {
        Report(Severity::kError, "xlsx-cell", {number, column},
               "a cell with the address '" + Visible(written) +
                   "' cannot stand here");
        return;
      }
      column = place->column;
    } else if (column > kMaxSheetColumns) {
      return;
    }
    if (node.first_child().empty()) return;  // nothing but a style
    cells_ += column - row.size();
    if (cells_ > limits_.cells) {
      stopped_ = true;
      Error("xlsx-size",
            "more than " + std::to_string(limits_.cells) + " cells");
      return;
    }
    while (row.size() < column) row.push_back({{}, number, row.size() + 1});
    row.back().text = CellText(node, {number, column});
    // One shared text may stand in every cell.
    text_ += row.back().text.size();
    if (text_ > limits_.text) {
      stopped_ = true;
      Error("xlsx-size", "more than " + std::to_string(limits_.text) +
                             " bytes of text in the cells");
    }
  }

  std::string CellText(const pugi::xml_node& node, const CellPlace& place) {
    const std::string_view type = Value(node, "t");
    if (type == "inlineStr") return RichText(Child(node, "is"));
    const pugi::xml_node value = Child(node, "v");
    std::string text = value.child_value();
    if (text.empty()) {
      if (!Child(node, "f").empty() && type != "str") {
        Report(Severity::kWarning, "xlsx-no-value", place,
               "a formula without a stored value is read as blank; open and "
               "save the file in a spreadsheet");
      }
      return {};
    }
    if (type == "s") {
      std::size_t index = 0;
      if (!ToIndex(text, index) || index >= strings_.size()) {
        Report(Severity::kError, "xlsx-cell", place,
               "a text number '" + Visible(text) + "' that the file lacks");
        return {};
      }
      return strings_[index];
    }
    if (type == "str") return UnescapeXstring(text);
    if (type == "b") return IsTrue(text) ? "TRUE" : "FALSE";
    if (type == "e") {
      Report(Severity::kWarning, "xlsx-error-cell", place,
             "the cell holds the error " + Visible(text));
      return text;
    }
    if (type == "d") {
      const bool day = EndsWith(text, "T00:00:00") || EndsWith(text, "T00:00");
      return day ? text.substr(0, text.find('T')) : text;
    }
    if (!type.empty() && type != "n") {
      Report(Severity::kError, "xlsx-cell", place,
             "an unknown type of cell, '" + Visible(type) + "'");
      return {};
    }
    std::size_t style = 0;
    const bool styled = ToIndex(Value(node, "s"), style);
    const bool date = styled && style < is_date_.size() && is_date_[style];
    return date ? DateText(text, from_1904_) : NumberText(text);
  }

  const std::string& file_;
  Diagnostics& diagnostics_;
  XlsxLimits limits_;
  XlsxPackage package_;
  std::vector<std::string> strings_;
  std::vector<bool> is_date_;
  std::vector<XlsxSheet> sheets_;
  bool from_1904_ = false;
  std::size_t cells_ = 0;
  std::size_t text_ = 0;
  std::size_t reports_ = 0;
  bool failed_ = false;
  bool stopped_ = false;
};

}  // namespace

bool LooksLikeXlsx(std::string_view bytes) {
  return StartsWith(bytes, "PK\x03\x04");
}

std::vector<XlsxSheet> ReadXlsx(const std::string& file, std::string_view bytes,
                                Diagnostics& diagnostics,
                                const XlsxLimits& limits) {
  if (StartsWith(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    diagnostics.Error("xlsx-kind", {file, 0, 0},
                      "an old Excel workbook (.xls), or one protected by a "
                      "password; save it as .xlsx without password, or as CSV");
    return {};
  }
  if (!LooksLikeXlsx(bytes)) {
    diagnostics.Error("xlsx-kind", {file, 0, 0},
                      "not an Excel workbook (.xlsx); save it as .xlsx or CSV");
    return {};
  }
  return Reader(file, bytes, diagnostics, limits).Run();
}

const XlsxSheet* FindSheet(const std::vector<XlsxSheet>& sheets,
                           std::string_view name) {
  const auto it = std::find_if(
      sheets.begin(), sheets.end(),
      [name](const XlsxSheet& sheet) { return sheet.name == name; });
  return it == sheets.end() ? nullptr : &*it;
}

void CellError(Diagnostics& diagnostics, const char* id,
               const std::string& file, const XlsxSheet& sheet,
               const CsvCell& cell, const std::string& message) {
  diagnostics.Error(
      id, {file, cell.line, cell.column},
      sheet.name + "!" + CellAddress(cell.line, cell.column) + ": " + message);
}

}  // namespace mapper
