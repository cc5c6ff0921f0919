// Assess once, read everywhere: what the answers of an organisation say of
// every item, stated or proved from answers to other controls.

#ifndef MAPPER_REPORT_ANSWERS_H_
#define MAPPER_REPORT_ANSWERS_H_

#include <cstddef>
#include <vector>

#include "mapper/crosswalk/coverage.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"

namespace mapper {

struct AnswerRow {
  ControlRef control;
  const Assessment* stated = nullptr;  // null when nobody answered
  Inference inferred = Inference::kNothing;
  std::vector<ControlRef> from;  // answers that it was inferred from
  std::vector<RowRef> proof;     // rows of the tables, in order
  bool by_heading = false;       // children lie inside their parents
  bool by_union = false;         // through an exact union
};

// Every item (Framework::IsItem) that applies or may apply counts in exactly
// one of conflicts, stated, inferred and open.
struct AnswerList {
  std::vector<AnswerRow> rows;  // items, then what else was stated; by place
  std::size_t items = 0;
  std::size_t conflicts = 0;  // answers contradict
  std::size_t stated = 0;     // has an answer of its own
  std::size_t inferred = 0;   // something is known from other answers alone
  std::size_t met = 0;        // of these: met
  std::size_t open = 0;       // nothing is known
};

// `context` has a profile, assessments and their coverage.
AnswerList ListAnswers(const ReportContext& context);

Records AnswerRecords(const ReportContext& context, const AnswerList& answers,
                      const View& view);
std::vector<Total> AnswerTotals(const AnswerList& answers);

// The word for what is inferred of a control, "" for nothing or without
// answers: the column `inferred` of gaps and answers.
std::string InferredText(const ReportContext& context,
                         const ControlRef& control, const View& view);

}  // namespace mapper

#endif  // MAPPER_REPORT_ANSWERS_H_
