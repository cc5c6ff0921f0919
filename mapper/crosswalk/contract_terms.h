// What must go into the specification and the contract of each system and
// contract of a profile: the controls that concern vendors.

#ifndef MAPPER_CROSSWALK_CONTRACT_TERMS_H_
#define MAPPER_CROSSWALK_CONTRACT_TERMS_H_

#include <array>
#include <optional>
#include <vector>

#include "mapper/crosswalk/applicability.h"
#include "mapper/crosswalk/transition.h"
#include "mapper/model/dataset.h"

namespace mapper {

// Whether a control speaks of the segment of a holding.
enum class Concern {
  kSegment,  // its condition, its lead or the scope of its regime names it
  kUnclear,  // none of them names a segment, or the profile does not say which
  kOther     // they name other segments only
};

extern const std::array<Name<Concern>, 3> kConcerns;
const char* ToString(Concern concern);
const char* InWords(Concern concern, Language language);

struct ContractTerm {
  ControlRef control;
  Concern concern = Concern::kUnclear;
  // The vendor or the procurement leads, or the gist speaks of contracts,
  // specifications, procurement or outsourcing; otherwise a vendor takes part.
  bool direct = false;
  int state = -1;  // of the transitional clause over it, in states; or -1
};

struct HoldingTerms {
  const Holding* holding = nullptr;
  std::vector<HoldingState> states;  // one for each transitional clause
  std::vector<ContractTerm> terms;   // by framework, document order
};

// For each holding of the profile the controls that apply or may apply, are
// must or should with a gist, and have the vendor as lead or support or the
// procurement as lead.  Points into the arguments, which must outlive it.
std::vector<HoldingTerms> FindContractTerms(
    const Dataset& dataset, const ApplicabilityMap& applicability);

// Segments that a text names ("監視制御システム" names kControl).
std::vector<Segment> SegmentsNamed(const std::string& text);

// Roles that a holding concerns by its kind and segment.  A rule of ours: a
// profile does not say whose a system or a contract is.
std::vector<Role> ConcernedRoles(const Holding& holding);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_CONTRACT_TERMS_H_
