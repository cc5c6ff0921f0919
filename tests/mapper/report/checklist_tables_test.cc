#include "mapper/report/checklist_tables.h"

#include <gtest/gtest.h>

#include "mapper/model/checklist_columns.h"
#include "mapper/parse/status_csv.h"
#include "mapper/parse/xlsx_reader.h"
#include "mapper/report/csv_writer.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

// Three departments; a:2 is led by nobody, and b:1 is answered with a:1.
struct World {
  World() {
    dataset.frameworks = {Catalogue("a", "1 2 3"), Catalogue("b", "1 2")};
    for (Framework& framework : dataset.frameworks) {
      framework.binding = Binding::kGuidance;
      for (Control& control : framework.controls) {
        control.title_ja = "見出し" + control.id;
        control.label = "第" + control.id;
      }
      AddRegime(dataset, framework.id);
    }
    dataset.frameworks[0].controls[1].lead = Role::kPr;
    dataset.frameworks[0].controls[2].lead = Role::kExec;
    dataset.frameworks[1].controls[1].title_ja = "=1+1;二";
    AddTable(dataset, "a", "b", {"1 superset-of 1", "1 overlaps 2"});
    profile.name = "市";
    profile.departments[Role::kIct] = {"情報/政策課", "電算室"};
    profile.departments[Role::kExec] = {"市長"};
    knowledge.emplace(dataset);
    applicability.emplace(dataset, profile, Date{2027, 1, 15});
    context.dataset = &dataset;
    context.knowledge = &*knowledge;
    context.applicability = &*applicability;
    context.frameworks = applicability->frameworks();
    context.assessments = &assessments;
  }

  std::vector<Question> Questions() const {
    return ByDepartment(
        context, MakeChecklist(dataset, *knowledge, *applicability, assessments)
                     .questions);
  }

  std::string Xlsx(Language language) const {
    Diagnostics diagnostics;
    return WriteXlsx(ChecklistWorkbook(context, Questions(), language),
                     diagnostics);
  }

  std::string Csv(const View& view) const {
    std::string unmappable;
    return WriteCsv(ChecklistRecords(context, Questions(), view), view, {},
                    unmappable);
  }

  Assessments Read(const std::string& bytes, Diagnostics& diagnostics) const {
    return ReadStatusCsv("f", bytes, dataset, diagnostics);
  }

  Dataset dataset;
  Profile profile;
  std::optional<Knowledge> knowledge;
  std::optional<ApplicabilityMap> applicability;
  Assessments assessments;
  ReportContext context;
};

TEST(ChecklistTablesTest, SortsByDepartmentAndFillsTheColumns) {
  namespace column = checklist_column;
  const World world;
  const Records records = ChecklistRecords(world.context, world.Questions(),
                                           {Language::kJa, false});
  ASSERT_EQ(records.rows.size(), 4U);
  std::string order;
  for (const auto& row : records.rows) {
    order += row[column::kFramework] + row[column::kControl] + "(" +
             row[column::kLead] + ") ";
  }
  EXPECT_EQ(order,
            "a3(市長) a1(情報/政策課;電算室) b2(情報/政策課;電算室) a2() ");
  const auto& row = records.rows[1];
  EXPECT_EQ(row[column::kLabel], "第1");
  EXPECT_EQ(row[column::kQuestion], "見出し1：要旨");
  EXPECT_EQ(row[column::kAnsweredWith], "b:1 見出し1");
  EXPECT_EQ(row[column::kRelated], "b:2 =1+1,二");
  EXPECT_EQ(row[column::kProof], "b:1=a--b.tsv:1");
  EXPECT_EQ(row[column::kStatus], "未回答");
  const Records machine =
      ChecklistRecords(world.context, world.Questions(), {Language::kJa, true});
  EXPECT_EQ(machine.rows[1][column::kAnsweredWith], "b:1");
  EXPECT_EQ(machine.rows[1][column::kStatus], "unknown");
}

TEST(ChecklistTablesTest, MakesASheetForEachDepartment) {
  const World world;
  Diagnostics diagnostics;
  std::string names;
  for (const XlsxSheet& sheet :
       ReadXlsx("f", world.Xlsx(Language::kJa), diagnostics)) {
    names += sheet.name + " " + std::to_string(sheet.rows.size()) + ", ";
  }
  EXPECT_EQ(names.substr(names.find(',')),
            ", 市長 2, 情報_政策課 3, 主担当の未定 2, ");
  EXPECT_EQ(names.find("記入要領 "), 0U);
}

// What was filled in is read back, whole, from every form; and the checklist
// made with these answers is the same again.
TEST(ChecklistTablesTest, ReadsBackWhatItWrote) {
  World world;
  Assessment& first = world.assessments[Ref(world.dataset, "a:1")];
  first.status = Status::kPartly;
  first.evidence = "=SUM(A1)\n二行目、\"引用\"; 'x";
  first.evidence_file = "証拠/台帳.pdf";
  first.date = Date{2026, 12, 1};
  first.by = "@情報";
  Assessment& second = world.assessments[Ref(world.dataset, "a:3")];
  second.status = Status::kNotApplicable;
  second.evidence = "施設がない";
  const std::string files[] = {
      world.Csv({Language::kJa, false}), world.Csv({Language::kEn, false}),
      world.Csv({Language::kJa, true}), world.Xlsx(Language::kJa),
      world.Xlsx(Language::kEn)};
  for (std::size_t i = 0; i < std::size(files); ++i) {
    Diagnostics diagnostics;
    Assessments read = world.Read(files[i], diagnostics);
    EXPECT_TRUE(diagnostics.empty())
        << i
        << ToString(diagnostics.empty() ? Diagnostic() : diagnostics.all()[0]);
    ASSERT_EQ(read.size(), 4U) << i;
    for (const auto& [ref, stated] : world.assessments) {
      const Assessment& back = read.at(ref);
      EXPECT_EQ(back.status, stated.status) << i;
      EXPECT_EQ(back.evidence, stated.evidence) << i;
      EXPECT_EQ(back.evidence_file, stated.evidence_file) << i;
      EXPECT_EQ(back.date.has_value(), stated.date.has_value()) << i;
      if (stated.date && back.date) {
        EXPECT_EQ(ToIso(*back.date), ToIso(*stated.date)) << i;
      }
      EXPECT_EQ(back.by, stated.by) << i;
    }
    World again;
    again.assessments = read;
    EXPECT_EQ(again.Csv({Language::kJa, false}), files[0]) << i;
  }
}

struct BadSheetCase {
  const char* what;
  std::vector<std::string> first;   // rows, cells between "|"
  std::vector<std::string> second;  // another sheet, none when empty
  const char* message;
};

TEST(ChecklistTablesTest, NamesSheetAndCellOfWhatIsWrong) {
  constexpr const char kHeader[] = "framework|control|question|status|evidence";
  const BadSheetCase cases[] = {
      {"a control that does not exist",
       {kHeader, "a|9|q|met|"},
       {},
       "課!B2: unknown control '9' of a"},
      {"a status that is none",
       {kHeader, "a|1|q|met|", "a|2|q|済|"},
       {},
       "課!D3: unknown status '済'"},
      {"no reason",
       {kHeader, "a|1|q|対象外"},
       {},
       "課!E2: 対象外 needs its reason"},
      {"answered differently in two sheets",
       {kHeader, "a|1|q|met|x"},
       {kHeader, "a|1|q|partly|x"},
       "別!B2: this control is stated in 課!B2 already, and differently"},
      {"a header that was changed",
       {"framework|control|question|statuss", "a|1|q|met"},
       {},
       "課!D1: unknown column 'statuss'; did you mean 'status'?"},
      {"a sheet of another kind",
       {kHeader, "a|1|q|met|x"},
       {"メモ", "何か"},
       "別!A1: unknown column 'メモ'"},
  };
  const World world;
  for (const BadSheetCase& c : cases) {
    Workbook workbook;
    for (const auto* rows : {&c.first, &c.second}) {
      if (rows->empty()) continue;
      Sheet sheet;
      sheet.name = rows == &c.first ? "課" : "別";
      sheet.header = false;
      sheet.autofilter = false;
      sheet.columns.resize(5);
      for (const std::string& row : *rows) {
        std::vector<std::string> cells;
        for (const std::string_view cell : Split(row, '|')) {
          cells.emplace_back(cell);
        }
        sheet.rows.push_back(cells);
      }
      workbook.sheets.push_back(sheet);
    }
    Diagnostics ignored;
    Diagnostics diagnostics;
    world.Read(WriteXlsx(workbook, ignored), diagnostics);
    ASSERT_TRUE(diagnostics.has_errors()) << c.what;
    EXPECT_EQ(
        diagnostics.all()[0].message.substr(0, std::string(c.message).size()),
        c.message)
        << c.what;
  }
}

TEST(ChecklistTablesTest, ReportsADamagedWorkbook) {
  const World world;
  const std::string whole = world.Xlsx(Language::kJa);
  for (const std::size_t size : {std::size_t{4}, std::size_t{100},
                                 whole.size() / 2, whole.size() - 30}) {
    Diagnostics diagnostics;
    EXPECT_TRUE(world.Read(whole.substr(0, size), diagnostics).empty()) << size;
    EXPECT_TRUE(diagnostics.has_errors()) << size;
  }
}

}  // namespace
}  // namespace mapper
