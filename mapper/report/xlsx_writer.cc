#include "mapper/report/xlsx_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <memory>
#include <optional>

#include "mapper/base/error.h"
#include "mapper/base/text.h"
#include "mapper/report/memory_file.h"
#include "mapper/report/xlsx_format.h"
#include "mapper/report/xlsx_layout.h"
#include "mapper/report/xlsx_text.h"

namespace mapper {
namespace {

constexpr std::size_t kRows = 1'048'576;
constexpr std::size_t kColumns = 16'384;
constexpr std::size_t kListText = 255;  // of a drop-down kept in its cell
constexpr std::uint8_t kA4 = 9;

lxw_row_t ToRow(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t ToColumn(std::size_t column) {
  return static_cast<lxw_col_t>(column);
}

// Digits that a number cell gives back as they are: no leading zero (007 is a
// code, not a number), at most 15 of them.
std::optional<double> ToNumber(std::string_view text) {
  const std::size_t sign = StartsWith(text, "-") ? 1 : 0;
  const std::string_view digits = text.substr(sign);
  if (digits.empty() || digits.size() > 15 ||
      digits.find_first_not_of("0123456789.") != std::string_view::npos ||
      digits[0] == '.' ||
      (digits[0] == '0' && digits.size() > 1 && digits[1] != '.')) {
    return {};
  }
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end) return {};
  return value;
}

class Writer {
 public:
  Writer(const Workbook& workbook, Diagnostics& diagnostics)
      : workbook_(workbook),
        diagnostics_(diagnostics),
        ja_(workbook.language == Language::kJa) {}

  std::string Run() {
    const MemoryFile memory;
    const std::string path = memory.path();
    lxw_workbook_options options = {};
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) throw Error("cannot begin a workbook");
    std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> book(
        book_, &lxw_workbook_free);
    formats_.emplace(book_, ja_);
    SetProperties();
    for (const Sheet& sheet : workbook_.sheets) AddNames(sheet);
    for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
      WriteSheet(workbook_.sheets[i], names_[i]);
    }
    WriteLists();
    const lxw_error result = workbook_close(book.release());
    if (result != LXW_NO_ERROR) {
      throw Error(std::string("cannot write a workbook: ") +
                  lxw_strerror(result));
    }
    return memory.Bytes();
  }

 private:
  void SetProperties() {
    std::tm day = {};
    day.tm_year = workbook_.day.year - 1900;
    day.tm_mon = workbook_.day.month - 1;
    day.tm_mday = workbook_.day.day;
    title_ = ToXlsxCell(workbook_.title, workbook_.language).text;
    author_ = "kakehashi";
    lxw_doc_properties properties = {};
    properties.title = title_.data();
    properties.author = author_.data();
    properties.created = timegm(&day);
    workbook_set_properties(book_, &properties);
  }

  void AddNames(const Sheet& sheet) {
    names_.push_back(ToSheetName(sheet.name, workbook_.language, taken_));
    if (names_.back() != sheet.name) {
      diagnostics_.Warning("xlsx-sheet-name", {sheet.name, 0, 0},
                           "Excel does not take this name of a sheet; it is '" +
                               names_.back() + "'");
    }
  }

  void Cut(const std::string& sheet, std::size_t row, std::size_t column,
           const std::string& what) {
    diagnostics_.Warning("xlsx-cut", {sheet, row, column}, what);
  }

  void WriteText(std::size_t row, std::size_t column, const std::string& text,
                 lxw_format* format) {
    const XlsxCellText cell = ToXlsxCell(text, workbook_.language);
    if (cell.cut > 0) {
      Cut(name_, row + 1, column + 1,
          "a text is longer than a cell holds; characters cut: " +
              std::to_string(cell.cut));
    }
    worksheet_write_string(at_, ToRow(row), ToColumn(column), cell.text.c_str(),
                           format);
  }

  void WriteCell(std::size_t row, std::size_t column, const std::string& text,
                 SheetColumn::Kind kind, unsigned look) {
    if (kind == SheetColumn::Kind::kDate) look |= kDay;
    if (text.empty()) {
      // Fills go on to the right; frames of a heading or total do not.
      if ((look & ~(kNoWrap | kHeaderLook | kTotalLook)) != 0) {
        worksheet_write_blank(at_, ToRow(row), ToColumn(column),
                              formats_->Of(look));
      }
      return;
    }
    if (kind == SheetColumn::Kind::kNumber) {
      if (const auto number = ToNumber(text)) {
        worksheet_write_number(at_, ToRow(row), ToColumn(column), *number,
                               formats_->Of(look | kNumberLook));
        return;
      }
    } else if (kind == SheetColumn::Kind::kDate) {
      const auto day = ParseDate(text);
      if (day && day->year >= 1901) {
        lxw_datetime value = {day->year, day->month, day->day, 0, 0, 0};
        worksheet_write_datetime(at_, ToRow(row), ToColumn(column), &value,
                                 formats_->Of(look));
        return;
      }
    }
    WriteText(row, column, text, formats_->Of(look));
  }

  void WriteSheet(const Sheet& sheet, const std::string& name) {
    name_ = name;
    at_ = workbook_add_worksheet(book_, name.c_str());
    const std::size_t columns = std::min(sheet.columns.size(), kColumns);
    const std::size_t first = FirstRow(sheet) - 1;
    const std::size_t rows =
        std::min(sheet.rows.size(), kRows - first - sheet.spare_rows);
    if (columns < sheet.columns.size() || rows < sheet.rows.size()) {
      Cut(name, 0, 0,
          "more than a sheet holds; rows cut: " +
              std::to_string(sheet.rows.size() - rows) + ", columns cut: " +
              std::to_string(sheet.columns.size() - columns));
    }
    widths_.clear();
    for (std::size_t i = 0; i < columns; ++i) {
      widths_.push_back(XlsxWidth(sheet, i));
      worksheet_set_column(at_, ToColumn(i), ToColumn(i), widths_.back(),
                           formats_->Of(0));
    }
    for (std::size_t i = 0; i < sheet.instructions.size(); ++i) {
      WriteText(i, 0, sheet.instructions[i], formats_->Of(kNoWrap));
    }
    if (sheet.header) {
      for (std::size_t i = 0; i < columns; ++i) {
        WriteText(first - 1, i, sheet.columns[i].title,
                  formats_->Of(kHeaderLook));
      }
      std::vector<std::string> titles;
      for (const SheetColumn& c : sheet.columns) titles.push_back(c.title);
      SetHeight(first - 1, titles);
    }
    for (std::size_t row = 0; row < rows; ++row) {
      WriteRow(sheet, row, first + row, columns);
    }
    for (std::size_t row = 0; row < sheet.spare_rows; ++row) {
      for (std::size_t i = 0; i < columns; ++i) {
        if (!sheet.columns[i].input) continue;
        WriteCell(first + rows + row, i, "", sheet.columns[i].kind, kInput);
      }
    }
    AddRules(sheet, first, rows + sheet.spare_rows, columns);
    SetUp(sheet, first, rows, columns);
  }

  void WriteRow(const Sheet& sheet, std::size_t row, std::size_t place,
                std::size_t columns) {
    const auto styled = sheet.styles.find(row);
    const unsigned style =
        styled == sheet.styles.end() ? 0 : LookOf(styled->second);
    if ((style & kNoWrap) == 0) SetHeight(place, sheet.rows[row]);
    for (std::size_t i = 0; i < columns && i < sheet.rows[row].size(); ++i) {
      const bool input = style == 0 && (sheet.columns[i].input ||
                                        sheet.choices.count({row, i}) != 0);
      WriteCell(place, i, sheet.rows[row][i], sheet.columns[i].kind,
                style | (input ? kInput : 0U));
    }
  }

  void SetHeight(std::size_t row, const std::vector<std::string>& cells) {
    const double height = XlsxHeight(cells, widths_);
    if (height > 0) {
      worksheet_set_row(at_, ToRow(row), height, formats_->Of(0));
    }
  }

  // Drop-downs and dates.
  void AddRules(const Sheet& sheet, std::size_t first, std::size_t rows,
                std::size_t columns) {
    if (rows > 0) {
      for (std::size_t i = 0; i < columns; ++i) {
        const SheetColumn& c = sheet.columns[i];
        if (!c.choices.empty()) {
          AddList(first, first + rows - 1, i, c.choices);
        } else if (c.input && c.kind == SheetColumn::Kind::kDate) {
          AddDates(first, first + rows - 1, i);
        }
      }
    }
    for (const auto& [place, choices] : sheet.choices) {
      AddList(first + place.first, first + place.first, place.second, choices);
    }
  }

  void AddRule(lxw_data_validation& rule, std::size_t from, std::size_t to,
               std::size_t column, const char* ja, const char* en) {
    std::string title = ja_ ? "入力できない値です" : "Not a possible value";
    std::string message = ja_ ? ja : en;
    rule.error_title = title.data();
    rule.error_message = message.data();
    const lxw_error result = worksheet_data_validation_range(
        at_, ToRow(from), ToColumn(column), ToRow(to), ToColumn(column), &rule);
    if (result != LXW_NO_ERROR) {
      throw Error(std::string("cannot write a workbook: ") +
                  lxw_strerror(result));
    }
  }

  void AddDates(std::size_t from, std::size_t to, std::size_t column) {
    lxw_data_validation rule = {};
    rule.validate = LXW_VALIDATION_TYPE_DATE;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_datetime = {1901, 1, 1, 0, 0, 0};
    rule.maximum_datetime = {2199, 12, 31, 0, 0, 0};
    AddRule(rule, from, to, column,
            "2027-07-01 か 2027/7/1 のように日付を入れてください。",
            "Enter a date such as 2027-07-01.");
  }

  void AddList(std::size_t from, std::size_t to, std::size_t column,
               const std::vector<std::string>& choices) {
    lxw_data_validation rule = {};
    std::vector<std::string> words;
    std::size_t units = 0;
    bool plain = true;
    for (const std::string& choice : choices) {
      words.push_back(ToXlsxCell(choice, workbook_.language).text);
      units += Utf16Length(words.back()) + 1;
      plain &= words.back().find_first_of(",\"\n\t") == std::string::npos &&
               Trim(words.back()) == words.back() && !words.back().empty() &&
               words.back()[0] != '=';
    }
    std::vector<char*> list;
    std::string formula;
    if (plain && units <= kListText) {
      for (std::string& word : words) list.push_back(word.data());
      list.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = list.data();
    } else {
      formula = ListRange(words);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = formula.data();
    }
    AddRule(rule, from, to, column, "一覧から選んでください。",
            "Choose from the list.");
  }

  // "='Lists'!$A$1:$A$9": where a long list stands on a hidden sheet.
  std::string ListRange(const std::vector<std::string>& words) {
    if (list_name_.empty()) {
      list_name_ =
          ToSheetName(ja_ ? "選択肢" : "Lists", workbook_.language, taken_);
    }
    const auto it = std::find(lists_.begin(), lists_.end(), words);
    const auto column = static_cast<std::size_t>(it - lists_.begin());
    if (it == lists_.end()) lists_.push_back(words);
    std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range = {};
    lxw_rowcol_to_range_abs(range.data(), 0, ToColumn(column),
                            ToRow(words.size() - 1), ToColumn(column));
    return "='" + list_name_ + "'!" + range.data();
  }

  void WriteLists() {
    if (lists_.empty()) return;
    at_ = workbook_add_worksheet(book_, list_name_.c_str());
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      for (std::size_t row = 0; row < lists_[i].size(); ++row) {
        worksheet_write_string(at_, ToRow(row), ToColumn(i),
                               lists_[i][row].c_str(), formats_->Of(0));
      }
    }
    worksheet_hide(at_);
  }

  void SetUp(const Sheet& sheet, std::size_t first, std::size_t rows,
             std::size_t columns) {
    worksheet_gridlines(
        at_, sheet.header ? LXW_SHOW_ALL_GRIDLINES : LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_landscape(at_);
    worksheet_set_paper(at_, kA4);
    worksheet_set_margins(at_, 0.4, 0.4, 0.6, 0.6);
    const std::size_t printed = sheet.printed_columns == 0
                                    ? columns
                                    : std::min(columns, sheet.printed_columns);
    worksheet_fit_to_pages(at_, XlsxPagesAcross(widths_, printed), 0);
    if (printed < columns) {
      worksheet_print_area(at_, 0, 0,
                           ToRow(std::max<std::size_t>(first + rows, 1) - 1),
                           ToColumn(printed - 1));
    }
    if (sheet.frozen_columns > 0) {
      worksheet_repeat_columns(at_, 0, ToColumn(sheet.frozen_columns - 1));
    }
    worksheet_set_header(at_, "&L&A");
    worksheet_set_footer(at_, "&C&P / &N");
    if (sheet.header) {
      worksheet_repeat_rows(at_, ToRow(first - 1), ToRow(first - 1));
      worksheet_freeze_panes(at_, ToRow(first), ToColumn(sheet.frozen_columns));
      if (sheet.autofilter && columns > 0) {
        worksheet_autofilter(at_, ToRow(first - 1), 0,
                             ToRow(first - 1 + std::max<std::size_t>(rows, 1)),
                             ToColumn(columns - 1));
      }
    }
    if (sheet.locked) {
      lxw_protection allowed = {};
      allowed.format_columns = LXW_TRUE;
      allowed.format_rows = LXW_TRUE;
      allowed.autofilter = LXW_TRUE;
      worksheet_protect(at_, nullptr, &allowed);
    }
  }

  const Workbook& workbook_;
  Diagnostics& diagnostics_;
  bool ja_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* at_ = nullptr;
  std::string name_;
  std::string title_;
  std::string author_;
  std::vector<std::string> names_;
  std::vector<double> widths_;  // of the sheet being written
  std::set<std::string> taken_;
  std::optional<XlsxFormats> formats_;
  std::vector<std::vector<std::string>> lists_;
  std::string list_name_;
};

}  // namespace

std::size_t FirstRow(const Sheet& sheet) {
  return sheet.instructions.size() + (sheet.header ? 1 : 0) + 1;
}

std::string WriteXlsx(const Workbook& workbook, Diagnostics& diagnostics) {
  return Writer(workbook, diagnostics).Run();
}

}  // namespace mapper
