// From the id of a control back to the marks and numbers that give it.

#ifndef MAPPER_PARSE_OUTLINE_INVERSE_H_
#define MAPPER_PARSE_OUTLINE_INVERSE_H_

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mapper/model/framework.h"
#include "mapper/parse/outline_mark.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

struct OutlineStep {
  std::size_t rule = 0;  // place in OutlineRules::marks
  MarkForm form = MarkForm::kNumber;
  MarkNumber number;
  std::string id;
};

// From the top of the document down to a control.
using OutlinePath = std::vector<OutlineStep>;

// A mark in half width as documents print it: 第16条の3, 2.1.1(1), (a), ①.
// "" where a form has no such number, or is an id.
std::string PrintMark(MarkForm form, const MarkNumber& number);

class OutlineInverse {
 public:
  // Both must outlive it.
  OutlineInverse(const Framework& framework, const OutlineRules& rules);

  // The marks that give the control's id; empty when none do.  Of several
  // ways (16-3-2 is 第16条の3の2, or 第16条の3 and 2) one below the catalogue's parent,
  // then the one whose marks the control's label names, then the one with the fewest marks that the
  // catalogue does not have, then the longest.
  OutlinePath Find(const Control& control);

 private:
  const std::vector<OutlinePath>& Ways(const std::string& id);
  void AddWays(const std::string& id, const std::string& raw,
               std::vector<OutlinePath>& ways);
  void AddUnder(const OutlinePath& parent, std::size_t rule,
                const std::string& id, const std::string& raw,
                std::vector<OutlinePath>& ways) const;
  bool MayStandUnder(const OutlinePath& parent, std::size_t rule) const;

  const Framework& framework_;
  const OutlineRules& rules_;
  std::map<std::string, std::vector<OutlinePath>> ways_;
  std::set<std::string> open_;  // ids being looked for
};

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_INVERSE_H_
