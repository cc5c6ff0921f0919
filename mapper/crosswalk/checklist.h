// One question for what several regimes ask alike: which items an organisation
// is asked about, and which are answered with them.
//
// Taken literally, "what no other control contains" would leave the headings of
// chapters alone, since a heading contains what stands below it.  So only items
// at the lowest level answer others; a heading with demands of its own is a
// question by itself (docs/decisions/0010-checklist-and-inference.md).

#ifndef MAPPER_CROSSWALK_CHECKLIST_H_
#define MAPPER_CROSSWALK_CHECKLIST_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/knowledge.h"
#include "mapper/model/assessment.h"
#include "mapper/model/dataset.h"

namespace mapper {

// An item that a question answers too.
struct AnsweredWith {
  ControlRef control;
  std::vector<ControlRef> questions;  // all that contain it, the first is this
  std::vector<RowRef> proof;          // rows that prove it of the first
};

struct Question {
  ControlRef control;
  std::vector<AnsweredWith> answered;  // in order of rank
  std::vector<ControlRef> related;     // certainly overlap, and no more is sure
  std::vector<int> frameworks;       // regimes of itself and of what it answers
  ControlRef strictest;              // of the same, the highest level and force
  bool to_confirm = false;           // it is not certain that it applies
  std::vector<std::string> lead;     // departments, or none
  std::vector<std::string> support;  // and those that lead what it answers
};

// Every item (Framework::IsItem) that applies or may apply is a question or is
// answered with exactly one.
struct Checklist {
  std::vector<Question> questions;  // by rank
  std::size_t items = 0;            // questions and answered_with
  std::size_t answered_with = 0;
  std::size_t topics = 0;  // items of our own topic lists
  std::size_t without_lead = 0;
};

// Of several items that contain one another or the same thing, the first by
// rank: law, then guidance, then topics; then as in applicability.frameworks(),
// then in document order.  An item that certainly applies is not answered with
// one that may not; what is stated not to apply answers nothing; and an item
// with an answer of its own stays a question, so that a form holds them all.
Checklist MakeChecklist(const Dataset& dataset, const Knowledge& knowledge,
                        const ApplicabilityMap& applicability,
                        const Assessments& assessments);

// Rows among the givens of a proof, in order.
std::vector<RowRef> RowsOf(const Knowledge& knowledge, const Proof& proof);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_CHECKLIST_H_
