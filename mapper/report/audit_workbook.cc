#include "mapper/report/audit_workbook.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/report/audit.h"

namespace mapper {
namespace {

// Tabs as the offices name them; the machine name otherwise.
std::string SheetName(const std::string& records, const View& view) {
  static const std::map<std::string, const char*> kNames = {
      {"audit", "監査"},
      {"regimes", "適用法令"},
      {"controls", "項目"},
      {"crosswalk", "対応表"},
      {"overlaps", "話題と重なり"},
      {"gaps", "基準間の差"},
      {"coordination", "庁内調整"},
      {"role_pairs", "役割の組"},
      {"answers", "点検結果"},
      {"transitions", "経過措置"},
      {"calendar", "年間予定"},
      {"contracts", "仕様・契約"},
      {"models", "ネットワークモデル"}};
  const auto it = kNames.find(records);
  return view.language == Language::kEn || it == kNames.end() ? records
                                                              : it->second;
}

bool IsDay(const std::string& machine) {
  static const std::vector<std::string> kDays = {"due", "from", "new_rule_from",
                                                 "next_renewal", "contract_to"};
  return std::find(kDays.begin(), kDays.end(), machine) != kDays.end();
}

// Widths that suit what stands in a column; 0: from the content.
double WidthOf(const std::string& machine) {
  static const std::map<std::string, double> kWidths = {
      {"no", 6},
      {"level", 9},
      {"applies", 12},
      {"title", 20},
      {"gist", 34},
      {"documents", 24},
      {"check", 26},
      {"evidence", 18},
      {"finding", 12},
      {"due", 12},
      {"rationale", 40},
      {"proof", 26},
      {"label", 16},
      {"control", 14},
      {"basis", 26},
      {"scope", 30},
      {"submit", 26},
      {"status", 9},
      {"framework", 14},
      {"lead_departments", 14},
      {"source_control", 20},
      {"target_control", 20}};
  const auto it = kWidths.find(machine);
  return it == kWidths.end() ? 0 : it->second;
}

}  // namespace

Sheet SheetOf(const Records& records, const View& view) {
  Sheet sheet;
  sheet.name = SheetName(records.name, view);
  const bool audit = records.name == "audit";
  for (const Column& column : records.columns) {
    SheetColumn out;
    out.title = view.machine ? column.machine : view.words(column.title);
    out.width = WidthOf(column.machine);
    const std::string machine = column.machine;
    if (column.type == Column::Type::kNumber) {
      out.kind = SheetColumn::Kind::kNumber;
    } else if (IsDay(machine)) {
      out.kind = SheetColumn::Kind::kDate;
    }
    out.input = audit && (machine == "finding" || machine == "due");
    if (audit && machine == "finding") {
      out.choices = FindingWords(view.language);
    }
    // The number of a row stays in sight.
    if (machine == "no") sheet.frozen_columns = 1;
    sheet.columns.push_back(std::move(out));
  }
  sheet.rows = records.rows;
  if (audit) {
    sheet.instructions = {
        view.language == Language::kJa
            ? "黄色の欄（所見、改善の期限）に記入します。書類と確かめ方は当方の"
              "目安で、基準が求めるものではありません。空欄は目安がないもの。"
            : "Fill in the yellow columns. Documents and checks are "
              "suggestions "
              "of ours, not demands of a framework; blank where there is "
              "none."};
  }
  return sheet;
}

Sheet SummarySheet(const std::vector<SummaryBlock>& blocks, const View& view) {
  using Kind = SummaryBlock::Kind;
  constexpr std::size_t kColumns = 8;
  constexpr std::array<double, kColumns> kWidths = {40, 28, 32, 22,
                                                    20, 10, 10, 10};
  Sheet sheet;
  sheet.name = view.language == Language::kJa ? "要約" : "summary";
  sheet.header = false;
  for (std::size_t i = 0; i < kColumns; ++i) {
    SheetColumn column;
    column.kind = SheetColumn::Kind::kNumber;
    column.width = kWidths[i];
    sheet.columns.push_back(column);
  }
  const auto add = [&sheet](std::vector<std::string> cells) {
    cells.resize(kColumns);
    sheet.rows.push_back(std::move(cells));
  };
  const auto styled = [&](std::vector<std::string> cells, RowStyle style) {
    sheet.styles[sheet.rows.size()] = style;
    add(std::move(cells));
  };
  // Long texts run to the right over blank cells: cells that are merged would
  // not grow with their text.
  const auto lines = [&](const std::string& text, const std::string& mark) {
    std::string before = mark;
    for (const std::string& line : Wrap(text, kSummaryPage)) {
      styled({before + line}, RowStyle::kText);
      before.assign(mark.size(), ' ');
    }
  };
  for (const SummaryBlock& block : blocks) {
    switch (block.kind) {
      case Kind::kTitle:
        styled({block.text}, RowStyle::kTitle);
        break;
      case Kind::kLine:
        styled({block.text}, RowStyle::kNote);
        break;
      case Kind::kSection:
        add({});
        styled({block.text}, RowStyle::kSection);
        break;
      case Kind::kPoint:
        lines(block.text, block.mark);
        break;
      case Kind::kParagraph:
        lines(block.text, " ");
        break;
      case Kind::kTable: {
        // What a row is about comes first: that is the wide column.
        const std::size_t name = block.table.name;
        const auto order = [name](std::vector<std::string> cells) {
          std::rotate(cells.begin(),
                      cells.begin() + static_cast<std::ptrdiff_t>(name),
                      cells.begin() + static_cast<std::ptrdiff_t>(name) + 1);
          return cells;
        };
        std::vector<std::string> titles;
        for (const auto& column : block.table.columns) {
          titles.push_back(column.title);
        }
        styled(order(std::move(titles)), RowStyle::kHeader);
        for (std::size_t i = 0; i < block.table.rows.size(); ++i) {
          if (block.table.total == i) {
            styled(order(block.table.rows[i]), RowStyle::kTotal);
          } else {
            add(order(block.table.rows[i]));
          }
        }
        break;
      }
    }
  }
  return sheet;
}

}  // namespace mapper
