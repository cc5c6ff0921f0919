// The parts of a page's data that speak of the organisation: the summary, what
// binds it, and who does what.  Private to report/.

#ifndef MAPPER_REPORT_HTML_OFFICE_H_
#define MAPPER_REPORT_HTML_OFFICE_H_

#include <optional>
#include <string>

#include "mapper/report/html_data.h"
#include "mapper/report/html_relations.h"
#include "mapper/report/html_strings.h"

namespace mapper {

// The ISO form, or "".
std::string HtmlDay(const std::optional<Date>& date);

class HtmlOffice {
 public:
  HtmlOffice(const HtmlInput& input, HtmlStrings& strings,
             HtmlControls& controls)
      : input_(input),
        context_(*input.context),
        strings_(strings),
        controls_(controls) {}

  std::string SummaryPart();
  std::string Regimes();
  std::string Assignments();
  std::string Pairs();

 private:
  void TransitionNotes(HtmlPart& part);

  const HtmlInput& input_;
  const ReportContext& context_;
  HtmlStrings& strings_;
  HtmlControls& controls_;
};

}  // namespace mapper

#endif  // MAPPER_REPORT_HTML_OFFICE_H_
