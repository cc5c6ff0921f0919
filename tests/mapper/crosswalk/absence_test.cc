#include "mapper/crosswalk/absence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

std::string Ids(const Framework& framework, const std::vector<int>& controls) {
  std::vector<std::string> ids;
  for (const int control : controls) {
    ids.push_back(framework.controls[static_cast<std::size_t>(control)].id);
  }
  return Join(ids, " ");
}

TEST(AbsenceTest, PutsEveryControlInOneState) {
  static const struct {
    std::vector<std::string> rows;
    const char* from;
    std::size_t mapped;
    const char* none;
    const char* not_reviewed;
  } kCases[] = {
      // H has no gist and C is closed: neither counts.
      {{}, "a", 0, "", "1 1.1 C.1"},
      {{}, "b", 0, "", "1 2"},
      {{"1.1 overlaps 1"}, "a", 2, "", "C.1"},
      {{"1.1 overlaps 1"}, "b", 1, "", "2"},
      {{"1 subset-of 1"}, "a", 2, "", "C.1"},  // the child lies inside too
      {{"1 overlaps 1"}, "a", 1, "", "1.1 C.1"},
      {{"1 no-relationship -"}, "a", 0, "1 1.1", "C.1"},
      {{"1.1 no-relationship -"}, "a", 0, "1.1", "1 C.1"},
      {{"1 no-relationship -"}, "b", 0, "", "1 2"},
      {{"- no-relationship 2"}, "b", 0, "2", "1"},
      {{"1.1 no-relationship 1"}, "a", 1, "", "1 C.1"},
      {{"C.1 no-relationship -", "1.1+C.1 overlaps 1"}, "a", 1, "C.1", "1"},
  };
  for (const auto& c : kCases) {
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1 1.1<1 H! C C.1<C", {"C"}),
                          Catalogue("b", "1 2")};
    AddTable(dataset, "a", "b", c.rows);
    const Knowledge knowledge(dataset);
    const int from = dataset.FindFramework(c.from);
    const Absence absence = FindAbsence(dataset, knowledge, from, 1 - from);
    const std::string what = Join(c.rows, ", ") + " from " + c.from;
    EXPECT_EQ(absence.mapped, c.mapped) << what;
    EXPECT_EQ(Ids(dataset.framework(from), absence.no_counterpart), c.none)
        << what;
    EXPECT_EQ(Ids(dataset.framework(from), absence.not_reviewed),
              c.not_reviewed)
        << what;
  }
}

}  // namespace
}  // namespace mapper
