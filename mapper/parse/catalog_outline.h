// Puts an Outline together for the readers of machine-readable catalogues:
// checks ids, resolves what took the place of withdrawn controls, counts.

#ifndef MAPPER_PARSE_CATALOG_OUTLINE_H_
#define MAPPER_PARSE_CATALOG_OUTLINE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/outline.h"

namespace mapper {

class CatalogOutline {
 public:
  static constexpr int kNone = -1;
  static constexpr std::size_t kLongestId = 100;  // bytes

  explicit CatalogOutline(FileDiagnostics& errors);

  // Adds a control whose id, label, mark, title, text, parent and
  // below_catalogue are set; returns its place.  An id that is taken is
  // reported as [catalog-duplicate-id] and the place of its first holder
  // returned; an unusable one as [catalog-id] and the parent returned: what
  // belongs to the control is read all the same.  Deeper than
  // limits::kControlDepth it is [catalog-depth], and the parent returned.
  int Add(OutlineControl control, std::size_t offset);

  // Place of the control with this id, or kNone.
  int Find(std::string_view id) const;
  OutlineControl& at(int place);

  // Marks a control withdrawn.  `reason` is the official sentence
  // ("Incorporated into GV.RR-02, GV.SC-02"), whose ids are its successors,
  // in this order; then come those of `successors` that it does not name.
  // At most once for a control.
  void Withdraw(int place, std::string_view reason,
                std::vector<std::string> successors, std::size_t offset);

  // Resolves successors and counts: current controls by mark, in order of first
  // appearance, then withdrawn ones as "withdrawn <mark>", likewise.  A
  // successor that is not in the catalogue is kept and reported as
  // [catalog-unknown-successor]; withdrawals that lead in a circle as
  // [catalog-cycle]; no control at all as [catalog-empty].
  Outline Finish();

 private:
  struct Withdrawal {
    int place;
    std::string reason;
    std::vector<std::string> successors;
    std::size_t offset;
  };

  void Resolve(const Withdrawal& withdrawal);
  void CheckCircles();
  void Count();

  FileDiagnostics& errors_;
  Outline outline_;
  std::vector<std::size_t> offsets_;  // one for each control
  std::unordered_map<std::string, int> places_;
  std::vector<Withdrawal> withdrawals_;
};

// The reason in "[Withdrawn: <reason>]" at the start of a text, or a null view
// when the text does not begin so.
std::string_view WithdrawalReason(std::string_view text);

}  // namespace mapper

#endif  // MAPPER_PARSE_CATALOG_OUTLINE_H_
