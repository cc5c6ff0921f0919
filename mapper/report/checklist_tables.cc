#include "mapper/report/checklist_tables.h"

#include <algorithm>
#include <array>
#include <set>

#include "mapper/base/text.h"
#include "mapper/model/checklist_columns.h"
#include "mapper/report/table_words.h"

namespace mapper {
namespace {

using table_words::LevelText;
using table_words::ListItem;
using table_words::NameOf;
using table_words::Word;

std::string ItemText(const ReportContext& context, const ControlRef& ref,
                     const View& view) {
  std::string name = NameOf(*context.dataset, ref);
  if (view.machine) return name;
  return ListItem(name + " " +
                  context.dataset->control(ref).title(view.language));
}

std::string QuestionText(const Control& control, const View& view) {
  const bool ja = view.language == Language::kJa;
  return control.title(view.language) + (ja ? "：" : ": ") +
         control.gist(view.language);
}

std::string ScopeText(const ReportContext& context, const ControlRef& ref) {
  const int regime = context.applicability->Of(ref).regime;
  if (regime < 0) return {};
  return context.applicability->regimes()[static_cast<std::size_t>(regime)]
      .regime->scope;
}

// "mic-lg-2026:MIC4.1(1)=lar-16-3--mic-lg-2026.tsv:12+..."
std::string ProofText(const ReportContext& context,
                      const AnsweredWith& answered) {
  std::vector<std::string> places;
  for (const RowRef& row : answered.proof) {
    places.push_back(context.knowledge->Place(row));
  }
  return NameOf(*context.dataset, answered.control) + "=" + Join(places, "+");
}

std::vector<std::string> Row(const ReportContext& context,
                             const Question& question, const View& view) {
  namespace column = checklist_column;
  const ControlRef& ref = question.control;
  const Control& control = context.dataset->control(ref);
  std::vector<std::string> answered;
  std::vector<std::string> proof;
  for (const AnsweredWith& item : question.answered) {
    answered.push_back(ItemText(context, item.control, view));
    proof.push_back(ProofText(context, item));
  }
  std::vector<std::string> related;
  for (const ControlRef& other : question.related) {
    related.push_back(ItemText(context, other, view));
  }
  std::vector<std::string> regimes;
  for (const int framework : question.frameworks) {
    const Framework& f = context.framework(framework);
    regimes.push_back(view.machine ? f.id
                                   : ListItem(f.short_title(view.language)));
  }
  std::vector<std::string> row(kChecklistColumns.size());
  row[column::kFramework] = context.framework(ref.framework).id;
  row[column::kControl] = control.id;
  row[column::kLabel] = control.label;
  row[column::kQuestion] = QuestionText(control, view);
  row[column::kLevel] =
      LevelText(context.dataset->control(question.strictest),
                context.framework(question.strictest.framework), view);
  row[column::kLead] = Join(question.lead, ";");
  row[column::kSupport] = Join(question.support, ";");
  row[column::kAnsweredWith] = Join(answered, ";");
  row[column::kRelated] = Join(related, ";");
  row[column::kRegimes] = Join(regimes, ";");
  row[column::kAppliesTo] = ScopeText(context, ref);
  row[column::kEvidenceMark] = Word(control.evidence, view);
  row[column::kProof] = Join(proof, ";");
  row[column::kStatus] = Word(context.StatusOf(ref), view);
  if (const Assessment* stated = context.AssessmentOf(ref)) {
    row[column::kEvidence] = stated->evidence;
    row[column::kEvidenceFile] = stated->evidence_file;
    row[column::kDate] = stated->date ? ToIso(*stated->date) : std::string();
    row[column::kBy] = stated->by;
  }
  return row;
}

// In half-width characters, by place in kChecklistColumns.
constexpr std::array<double, kChecklistColumns.size() - 1> kWidths = {
    12, 12, 11, 46, 8, 12, 12, 30, 24, 9, 26, 14, 11, 10, 18, 18, 10};

// A page across holds what is asked and what is answered; what follows is for
// the screen.
constexpr std::size_t kPrintedColumns = checklist_column::kBy + 1;

// Rows of tables are for those who check the proof, not for a form.
constexpr std::size_t kShownColumns = checklist_column::kProof;

SheetColumn ColumnOf(std::size_t place, Language language) {
  const ChecklistColumn& column = kChecklistColumns[place];
  SheetColumn result;
  result.title = column.title.in(language);
  result.width = kWidths[place];
  result.input = column.use == ChecklistColumn::Use::kInput;
  if (place == checklist_column::kDate) {
    result.kind = SheetColumn::Kind::kDate;
  }
  if (place == checklist_column::kStatus) {
    for (const auto& status : kStatuses) {
      result.choices.emplace_back(status.words.in(language));
    }
  }
  return result;
}

// What must be known to answer; no line needs any other page.
Sheet InstructionSheet(const ReportContext& context, Language language,
                       std::size_t questions) {
  static const Words kLines[] = {
      {"このファイルは、適用される法令・ガイドラインの項目を、同じことを二度聞"
       "かないように"
       "まとめた点検表です。課ごとにシートがあります。",
       "This checklist gathers the items of the laws and guidelines that "
       "apply, "
       "so that nothing is asked twice.  Each department has a sheet."},
      {"", ""},
      {"■ 記入のしかた", "How to answer"},
      {"1. "
       "自分の課のシートを開き、色の付いた列（状況、証拠・理由、証拠ファイル、"
       "日付、"
       "記入者）だけを記入します。",
       "1. Open the sheet of your department and fill in the shaded columns "
       "only: status, evidence or reason, evidence file, date, by."},
      {"2. 状況は一覧から選びます。分からない項目は「未回答」のままにします。",
       "2. Choose the status from the list.  Leave what you do not know as "
       "\"no answer\"."},
      {"3. "
       "基準と項目の列は、読み込むときの目印です。変えたり消したりしないでくだ"
       "さい。"
       "並べ替えるときは、行全体を並べ替えます。",
       "3. The columns framework and control are read back: do not change "
       "them.  When you sort, sort whole rows."},
      {"4. "
       "主担当課が二つ以上ある項目は、はじめの課のシートに一度だけあります。ほ"
       "かの課と"
       "相談して記入してください。",
       "4. A question led by several departments stands once, on the sheet of "
       "the first.  Agree on the answer with the others."},
      {"5. 列を足したり、見出しの文字を変えたりすると読み込めません。",
       "5. The file is not read back when columns are added or headers "
       "changed."},
      {"", ""},
      {"■ 状況の六つの言葉", "The six statuses"},
      {"実施済：問いのすべてを行っており、証拠を示せる。",
       "met: all that is asked is done, and evidence can be shown."},
      {"一部：行っている部分と、まだの部分がある。証拠・理由の列に、残りを書く"
       "。",
       "partly: some is done and some is not.  Say what is left under evidence "
       "or reason."},
      {"計画：まだ行っていないが、予算・時期・担当が決まっている。",
       "planned: not done yet, but budget, time and people are settled."},
      {"未実施：行っておらず、予定もない。",
       "not met: not done, and not planned."},
      {"対象外：この団体には当てはまらない。証拠・理由の列に、理由を必ず書く。",
       "not applicable: it does not concern this organisation.  The reason is "
       "required under evidence or reason."},
      {"未回答：まだ答えていない。", "no answer: nobody has answered yet."},
      {"", ""},
      {"■「この回答に含まれる項目」", "\"Answered with this\""},
      {"問いが求めることのなかに、すべて入っている他の基準の項目です。「実施済"
       "」と答えると、"
       "これらも実施済（推論）として扱われ、別に答える必要はありません。",
       "Items of other regimes, all of whose demands lie inside the question.  "
       "When you answer \"met\" they count as met (inferred), and need no "
       "answer of their own."},
      {"「一部」「計画」「未実施」のときは、含まれる項目のどれが済んでいるかは"
       "分かりません。"
       "分かる項目があれば、行を足して基準・項目・状況を書いてください。",
       "With \"partly\", \"planned\" and \"not met\" it is not known which of "
       "them are done.  Where you know, add a row with framework, control and "
       "status."},
      {"「対象外」は、その項目だけのことです。含まれていた項目は、次に作る点検"
       "表で別の問いに"
       "なります。",
       "\"Not applicable\" speaks of this item alone.  What was answered with "
       "it becomes a question of its own in the next checklist."},
      {"「関連する項目」は、求めることが一部重なるだけの項目です。それぞれ別に"
       "答えます。",
       "\"Related\" items share a part of the demands only, and are answered "
       "by themselves."},
      {"見出しの項目（下に項目を持つもの）は、下の項目もすべて含めて答えます。",
       "A heading with items below it is answered with all of these in mind."},
      {"", ""},
      {"■ ご注意", "Please note"},
      {"問いの文は、当方の言葉による要旨です。正確な文言は、法令・ガイドライン"
       "の原文を"
       "確かめてください。",
       "Questions are gists in our own words.  For the exact wording see the "
       "laws and guidelines themselves."},
      {"項目どうしの対応は、国や所管省庁の公式の見解ではありません。",
       "How items correspond is no official view of the state or any "
       "ministry."},
  };
  static const Words kHead = {"自己点検の点検表", "Checklist"};
  Sheet sheet;
  sheet.name = kInstructionSheet.in(language);
  SheetColumn column;
  column.title = sheet.name;
  column.width = 110;
  sheet.columns.push_back(std::move(column));
  sheet.header = false;
  sheet.autofilter = false;
  const std::string& name = context.applicability->profile().name;
  sheet.styles[0] = RowStyle::kTitle;
  sheet.rows.push_back({name + "  " + kHead.in(language)});
  sheet.rows.push_back(
      {(language == Language::kJa ? "基準日 " : "As of ") +
       ToIso(context.applicability->on()) +
       (language == Language::kJa ? "、問いの数 " : ", questions: ") +
       std::to_string(questions)});
  for (const Words& line : kLines) {
    const std::string text = line.in(language);
    if (StartsWith(line.ja, "■")) {
      sheet.styles[sheet.rows.size()] = RowStyle::kSection;
    }
    sheet.rows.push_back({text});
  }
  return sheet;
}

}  // namespace

std::string SheetOf(const Question& question) {
  return question.lead.empty() ? std::string() : question.lead[0];
}

std::vector<Question> ByDepartment(const ReportContext& context,
                                   std::vector<Question> questions) {
  std::vector<std::string> order;
  for (const auto& [role, names] :
       context.applicability->profile().departments) {
    order.insert(order.end(), names.begin(), names.end());
  }
  const auto place = [&order](const Question& question) {
    return std::find(order.begin(), order.end(), SheetOf(question));
  };
  std::stable_sort(questions.begin(), questions.end(),
                   [&](const Question& a, const Question& b) {
                     return place(a) < place(b);
                   });
  return questions;
}

Records ChecklistRecords(const ReportContext& context,
                         const std::vector<Question>& questions,
                         const View& view) {
  Records records;
  records.name = "checklist";
  for (const ChecklistColumn& column : kChecklistColumns) {
    records.columns.push_back(
        {column.machine, column.title,
         column.list ? Column::Type::kList : Column::Type::kText});
  }
  for (const Question& question : questions) {
    records.rows.push_back(Row(context, question, view));
  }
  return records;
}

Workbook ChecklistWorkbook(const ReportContext& context,
                           const std::vector<Question>& questions,
                           Language language) {
  static const Words kTitle = {"自己点検の点検表", "Checklist"};
  static const Words kNobody = {"主担当の未定", "No lead"};
  Workbook workbook;
  workbook.language = language;
  workbook.title = kTitle.in(language);
  workbook.day = context.applicability->on();
  workbook.sheets.push_back(
      InstructionSheet(context, language, questions.size()));
  const Records records =
      ChecklistRecords(context, questions, {language, false});
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const std::string department = SheetOf(questions[i]);
    if (i == 0 || department != SheetOf(questions[i - 1])) {
      Sheet sheet;
      sheet.name = department.empty() ? kNobody.in(language) : department;
      for (std::size_t c = 0; c < kShownColumns; ++c) {
        sheet.columns.push_back(ColumnOf(c, language));
      }
      sheet.frozen_columns = 2;
      sheet.printed_columns = kPrintedColumns;
      workbook.sheets.push_back(std::move(sheet));
    }
    std::vector<std::string> row = records.rows[i];
    row.resize(kShownColumns);
    for (std::size_t c = 0; c < row.size(); ++c) {
      // One a line, where a cell of a CSV file has them between ";".
      if (kChecklistColumns[c].list) {
        std::replace(row[c].begin(), row[c].end(), ';', '\n');
      }
    }
    workbook.sheets.back().rows.push_back(std::move(row));
  }
  return workbook;
}

}  // namespace mapper
