// The closed vocabularies of docs/formats.md: each enumerator has one machine
// name, which is what the files hold, and words for people.

#ifndef MAPPER_MODEL_WORDS_H_
#define MAPPER_MODEL_WORDS_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/language.h"

namespace mapper {

template <typename Enum>
struct Name {
  Enum value;
  const char* machine;
  Words words;
};

enum class Level { kMust, kShould, kInform };
enum class Evidence { kSeen, kDraft, kHeading, kInferred, kUnseen, kTopic };
enum class Binding { kLaw, kGuidance, kVoluntary };
enum class Role {
  kExec,
  kManager,
  kOwner,
  kIct,
  kBousai,
  kFacility,
  kPlant,
  kOt,
  kHr,
  kLegal,
  kFinance,
  kProcurement,
  kAudit,
  kUser,
  kVendor,
  kClinical,
  kPr
};
enum class Confidence { kHigh, kMedium, kLow };
enum class Basis { kOfficial, kProject };
// What the organisation has done; see docs/formats.md, status files.
enum class Status {
  kMet,
  kPartly,
  kPlanned,
  kNotMet,
  kNotApplicable,
  kUnknown
};
enum class Segment {
  kOffice,
  kLgwan,
  kMynumber,
  kInternet,
  kControl,
  kMedical
};

extern const std::array<Name<Level>, 3> kLevels;
extern const std::array<Name<Evidence>, 6> kEvidences;
extern const std::array<Name<Binding>, 3> kBindings;
extern const std::array<Name<Role>, 17> kRoles;
extern const std::array<Name<Confidence>, 3> kConfidences;
extern const std::array<Name<Basis>, 2> kBases;
extern const std::array<Name<Status>, 6> kStatuses;
extern const std::array<Name<Segment>, 6> kSegments;

template <typename Table>
auto FindName(const Table& table, std::string_view machine)
    -> std::optional<decltype(table[0].value)> {
  for (const auto& name : table) {
    if (machine == name.machine) return name.value;
  }
  return {};
}

template <typename Table>
std::vector<std::string> MachineNames(const Table& table) {
  std::vector<std::string> names;
  for (const auto& name : table) names.emplace_back(name.machine);
  return names;
}

const char* ToString(Level value);
const char* ToString(Evidence value);
const char* ToString(Binding value);
const char* ToString(Role value);
const char* ToString(Confidence value);
const char* ToString(Basis value);
const char* ToString(Status value);
const char* ToString(Segment value);

const char* InWords(Evidence value, Language language);
const char* InWords(Binding value, Language language);
const char* InWords(Role value, Language language);
const char* InWords(Confidence value, Language language);
const char* InWords(Basis value, Language language);
const char* InWords(Status value, Language language);
const char* InWords(Segment value, Language language);

// A level in words carries the force of its regime: 義務/努力義務 under law,
// GL必須/GL推奨 under guidance, 任意 where all is voluntary.
const char* InWords(Level level, Binding binding, Language language);

}  // namespace mapper

#endif  // MAPPER_MODEL_WORDS_H_
