// Measures how well suggestions find rows that are known: rankings of the
// controls of a target framework against the rows that people wrote.

#ifndef TESTS_EVAL_SUGGEST_MEASURE_H_
#define TESTS_EVAL_SUGGEST_MEASURE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "mapper/crosswalk/suggest_features.h"
#include "mapper/model/dataset.h"

namespace mapper {

// What is hidden before a control is asked about.
enum class Hide {
  kControl,  // every row of the control between the two frameworks
  kRow,      // one row, and each of its rows is asked about in turn
  kTable,    // every row between the two frameworks
  kAll       // every row of every table: the texts alone remain
};

// One question: which controls of the target does `control` go to?
struct Query {
  int control = -1;
  RowSet hidden;
  std::vector<int> answers;  // ascending; empty: no counterpart
  std::vector<char> barred;  // per target: no candidate, known already
};

// In order of the source.  Controls that a row gives no counterpart are left
// out unless `with_none`.
std::vector<Query> MakeQueries(const Dataset& dataset, const Crosswalk& table,
                               Hide hide, bool with_none = false);

struct Quality {
  std::size_t queries = 0;
  double recall_1 = 0;
  double recall_5 = 0;
  double recall_10 = 0;
  double precision_1 = 0;
  double precision_5 = 0;
  double precision_10 = 0;
  double reciprocal_rank = 0;
};

// Adds up rankings; Mean() divides.
class QualitySum {
 public:
  // Higher scores first, then document order.
  void Add(const Query& query, const std::vector<double>& scores);
  Quality Mean() const;

 private:
  Quality sum_;
};

// Plain TF-IDF (tf ln(N / n)) over the same texts and the same terms as the
// base of the suggestions, both languages in one vector; the cosine.
class TfIdf {
 public:
  TfIdf(const Dataset& dataset, int source, int target,
        const WordingMap* wording);
  std::vector<double> Scores(int control) const;

 private:
  std::vector<std::vector<std::pair<int, double>>> own_;
  std::vector<std::vector<std::pair<int, double>>> other_;
};

}  // namespace mapper

#endif  // TESTS_EVAL_SUGGEST_MEASURE_H_
