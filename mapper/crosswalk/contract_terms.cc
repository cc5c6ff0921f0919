#include "mapper/crosswalk/contract_terms.h"

#include <algorithm>
#include <string>
#include <utility>

namespace mapper {

const std::array<Name<Concern>, 3> kConcerns = {{
    {Concern::kSegment, "segment", {"この系統を含む", "includes this segment"}},
    {Concern::kUnclear,
     "unclear",
     {"系統の記載なし（要確認）", "segment not stated"}},
    {Concern::kOther,
     "other-segment",
     {"ほかの系統の記載", "names other segments"}},
}};

const char* ToString(Concern concern) {
  return kConcerns[static_cast<std::size_t>(concern)].machine;
}

const char* InWords(Concern concern, Language language) {
  return kConcerns[static_cast<std::size_t>(concern)].words.in(language);
}

namespace {

template <typename T>
bool Has(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <typename T>
void AddOnce(std::vector<T>& list, const T& value) {
  if (!Has(list, value)) list.push_back(value);
}

// Segments that a condition needs: facts that speak of one segment, where they
// are not negated.
void SegmentsNeeded(const Expression& expression, std::vector<Segment>& out) {
  static const std::pair<const char*, Segment> kFacts[] = {
      {"ot", Segment::kControl},
      {"telemetry", Segment::kControl},
      {"unmanned_sites", Segment::kControl},
      {"lgwan", Segment::kLgwan},
      {"mynumber", Segment::kMynumber},
      {"internet_segment", Segment::kInternet}};
  if (expression.kind == Expression::Kind::kNot) return;
  if (expression.kind == Expression::Kind::kFact) {
    for (const auto& [fact, segment] : kFacts) {
      if (expression.name == fact) AddOnce(out, segment);
    }
  }
  for (const Expression& operand : expression.operands) {
    SegmentsNeeded(operand, out);
  }
}

std::vector<Segment> SegmentsOf(const Framework& framework, int place) {
  std::vector<Segment> segments;
  for (int at = place; at >= 0;
       at = framework.controls[static_cast<std::size_t>(at)].parent_index) {
    SegmentsNeeded(framework.controls[static_cast<std::size_t>(at)].applies,
                   segments);
  }
  if (!segments.empty()) return segments;
  const Role lead = framework.controls[static_cast<std::size_t>(place)].lead;
  if (lead == Role::kOt || lead == Role::kPlant) return {Segment::kControl};
  if (lead == Role::kClinical) return {Segment::kMedical};
  return {};
}

bool ConcernsVendors(const Control& control) {
  return control.lead == Role::kVendor || control.lead == Role::kProcurement ||
         Has(control.support, Role::kVendor);
}

bool IsDirect(const Control& control) {
  static const char* const kWords[] = {"契約", "仕様", "委託",
                                       "調達", "納入", "事業者"};
  return control.lead == Role::kVendor || control.lead == Role::kProcurement ||
         std::any_of(std::begin(kWords), std::end(kWords), [&](const char* w) {
           return control.gist_ja.find(w) != std::string::npos;
         });
}

// Place in `states` of the clause that speaks of this control, or -1.
int StateOver(const Dataset& dataset, const ControlRef& control,
              const std::vector<HoldingState>& states) {
  const Framework& f = dataset.framework(control.framework);
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i].framework != control.framework) continue;
    for (const std::string& id : states[i].transition->controls) {
      const int root = f.Find(id);
      if (root >= 0 && f.IsUnder(control.control, root)) {
        return static_cast<int>(i);
      }
    }
  }
  return -1;
}

}  // namespace

std::vector<Segment> SegmentsNamed(const std::string& text) {
  // The office LAN holds the segments of the guideline's model.
  static const struct {
    const char* word;
    std::vector<Segment> segments;
  } kWords[] = {
      {"団体全体",
       {Segment::kOffice, Segment::kLgwan, Segment::kMynumber,
        Segment::kInternet, Segment::kControl, Segment::kMedical}},
      {"庁内LAN",
       {Segment::kOffice, Segment::kLgwan, Segment::kMynumber,
        Segment::kInternet}},
      {"業務系", {Segment::kOffice, Segment::kLgwan, Segment::kInternet}},
      {"LGWAN接続系", {Segment::kLgwan}},
      {"マイナンバー利用事務系", {Segment::kMynumber}},
      {"インターネット接続系", {Segment::kInternet}},
      {"監視制御", {Segment::kControl}},
      {"医療情報", {Segment::kMedical}}};
  std::vector<Segment> segments;
  for (const auto& entry : kWords) {
    if (text.find(entry.word) == std::string::npos) continue;
    for (const Segment segment : entry.segments) AddOnce(segments, segment);
  }
  return segments;
}

std::vector<Role> ConcernedRoles(const Holding& holding) {
  std::vector<Role> roles;
  if (holding.kind == Holding::Kind::kContract) {
    roles = {Role::kProcurement, Role::kOwner};
  }
  const std::optional<Segment>& segment = holding.segment;
  if (segment == Segment::kControl) {
    roles.insert(roles.end(), {Role::kOt, Role::kPlant});
  } else if (segment == Segment::kMedical) {
    roles.insert(roles.end(), {Role::kIct, Role::kClinical});
  } else {
    roles.push_back(Role::kIct);
    AddOnce(roles, Role::kOwner);
  }
  return roles;
}

std::vector<HoldingTerms> FindContractTerms(
    const Dataset& dataset, const ApplicabilityMap& applicability) {
  struct Candidate {
    ContractTerm term;
    std::vector<Segment> segments;  // that the control or its regime names
  };
  std::vector<Candidate> candidates;
  for (const int framework : applicability.frameworks()) {
    const Framework& f = dataset.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const Control& control = f.controls[i];
      const ControlRef ref{framework, static_cast<int>(i)};
      const Applicability& applies = applicability.Of(ref);
      if (!control.has_own_demands() || !ConcernsVendors(control) ||
          applies.applies == Truth::kFalse) {
        continue;
      }
      Candidate candidate;
      candidate.term.control = ref;
      candidate.term.direct = IsDirect(control);
      candidate.segments = SegmentsOf(f, ref.control);
      if (candidate.segments.empty() && applies.regime >= 0) {
        const auto regime = static_cast<std::size_t>(applies.regime);
        candidate.segments =
            SegmentsNamed(applicability.regimes()[regime].regime->scope);
      }
      candidates.push_back(std::move(candidate));
    }
  }
  const std::vector<HoldingState> states = JudgeHoldings(
      dataset, applicability.frameworks(), applicability.profile());
  std::vector<HoldingTerms> result;
  for (const Holding& holding : applicability.profile().holdings) {
    HoldingTerms terms;
    terms.holding = &holding;
    for (const HoldingState& state : states) {
      if (state.holding == &holding) terms.states.push_back(state);
    }
    for (const Candidate& candidate : candidates) {
      ContractTerm term = candidate.term;
      if (holding.segment && !candidate.segments.empty()) {
        term.concern = Has(candidate.segments, *holding.segment)
                           ? Concern::kSegment
                           : Concern::kOther;
      }
      term.state = StateOver(dataset, term.control, terms.states);
      terms.terms.push_back(term);
    }
    result.push_back(std::move(terms));
  }
  return result;
}

}  // namespace mapper
