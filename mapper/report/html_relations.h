// The parts of a page's data that speak of relations: rows of the tables,
// links with their proofs, differences, topics, inferred states.  Private to
// report/.

#ifndef MAPPER_REPORT_HTML_RELATIONS_H_
#define MAPPER_REPORT_HTML_RELATIONS_H_

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mapper/report/html_data.h"
#include "mapper/report/html_strings.h"

namespace mapper {

// Numbers of controls in the page: all of the frameworks shown, in document
// order, then those of other frameworks that a proof names.
class HtmlControls {
 public:
  HtmlControls(const Dataset& dataset, const std::vector<int>& shown);
  int Number(const ControlRef& control);
  std::vector<int> Numbers(int framework, const std::vector<int>& controls);
  const std::vector<ControlRef>& all() const { return all_; }
  // How many of them belong to the frameworks shown.
  std::size_t shown() const { return shown_; }

 private:
  std::map<ControlRef, int> numbers_;
  std::vector<ControlRef> all_;
  std::size_t shown_ = 0;
};

class HtmlRelations {
 public:
  // `shown`: the compared frameworks and the hub.
  HtmlRelations(const HtmlInput& input, const std::vector<int>& shown,
                HtmlStrings& strings, HtmlControls& controls);

  // In this order: later parts name links of the first.
  std::string Links();
  std::string Gaps();
  std::string Topics();
  std::string Inferred();
  // At the end: what the parts above named.
  std::string Rows();
  const std::vector<std::array<std::string, 3>>& relations() const {
    return relations_;
  }

 private:
  int RowNumber(const RowRef& row);
  int RelationNumber(const std::string& machine, const char* ja,
                     const char* en);
  int RelationOf(const Link& link);
  void Step(HtmlPart& part, int given);

  const ReportContext& context_;
  const HtmlInput& input_;
  const std::vector<int>& shown_;
  HtmlStrings& strings_;
  HtmlControls& controls_;
  std::unordered_map<const Link*, int> links_;
  std::map<RowRef, int> rows_;
  HtmlPart rows_part_;
  std::vector<std::array<std::string, 3>> relations_;  // machine, ja, en
};

}  // namespace mapper

#endif  // MAPPER_REPORT_HTML_RELATIONS_H_
