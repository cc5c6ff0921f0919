// What report.html shows, as one JSON value for the page's script.
//
// docs/report_html.md describes its parts.  Texts are named by their place in
// "strings", controls by their place in "controls"; both languages are in it
// where the data has both.  Everything comes from the same values as the CSV
// files, so that their counts are the same.

#ifndef MAPPER_REPORT_HTML_DATA_H_
#define MAPPER_REPORT_HTML_DATA_H_

#include <string>
#include <vector>

#include "mapper/crosswalk/coordination.h"
#include "mapper/crosswalk/gap.h"
#include "mapper/crosswalk/transition.h"
#include "mapper/report/answers.h"
#include "mapper/report/context.h"
#include "mapper/report/records.h"
#include "mapper/report/summary.h"

namespace mapper {

// A listing that the page shows as a table with a filter, in both languages.
// The first column named "framework" and the one named "control", if there
// are such, make a row lead to its control.
struct HtmlTable {
  Words title;
  Records ja;
  Records en;
};

// What a page is made from; refers to its parts.  The context has a profile.
struct HtmlInput {
  const ReportContext* context = nullptr;
  const std::vector<GapComparison>* comparisons = nullptr;
  const Coordination* coordination = nullptr;
  const std::vector<HoldingState>* holdings = nullptr;
  const AnswerList* answers = nullptr;  // null without assessments
  const Summary* summary_ja = nullptr;
  const Summary* summary_en = nullptr;
  std::vector<HtmlTable> tables;
  Language language = Language::kJa;  // in which the page opens
};

// Harmless inside <script type="application/json">: no "<", ">", "&" and no
// line separators of Unicode.  Hidden characters of texts are made visible.
std::string HtmlData(const HtmlInput& input);

}  // namespace mapper

#endif  // MAPPER_REPORT_HTML_DATA_H_
