// What speaks for a relation between a control of one framework and each
// control of another: texts, headings, and the rows of tables around them.
//
// Rows of the tables can be hidden, for measuring: what a hidden row says is
// then used nowhere, its reason included.

#ifndef MAPPER_CROSSWALK_SUGGEST_FEATURES_H_
#define MAPPER_CROSSWALK_SUGGEST_FEATURES_H_

#include <array>
#include <cstddef>
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

// Each in 0 to 1, but kRowsOfTarget, which is a logarithm.
enum class Feature {
  kOne,          // always 1
  kText,         // cosine of titles, gists and wording, all languages together
  kTextShare,    // the same, as a share of the nearest control's
  kTitle,        // cosine of the titles alone
  kPath,         // cosine of the titles above both
  kReason,       // nearest reason of another table's row that names the target
  kReasonHere,   // nearest reason of a row of this table that names it
  kOwnReason,    // nearest reason of a row of the source, to another framework
  kRelatives,    // rows of parent, children and siblings to the target
  kNearRows,     // the same to parent, children or siblings of the target
  kSimilar,      // rows of controls with a similar text to the target
  kNearSimilar,  // the same to parent, children or siblings of the target
  kNetwork,      // two rows through another control
  kNearNetwork,  // the same to parent, children or siblings of the target
  kRowsOfTarget, // ln(1 + rows of other controls of this framework)
  kLevel,        // the same level
  kLead,         // the same leading role
  kRoles,        // roles in common, of all that either has
  kLeaf          // the target is a leaf
};
constexpr std::size_t kFeatures = 19;
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
    std::vector<TermVector> title;
    std::vector<TermVector> path;
  };
  // A reason and the controls of the target (or source) that it speaks of.
  struct Reason {
    RowRef row;
    Feature feature;
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
  std::vector<float> SimilarSources(int control) const;

  const Dataset& dataset_;
  int source_;
  int target_;
  TermVocabulary vocabulary_;
  Texts own_;
  Texts other_;
  std::vector<TermVector> reasons_;         // of rows that name the target
  std::vector<Reason> reason_of_;
  std::map<int, std::vector<std::pair<RowRef, TermVector>>> own_reasons_;
  std::optional<TermPostings> own_all_;
  std::optional<TermPostings> all_;
  std::optional<TermPostings> japanese_;
  std::optional<TermPostings> reason_postings_;
  std::vector<PairRow> rows_;
  std::map<ControlRef, std::vector<Way>> ways_;
  std::vector<std::vector<int>> near_;      // relatives of each target
  std::vector<std::vector<int>> near_own_;  // relatives of each source
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_SUGGEST_FEATURES_H_
