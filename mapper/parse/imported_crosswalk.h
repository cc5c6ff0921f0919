// A crosswalk as another program's file states it: the shape that the readers
// of all interchange formats fill, before it is written as a table of ours or
// compared with one.

#ifndef MAPPER_PARSE_IMPORTED_CROSSWALK_H_
#define MAPPER_PARSE_IMPORTED_CROSSWALK_H_

#include <string>
#include <unordered_map>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/model/dataset.h"
#include "mapper/model/relation.h"
#include "mapper/model/words.h"

namespace mapper {

// The frameworks that the user says a file is about (--crosswalk A,B), ids of
// the dataset; both empty: what the file itself names.
struct CrosswalkNames {
  std::string source;
  std::string target;

  bool empty() const { return source.empty() && target.empty(); }
};

// What the file says that a crosswalk table cannot hold, or that is not clear
// enough to be taken over.  It never stops an import.
struct ImportLoss {
  SourceLocation where;
  std::string what;       // English, one line
  std::size_t count = 1;  // how often; `where` is the first place
};

// One row to be.  Ids are those of the dataset's catalogues; a side of several
// is their exact union, an empty one goes with kNoRelationship alone (no
// counterpart in the whole other framework).
struct ImportedRow {
  std::vector<std::string> sources;
  Relation relation = Relation::kOverlaps;
  std::vector<std::string> targets;
  Confidence confidence = Confidence::kLow;
  Basis basis = Basis::kProject;
  std::string rationale;  // one line; "" when the file gives none
  SourceLocation where;
};

struct ImportedCrosswalk {
  std::string source_framework;  // ids in the dataset
  std::string target_framework;
  bool complete_source = false;
  bool complete_target = false;
  std::string date;                // newest day the file states, ISO, or ""
  std::vector<std::string> about;  // "title: ...", for the header of a table
  std::vector<ImportedRow> rows;   // in file order, until PutInOrder
  std::vector<ImportLoss> losses;  // in file order
};

// Adds losses, the same ones once with their number.
class LossBook {
 public:
  // `losses` must outlive the object, and be written by it alone.
  explicit LossBook(std::vector<ImportLoss>& losses) : losses_(losses) {}

  void Add(const std::string& what, const SourceLocation& where);

 private:
  std::vector<ImportLoss>& losses_;
  std::unordered_map<std::string, std::size_t> places_;
};

// Finds the control that a file of somebody else names: by our id, by our
// OSCAL token (base/oscal_token.h), by id but for case ("pr.aa-01"), by the
// label as printed.  A name that fits several controls only loosely fits none.
class ControlFinder {
 public:
  // `framework` must outlive the object.
  explicit ControlFinder(const Framework& framework);

  // Place in Framework::controls, or -1.
  int Find(const std::string& name) const;
  // ", did you mean 'PR.AA-01'?", or "".
  std::string Hint(const std::string& name) const;

 private:
  using Places = std::unordered_map<std::string, int>;  // by comparison key

  const Framework& framework_;
  Places ids_;
  Places labels_;
};

// The framework with this id, or whose title in either language, long or short,
// is this but for case, width and spaces; -1: none, or several.
int FindNamedFramework(const Dataset& dataset, const std::string& name);

// Reads source and target round: relations inverted, sides exchanged.
void TurnRound(ImportedCrosswalk& crosswalk);

// Puts the parts of unions and the rows in the order of a table: that of the
// source catalogue, then of the target; rows without a source last.  Reports
// what no table may hold as [import-row], at the row: a pair that stands twice,
// a control mapped to itself, a union without counterpart, an empty side with
// another relation than no-relationship.  Such rows are left out.
void PutInOrder(const Dataset& dataset, ImportedCrosswalk& crosswalk,
                Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_IMPORTED_CROSSWALK_H_
