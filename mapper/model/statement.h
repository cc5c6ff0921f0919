// One row of a crosswalk as a line of text, for formats that have no field for
// all of it: pairs only, no unions, five relation words, no confidence.
//
//   kakehashi: MIC4.1 subset-of A+B; medium; project; the rationale
//
// Writers put it into a comment, readers take the exact row from it.  Ids are
// as printed (docs/formats.md: no space, none of + ; : ,), "-" is no side.

#ifndef MAPPER_MODEL_STATEMENT_H_
#define MAPPER_MODEL_STATEMENT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/relation.h"

namespace mapper {

struct RowStatement {
  std::vector<std::string> sources;  // empty: no counterpart
  // A machine word of kRelations; of a derived row also "within" or "contains".
  std::string relation;
  std::vector<std::string> targets;
  std::string confidence;  // machine word
  std::string basis;       // machine word, or "derived"
  std::string rationale;   // "": the format has a field of its own for it
};

// One line, without its line feed.  Line feeds of the rationale become spaces.
std::string ToString(const RowStatement& statement);

// Nothing when the line does not begin as a statement does; a line that begins
// so and goes on otherwise has an empty `relation`.
std::optional<RowStatement> ParseStatement(std::string_view line);

// The lines of a text that are statements, and the others, joined as they were.
struct Comment {
  std::vector<RowStatement> statements;
  std::string rest;
};
Comment ParseComment(std::string_view text);

// The relation words of OLIR and CISO Assistant.
enum class PairRelation {
  kEqual,
  kSubset,
  kSuperset,
  kIntersects,
  kNotRelated
};

// As the OLIR template has them: "equal", "subset of" ...
const char* ToString(PairRelation relation);

// The word that fits a set best; kIntersects for whatever else meets.
PairRelation PairWord(RelationSet set);

// The set of a machine word of kRelations, or of "within" or "contains";
// kAnyRelation for another word.
RelationSet SetOfWord(std::string_view word);

// What may be said of one part of the source and one of the target, when `set`
// is said of the two sides, each a control or an exact union.  A part of the
// container alone need not contain anything: of such a pair nothing is proved
// (decision 6), and nothing is returned.
std::optional<RelationSet> OfParts(RelationSet set, bool source_is_union,
                                   bool target_is_union);

// The word that a writer gives the pairs of this row.
PairRelation PairWord(const RowStatement& statement);

}  // namespace mapper

#endif  // MAPPER_MODEL_STATEMENT_H_
