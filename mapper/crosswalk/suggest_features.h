// What speaks for a relation between a control of one framework and each
// control of another: texts, headings, and the rows of tables around them.
//
// Rows of the tables can be hidden, for measuring: what a hidden row says is
// then used nowhere, its reason included.

#ifndef MAPPER_CROSSWALK_SUGGEST_FEATURES_H_
#define MAPPER_CROSSWALK_SUGGEST_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mapper/crosswalk/row_ref.h"
#include "mapper/crosswalk/suggest_terms.h"
#include "mapper/crosswalk/suggest_vectors.h"
#include "mapper/model/dataset.h"

namespace mapper {

// Wording of controls that the caller has, beside the catalogue.
using WordingMap = std::map<ControlRef, std::string>;
using RowSet = std::set<RowRef>;

// Each in 0 to 1.  A row counts by its confidence, and less when it is one
// of many of its control (divided by the square root of their number).
enum class Feature {
  kOne,          // always 1
  kText,         // square root of the cosine of titles, gists and wording,
                 // with the titles above, which count half
  kReason,       // cosine with the nearest reason of another table's row that
                 // names the target; in Japanese
  kRelatives,    // rows of parent, children and siblings to the target
  kNearRows,     // the same to parent, children or siblings of the target
  kSimilar,      // rows of controls with a similar text to the target
  kNetwork,      // two rows through a control of another framework
  kLead,         // the same leading role
  kCommonRoles,  // roles in common, of all that either has
  kLeaf          // the target is a leaf, or has wording of its own
};
constexpr std::size_t kFeatures = 10;
using FeatureValues = std::array<float, kFeatures>;

class PairFeatures {
 public:
  // Refers to `dataset` and `wording` (may be null), which must outlive it.
  PairFeatures(const Dataset& dataset, int source, int target,
               const WordingMap* wording);

  int source() const { return source_; }
  int target() const { return target_; }

  // The values for `control` of the source and each control of the target, in
  // order, as if the rows `hidden` were not there.
  std::vector<FeatureValues> Of(int control, const RowSet& hidden) const;

  // The shared terms that weigh most, as shown to people; none is part of
  // another.
  std::vector<std::string> SharedWords(int control, int other,
                                       std::size_t most) const;

  // The rows that speak most for the pair, the best first: rows of relatives
  // and similar controls; and pairs of rows through another control.
  struct Around {
    std::vector<RowRef> rows;
    std::vector<std::pair<RowRef, RowRef>> paths;
  };
  Around RowsAround(int control, int other, std::size_t most) const;

 private:
  // A row that shares demands, between the two frameworks.
  struct PairRow {
    int a;
    int b;
    RowRef row;
    float weight;
  };
  // A row that shares demands, from one of its ends.
  struct Way {
    ControlRef to;
    RowRef row;
    float weight;
  };
  struct Texts {
    std::vector<TermVector> all;
    std::vector<TermVector> japanese;
  };
  // A row of another table, and the controls of the target that it names.
  struct Reason {
    RowRef row;
    std::vector<int> controls;
  };

  const Framework& Of(bool target) const {
    return dataset_.framework(target ? target_ : source_);
  }
  void ReadTexts(const WordingMap* wording);
  void ReadRows();
  void AddTextFeatures(int control, const RowSet& hidden,
                       std::vector<FeatureValues>& values) const;
  void AddRowFeatures(int control, const RowSet& hidden,
                      std::vector<FeatureValues>& values) const;
  // Cosine of the texts with each control of the source; 0 with itself.
  std::vector<float> SimilarSources(int control) const;
  // Calls visit(first, second) for two rows that lead from the control through
  // one of another framework to the target.
  template <typename Visit>
  void ForEachPath(int control, const RowSet& hidden, Visit visit) const;

  const Dataset& dataset_;
  int source_;
  int target_;
  TermVocabulary vocabulary_;
  Texts own_;
  Texts other_;
  std::vector<TermVector> reasons_;  // of reason_of_
  std::vector<Reason> reason_of_;
  std::optional<TermPostings> own_all_;
  std::optional<TermPostings> all_;
  std::optional<TermPostings> reason_postings_;
  std::vector<PairRow> rows_;
  std::vector<std::uint64_t> roles_own_;  // a bit for each role
  std::vector<std::uint64_t> roles_;
  std::vector<char> leaf_;  // of the targets
  std::map<ControlRef, std::vector<Way>> ways_;
  std::vector<std::vector<int>> near_;      // relatives of each target
  std::vector<std::vector<int>> near_own_;  // relatives of each source
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_SUGGEST_FEATURES_H_
