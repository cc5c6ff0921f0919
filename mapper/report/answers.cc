#include "mapper/report/answers.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/crosswalk/checklist.h"
#include "mapper/report/table_words.h"

namespace mapper {
namespace {

using Type = Column::Type;
using table_words::LevelText;
using table_words::ListItem;
using table_words::NameOf;
using table_words::Word;

template <typename Value>
void Add(const Value& value, std::vector<Value>& list) {
  if (std::find(list.begin(), list.end(), value) == list.end()) {
    list.push_back(value);
  }
}

AnswerRow MakeRow(const ReportContext& context, const ControlRef& ref) {
  const Knowledge& knowledge = *context.knowledge;
  AnswerRow row;
  row.control = ref;
  row.stated = context.AssessmentOf(ref);
  row.inferred = context.coverage->InferredOf(ref);
  for (const Coverage::Step& step : context.coverage->StepsOf(ref)) {
    if (step.answer) {
      const NetworkNode& node = knowledge.network().node(step.from);
      Add({node.framework, node.controls[0]}, row.from);
    } else {
      row.by_union = true;
    }
    if (step.from == step.to) continue;  // an answer of its own
    const Proof proof = knowledge.Prove(step.to, step.from, step.needed);
    for (const int place : proof.givens) {
      const Given& given =
          knowledge.network().givens()[static_cast<std::size_t>(place)];
      row.by_heading = row.by_heading || given.kind == Given::Kind::kHeading ||
                       given.kind == Given::Kind::kOnlyChild;
    }
    for (const RowRef& place : RowsOf(knowledge, proof)) Add(place, row.proof);
  }
  return row;
}

// "lar-16-3:R16-3(4)c 実施済 2026-11-22 情報政策課"
std::string AnswerText(const ReportContext& context, const ControlRef& ref,
                       const View& view) {
  std::vector<std::string> parts = {NameOf(*context.dataset, ref),
                                    Word(context.StatusOf(ref), view)};
  if (const Assessment* stated = context.AssessmentOf(ref)) {
    if (stated->date) parts.push_back(ToIso(*stated->date));
    if (!stated->by.empty()) parts.push_back(stated->by);
  }
  return ListItem(Join(parts, " "));
}

std::string HowText(const AnswerRow& row, const View& view) {
  static const Words kRow = {"対応表", "tables"};
  static const Words kHeading = {"見出しの包含", "headings"};
  static const Words kUnion = {"和集合", "exact union"};
  std::vector<std::string> parts;
  const auto add = [&](bool holds, const char* machine, const Words& words) {
    if (holds) parts.emplace_back(view.machine ? machine : view.words(words));
  };
  add(!row.proof.empty(), "tables", kRow);
  add(row.by_heading, "headings", kHeading);
  add(row.by_union, "union", kUnion);
  return Join(parts, ";");
}

}  // namespace

AnswerList ListAnswers(const ReportContext& context) {
  AnswerList list;
  std::set<ControlRef> listed;
  for (const int framework : context.applicability->frameworks()) {
    const Framework& f = context.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const ControlRef ref{framework, static_cast<int>(i)};
      if (!f.IsItem(f.controls[i]) ||
          context.applicability->Of(ref).applies == Truth::kFalse) {
        continue;
      }
      listed.insert(ref);
      AnswerRow row = MakeRow(context, ref);
      ++list.items;
      const bool stated =
          row.stated != nullptr && row.stated->status != Status::kUnknown;
      if (row.inferred == Inference::kConflict) {
        ++list.conflicts;
      } else if (stated) {
        ++list.stated;
      } else if (row.inferred != Inference::kNothing) {
        ++list.inferred;
        if (row.inferred == Inference::kMet) ++list.met;
      } else {
        ++list.open;
      }
      list.rows.push_back(std::move(row));
    }
  }
  for (const auto& [ref, assessment] : *context.assessments) {
    if (assessment.status != Status::kUnknown && listed.count(ref) == 0) {
      list.rows.push_back(MakeRow(context, ref));
    }
  }
  return list;
}

Records AnswerRecords(const ReportContext& context, const AnswerList& answers,
                      const View& view) {
  Records records;
  records.name = "answers";
  records.columns = {
      {"framework", {"基準", "framework"}},
      {"control", {"項目", "control"}},
      {"label", {"番号", "label"}},
      {"title", {"見出し", "title"}},
      {"level", {"レベル", "level"}},
      {"status", {"自団体の実施状況", "what we have done"}},
      {"evidence", {"証拠・理由", "evidence or reason"}},
      {"date", {"日付", "date"}},
      {"by", {"記入者", "by"}},
      {"inferred", {"ほかの回答からの推論", "inferred from other answers"}},
      {"from", {"もとの回答", "from answers"}, Type::kList},
      {"how", {"推論の根拠", "inferred by"}, Type::kList},
      {"proof", {"対応表の行", "rows of tables"}, Type::kList},
      {"lead_departments", {"主担当課", "lead departments"}, Type::kList}};
  for (const AnswerRow& row : answers.rows) {
    const Framework& f = context.framework(row.control.framework);
    const Control& control = context.dataset->control(row.control);
    std::vector<std::string> from;
    for (const ControlRef& ref : row.from) {
      from.push_back(AnswerText(context, ref, view));
    }
    std::vector<std::string> proof;
    for (const RowRef& place : row.proof) {
      proof.push_back(context.knowledge->Place(place));
    }
    const Assessment none;
    const Assessment& stated = row.stated == nullptr ? none : *row.stated;
    records.rows.push_back(
        {f.id, control.id, control.label, control.title(view.language),
         LevelText(control, f, view), Word(stated.status, view),
         stated.evidence, stated.date ? ToIso(*stated.date) : std::string(),
         stated.by, Word(row.inferred, view), Join(from, ";"),
         HowText(row, view), Join(proof, ";"),
         Join(context.LeadDepartments(control), ";")});
  }
  return records;
}

std::vector<Total> AnswerTotals(const AnswerList& answers) {
  return {{"items", {"項目", "items"}, answers.items},
          {"stated", {"回答済み", "answered"}, answers.stated},
          {"inferred",
           {"ほかの回答から推論", "inferred from other answers"},
           answers.inferred},
          {"inferred_met", {"うち実施済（推論）", "of these met"}, answers.met},
          {"conflicts", {"矛盾", "conflicts"}, answers.conflicts},
          {"open", {"まだ分からない", "nothing known"}, answers.open}};
}

std::string InferredText(const ReportContext& context,
                         const ControlRef& control, const View& view) {
  if (context.coverage == nullptr) return {};
  return Word(context.coverage->InferredOf(control), view);
}

}  // namespace mapper
