// Which regimes and controls apply to an organisation, and from when.
//
// Three-valued (design 7): what the profile does not state keeps a control
// "to confirm", and the names that would decide it are kept with it.

#ifndef MAPPER_CROSSWALK_APPLICABILITY_H_
#define MAPPER_CROSSWALK_APPLICABILITY_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapper/model/dataset.h"
#include "mapper/model/profile.h"

namespace mapper {

// Where a regime stands on the day of the question.
enum class Phase {
  kInForce,
  kLater,  // it begins on Regime::from
  kPast    // it ended; kept as a reference while its successor has no catalogue
};

struct RegimeState {
  const Regime* regime = nullptr;
  int framework = -1;  // index in the dataset
  Truth applies = Truth::kUnknown;
  Phase phase = Phase::kInForce;
  std::vector<std::string> unknown;  // facts that would decide
};

struct Applicability {
  Truth applies = Truth::kFalse;
  Phase phase = Phase::kInForce;
  std::optional<Date> from;          // the day it begins, when that is known
  std::vector<std::string> unknown;  // facts that would decide
  int regime = -1;                   // place in regimes(), or -1
};

// All answers for one profile and one day; refers to its arguments, which must
// outlive it.
class ApplicabilityMap {
 public:
  ApplicabilityMap(const Dataset& dataset, const Profile& profile,
                   const Date& on);

  // Law before guidance before what is voluntary; then as in regimes.tsv.
  const std::vector<RegimeState>& regimes() const { return regimes_; }
  const Applicability& Of(const ControlRef& control) const;

  // Frameworks with a catalogue of which a control applies or may apply, by
  // the order of regimes.tsv.  Those past are in only as a reference.
  const std::vector<int>& frameworks() const { return frameworks_; }

  const Date& on() const { return on_; }
  const Profile& profile() const { return profile_; }

 private:
  void Judge(int framework);
  int GoverningRegime(int framework, int control) const;

  const Dataset& dataset_;
  const Profile& profile_;
  Date on_;
  std::vector<RegimeState> regimes_;
  std::map<int, std::vector<Applicability>> controls_;
  std::vector<int> frameworks_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_APPLICABILITY_H_
